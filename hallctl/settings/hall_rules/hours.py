"""Rules about time: the zone, the weekdays, and shifts such as ``"07:30-11:30"``."""

import re
from collections.abc import Iterable
from datetime import time
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

from hallctl.core.calendar import Shift
from hallctl.settings.problems import Findings, nearest, quoted
from hallctl.settings.tables.document import HoursTable

_TIME = re.compile(r"\s*(\d{1,2})(?:[:h](\d{2})|h)\s*", re.ASCII)
_DASH = re.compile("[-–—]")


def check_timezone(zone: str, findings: Findings) -> None:
    """The zone must be one the IANA database knows."""
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        near = nearest(zone, available_timezones()) or "Asia/Ho_Chi_Minh"
        findings.add(
            "hall.timezone", f"{quoted(zone)} is not a known zone", f"did you mean {quoted(near)}?"
        )


def check_hours(hours: HoursTable, findings: Findings) -> tuple[Shift, ...]:
    """Notes what is wrong with the hours; returns the shifts that could be read."""
    _check_weekdays(hours.weekdays, findings)
    if hours.opens_by_itself and not (hours.shifts and hours.weekdays):
        findings.add(
            "hours.opens_by_itself", "there are no hours to open at", "add weekdays and shifts"
        )
    return read_shifts(hours.shifts, "hours.shifts", findings)


def read_shifts(written: Iterable[str], path: str, findings: Findings) -> tuple[Shift, ...]:
    """The shifts of a day that could be read; notes those that could not."""
    shifts = []
    for place, one in enumerate(written, start=1):
        if (shift := _read_shift(one)) is not None:
            shifts.append(shift)
        else:
            findings.add(
                f"{path}[{place}]",
                f"{quoted(one)} is not a stretch of a day",
                'write opening and closing, such as "07:30-11:30"',
            )
    for before, after in pairwise(shifts):
        if after.opens < before.closes:
            findings.add(
                path,
                f"{after.opens:%H:%M} is before the last shift's end, {before.closes:%H:%M}",
                "put shifts in order, without overlap",
            )
    return tuple(shifts)


def read_time(written: str) -> time | None:
    """A time of the day as people write it, such as 15:00, 15h00 or 15h; None if it is none."""
    found = _TIME.fullmatch(written)
    hour, minute = (int(part) for part in found.groups("0")) if found else (24, 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _check_weekdays(weekdays: tuple[int, ...], findings: Findings) -> None:
    for day in dict.fromkeys(weekdays):
        if not 1 <= day <= 7:
            findings.add("hours.weekdays", f"{day} is no weekday", "use 1 (Monday) to 7 (Sunday)")
    if len(set(weekdays)) < len(weekdays):
        findings.add("hours.weekdays", "names a day twice", "name each day once")


def _read_shift(written: str) -> Shift | None:
    opens, *closes = map(read_time, _DASH.split(written))
    if opens is None or len(closes) != 1 or closes[0] is None or opens >= closes[0]:
        return None
    return Shift(opens, closes[0])
