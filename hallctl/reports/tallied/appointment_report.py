"""The report of appointments: how many were booked, kept, lost and cancelled, and how they waited."""

from hallctl.ledger.appointments.appointment_sums import (
    APPOINTMENT_DIMENSIONS,
    SUMS_OF_APPOINTMENTS,
)
from hallctl.reports.orders import ReportOrder, Sources
from hallctl.reports.report import Report
from hallctl.reports.saying import Saying
from hallctl.reports.tallied import Book, Figure, Sums, in_days, tallied

KEPT = "state = 'checked_in'"
NOT_KEPT = "state = 'released'"
CALLED = "called_at is not null"


def _count(key: str, times: str, which: str, *, is_compared: bool = True) -> Figure:
    return Figure(key, "count", f"coalesce(sum({times}), 0)", which, is_compared, times)


APPOINTMENTS = Book(
    rows=(
        "select appointments.appointment, appointments.day, appointments.service, starts_at,"
        " appointments.state, appointments.channel, moves, checked_in_at, appointments.ticket,"
        " appointments.reason, tickets.first_called_at as called_at,"
        " starts_at / 60000 * 1000000000 + appointments.rowid as kept_at"
        " from appointments left join tickets using (ticket)"
        " where appointments.day between :first and :last"
    ),
    keys={
        "service": "service",
        "channel": "channel",
        "weekday": "strftime('%u', day)",
        **in_days("day"),
    },
    figures=(
        _count("appointments_booked", "booked", "1"),
        _count("appointments_kept", "kept", KEPT),
        _count("appointments_not_kept", "not_kept", NOT_KEPT),
        _count("appointments_cancelled", "cancelled", "state = 'cancelled'"),
        _count("appointments_expected", "expected", "state = 'booked'", is_compared=False),
        _count("appointments_moved", "moved", "moves > 0", is_compared=False),
        Figure(
            "kept_share",
            "share",
            "round(100.0 * sum(kept) / nullif(sum(kept + not_kept), 0), 2)",
            f"{KEPT} or {NOT_KEPT}",
            times="kept + not_kept",
        ),
        Figure(
            "appointment_wait",
            "span",
            "cast(round(sum(waited_ms) / 1000.0 / nullif(sum(called), 0), 0) as integer)",
            CALLED,
            times="called",
        ),
    ),
    notes=("note_appointments",),
    sums=Sums(SUMS_OF_APPOINTMENTS, APPOINTMENT_DIMENSIONS),
)


def appointment_report(order: ReportOrder, sources: Sources, say: Saying) -> Report:
    """Appointments for days of the period, as they stand now."""
    return tallied(APPOINTMENTS, order, sources, say)
