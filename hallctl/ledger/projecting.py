"""What each fact means for the ledger's tables: a few statements a fact, in its transaction."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any, get_args

from sqlite_utils import Database

from hallctl.core import events
from hallctl.core.hall.counting import SATISFIED_FROM
from hallctl.journal.entry import Fact
from hallctl.journal.inserting import Execute, insert
from hallctl.ledger.appointments.appointment_projecting import PROJECT_APPOINTMENTS
from hallctl.ledger.appointments.appointment_sums import forget_appointments, sum_appointments
from hallctl.ledger.dossiers.dossier_projecting import PROJECT_DOSSIERS
from hallctl.ledger.figures.figure_ledger import figure_given
from hallctl.ledger.figures.seal_projecting import PROJECT_SEALS
from hallctl.ledger.floor.counting_down import end_call
from hallctl.ledger.floor.floor_projecting import PROJECT_THE_FLOOR, end_parking, visit_finished
from hallctl.ledger.floor.reopening_projecting import PROJECT_REOPENINGS
from hallctl.ledger.office.complaint_projecting import PROJECT_COMPLAINTS
from hallctl.ledger.office.office_ledger import PROJECT_IN_THE_OFFICE
from hallctl.ledger.visits.noting_corrections import rating_struck
from hallctl.ledger.visits.offline_projecting import PROJECT_OFFLINE
from hallctl.ledger.visits.rating_ledger import note_rating
from hallctl.ledger.visits.ticket_schema import COUNTED
from hallctl.ledger.visits.visit_summing import add_late_rating, forget_day, sum_day


def project(database: Database, facts: Iterable[Fact]) -> None:
    """Write facts into the ledger, in order; tickets issued in a row go in together."""
    # The connection's own execute: the wrapper's care about transactions costs half as much again.
    execute = database.conn.execute
    read = ((fact.event(), fact.business_day.isoformat()) for fact in facts)
    for kind, some in groupby(read, key=_kind):
        if kind is events.TicketIssued:
            _tickets_issued(execute, list(some))
        else:
            for event, day in some:
                _PROJECT[kind](execute, event, day)


def _kind(read: tuple[events.Event, str]) -> type[events.Event]:
    return type(read[0])


def _day_opened(execute: Execute, event: events.DayOpened, day: str) -> None:
    execute(
        "insert into days (business_day, target_s, opened_at) values (?, ?, ?)"
        " on conflict (business_day) do update"
        " set target_s = excluded.target_s, closed_at = null",
        (day, event.target_s, event.at),
    )
    forget_day(execute, day)
    forget_appointments(execute, day)


def _day_closed(execute: Execute, event: events.DayClosed, day: str) -> None:
    execute("update days set closed_at = ? where business_day = ?", (event.at, day))
    sum_day(execute, day)
    sum_appointments(execute, day)


def _tickets_issued(execute: Execute, issued: Sequence[tuple[Any, str]]) -> None:
    insert(execute, TICKETS, [_ticket_row(event, day) for event, day in issued])
    counts = Counter((day, event.service) for event, day in issued)
    insert(
        execute,
        "daily_counts (business_day, service, issued)",
        [(day, service, tickets) for (day, service), tickets in counts.items()],
        "on conflict (business_day, service) do update set issued = issued + excluded.issued",
    )


def _ticket_row(event: events.TicketIssued, day: str) -> tuple[str | int | None, ...]:
    return (
        event.ticket,
        event.visit,
        day,
        event.number,
        event.service,
        event.group,
        event.language,
        _channel(event),
        "waiting",
        event.given_at,
        event.appointment_at or event.given_at,
        0,
        event.appointment_at or None,
    )


def _channel(event: events.TicketIssued) -> str:
    """How the number came to the citizen: ``kiosk``, ``offline``, ``carried``, ``appointment``, or who took it."""
    if event.lease:
        return "offline"
    if event.appointment:
        return "appointment"
    return "carried" if event.is_carried else event.channel or "kiosk"


def _ticket_called(execute: Execute, event: events.TicketCalled, day: str) -> None:
    execute(
        "insert into calls (business_day, ticket, counter, called_at) values (?, ?, ?, ?)",
        (day, event.ticket, event.counter, event.at),
    )
    _count_first_call(execute, event)
    execute(
        "update tickets set state = 'called', counter = ?, called_at = ?, calls = calls + 1,"
        " first_called_at = coalesce(first_called_at, ?) where ticket = ?",
        (event.counter, event.at, event.at, event.ticket),
    )


def _ticket_recalled(execute: Execute, event: events.TicketRecalled, _day: str) -> None:
    execute("update tickets set calls = calls + 1 where ticket = ?", (event.ticket,))


def _ticket_missed(execute: Execute, event: events.TicketMissed, _day: str) -> None:
    end_call(execute, event.ticket, event.at)
    _set_state(execute, event.ticket, "missed")
    _count(execute, event.ticket, "missed")


def _ticket_requeued(execute: Execute, event: events.TicketRequeued, _day: str) -> None:
    end_call(execute, event.ticket, event.at)
    end_parking(execute, event.ticket, event.at)
    execute(
        "update tickets set state = 'waiting', counter = null, official = null, queued_at = ?"
        " where ticket = ?",
        (event.queued_at, event.ticket),
    )
    _count(execute, event.ticket, "requeued")


def _ticket_cancelled(execute: Execute, event: events.TicketCancelled, _day: str) -> None:
    _leave(execute, event, "cancelled")
    _count(execute, event.ticket, "cancelled")


def _ticket_lapsed(
    execute: Execute, event: events.TicketLapsed | events.TicketCarriedOver, _day: str
) -> None:
    _leave(execute, event, "lapsed")
    _count(execute, event.ticket, "lapsed")


def _leave(
    execute: Execute,
    event: events.TicketCancelled | events.TicketLapsed | events.TicketCarriedOver,
    state: str,
) -> None:
    end_parking(execute, event.ticket, event.at)
    _set_state(execute, event.ticket, state)


def _visit_finished(execute: Execute, event: events.VisitFinished, day: str) -> None:
    end_call(execute, event.ticket, event.at)
    visit_finished(execute, event, day)
    execute(
        "update tickets set state = 'finished', finished_at = ?, official = ? where ticket = ?",
        (event.at, event.official, event.ticket),
    )
    _count(execute, event.ticket, "finished")
    execute(
        "update daily_counts set served_ms = served_ms + t.finished_at - t.called_at"
        " from tickets t where t.ticket = ?"
        " and daily_counts.business_day = t.business_day and daily_counts.service = t.service",
        (event.ticket,),
    )


def _visit_rated(execute: Execute, event: events.VisitRated, _day: str) -> None:
    execute(
        "update tickets set result = ?, attitude = ? where ticket = ?",
        (event.result, event.attitude, event.ticket),
    )
    _count(execute, event.ticket, "rated")
    if min(event.result, event.attitude) >= SATISFIED_FROM:
        _count(execute, event.ticket, "satisfied")
    add_late_rating(execute, event)
    note_rating(execute, event)


def _rating_explained(execute: Execute, event: events.RatingExplained, day: str) -> None:
    for reason in event.reasons:
        execute(
            "insert into rating_reasons (business_day, service, counter, official, reason, times)"
            " select ?, service, ?, ?, ?, 1 from tickets where ticket = ?"
            " on conflict do update set times = times + 1",
            (day, event.counter, event.official, reason, event.ticket),
        )


def _ticket_printed(execute: Execute, event: events.TicketPrinted, _day: str) -> None:
    execute("update tickets set printed_at = ? where ticket = ?", (event.at, event.ticket))


def _nothing(_execute: Execute, _event: events.Event, _day: str) -> None:
    """The fact matters to screens only."""


def _set_state(execute: Execute, ticket: str, state: str) -> None:
    execute("update tickets set state = ? where ticket = ?", (state, ticket))


def _count(execute: Execute, ticket: str, column: str) -> None:
    execute(_COUNT[column], (ticket,))


def _count_first_call(execute: Execute, event: events.TicketCalled) -> None:
    execute(
        "update daily_counts set called = called + 1,"
        " waited_ms = waited_ms + max(0, :at - max(t.issued_at, ifnull(t.appointment_at, 0))),"
        " longest_wait_ms ="
        " max(longest_wait_ms, :at - max(t.issued_at, ifnull(t.appointment_at, 0))),"
        " within_target = within_target +"
        " (:at - max(t.issued_at, ifnull(t.appointment_at, 0)) <= d.target_s * 1000)"
        " from tickets t join days d using (business_day)"
        " where t.ticket = :ticket and t.first_called_at is null"
        " and daily_counts.business_day = t.business_day and daily_counts.service = t.service",
        {"at": event.at, "ticket": event.ticket},
    )


TICKETS = (
    "tickets (ticket, visit, business_day, number, service, priority_group, language, channel, state,"
    " issued_at, queued_at, calls, appointment_at)"
)

_COUNT = {
    column: f"insert into daily_counts (business_day, service, {column})"  # noqa: S608 - the schema's own names
    " select business_day, service, 1 from tickets where ticket = ?"
    f" on conflict (business_day, service) do update set {column} = {column} + 1"
    for column in COUNTED
}

_PROJECT: dict[type[events.Event], Callable[[Execute, Any, str], None]] = {
    events.DayOpened: _day_opened,
    events.DayClosed: _day_closed,
    events.CounterOpened: _nothing,
    events.CounterClosed: _nothing,
    events.TicketCalled: _ticket_called,
    events.TicketRecalled: _ticket_recalled,
    events.TicketMissed: _ticket_missed,
    events.TicketRequeued: _ticket_requeued,
    events.TicketCancelled: _ticket_cancelled,
    events.TicketLapsed: _ticket_lapsed,
    events.TicketCarriedOver: _ticket_lapsed,
    events.VisitFinished: _visit_finished,
    events.VisitRated: _visit_rated,
    events.RatingExplained: _rating_explained,
    events.TicketPrinted: _ticket_printed,
    events.TicketPrioritised: _nothing,
    events.TicketNotPrinted: _nothing,
    **dict.fromkeys((events.PrintingRedirected, events.PrintingReleased), _nothing),
    **PROJECT_THE_FLOOR,
    **dict.fromkeys((events.ServicesChanged, events.NoticePutUp, events.NoticeTakenDown), _nothing),
    **PROJECT_COMPLAINTS,
    **PROJECT_APPOINTMENTS,
    **PROJECT_REOPENINGS,
    **PROJECT_DOSSIERS,
    **PROJECT_SEALS,
    events.RatingStruck: rating_struck,
    events.FigureGiven: figure_given,
    **dict.fromkeys(
        (
            events.SlipOrdered,
            events.SlipPrinted,
            events.SlipNotPrinted,
            events.SlipRedirected,
            events.SlipReleased,
        ),
        _nothing,
    ),
    **PROJECT_IN_THE_OFFICE,
    **PROJECT_OFFLINE,
    events.EpochBegun: _nothing,
    events.NumbersPassedOver: _nothing,
    **dict.fromkeys(get_args(events.BoardEvent), _nothing),
}
