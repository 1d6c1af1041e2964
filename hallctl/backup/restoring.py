"""``hallctl restore``: a hall made again from a backup, as it was at its end or at an earlier point.

What happened after that point is lost, so a fact is added that begins a new epoch: numbers go on
higher than any that may have been given meanwhile.
"""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import msgspec

from hallctl.backup.archive import BackupError, read_archive
from hallctl.backup.point import Until
from hallctl.command_ids import new_command_id
from hallctl.controller import replayed
from hallctl.core.applying import apply
from hallctl.core.applying.epochs import ByPlan, next_epoch
from hallctl.core.events.epoch_events import EpochReason
from hallctl.core.plan import Plan
from hallctl.hall_directory import HallDirectory
from hallctl.journal.entry import Entry, Fact
from hallctl.journal.sqlite_journal import SCHEMA, open_database, reporting
from hallctl.ledger.opening import open_journal
from hallctl.ledger.rebuilding import Progress, rebuild
from hallctl.retention.forgetting_again import forget_again
from hallctl.retention.on_request import LIST
from hallctl.settings import SettingsError, read_hall
from hallctl.verifying import verify

OWNER_ONLY, OWNERS_FOLDER = 0o600, 0o700
EARLY = timedelta(hours=2)
ADMITTED = 4
"""Kiosks that may have come in by their code, beside those of the settings."""


class Restored(NamedTuple):
    """What a restore has made."""

    facts: int
    lost: int
    """Facts of the backup that came after the point."""
    epoch: int
    numbers_from: int
    forgotten: int = 0
    """People who had asked to be forgotten since, and are again."""


class Moment(NamedTuple):
    """When it is restored: milliseconds since 1970 (UTC), and the local day."""

    at: int
    today: date
    midnight: int = 0
    """When that day began."""


def moment_of(now: datetime) -> Moment:
    """The moment on the hall's own clock."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return Moment(_ms(now), now.date(), _ms(midnight))


def _ms(when: datetime) -> int:
    return round(when.timestamp() * 1000)


def restore(
    file: Path, target: Path, until: Until | None, identity: str, moment: Moment
) -> Restored:
    """Make the hall ``target`` from a backup. Raises BackupError, JournalError or OSError.

    Nothing is overwritten: ``target`` must not be there, or be empty.
    """
    if target.exists() and any(target.iterdir()):
        raise BackupError(f"{target}: there is something already; restore beside it, then move it")
    draft = target.with_name(f".{target.name}.restoring")
    shutil.rmtree(draft, ignore_errors=True)
    try:
        unpack(read_archive(file, identity)[1], draft)
        home = HallDirectory(draft)
        lost = _cut(home, until(home.journal)) if until else 0
        restored = begin_epoch(home, "restored", moment)._replace(lost=lost)
        _prove(home.journal, lambda _done: None)
        forgotten = forget_again(home, (file.parent / LIST, draft / LIST))
        restored = restored._replace(forgotten=forgotten)
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists():
            target.rmdir()
        draft.rename(target)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return restored


def begin_epoch(home: HallDirectory, reason: EpochReason, moment: Moment) -> Restored:
    """Write down that this journal is the hall's from now on."""
    home.checkpoint.unlink(missing_ok=True)
    journal = open_journal(home)
    try:
        hall = replayed(journal)
        event = next_epoch(hall, reason, moment.at, moment.today, _by_plan(home, moment))
        apply(hall, event)
        day = hall.business_day or moment.today
        fact = Fact(hall.journal_number, day, msgspec.json.encode(event).decode())
        entry = Entry(
            command_id=str(new_command_id()), digest=bytes(8), actor=reason, facts=(fact,)
        )
        journal.append(hall.journal_number - 1, [entry])
    finally:
        journal.close()
    first = event.today_from if event.today else event.numbers_from
    return Restored(hall.journal_number, 0, event.epoch, first)


def _by_plan(home: HallDirectory, moment: Moment) -> ByPlan:
    """What the settings tell of the lost hours; as little as can be where they are broken."""
    try:
        plan = read_hall(home.path).plan
    except SettingsError:
        return ByPlan(moment.midnight)
    kiosks = len(plan.printing_stations) + ADMITTED
    return ByPlan(
        given_since=_first_number_since(plan, moment),
        first_leased=plan.offline.first_number,
        leased_at_once=kiosks * plan.offline.lease_size,
        agency=plan.dossiers.agency,
    )


def _first_number_since(plan: Plan, moment: Moment) -> int:
    """Nobody gives a number so long before the first shift; at midnight without a timetable."""
    opens = [one.opens for shifts in (plan.shifts, *plan.service_hours.values()) for one in shifts]
    if not opens:
        return moment.midnight
    first = datetime.combine(moment.today, min(opens), ZoneInfo(plan.timezone)) - EARLY
    return max(moment.midnight, _ms(first))


def unpack(members: Iterator[tuple[str, bytes]], draft: Path) -> None:
    """Lay a backup's files down. Raises :class:`BackupError`."""
    draft.mkdir(OWNERS_FOLDER, parents=True, exist_ok=True)
    for name, body in members:
        path = draft / name
        if not path.resolve().is_relative_to(draft.resolve()):
            raise BackupError(f"{name} leads out of the hall")
        path.parent.mkdir(OWNERS_FOLDER, parents=True, exist_ok=True)
        path.touch(OWNER_ONLY)
        path.write_bytes(body)


def _cut(home: HallDirectory, last: int) -> int:
    """Keep the facts up to that number, and the answers that go with them; gives how many went."""
    journal = home.journal
    whole = journal.with_name("whole.db")
    journal.rename(whole)
    with closing(open_database(whole, read_only=True)) as database:
        counted = "select coalesce(max(number), 0) from journal"
        newest: int = database.execute(counted).fetchone()[0]
    _copy_up_to(last, whole, journal)
    whole.unlink()
    cut = open_journal(home)
    try:
        rebuild(cut.database, cut.read(), lambda _done: None)
    finally:
        cut.close()
    return max(0, newest - last)


def _copy_up_to(last: int, whole: Path, journal: Path) -> None:
    """A journal of its own: the same facts under the same hashes, and no later one ever in its pages."""
    with closing(open_database(journal)) as database, reporting(journal):
        database.executescript(SCHEMA)
        database.execute("attach ? as whole", (f"{whole.absolute().as_uri()}?mode=ro",))
        with database.atomic():
            columns = "number, business_day, body, command_id, actor, hash"
            database.execute(
                f"insert into journal ({columns}) select {columns} from whole.journal"  # noqa: S608 - our own names
                " where number <= ? order by number",
                (last,),
            )
            database.execute(
                "insert into answers select * from whole.answers where last <= ?", (last,)
            )
        database.execute("detach whole")


def _prove(journal: Path, progress: Progress) -> None:
    verdict = verify(journal, progress)
    if verdict.problem:
        raise BackupError(f"what was restored is not in order: {verdict.problem}")
