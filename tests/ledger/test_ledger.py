"""The ledger: a projection of the journal that agrees with the hall and refuses the impossible."""

import shutil
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest
from sqlite_utils import Database
from sqlite_utils.utils import sqlite3

from hallctl.core import events
from hallctl.core.hall.counting import Tally
from hallctl.core.life import TicketState
from hallctl.journal.entry import Fact
from hallctl.journal.sqlite_journal import SqliteJournal
from hallctl.ledger.projecting import project
from hallctl.ledger.rebuilding import digests, rebuild, wrong_tables
from hallctl.ledger.schema import TABLES, create_ledger
from tests.core.one_day import MONDAY, OneDay
from tests.core.test_hall_machine import HallMachine
from tests.journal.back_office_day import live_until_the_day_booked_for_is_over
from tests.journal.one_hall import in_a_hall, open_journal


def silent(_done: int) -> None:
    """Nobody watches."""


@pytest.fixture
def ledger() -> Iterator[Database]:
    """An empty ledger in memory."""
    database = Database(memory=True)
    create_ledger(database)
    yield database
    database.close()


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A full day's journal, never touched."""
    path = tmp_path_factory.mktemp("lived") / "hall.db"
    in_a_hall(path, live_until_the_day_booked_for_is_over)
    return path


@pytest.fixture
def journal(lived: Path, tmp_path: Path) -> Iterator[SqliteJournal]:
    """A copy of it, open for writing."""
    path = shutil.copytree(lived.parent, tmp_path / "copy") / lived.name
    journal = open_journal(path)
    yield journal
    journal.close()


def kept(happened: Iterable[events.Event]) -> list[Fact]:
    """The facts as the journal keeps them."""
    day, facts = date.min, []
    for number, event in enumerate(happened, start=1):
        if isinstance(event, events.DayOpened):
            day = event.business_day
        facts.append(Fact(number, day, msgspec.json.encode(event).decode()))
    return facts


def day_of_chance(seed: int) -> OneDay:
    machine = HallMachine()
    machine.begin(seed, is_open=True)
    for _ in range(600):
        machine.somebody_asks()
        machine.time_passes(0.7)
    return machine.day


@pytest.mark.parametrize("seed", range(3))
def test_the_ledger_and_the_hall_tell_of_the_same_day(ledger: Database, seed: int) -> None:
    day = day_of_chance(seed)
    for fact in kept(day.facts):
        project(ledger, [fact])
    today = str(day.hall.business_day)
    rows = ledger.execute(
        "select ticket, number, state, calls, queued_at, coalesce(first_called_at, 0)"
        " from tickets where business_day = ?",
        (today,),
    )
    assert {row[0]: row[1:] for row in rows} == {
        name: (one.number, one.state, one.calls, one.place.queued_at, one.first_called_at)
        for name, one in day.hall.tickets.items()
    }
    for service, tally in day.hall.tallies.items():
        assert counted(ledger, today, service) == figures(tally)
        moved = legs(ledger, today, service)
        assert moved == (tally.moved_out, tally.moved_in)


def counted(ledger: Database, day: str, service: str) -> tuple[int, ...]:
    """The day's sums, none for a service that nobody was issued a number for.

    What was served counts every leg, and not the last one only.
    """
    row: tuple[int, ...] | None = ledger.execute(
        "with before as (select count(served_ms) served, coalesce(sum(served_ms), 0) served_ms"
        " from legs where business_day = :day and service = :service)"
        " select issued, called, within_target, waited_ms, longest_wait_ms,"
        " finished + before.served, daily_counts.served_ms + before.served_ms,"
        " cancelled, lapsed, rated, satisfied from daily_counts, before"
        " where business_day = :day and service = :service",
        {"day": day, "service": service},
    ).fetchone()
    return row or (0,) * 11


def legs(ledger: Database, day: str, service: str) -> tuple[int, int]:
    """How many went on from the service, and how many came to it."""
    return ledger.execute(
        "select coalesce(sum(service = :service and next_service <> :service), 0),"
        " coalesce(sum(next_service = :service and service <> :service), 0)"
        " from legs where business_day = :day",
        {"day": day, "service": service},
    ).fetchone()


