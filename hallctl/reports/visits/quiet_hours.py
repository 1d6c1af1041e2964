"""When the hall is quiet: usual waits by weekday and half hour, from the weeks just past."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from hallctl.core.calendar import Shift
from hallctl.ledger.period import Period
from hallctl.reports.visits.visit_figures import VisitFigures, visits

WEEKS = 8
HALF_HOURS_A_DAY = 48
FEWEST = 8
"""Fewer visits than that in a half hour of eight weeks say nothing."""
SHORT_S, LONG_S = 300, 900
"""A usual wait below the first is short; beyond the second it breaks the hall's promise."""

Level = Literal["quiet", "easy", "busy", "long"]


class UsualHalfHour(NamedTuple):
    """What a citizen who came then has usually met."""

    weekday: int
    """1 is Monday."""
    minutes: int
    """When it begins, in minutes after local midnight."""
    visits: float
    """Numbers taken, on a mean day."""
    wait_s: int
    """The mean wait until the call."""
    level: Level


def usual_half_hours(
    database: Database, today: date, timezone: str, shifts: Sequence[Shift] = ()
) -> list[UsualHalfHour]:
    """Of the eight weeks before today, in order; half hours with too few visits are left out.

    So are those outside the shifts, where the hall has any: whoever was called then had come early
    for an appointment, and tells nobody else when to come.
    """
    period = Period(today - timedelta(weeks=WEEKS), today - timedelta(days=1))
    offset = minutes_from_utc(today, timezone)
    lines = visits(database, period, "weekday_half_hour")
    usual = (_usual(line, offset) for line in lines if line.sums["called"] >= FEWEST)
    return sorted(one for one in usual if not shifts or _is_open(one.minutes, shifts))


def quietest(hours: list[UsualHalfHour], count: int = 3) -> list[UsualHalfHour]:
    """Those with the shortest usual wait, in order of the week."""
    return sorted(sorted(hours, key=lambda one: (one.wait_s, one.visits))[:count])


def level_of(wait_s: int) -> Level:
    """How a wait of so many seconds feels."""
    if wait_s < SHORT_S:
        return "quiet"
    if wait_s < 2 * SHORT_S:
        return "easy"
    return "busy" if wait_s <= LONG_S else "long"


def local_minutes(half_hour: str, offset: int) -> int:
    """When the ledger's half hour begins, in minutes after local midnight."""
    return (30 * int(half_hour) + offset) % (30 * HALF_HOURS_A_DAY)


def _is_open(minutes: int, shifts: Sequence[Shift]) -> bool:
    """Whether the hall is open at any time of the half hour."""
    spans = ((_minutes_of(one.opens), _minutes_of(one.closes)) for one in shifts)
    return any(opens < minutes + 30 and minutes < closes for opens, closes in spans)


def _minutes_of(clock: time) -> int:
    return 60 * clock.hour + clock.minute


def _usual(line: VisitFigures, offset: int) -> UsualHalfHour:
    weekday, half_hour = line.key.split(" ")
    wait_s = line.average_wait_s or 0
    return UsualHalfHour(
        int(weekday),
        local_minutes(half_hour, offset),
        line.sums["issued"] / max(1, line.days),
        wait_s,
        level_of(wait_s),
    )


def minutes_from_utc(day: date, timezone: str) -> int:
    """How far the zone's clock is ahead of UTC on that day."""
    midnight = datetime.combine(day, datetime.min.time(), ZoneInfo(timezone))
    offset = midnight.utcoffset() or timedelta()
    return round(offset.total_seconds() / 60)
