"""Facts about what the hall offers change the hall."""

from collections.abc import Callable
from typing import Any

from hallctl.core.applying.reopening_applying import remember_who_waits
from hallctl.core.applying.ticket_moving import leave
from hallctl.core.events import offer_events as events
from hallctl.core.events.event import Event
from hallctl.core.hall import Hall, Pause
from hallctl.core.life import TicketState


def _service_paused(hall: Hall, event: events.ServicePaused) -> None:
    hall.paused[event.service] = Pause(event.vi, event.en, event.until)


def _service_offered(hall: Hall, event: events.ServiceOffered) -> None:
    hall.paused.pop(event.service, None)


def _issuing_ended(hall: Hall, _event: events.IssuingEnded) -> None:
    remember_who_waits(hall)
    hall.issuing_ended = True


def _ticket_carried_over(hall: Hall, event: events.TicketCarriedOver) -> None:
    ticket = hall.tickets[event.ticket]
    leave(hall, ticket, TicketState.LAPSED)
    hall.carried.append(ticket)


APPLY_TO_OFFER: dict[type[Event], Callable[[Hall, Any], None]] = {
    events.ServicePaused: _service_paused,
    events.ServiceOffered: _service_offered,
    events.IssuingEnded: _issuing_ended,
    events.TicketCarriedOver: _ticket_carried_over,
}
