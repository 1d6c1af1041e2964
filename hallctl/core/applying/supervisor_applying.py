"""What facts about the running of the hall change in it."""

from collections.abc import Callable
from typing import Any

from hallctl.core import events
from hallctl.core.applying.ticket_moving import leave_line
from hallctl.core.hall import Hall
from hallctl.core.hall.queueing import FRONT
from hallctl.core.plan import APPOINTED, Words


def _services_changed(hall: Hall, event: events.ServicesChanged) -> None:
    hall.counters[event.counter].services = event.services


def _notice_put_up(hall: Hall, event: events.NoticePutUp) -> None:
    words = Words(event.vi, event.en)
    if event.zone:
        hall.boards.notices[event.zone] = words
    else:
        hall.notice = words


def _notice_taken_down(hall: Hall, event: events.NoticeTakenDown) -> None:
    if event.zone:
        hall.boards.notices.pop(event.zone, None)
    else:
        hall.notice = None


def _prioritised(hall: Hall, event: events.TicketPrioritised) -> None:
    ticket = hall.tickets[event.ticket]
    leave_line(hall, ticket)
    ticket.group = event.group
    if ticket.lane not in {FRONT, APPOINTED}:
        ticket.lane = event.group
    hall.queues.add(ticket.queue, ticket.lane, ticket.place)


APPLY_FOR_SUPERVISORS: dict[type[events.Event], Callable[[Hall, Any], None]] = {
    events.ServicesChanged: _services_changed,
    events.NoticePutUp: _notice_put_up,
    events.NoticeTakenDown: _notice_taken_down,
    events.TicketPrioritised: _prioritised,
}
