"""What an address asks of reports: which, of which days, broken down by what; and which figure is opened."""

from datetime import date
from typing import get_args

from aiohttp import web

from hallctl.ledger.period import Period
from hallctl.reports.behind.listing import Key, Place
from hallctl.reports.behind.opening import Opening
from hallctl.reports.building import REPORTS
from hallctl.reports.orders import Name, ReportOrder
from hallctl.reports.periods import SPANS, Compared, Span, around
from hallctl.web.reports.report_links import OF_NONE

LONGEST_DAYS = 20 * 366
OF_THE_PLACE = ("row", "day", "after", "before")
LARGEST = 2**62


def order_of(request: web.Request, today: date, language: str) -> ReportOrder:
    """Raises HTTPNotFound for a report or a breakdown that there is not."""
    asked = request.query
    name = next((one for one in get_args(Name) if one == request.match_info["name"]), None)
    if name is None:
        raise web.HTTPNotFound
    by = asked.get("by", "") or REPORTS[name][1][0]
    if by not in REPORTS[name][1]:
        raise web.HTTPNotFound
    compare: Compared | None = next(
        (one for one in get_args(Compared) if one == asked.get("compare")), None
    )
    department = _department(asked.get("department", "")) if by == "indicator" else None
    return ReportOrder(name, _period(request, today), by, compare, language, department)


def opening_of(request: web.Request, order: ReportOrder) -> Opening:
    """Raises HTTPNotFound for a line that no report has."""
    opening = Opening(order, request.query.get("key"), request.query.get("figure", ""))
    if not opening.is_there:
        raise web.HTTPNotFound
    return opening


def place_of(request: web.Request) -> Place:
    """Where the page of a list begins; its first, where what is asked for makes no sense."""
    asked = request.query
    for way in ("after", "before"):
        day, _, seq = asked.get(way, "").partition(".")
        if day and _is_number(seq):
            return Place(key=Key(day, int(seq)), way="after" if way == "after" else "before")
    try:
        if asked.get("day"):
            return Place(day=date.fromisoformat(asked["day"]).isoformat())
    except ValueError:
        return Place()
    row = asked.get("row", "")
    return Place(row=max(1, int(row)) if _is_number(row) else 1)


def _department(written: str) -> str | None:
    return ("" if written == OF_NONE else written) if written else None


def _is_number(text: str) -> bool:
    digits = text.removeprefix("-")
    return digits.isascii() and digits.isdecimal() and len(digits) < len(str(LARGEST))


def _period(request: web.Request, today: date) -> Period:
    asked = request.query
    span: Span = next((one for one in SPANS if one == asked.get("span")), "month")
    usual = around(today, span)
    try:
        first = date.fromisoformat(asked["from"]) if asked.get("from") else usual.first
        last = date.fromisoformat(asked["to"]) if asked.get("to") else usual.last
    except ValueError:
        return usual
    if last < first or (last - first).days > LONGEST_DAYS:
        return usual
    return Period(first, last)
