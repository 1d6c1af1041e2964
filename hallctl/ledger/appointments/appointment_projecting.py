"""What each fact about an appointment means for its row in the ledger."""

from collections.abc import Callable
from typing import Any

from hallctl.core import events
from hallctl.journal.inserting import Execute
from hallctl.ledger.appointments.appointment_sums import sum_again


def _booked(execute: Execute, event: events.AppointmentBooked, _day: str) -> None:
    execute(
        "insert into appointments (appointment, day, service, starts_at, state, channel,"
        " booked_on, booked_at, moves) values (?, ?, ?, ?, 'booked', ?, ?, ?, 0)",
        (
            event.appointment,
            event.on.isoformat(),
            event.service,
            event.starts_at,
            event.channel,
            event.booked_on.isoformat(),
            event.at,
        ),
    )
    sum_again(execute, event.on.isoformat())


def _moved(execute: Execute, event: events.AppointmentMoved, _day: str) -> None:
    before = execute(_DAY, (event.appointment,)).fetchone()
    execute(
        "update appointments set day = ?, starts_at = ?, moves = moves + 1 where appointment = ?",
        (event.on.isoformat(), event.starts_at, event.appointment),
    )
    for day in (*before, event.on.isoformat()):
        sum_again(execute, day)


def _cancelled(execute: Execute, event: events.AppointmentCancelled, _day: str) -> None:
    _end(execute, event, "cancelled")
    execute(
        "update appointments set reason = ? where appointment = ?",
        (event.reason, event.appointment),
    )
    sum_again(execute, event.on.isoformat())


def _released(execute: Execute, event: events.AppointmentReleased, _day: str) -> None:
    _end(execute, event, "released")
    sum_again(execute, event.on.isoformat())


def _checked_in(execute: Execute, event: events.AppointmentCheckedIn, _day: str) -> None:
    _end(execute, event, "checked_in")
    execute(
        "update appointments set checked_in_at = ?, ticket = ? where appointment = ?",
        (event.at, event.ticket, event.appointment),
    )
    sum_again(execute, event.on.isoformat())


def _reminded(_execute: Execute, _event: events.AppointmentReminded, _day: str) -> None:
    """The notice that it owes has a row of its own."""


_DAY = "select day from appointments where appointment = ?"


def _end(execute: Execute, event: events.AppointmentEvent, state: str) -> None:
    execute(
        "update appointments set state = ?, ended_at = ?, ended_by = ? where appointment = ?",
        (state, event.at, event.by, event.appointment),
    )


PROJECT_APPOINTMENTS: dict[type[events.Event], Callable[[Execute, Any, str], None]] = {
    events.AppointmentBooked: _booked,
    events.AppointmentMoved: _moved,
    events.AppointmentCancelled: _cancelled,
    events.AppointmentReleased: _released,
    events.AppointmentReminded: _reminded,
    events.AppointmentCheckedIn: _checked_in,
}
"""How each fact about appointments is written into the ledger."""
