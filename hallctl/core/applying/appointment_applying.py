"""Facts change the book of appointments; none of them may refuse."""

from collections.abc import Callable
from typing import Any

from hallctl.core.appointment_life import AppointmentState
from hallctl.core.events import appointment_events as events
from hallctl.core.events.event import Event
from hallctl.core.hall import Hall
from hallctl.core.hall.appointment_book import AppointmentBook


def note(book: AppointmentBook, event: Event) -> None:
    """Change a book by one fact about appointments."""
    match event:
        case events.AppointmentBooked():
            book.add(event)
        case events.AppointmentMoved():
            book.move(event)
        case events.AppointmentCancelled():
            one = book.end(event.appointment, AppointmentState.CANCELLED, event.at)
            one.reason = event.reason
        case events.AppointmentReleased():
            book.end(event.appointment, AppointmentState.RELEASED, event.at)
        case events.AppointmentReminded():
            book.every[event.appointment].is_reminded = True
        case events.AppointmentCheckedIn():
            one = book.end(event.appointment, AppointmentState.CHECKED_IN, event.at)
            one.ticket = event.ticket


def _noted(hall: Hall, event: Event) -> None:
    note(hall.appointments, event)


APPLY_TO_APPOINTMENTS: dict[type[Event], Callable[[Hall, Any], None]] = dict.fromkeys(
    (
        events.AppointmentBooked,
        events.AppointmentMoved,
        events.AppointmentCancelled,
        events.AppointmentReleased,
        events.AppointmentReminded,
        events.AppointmentCheckedIn,
    ),
    _noted,
)
"""How each fact about appointments changes a hall."""
