"""What an end of the day and its taking back do to the hall; like all facts, they never refuse."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from hallctl.core.applying.ticket_moving import go_away_again, move, stand_in_line
from hallctl.core.events.event import Event
from hallctl.core.events.reopening_events import ClosingBegun, IssuingResumed, TicketRevived
from hallctl.core.hall import Hall, SentAway, Ticket
from hallctl.core.life import TicketState

HERE = frozenset({TicketState.WAITING, TicketState.CALLED, TicketState.PARKED})
"""Whom the end of the day sends away."""


def remember_who_waits(hall: Hall) -> None:
    """The end of the day's numbers may send them away; whom an earlier one did is known already."""
    here = _standing(hall, frozenset({TicketState.WAITING}))
    hall.by_ending.tickets |= here.tickets
    hall.by_ending.unprinted |= here.unprinted


def _closing_begun(hall: Hall, _event: ClosingBegun) -> None:
    hall.by_closing = _standing(hall, HERE)
    hall.by_closing.issuing_ended = hall.issuing_ended
    hall.by_closing.counters = {
        name: replace(one, presses=[]) for name, one in hall.counters.items()
    }


def _standing(hall: Hall, states: frozenset[TicketState]) -> SentAway:
    here = {name: replace(one) for name, one in hall.tickets.items() if one.state in states}
    jobs = {name: replace(job) for name, job in hall.unprinted.items() if name in here}
    return SentAway(tickets=here, unprinted=jobs)


def _issuing_resumed(hall: Hall, _event: IssuingResumed) -> None:
    hall.issuing_ended = False


def _ticket_revived(hall: Hall, event: TicketRevived) -> None:
    away = hall.by_closing if event.ticket in hall.by_closing.tickets else hall.by_ending
    ticket, before = hall.tickets[event.ticket], away.tickets.pop(event.ticket)
    if ticket.state is TicketState.FINISHED:
        _unfinish(hall, ticket)
    hall.carried = [one for one in hall.carried if one.ticket != event.ticket]
    move(hall, ticket, TicketState(event.state))
    ticket.then = before.then if event.then is None else event.then
    ticket.held_for = before.held_for if before.held_for in hall.counters else ""
    _stand_again(hall, ticket, event)
    job = away.unprinted.pop(event.ticket, None)
    if job is not None:
        hall.unprinted[event.ticket] = job


def _stand_again(hall: Hall, ticket: Ticket, event: TicketRevived) -> None:
    match ticket.state:
        case TicketState.CALLED:
            ticket.called_at = event.called_at
            hall.counters[event.counter].ticket = event.ticket
        case TicketState.PARKED:
            go_away_again(hall, ticket)
        case _:
            ticket.counter = ticket.official = ""
            stand_in_line(hall, ticket, event.queued_at)


def _unfinish(hall: Hall, ticket: Ticket) -> None:
    """The visit goes on: neither it nor its time was served."""
    served_for = ticket.finished_at - ticket.called_at
    hall.tally(ticket.service).finish(served_for, -1)
    for hand in hall.hands(ticket.counter, ticket.official):
        hand.finished -= 1
        hand.served_for -= served_for
    desk = hall.desk(ticket.counter)
    if desk.last_finished == ticket.ticket:
        desk.last_finished = ""
    ticket.finished_at = 0


APPLY_REOPENINGS: dict[type[Event], Callable[[Hall, Any], None]] = {
    ClosingBegun: _closing_begun,
    IssuingResumed: _issuing_resumed,
    TicketRevived: _ticket_revived,
}
"""How each of them changes a hall."""
