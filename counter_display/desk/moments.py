"""Times and days as officials type them and read them, by the hall's wall clock."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from hallctl.station.clock import spoken_date

_MOMENT = re.compile(
    r"(?P<hour>\d{1,2})[:hg.](?P<minute>\d{2})?"
    r"(?:[\s,]+(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})(?:[/.-](?P<year>\d{4}))?)?"
)
_DAY = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})|\d{8}")


def moment_of(text: str, now: datetime) -> int | None:
    """``9:05``, ``9h05 20/11`` or ``9:05 20/11/2026`` as milliseconds since 1970; None for none."""
    found = _MOMENT.fullmatch(text.strip().lower())
    if found is None:
        return None
    part = {name: int(value) for name, value in found.groupdict().items() if value}
    try:
        local = now.replace(
            year=part.get("year", now.year),
            month=part.get("month", now.month),
            day=part.get("day", now.day),
            hour=part["hour"],
            minute=part.get("minute", 0),
            second=0,
            microsecond=0,
        )
    except ValueError:
        return None
    return round(local.timestamp() * 1000)


def day_of(text: str) -> date | None:
    """``17/5/1990`` or ``17051990`` as a date; None for none."""
    bare = text.strip()
    found = _DAY.fullmatch(bare)
    if found is None:
        return None
    parts = found.groups() if found["year"] else (bare[:2], bare[2:4], bare[4:])
    day, month, year = (int(part) for part in parts)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def written_moment(at: int, timezone: str, language: str) -> str:
    """``16:30 · Thứ Sáu, 27/11/2026``."""
    local = datetime.fromtimestamp(at / 1000, ZoneInfo(timezone))
    return f"{local:%H:%M} · {spoken_date(local, language)}"


def short_moment(at: int, timezone: str) -> str:
    """``16:30 27/11/2026``."""
    return f"{datetime.fromtimestamp(at / 1000, ZoneInfo(timezone)):%H:%M %d/%m/%Y}"


def clock_of(at: int, timezone: str) -> str:
    """``16:30``."""
    return f"{datetime.fromtimestamp(at / 1000, ZoneInfo(timezone)):%H:%M}"
