"""Journals of every release still open: replayed, verified, and answering as they did."""

import shutil
from pathlib import Path
from uuid import UUID

import msgspec
import pytest

from hallctl import __version__
from hallctl.controller import replayed
from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.hall.counting import counts_of, reconciles
from hallctl.journal.sqlite_journal import SqliteJournal
from hallctl.verifying import verify
from tests.journal.one_hall import HandClock, OneHall, in_a_hall

KEPT = Path(__file__).parents[1] / "samples"
RELEASES = sorted(KEPT.glob("journal-*.db"))


@pytest.fixture(params=RELEASES, ids=lambda kept: kept.stem)
def old(request: pytest.FixtureRequest, path: Path) -> Path:
    """A copy of a kept journal."""
    shutil.copy(request.param, path)
    return path


def test_a_journal_of_this_release_is_kept() -> None:
    assert KEPT / f"journal-{__version__.rpartition('.')[0]}.db" in RELEASES


def test_an_old_journal_is_still_whole(old: Path) -> None:
    verdict = verify(old, lambda _done: None)
    assert verdict.problem == ""
    assert verdict.facts > 20


def test_an_old_journal_still_adds_up_to_a_hall(old: Path) -> None:
    journal = SqliteJournal(old)
    hall = replayed(journal)
    journal.close()
    assert hall.journal_number == journal.number
    (ticket,) = hall.tickets.values()
    day = hall.business_day
    assert day is not None
    first = max(hall.numbers_from, hall.passed_over.on(day).get("C", 0) + 1)
    assert ticket.number == f"C{first:03d}"
    assert reconciles(counts_of(hall.tallies.values()))


def kinds_in(kept: Path, path: Path) -> set[type[events.Event]]:
    shutil.copy(kept, path)
    journal = SqliteJournal(path)
    kinds = {type(fact.event()) for fact in journal.read()}
    journal.close()
    return kinds


def test_the_kept_journals_have_every_fact_there_is(path: Path) -> None:
    kinds = set().union(*(kinds_in(kept, path) for kept in RELEASES))
    assert kinds == set(events.AnyEvent.__args__)


def test_a_hall_goes_on_where_its_old_journal_ended(old: Path) -> None:
    async def story(hall: OneHall) -> None:
        again = await hall.ask(c.OpenDay(command_id=UUID(int=1)))
        assert msgspec.json.decode(again.body)["events"][0]["type"] == "DayOpened"
        number = hall.controller.hall.journal_number
        answer = await hall.ask(c.CallNext(command_id=UUID(int=99_001), counter="3"))
        assert msgspec.json.decode(answer.body)["journal_number"] == number + 1

    clock = HandClock()
    clock.sleep()
    in_a_hall(old, story, clock)
    assert verify(old, lambda _done: None).problem == ""
