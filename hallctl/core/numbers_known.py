"""How far the numbers and codes of a day have come, as the hall knows; and what it has lost of them.

A *series* counts by itself: a service's letter, the agency of dossiers' codes, or complaints.
"""

from collections.abc import Mapping
from datetime import date

from hallctl.core.hall import Hall

COMPLAINTS = "PA"
"""The series of complaints' codes: phản ánh."""


def numbers_given(hall: Hall) -> dict[str, int]:
    """The highest serial of each series on the hall's day.

    Without leased numbers, which whoever gives them tells of.
    """
    if hall.business_day is None:
        return {}
    return {**hall.serials, **_codes(hall, hall.business_day)}


def next_code(hall: Hall, series: str, day: date) -> int:
    """The serial of the next dossier or complaint on that day."""
    passed = hall.passed_over.on(day).get(series, 0)
    return max(passed, _codes(hall, day).get(series, 0)) + 1


def lost(hall: Hall, business_day: date, told: Mapping[str, int]) -> dict[str, int]:
    """What is told of that the hall might give again; nothing of days that are over."""
    if hall.business_day is not None and business_day < hall.business_day:
        return {}
    passed = hall.passed_over.on(business_day)
    given = numbers_given(hall) if business_day == hall.business_day else {}
    return {
        series: serial
        for series, serial in told.items()
        if serial > max(passed.get(series, 0), given.get(series, 0))
        and _is_of_the_sequence(hall, business_day, series, serial)
    }


def _codes(hall: Hall, day: date) -> dict[str, int]:
    codes = dict(hall.dossiers.serials) if hall.dossiers.day == day else {}
    if hall.complaints.day == day:
        codes[COMPLAINTS] = hall.complaints.serial
    return codes


def _is_of_the_sequence(hall: Hall, business_day: date, series: str, serial: int) -> bool:
    """Whether the hall itself might give it: what is leased, or lies lower, is passed over anyway."""
    is_letter = len(series) == 1
    if is_letter and business_day == hall.business_day and serial < hall.numbers_from:
        return False
    return hall.leases.past(business_day, series, serial) == serial
