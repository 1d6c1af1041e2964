"""When the hall opens by its timetable."""

from datetime import datetime, timedelta
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

from hallctl.core.plan import Plan

BEFORE = timedelta(minutes=30)
"""Citizens may take numbers this long before the first shift."""
DAYS_AHEAD = 15
"""Longer than any holiday."""


class Break(NamedTuple):
    """The time between two shifts of a day, seen from a moment before it."""

    begins_in_s: float
    lasts_s: float


def breaks_ahead(plan: Plan, at: int) -> list[Break]:
    """The day's breaks that are still to come at that moment (ms); none without a timetable."""
    if not plan.shifts:
        return []
    now = datetime.fromtimestamp(at / 1000, ZoneInfo(plan.timezone))
    breaks = []
    for shift, following in pairwise(plan.dossiers.calendar.shifts(now.date())):
        closes = datetime.combine(now, shift.closes, now.tzinfo)
        opens = datetime.combine(now, following.opens, now.tzinfo)
        if now < closes:
            breaks.append(Break((closes - now).total_seconds(), (opens - closes).total_seconds()))
    return breaks


def next_opening(plan: Plan, at: int) -> int | None:
    """The start of the next shift after ``at`` (both ms since 1970), or None without a timetable."""
    if not plan.shifts:
        return None
    zone = ZoneInfo(plan.timezone)
    now = datetime.fromtimestamp(at / 1000, zone)
    for ahead in range(DAYS_AHEAD):
        day = (now + timedelta(days=ahead)).date()
        for shift in plan.dossiers.calendar.shifts(day):
            opens = datetime.combine(day, shift.opens, zone)
            if opens > now:
                return round(opens.timestamp() * 1000)
    return None
