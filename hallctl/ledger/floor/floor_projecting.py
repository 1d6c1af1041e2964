"""What facts of a busy floor mean for the ledger's tables.

A leg is written when the visit goes on to another service; a leg that was only sent on by a
transfer has no ``served_ms``. A press that was undone takes its row away again: the journal keeps
both facts, the ledger what came of them.
"""

from collections.abc import Callable
from typing import Any

from hallctl.core import events
from hallctl.journal.inserting import Execute
from hallctl.ledger.floor.counting_down import count_once_less, end_call, take_off_finished


def _ticket_parked(execute: Execute, event: events.TicketParked, day: str) -> None:
    end_call(execute, event.ticket, event.at)
    execute("update tickets set state = 'parked' where ticket = ?", (event.ticket,))
    execute(
        "insert into parkings (business_day, ticket, counter, reason, parked_at)"
        " values (?, ?, ?, ?, ?)",
        (day, event.ticket, event.counter, event.reason, event.at),
    )


def end_parking(execute: Execute, ticket: str, at: int) -> None:
    """The ticket is no longer parked, wherever it went."""
    execute("update parkings set ended_at = ? where ticket = ? and ended_at is null", (at, ticket))


def _ticket_resumed(execute: Execute, event: events.TicketResumed, day: str) -> None:
    end_parking(execute, event.ticket, event.at)
    begin_call(execute, event, day, event.at)
    execute(
        "update tickets set state = 'called', counter = ?, called_at = ? where ticket = ?",
        (event.counter, event.at, event.ticket),
    )


def _ticket_transferred(execute: Execute, event: events.TicketTransferred, day: str) -> None:
    end_call(execute, event.ticket, event.at)
    _write_leg(execute, event, day, was_served=False)
    _go_on(execute, event)


def _leg_finished(execute: Execute, event: events.LegFinished, day: str) -> None:
    end_call(execute, event.ticket, event.at)
    _write_outcome(execute, event, day)
    _write_leg(execute, event, day, was_served=True)
    _go_on(execute, event)


def visit_finished(execute: Execute, event: events.VisitFinished, day: str) -> None:
    """How the last leg ended, where the official said so."""
    _write_outcome(execute, event, day)


def _write_leg(
    execute: Execute,
    event: events.TicketTransferred | events.LegFinished,
    day: str,
    *,
    was_served: bool,
) -> None:
    execute(
        "insert into legs (business_day, ticket, leg, service, next_service, counter, official,"
        " queued_at, called_at, ended_at, served_ms)"
        " select :day, ticket, 1 + (select count(*) from legs where ticket = t.ticket), service,"
        " :next, :counter, :official, queued_at, called_at, :at,"
        " iif(:was_served, :at - called_at, null) from tickets t where ticket = :ticket",
        {
            "day": day,
            "next": event.service,
            "counter": event.counter,
            "official": event.official,
            "at": event.at,
            "was_served": was_served,
            "ticket": event.ticket,
        },
    )


def _write_outcome(
    execute: Execute, event: events.VisitFinished | events.LegFinished, day: str
) -> None:
    if event.outcome:
        execute(
            "insert into outcomes (business_day, ticket, leg, service, counter, official, outcome)"
            " select ?, ticket, 1 + (select count(*) from legs where ticket = t.ticket), service,"
            " ?, ?, ? from tickets t where ticket = ?",
            (day, event.counter, event.official, event.outcome, event.ticket),
        )


def _go_on(execute: Execute, event: events.TicketTransferred | events.LegFinished) -> None:
    execute(
        "update tickets set state = 'waiting', service = ?, queued_at = ?, counter = null,"
        " official = null where ticket = ?",
        (event.service, event.queued_at, event.ticket),
    )


def _visit_noted(execute: Execute, event: events.VisitNoted, day: str) -> None:
    execute(
        "insert into notes (business_day, ticket, counter, official, noted_at, note)"
        " values (?, ?, ?, ?, ?, ?)",
        (day, event.ticket, event.counter, event.official, event.at, event.note),
    )


def _ticket_ended(execute: Execute, event: events.TicketEnded, _day: str) -> None:
    execute("update tickets set state = 'ended' where ticket = ?", (event.ticket,))


