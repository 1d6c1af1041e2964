"""Taking a counter's last press back: which may be, and what that changes.

The journal keeps both facts. A call that was spoken stays spoken and stays counted as a call;
boards say of it that it is withdrawn.
"""

from collections.abc import Callable
from typing import cast

import msgspec

from hallctl.core.applying.ticket_moving import go_away_again, leave_line, move, move_back
from hallctl.core.events.floor_events import PressUndone
from hallctl.core.hall import Desk, Hall, OpenCounter, Press, ProfilePress, Ticket
from hallctl.core.hall.queueing import FRONT
from hallctl.core.life import TicketState
from hallctl.core.plan import APPOINTED

RESTORED = (
    "counter", "official", "held_for", "leg", "place", "called_at", "missed_at", "finished_at",
    "parked_at", "park_reason", "recalls", "recalled_at", "returns", "came_from",
)  # fmt: skip
"""What a press changes of a ticket; how often it was called and what was noted stays."""
OWN_LANES = frozenset({FRONT, APPOINTED})
"""Every other lane is that of the ticket's group, which somebody may have changed meanwhile."""


def last_press(counter: OpenCounter, at: int, undo_s: int) -> Press | ProfilePress | None:
    """The press that may be taken back now, or None."""
    newest = counter.presses[-1] if counter.presses else None
    return newest if newest and at <= newest.at + undo_s * 1000 else None


def stands_as_left(hall: Hall, press: Press) -> bool:
    """Whether nobody has touched the ticket since the press."""
    ticket, after = hall.tickets[press.after.ticket], press.after
    return all(
        getattr(ticket, name) == getattr(after, name)
        for name in ("state", "service", "counter", "place", "held_for", "is_rated")
    )


def serves_as_left(counter: OpenCounter, press: ProfilePress) -> bool:
    """Whether nobody has given the counter other services since it chose the profile."""
    return (counter.profile, counter.services) == press.after


def undo(hall: Hall, event: PressUndone) -> None:
    """The ticket stands again where it stood before the counter's last press."""
    counter = hall.counters[event.counter]
    press = cast("Press", counter.presses.pop())  # a profile taken back is another fact
    ticket, before = hall.tickets[event.ticket], press.before
    _leave(hall, counter, ticket)
    _unserve(hall, press, ticket)
    move_back(hall, ticket, before.service)
    move(hall, ticket, before.state)
    _restore(ticket, press)
    _stand_again(hall, counter, ticket)
    take_off = _TAKE_OFF.get(press.fact)
    for hand in hall.hands(event.counter, _whose(press)):
        if take_off:
            take_off(hand, press)
    hall.desk(event.counter).last_finished = press.last_finished
    if press.fact == "TicketCalled":
        _withdraw_call(hall, event)


def _restore(ticket: Ticket, press: Press) -> None:
    """What others did to the ticket since stays: a service added, another priority."""
    before = press.before
    for name in RESTORED:
        setattr(ticket, name, getattr(before, name))
    if before.then != press.after.then:
        ticket.then = before.then
    ticket.lane = before.lane if before.lane in OWN_LANES else ticket.group


def _whose(press: Press) -> str:
    """Who pressed, whoever sits there now."""
    served = press.before if press.before.state is TicketState.CALLED else press.after
    return served.official


def _leave(hall: Hall, counter: OpenCounter, ticket: Ticket) -> None:
    match ticket.state:
        case TicketState.WAITING:
            leave_line(hall, ticket)
        case TicketState.CALLED:
            counter.ticket = ""
            hall.desk(counter.counter).free_since = hall.last_at
        case TicketState.MISSED:
            hall.missed.pop(ticket.ticket, None)
        case TicketState.PARKED:
            hall.parked.pop(ticket.ticket, None)


def _stand_again(hall: Hall, counter: OpenCounter, ticket: Ticket) -> None:
    match ticket.state:
        case TicketState.WAITING:
            hall.queues.add(ticket.queue, ticket.lane, ticket.place)
        case TicketState.CALLED:
            counter.ticket = ticket.ticket
            ticket.official = counter.official
        case TicketState.MISSED | TicketState.PARKED:
            go_away_again(hall, ticket)


def _unserve(hall: Hall, press: Press, ticket: Ticket) -> None:
    if press.fact in {"VisitFinished", "LegFinished"}:
        hall.tally(press.before.service).finish(_served_for(press), -1)
        ticket.finished_at = 0


def _withdraw_call(hall: Hall, event: PressUndone) -> None:
    for place in reversed(range(len(hall.calls))):
        call = hall.calls[place]
        if call.ticket == event.ticket:
            hall.calls[place] = msgspec.structs.replace(call, is_withdrawn=True)
            return


def _served_for(press: Press) -> int:
    return press.at - press.before.called_at


def _take_off_finished(hand: Desk, press: Press) -> None:
    hand.finished -= 1
    hand.served_for -= _served_for(press)


def _take_off_called(hand: Desk, _press: Press) -> None:
    hand.called -= 1
    if hand.services_called:
        hand.services_called.pop()


def _take_off_missed(hand: Desk, _press: Press) -> None:
    hand.missed -= 1


def _take_off_parked(hand: Desk, _press: Press) -> None:
    hand.parked -= 1


def _take_off_transferred(hand: Desk, _press: Press) -> None:
    hand.transferred -= 1


_TAKE_OFF: dict[str, Callable[[Desk, Press], None]] = {
    "TicketCalled": _take_off_called,
    "TicketMissed": _take_off_missed,
    "VisitFinished": _take_off_finished,
    "LegFinished": _take_off_finished,
    "TicketParked": _take_off_parked,
    "TicketTransferred": _take_off_transferred,
}
