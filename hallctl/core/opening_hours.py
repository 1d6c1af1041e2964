"""When the hall opens by its timetable."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hallctl.core.plan import Plan

BEFORE = timedelta(minutes=30)
"""Citizens may take numbers this long before the first shift."""
DAYS_AHEAD = 15
"""Longer than any holiday."""


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
