"""What a counter pressed lately, so that it can be taken back; and what it called, for mixtures."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from hallctl.core.events.event import Event
from hallctl.core.hall import Desk, Hall, OpenCounter, Press, ProfilePress, Ticket
from hallctl.core.life import TicketState

PRESSES_KEPT = 4
SERVICES_KEPT = 40
"""More than the weights of any mixture add up to."""

Apply = Callable[[Hall, Any], None]


def remembered(apply: Apply) -> Apply:
    """The same change, with the counter's ticket kept as it was before and is after."""

    def applied(hall: Hall, event: Any) -> None:
        ticket = hall.tickets[event.ticket]
        before = replace(ticket)
        counter = getattr(event, "counter", "") or _counter_left(before)
        desk = hall.desks.get(counter)
        last_finished = desk.last_finished if desk else ""
        apply(hall, event)
        if serving := hall.counters.get(counter):
            press = Press(fact_of(event), event.at, before, replace(ticket), last_finished)
            keep_press(serving, press)

    return applied


def keep_press(counter: OpenCounter, press: Press | ProfilePress) -> None:
    """The newest few may be taken back."""
    counter.presses.append(press)
    del counter.presses[:-PRESSES_KEPT]


def _counter_left(before: Ticket) -> str:
    """Where a ticket was called by mistake; nowhere when it was put back from elsewhere."""
    return before.counter if before.state is TicketState.CALLED else ""


def fact_of(event: Event) -> str:
    """The fact's name, as in its JSON."""
    return type(event).__name__


def remember_service(desk: Desk, service: str) -> None:
    """The desk called somebody of that service."""
    desk.services_called.append(service)
    del desk.services_called[:-SERVICES_KEPT]
