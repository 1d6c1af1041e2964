"""The power goes while the disk writes: what lies there afterwards, and what a start makes of it.

What was synced is on the disk. Of what was written since, any sector may be there or not, in any
order: the test lives through one write, then puts together what the disk may have had.
``HALL_CUTS=100`` cuts as often.
"""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from hallctl.controller import replayed
from hallctl.core import commands as c
from hallctl.journal.sqlite_journal import SqliteJournal
from hallctl.verifying import verify
from tests.core.one_day import KIOSK
from tests.journal.one_hall import OneHall, in_a_hall
from tests.thorough import times

SECTOR = 512
CUTS = times(6, 12, "HALL_CUTS")


class Moment(NamedTuple):
    """The files as they were, and how many facts had been answered for."""

    files: dict[str, bytes]
    facts: int


def look(path: Path, facts: int) -> Moment:
    names = (path.name, f"{path.name}-wal")
    files = {
        name: path.with_name(name).read_bytes() for name in names if path.with_name(name).exists()
    }
    return Moment(files, facts)


def live(path: Path) -> Iterator[tuple[Moment, Moment]]:
    """What was synced, and what was written after, for each command of a little day."""
    pairs: list[tuple[Moment, Moment]] = []

    async def story(hall: OneHall) -> None:
        kept = hall.journal.kept
        for command in [hall.wish(c.OpenDay)] + [hall.wish(c.IssueTicket, service="tax")] * 1:
            await hall.ask(command)
        for _ in range(12):
            synced = look(path, kept.number)
            await hall.ask(hall.wish(c.IssueTicket, service="tax"), KIOSK)
            pairs.append((synced, look(path, kept.number)))
        kept.database.execute("pragma wal_checkpoint(passive)")
        pairs.append((pairs[-1][1], look(path, kept.number)))

    in_a_hall(path, story)
    yield from pairs


def torn(synced: Moment, written: Moment, chance: random.Random) -> dict[str, bytes]:
    """What the disk may hold: each sector as it was synced, as it was written, or garbage."""
    found = {}
    for name, body_now in written.files.items():
        body_before = synced.files.get(name, b"")
        sectors = []
        for at in range(0, len(body_now), SECTOR):
            before, after = body_before[at : at + SECTOR], body_now[at : at + SECTOR]
            before = before.ljust(len(after), b"\0")
            # A write that is cut spoils what it wrote, and nothing beside it in the sector.
            spoilt = zip(before, after, chance.randbytes(len(after)), strict=True)
            junk = bytes(new if old == new else any_ for old, new, any_ in spoilt)
            sectors.append(chance.choice([before, after, after, junk]))
        body = b"".join(sectors)
        if len(body_now) > len(body_before) and chance.random() < 0.5:
            body = body[: chance.randint(len(body_before), len(body_now))]
        found[name] = body
    return found


@pytest.mark.parametrize("seed", range(3))
def test_a_power_cut_at_any_write_loses_nothing_that_was_answered(
    tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    moments = list(live(tmp_path / "hall.db"))
    for cut in range(CUTS):
        synced, written = chance.choice(moments[:-1])
        place = tmp_path / f"cut-{cut}"
        place.mkdir()
        # Only the log is written between two syncs; the file itself belongs to checkpoints.
        for name, body in {**synced.files, **torn(log(synced), log(written), chance)}.items():
            (place / name).write_bytes(body)
        is_sound(place / "hall.db", synced.facts, written.facts)
        shutil.rmtree(place)


def test_a_power_cut_during_a_checkpoint_loses_nothing(tmp_path: Path) -> None:
    chance = random.Random(1)
    synced, written = list(live(tmp_path / "hall.db"))[-1]
    assert synced.files["hall.db"] != written.files["hall.db"], "the checkpoint wrote something"
    for cut in range(CUTS):
        place = tmp_path / f"cut-{cut}"
        place.mkdir()
        file = {"hall.db": synced.files["hall.db"]}, {"hall.db": written.files["hall.db"]}
        parts = torn(Moment(file[0], 0), Moment(file[1], 0), chance)
        for name, body in {**written.files, **parts}.items():
            (place / name).write_bytes(body)
        is_sound(place / "hall.db", synced.facts, written.facts)
        shutil.rmtree(place)


def log(moment: Moment) -> Moment:
    return moment._replace(files={n: b for n, b in moment.files.items() if n.endswith("-wal")})


def is_sound(path: Path, at_least: int, at_most: int) -> None:
    """It opens, it verifies, and it holds every fact that was answered."""
    journal = SqliteJournal(path)
    assert at_least <= journal.number <= at_most
    assert replayed(journal).journal_number == journal.number
    journal.close()
    assert verify(path, lambda _done: None).problem == ""
