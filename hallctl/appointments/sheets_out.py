"""Appointments as a CSV sheet that can be read in again; names only where they are asked for."""

import csv
from collections.abc import Iterable
from datetime import datetime
from io import StringIO
from zoneinfo import ZoneInfo

from hallctl.appointments.calendar_file import Written
from hallctl.core.appointment_life import AppointmentState
from hallctl.core.plan import Plan

COLUMNS = (
    "appointment", "code", "reference", "service", "starts_at", "ends_at", "state", "status",
    "channel", "language", "number", "name", "phone", "email",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t")
"""A cell that begins so would be reckoned by a spreadsheet, not shown."""


def sheet_of(plan: Plan, every: Iterable[Written]) -> str:
    """The whole sheet, its head first."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for written in every:
        writer.writerow([_safe(cell) for cell in _cells(plan, written)])
    return out.getvalue()


def _cells(plan: Plan, written: Written) -> tuple[str, ...]:
    one, zone, visitor = written.one, ZoneInfo(plan.timezone), written.visitor
    begins, ends = (
        f"{datetime.fromtimestamp(at / 1000, zone):%Y-%m-%d %H:%M}"
        for at in (one.starts_at, one.ends_at)
    )
    is_on = one.state in {AppointmentState.BOOKED, AppointmentState.CHECKED_IN}
    return (
        one.appointment,
        one.code,
        written.reference or one.appointment,
        one.service,
        begins,
        ends,
        one.state.value,
        "booked" if is_on else "cancelled",
        one.channel,
        one.language,
        one.ticket[11:],
        visitor.name if visitor else "",
        visitor.phone if visitor else "",
        visitor.email if visitor else "",
    )


def _safe(cell: str) -> str:
    is_phone = cell[:1] == "+" and cell[1:2].isdigit()
    return f"'{cell}" if cell.startswith(FORMULA) and not is_phone else cell
