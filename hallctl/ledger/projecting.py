"""What each fact means for the ledger's tables: a few statements a fact, in its transaction."""

from collections.abc import Callable
from typing import Any

from sqlite_utils import Database

from hallctl.core import events
from hallctl.core.counting import SATISFIED_FROM
from hallctl.journal.entry import Fact


def project(database: Database, fact: Fact) -> None:
    """Write one fact into the ledger."""
    event = fact.event()
    _PROJECT[type(event)](database, event, fact.business_day.isoformat())


def _day_opened(database: Database, event: events.DayOpened, day: str) -> None:
    database.execute(
        "insert into days (business_day, target_s, opened_at) values (?, ?, ?)"
        " on conflict (business_day) do update"
        " set target_s = excluded.target_s, closed_at = null",
        (day, event.target_s, event.at),
    )


def _day_closed(database: Database, event: events.DayClosed, day: str) -> None:
    database.execute("update days set closed_at = ? where business_day = ?", (event.at, day))


def _ticket_issued(database: Database, event: events.TicketIssued, day: str) -> None:
    database.execute(
        "insert into tickets (ticket, visit, business_day, number, service, priority_group,"
        " language, state, issued_at, queued_at, calls)"
        " values (?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?, 0)",
        (
            event.ticket,
            event.visit,
            day,
            event.number,
            event.service,
            event.group,
            event.language,
            event.at,
            event.at,
        ),
    )
    _count(database, event.ticket, "issued")


def _ticket_called(database: Database, event: events.TicketCalled, day: str) -> None:
    database.execute(
        "insert into calls (business_day, ticket, counter, called_at) values (?, ?, ?, ?)",
        (day, event.ticket, event.counter, event.at),
    )
    _count_first_call(database, event)
    database.execute(
        "update tickets set state = 'called', counter = ?, called_at = ?, calls = calls + 1,"
        " first_called_at = coalesce(first_called_at, ?) where ticket = ?",
        (event.counter, event.at, event.at, event.ticket),
    )


def _ticket_recalled(database: Database, event: events.TicketRecalled, _day: str) -> None:
    database.execute("update tickets set calls = calls + 1 where ticket = ?", (event.ticket,))


def _ticket_missed(database: Database, event: events.TicketMissed, _day: str) -> None:
    _end_call(database, event.ticket, event.at)
    _set_state(database, event.ticket, "missed")
    _count(database, event.ticket, "missed")


def _ticket_requeued(database: Database, event: events.TicketRequeued, _day: str) -> None:
    _end_call(database, event.ticket, event.at)
    database.execute(
        "update tickets set state = 'waiting', counter = null, official = null, queued_at = ?"
        " where ticket = ?",
        (event.queued_at, event.ticket),
    )
    _count(database, event.ticket, "requeued")


def _ticket_cancelled(database: Database, event: events.TicketCancelled, _day: str) -> None:
    _set_state(database, event.ticket, "cancelled")
    _count(database, event.ticket, "cancelled")


def _ticket_lapsed(database: Database, event: events.TicketLapsed, _day: str) -> None:
    _set_state(database, event.ticket, "lapsed")
    _count(database, event.ticket, "lapsed")


def _visit_finished(database: Database, event: events.VisitFinished, _day: str) -> None:
    _end_call(database, event.ticket, event.at)
    database.execute(
        "update tickets set state = 'finished', finished_at = ?, official = ? where ticket = ?",
        (event.at, event.official, event.ticket),
    )
    _count(database, event.ticket, "finished")
    database.execute(
        "update daily_counts set served_ms = served_ms + t.finished_at - t.called_at"
        " from tickets t where t.ticket = ?"
        " and daily_counts.business_day = t.business_day and daily_counts.service = t.service",
        (event.ticket,),
    )


def _visit_rated(database: Database, event: events.VisitRated, _day: str) -> None:
    database.execute(
        "update tickets set result = ?, attitude = ? where ticket = ?",
        (event.result, event.attitude, event.ticket),
    )
    _count(database, event.ticket, "rated")
    if min(event.result, event.attitude) >= SATISFIED_FROM:
        _count(database, event.ticket, "satisfied")


def _ticket_printed(database: Database, event: events.TicketPrinted, _day: str) -> None:
    database.execute("update tickets set printed_at = ? where ticket = ?", (event.at, event.ticket))


def _nothing(_database: Database, _event: events.Event, _day: str) -> None:
    """The fact matters to screens only."""


def _end_call(database: Database, ticket: str, at: int) -> None:
    database.execute(
        "update calls set ended_at = ? where ticket = ? and ended_at is null", (at, ticket)
    )


def _set_state(database: Database, ticket: str, state: str) -> None:
    database.execute("update tickets set state = ? where ticket = ?", (state, ticket))


def _count(database: Database, ticket: str, column: str) -> None:
    database.execute(
        f"insert into daily_counts (business_day, service, {column})"  # noqa: S608 - our own column names
        " select business_day, service, 1 from tickets where ticket = ?"
        f" on conflict (business_day, service) do update set {column} = {column} + 1",
        (ticket,),
    )


def _count_first_call(database: Database, event: events.TicketCalled) -> None:
    database.execute(
        "update daily_counts set called = called + 1,"
        " waited_ms = waited_ms + :at - t.issued_at,"
        " longest_wait_ms = max(longest_wait_ms, :at - t.issued_at),"
        " within_target = within_target + (:at - t.issued_at <= d.target_s * 1000)"
        " from tickets t join days d using (business_day)"
        " where t.ticket = :ticket and t.first_called_at is null"
        " and daily_counts.business_day = t.business_day and daily_counts.service = t.service",
        {"at": event.at, "ticket": event.ticket},
    )


_PROJECT: dict[type[events.Event], Callable[[Database, Any, str], None]] = {
    events.DayOpened: _day_opened,
    events.DayClosed: _day_closed,
    events.CounterOpened: _nothing,
    events.CounterClosed: _nothing,
    events.TicketIssued: _ticket_issued,
    events.TicketCalled: _ticket_called,
    events.TicketRecalled: _ticket_recalled,
    events.TicketMissed: _ticket_missed,
    events.TicketRequeued: _ticket_requeued,
    events.TicketCancelled: _ticket_cancelled,
    events.TicketLapsed: _ticket_lapsed,
    events.VisitFinished: _visit_finished,
    events.VisitRated: _visit_rated,
    events.TicketPrinted: _ticket_printed,
    events.TicketNotPrinted: _nothing,
}
