"""Appointments from another system, row by row: read from iCalendar or CSV, every bad row named."""

import csv
from collections.abc import Iterator
from datetime import date, datetime
from io import StringIO
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import msgspec
from icalendar import Calendar
from icalendar.error import BrokenCalendarProperty

from hallctl.appointments.visitor import Visitor
from hallctl.core.plan import Plan, Service

COLUMNS = ("reference", "service", "starts_at", "name", "phone", "email", "language", "status")
WANTED = ("reference", "service", "starts_at", "name")
MOST_ROWS = 500
LONGEST_REFERENCE = 200
UNREADABLE = (
    BrokenCalendarProperty,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    OverflowError,
)
"""What the reader of calendars raises for files that are none."""
OFF = frozenset({"cancelled", "canceled"})
BROKEN = "broken"
"""Instead of cells, what is wrong with a row that has none."""
ON = frozenset({"", "booked", "confirmed", "tentative"})


class RowIn(NamedTuple):
    """One row that makes sense by itself; ``row`` counts from 1 below the head."""

    row: int
    reference: str
    service: str
    starts_at: int
    visitor: Visitor
    language: str | None
    is_off: bool


class BadRow(msgspec.Struct, frozen=True):
    """One row that does not: which, and what is wrong with it."""

    row: int
    problem: str


class Sheet(NamedTuple):
    """A whole file, read."""

    rows: list[RowIn]
    bad: list[BadRow]


def rows_of_csv(text: str, plan: Plan) -> Sheet:
    """Columns by their names, comma or semicolon, in any order."""
    lines = "\n".join(text.removeprefix("\ufeff").splitlines())
    head = lines.partition("\n")[0]
    comma = ";" if head.count(";") > head.count(",") else ","
    try:
        table = list(csv.reader(StringIO(lines), delimiter=comma))
    except csv.Error as error:
        return Sheet([], [BadRow(0, f"this is no sheet: {error}")])
    names = [name.strip().lower() for name in table[0]] if table else []
    missing = [name for name in WANTED if name not in names]
    if missing:
        return Sheet([], [BadRow(0, f"the columns {', '.join(missing)} are missing")])
    rows = (
        {name: cell.strip() for name, cell in zip(names, row, strict=False)}
        for row in table[1:]
        if any(row)
    )
    return _sheet(rows, plan)


def rows_of_calendar(data: bytes, plan: Plan) -> Sheet:
    """Every VEVENT: UID, DTSTART, CATEGORIES (or SUMMARY) for the service, ATTENDEE, STATUS."""
    try:
        events = Calendar.from_ical(data).walk("VEVENT")
    except UNREADABLE as error:
        return Sheet([], [BadRow(0, f"this is no calendar: {' '.join(str(error).split())[:120]}")])
    return _sheet((_raw_event(event, plan) for event in events), plan)


def _sheet(raw: Iterator[dict[str, str]], plan: Plan) -> Sheet:
    sheet, seen = Sheet([], []), dict[str, int]()
    for row, cells in enumerate(raw, start=1):
        if row > MOST_ROWS:
            sheet.bad.append(BadRow(row, f"a file holds at most {MOST_ROWS} rows"))
            break
        try:
            read = _row(row, cells, plan)
        except ValueError as error:
            sheet.bad.append(BadRow(row, str(error)))
            continue
        if read.reference in seen:
            sheet.bad.append(BadRow(row, f"has the reference of row {seen[read.reference]}"))
        seen[read.reference] = row
        sheet.rows.append(read)
    return sheet


def _row(row: int, cells: dict[str, str], plan: Plan) -> RowIn:
    if BROKEN in cells:
        raise ValueError(cells[BROKEN])
    reference, status = cells.get("reference", ""), cells.get("status", "").lower()
    if not 0 < len(reference) <= LONGEST_REFERENCE:
        raise ValueError("has no reference by which it is known again")
    if status not in OFF | ON:
        raise ValueError(f"{status!r} is no status: write booked or cancelled")
    language = cells.get("language", "").lower() or None
    if language is not None and language not in plan.rules.languages:
        raise ValueError(f"{language!r} is not spoken here")
    return RowIn(
        row=row,
        reference=reference,
        service=_service(cells.get("service", ""), plan).service,
        starts_at=_moment(cells.get("starts_at", ""), plan),
        visitor=_visitor(cells),
        language=language,
        is_off=status in OFF,
    )


def _service(written: str, plan: Plan) -> Service:
    """By its id, its letter, or its name in either language."""
    for one in plan.services:
        if written.casefold() in {
            *(name.casefold() for name in (one.service, one.letter, one.name.vi, one.name.en)),
        } - {""}:
            return one
    raise ValueError(f"there is no service {written!r}")


def _moment(written: str, plan: Plan) -> int:
    """``2026-11-25 09:00`` on the hall's wall, or with a zone of its own."""
    try:
        at = datetime.fromisoformat(written)
    except ValueError:
        raise ValueError(f"{written!r} is no time: write 2026-11-25 09:00") from None
    local = at if at.tzinfo else at.replace(tzinfo=ZoneInfo(plan.timezone))
    return round(local.timestamp() * 1000)


def _visitor(cells: dict[str, str]) -> Visitor:
    told = {key: cells.get(key, "") for key in ("name", "phone", "email")}
    try:
        return msgspec.convert(told, Visitor)
    except msgspec.ValidationError as error:
        field = str(error).rpartition("$.")[2].rstrip("`") or "name"
        raise ValueError(f"its {field} can't be read") from None


def _raw_event(event: Any, plan: Plan) -> dict[str, str]:
    """A VEVENT as a row; a broken property is told as what is wrong with it."""
    try:
        return _cells(event, plan)
    except UNREADABLE:
        return {BROKEN: "has a property that can't be read"}


def _cells(event: Any, plan: Plan) -> dict[str, str]:
    starts = getattr(event.get("dtstart"), "dt", None)
    attendee = event.get("attendee")
    attendee = attendee[0] if isinstance(attendee, list) else attendee
    address = str(attendee or "")
    return {
        "reference": str(event.get("x-hall-appointment", "") or event.get("uid", "")),
        "service": _category(event, plan),
        "starts_at": starts.isoformat() if isinstance(starts, date) else "",
        "name": str(attendee.params.get("CN", "")) if attendee is not None else "",
        "phone": str(event.get("x-hall-phone", "")),
        "email": address[7:] if address.lower().startswith("mailto:") else "",
        "status": str(event.get("status", "")),
    }


def _category(event: Any, plan: Plan) -> str:
    """The first category that is a service here, else the summary's first part."""
    named = event.get("categories")
    lists = named if isinstance(named, list) else [named] if named is not None else []
    every = [str(one) for each in lists for one in each.cats]
    for one in every:
        try:
            return _service(one, plan).service
        except ValueError:
            continue
    return str(event.get("summary", "")).partition(" · ")[0]