def figures(tally: Tally) -> tuple[int, ...]:
    return (
        tally.issued,
        tally.called,
        tally.within_target,
        tally.waited,
        tally.longest_wait,
        tally.served,
        tally.served_for,
        tally.by_state[TicketState.CANCELLED],
        tally.by_state[TicketState.LAPSED],
        tally.rated,
        tally.satisfied,
    )


def test_every_call_that_stands_is_of_a_ticket_at_a_counter(ledger: Database) -> None:
    day = day_of_chance(7)
    for fact in kept(day.facts):
        project(ledger, [fact])
    standing = set(ledger.execute("select ticket, counter from calls where ended_at is null"))
    assert standing == {(one.ticket, n) for n, one in day.hall.counters.items() if one.ticket}


def test_a_ledger_made_again_comes_out_the_same(journal: SqliteJournal) -> None:
    before = digests(journal.database)
    assert set(before) == set(TABLES)
    assert rebuild(journal.database, journal.read(), silent) == []
    assert digests(journal.database) == before


@pytest.mark.parametrize("table", TABLES)
def test_a_spoiled_table_is_named_and_put_right(journal: SqliteJournal, table: str) -> None:
    before = digests(journal.database)
    with journal.database.atomic():
        journal.database.execute(
            f"delete from {table} where rowid in (select max(rowid) from {table})"
        )
    assert wrong_tables(journal.database, journal.read(), silent) == [table]
    assert rebuild(journal.database, journal.read(), silent) == [table]
    assert digests(journal.database) == before


def test_a_table_that_is_gone_is_made_again(journal: SqliteJournal) -> None:
    before = digests(journal.database)
    journal.database.execute("drop table calls")
    assert rebuild(journal.database, journal.read(), silent) == ["calls"]
    assert digests(journal.database) == before


def test_progress_is_told_while_the_ledger_is_made(journal: SqliteJournal) -> None:
    told: list[int] = []
    rebuild(journal.database, journal.read(), told.append)
    assert told == [journal.number]


def test_a_rebuild_that_breaks_leaves_the_ledger_as_it_was(journal: SqliteJournal) -> None:
    before = digests(journal.database)

    def broken() -> Iterator[Fact]:
        yield from journal.read()
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="gone"):
        rebuild(journal.database, broken(), silent)
    assert digests(journal.database) == before


AT = 1_795_395_600_000
ISSUED = events.TicketIssued(
    at=AT,
    ticket="2026-11-23-A001",
    visit="2026-11-23-A001",
    number="A001",
    serial=1,
    letter="A",
    service="birth",
    group="normal",
    language="vi",
    station="",
    ahead=0,
)
TWIN = msgspec.structs.replace(ISSUED, ticket="twin", visit="twin")
SAME = msgspec.structs.replace(ISSUED, number="A002")
OTHER = msgspec.structs.replace(ISSUED, ticket="other", visit="other", number="A002")
CALLED = events.TicketCalled(at=AT, ticket=ISSUED.ticket, number="A001", counter="1", call=1)
ELSEWHERE = msgspec.structs.replace(CALLED, counter="2", call=2)
CROWDED = msgspec.structs.replace(CALLED, ticket="other", number="A002", call=2)


@pytest.mark.parametrize(
    ("happened", "rule"),
    [
        ([ISSUED, TWIN], "tickets.business_day, tickets.number"),
        ([ISSUED, SAME], "tickets.ticket"),
        ([ISSUED, CALLED, ELSEWHERE], "calls.ticket"),
        ([ISSUED, OTHER, CALLED, CROWDED], "calls.counter"),
    ],
    ids=["a number twice a day", "a ticket twice", "a ticket at two counters", "two at a counter"],
)
def test_the_schema_refuses_what_the_rules_should_have(
    ledger: Database, happened: list[events.Event], rule: str
) -> None:
    facts = [
        Fact(number, MONDAY, msgspec.json.encode(one).decode())
        for number, one in enumerate(happened, 1)
    ]
    for fact in facts[:-1]:
        project(ledger, [fact])
    with pytest.raises(sqlite3.IntegrityError, match=f"UNIQUE constraint failed: {rule}"):
        project(ledger, [facts[-1]])


def test_the_same_number_on_another_day_is_another_ticket(ledger: Database) -> None:
    project(ledger, [Fact(1, MONDAY, msgspec.json.encode(ISSUED).decode())])
    project(ledger, [Fact(2, MONDAY.replace(day=24), msgspec.json.encode(TWIN).decode())])
    assert ledger.table("tickets").count == 2
