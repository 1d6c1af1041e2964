"""The report of appointments: how many were booked, kept, lost and cancelled, and how they waited."""

from hallctl.reports.orders import ReportOrder, Sources
from hallctl.reports.report import Report
from hallctl.reports.saying import Saying
from hallctl.reports.tallied import Book, Figure, in_days, tallied

KEPT = "state = 'checked_in'"
NOT_KEPT = "state = 'released'"
CALLED = "called_at is not null"


def _count(key: str, which: str, *, is_compared: bool = True) -> Figure:
    return Figure(key, "count", f"coalesce(sum({which}), 0)", which, is_compared)


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
        Figure("appointments_booked", "count", "count(*)"),
        _count("appointments_kept", KEPT),
        _count("appointments_not_kept", NOT_KEPT),
        _count("appointments_cancelled", "state = 'cancelled'"),
        _count("appointments_expected", "state = 'booked'", is_compared=False),
        _count("appointments_moved", "moves > 0", is_compared=False),
        Figure(
            "kept_share",
            "share",
            f"round(100.0 * sum({KEPT}) / nullif(sum({KEPT} or {NOT_KEPT}), 0), 2)",
            f"{KEPT} or {NOT_KEPT}",
        ),
        Figure(
            "appointment_wait",
            "span",
            "cast(round(avg(iif("
            f"{CALLED}, max(0, called_at - max(starts_at, checked_in_at)) / 1000.0, null"
            ")), 0) as integer)",
            CALLED,
        ),
    ),
    notes=("note_appointments",),
)


def appointment_report(order: ReportOrder, sources: Sources, say: Saying) -> Report:
    """Appointments for days of the period, as they stand now."""
    return tallied(APPOINTMENTS, order, sources, say)
