"""What becomes of no-shows by the clock: back into the queue, or the end of the number.

When a no-show is due is read off the hall, so it outlives every restart; the wish that the hall
then sends itself has an id made from the ticket and that time, so it happens exactly once.
"""

from collections.abc import Iterator
from typing import NamedTuple

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.deciding.holding import let_go
from hallctl.core.guards import known_ticket, may_take, open_business_day
from hallctl.core.hall import Hall, Ticket
from hallctl.core.hall.queueing import MS_A_MINUTE
from hallctl.core.life import Step
from hallctl.core.plan.floor_rules import FloorRules
from hallctl.core.refusals import Refusal, Refused


class DueNoShow(NamedTuple):
    """A no-show whose time is over."""

    ticket: str
    due_at: int
    returns: bool
    """Back into the queue; else it ends."""


def due_no_shows(hall: Hall, floor: FloorRules, at: int) -> Iterator[DueNoShow]:
    """The no-shows of an open day whose time is over, oldest first."""
    if not hall.is_open or floor.no_show_then == "stay":
        return
    for name in hall.missed:
        ticket = hall.tickets[name]
        if at < due_at(ticket, floor):
            return
        returns = floor.no_show_then == "return" and ticket.returns < floor.no_show_returns
        yield DueNoShow(name, due_at(ticket, floor), returns)


def due_at(ticket: Ticket, floor: FloorRules) -> int:
    """When a missed ticket's time is over (ms since 1970)."""
    return ticket.missed_at + round(floor.no_show_minutes * MS_A_MINUTE)


def return_no_show(hall: Hall, wish: commands.ReturnNoShow, by: Circumstances) -> Facts:
    ticket = _overdue(hall, wish.ticket, Step.REQUEUE, by)
    yield events.TicketRequeued(
        at=by.at,
        ticket=ticket.ticket,
        number=ticket.number,
        queued_at=by.at,
        is_automatic=True,
    )
    yield from let_go(hall, ticket, by.at)


def end_no_show(hall: Hall, wish: commands.EndNoShow, by: Circumstances) -> Facts:
    ticket = _overdue(hall, wish.ticket, Step.END, by)
    yield events.TicketEnded(at=by.at, ticket=ticket.ticket, number=ticket.number)


def _overdue(hall: Hall, name: str, step: Step, by: Circumstances) -> Ticket:
    open_business_day(hall)
    ticket = may_take(known_ticket(hall, name), step)
    if name not in hall.missed:  # only a no-show has a time that runs out
        raise Refused(
            Refusal.TICKET_NOT_ALLOWED, number=ticket.number, state=ticket.state, step=step
        )
    wait_ms = due_at(ticket, by.plan.floor) - by.at
    if wait_ms > 0:
        raise Refused(Refusal.NOT_DUE_YET, number=ticket.number, wait_s=-(-wait_ms // 1000))
    return ticket
