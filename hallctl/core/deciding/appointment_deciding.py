"""Which small function weighs which wish about an appointment."""

from collections.abc import Callable
from typing import Any

from hallctl.core import commands
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.deciding.appointment_check_in import check_in_appointment
from hallctl.core.deciding.appointment_decisions import (
    book_appointment,
    cancel_appointment,
    import_appointments,
    move_appointment,
    release_appointment,
    remind_appointment,
)
from hallctl.core.hall import Hall

DECIDE_APPOINTMENTS: dict[type[commands.Command], Callable[[Hall, Any, Circumstances], Facts]] = {
    commands.BookAppointment: book_appointment,
    commands.MoveAppointment: move_appointment,
    commands.CancelAppointment: cancel_appointment,
    commands.CheckInAppointment: check_in_appointment,
    commands.ReleaseAppointment: release_appointment,
    commands.RemindAppointment: remind_appointment,
    commands.ImportAppointments: import_appointments,
}