def _break_started(execute: Execute, event: events.BreakStarted, day: str) -> None:
    execute(
        "insert into breaks (business_day, counter, official, reason, began_at)"
        " values (?, ?, ?, ?, ?)",
        (day, event.counter, event.official, event.reason, event.at),
    )


def _break_ended(execute: Execute, event: events.BreakEnded, _day: str) -> None:
    execute(
        "update breaks set ended_at = ? where counter = ? and ended_at is null",
        (event.at, event.counter),
    )


def _press_undone(execute: Execute, event: events.PressUndone, day: str) -> None:
    end_call(execute, event.ticket, event.at)
    end_parking(execute, event.ticket, event.at)
    if take_back := _TAKE_BACK.get(event.undone):
        take_back(execute, event)
    is_called = event.state == "called"
    execute(
        "update tickets set state = ?, service = ?, queued_at = ?, called_at = nullif(?, 0),"
        " finished_at = null, official = null, counter = ? where ticket = ?",
        (
            event.state,
            event.service,
            event.queued_at,
            event.called_at,
            event.counter if is_called else None,
            event.ticket,
        ),
    )
    if is_called:
        begin_call(execute, event, day, event.called_at)


def begin_call(
    execute: Execute,
    event: events.TicketResumed | events.PressUndone | events.TicketRevived,
    day: str,
    at: int,
) -> None:
    """The ticket stands at its counter, since then."""
    execute(
        "insert into calls (business_day, ticket, counter, called_at) values (?, ?, ?, ?)",
        (day, event.ticket, event.counter, at),
    )


def _unmiss(execute: Execute, event: events.PressUndone) -> None:
    count_once_less(execute, event.ticket, "missed")


def _unrequeue(execute: Execute, event: events.PressUndone) -> None:
    count_once_less(execute, event.ticket, "requeued")


def _unfinish(execute: Execute, event: events.PressUndone) -> None:
    take_off_finished(execute, event.ticket)
    _forget_outcome(execute, event)


def _forget_leg(execute: Execute, event: events.PressUndone) -> None:
    execute(
        "delete from legs where ticket = ? and leg = (select count(*) from legs where ticket = ?)",
        (event.ticket, event.ticket),
    )
    _forget_outcome(execute, event)


def _forget_outcome(execute: Execute, event: events.PressUndone) -> None:
    execute(
        "delete from outcomes where ticket = ?"
        " and leg = 1 + (select count(*) from legs where ticket = ?)",
        (event.ticket, event.ticket),
    )


def _repark(execute: Execute, event: events.PressUndone) -> None:
    park_again(execute, event.ticket)


def park_again(execute: Execute, ticket: str) -> None:
    """The ticket's newest parking goes on."""
    execute(
        "update parkings set ended_at = null where rowid ="
        " (select max(rowid) from parkings where ticket = ?)",
        (ticket,),
    )


def _nothing(_execute: Execute, _event: events.Event, _day: str) -> None:
    """The fact matters to screens only."""


_TAKE_BACK: dict[str, Callable[[Execute, events.PressUndone], None]] = {
    "TicketMissed": _unmiss,
    "TicketRequeued": _unrequeue,
    "VisitFinished": _unfinish,
    "LegFinished": _forget_leg,
    "TicketTransferred": _forget_leg,
    "TicketResumed": _repark,
}

PROJECT_THE_FLOOR: dict[type[events.Event], Callable[[Execute, Any, str], None]] = {
    events.TicketParked: _ticket_parked,
    events.TicketResumed: _ticket_resumed,
    events.TicketTransferred: _ticket_transferred,
    events.TicketReleased: _nothing,
    events.ServicePaused: _nothing,
    events.ServiceOffered: _nothing,
    events.IssuingEnded: _nothing,
    events.ServicesPlanned: _nothing,
    events.LegFinished: _leg_finished,
    events.VisitNoted: _visit_noted,
    events.PressUndone: _press_undone,
    events.TicketEnded: _ticket_ended,
    events.BreakStarted: _break_started,
    events.BreakEnded: _break_ended,
    events.OfficialSubstituted: _nothing,
    events.ProfileChosen: _nothing,
}
