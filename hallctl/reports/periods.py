"""Periods of days: named ones, the one before, the same a year before; and how they are worded."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, get_args

from hallctl.ledger.period import Period
from hallctl.reports.saying import Saying

Span = Literal["day", "week", "month", "quarter", "year"]
SPANS: tuple[Span, ...] = get_args(Span)
Compared = Literal["previous", "year"]
"""With the period of the same length just before, or the same days a year before."""

ONE_DAY = timedelta(days=1)
_ROMAN = ("I", "II", "III", "IV")
"""Quarters, as Vietnamese papers count them."""


def around(day: date, span: Span) -> Period:
    """The whole day, week, month, quarter or year that the day lies in."""
    match span:
        case "day":
            return Period(day, day)
        case "week":
            first = day - timedelta(days=day.weekday())
            return Period(first, first + timedelta(days=6))
        case "month":
            return Period(day.replace(day=1), _last_of_month(day.year, day.month))
        case "quarter":
            first_month = 3 * ((day.month - 1) // 3) + 1
            last = _last_of_month(day.year, first_month + 2)
            return Period(date(day.year, first_month, 1), last)
        case "year":
            return Period(date(day.year, 1, 1), date(day.year, 12, 31))


def span_of(period: Period) -> Span | None:
    """The span that the period is a whole one of, or None for any other days."""
    return next((span for span in SPANS if around(period.first, span) == period), None)


def compared_with(period: Period, how: Compared) -> Period:
    """The period to compare with: a whole month with the month before, not with thirty days."""
    if how == "year":
        return Period(_a_year_before(period.first), _a_year_before(period.last))
    before = period.first - ONE_DAY
    if span := span_of(period):
        return around(before, span)
    return Period(before - (period.last - period.first), before)


def days_in(period: Period) -> int:
    """How many days, both ends included."""
    return (period.last - period.first).days + 1


def in_words(period: Period, say: Saying) -> str:
    """The period as a heading says it: ``Tháng 11/2026``, ``November 2026``."""
    first, last = period
    is_english = say.language == "en"
    match span_of(period):
        case "day":
            return say.day(first)
        case "month":
            return say.month(first) if is_english else f"Tháng {say.month(first)}"
        case "quarter":
            quarter = (first.month - 1) // 3
            return (
                f"Quarter {quarter + 1}, {first:%Y}"
                if is_english
                else f"Quý {_ROMAN[quarter]}/{first:%Y}"
            )
        case "year":
            return f"{first:%Y}" if is_english else f"Năm {first:%Y}"
    is_short = is_english and first.year == last.year
    return f"{say.short_day(first) if is_short else say.day(first)} – {say.day(last)}"


def _last_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _a_year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # the 29th of February
        return day.replace(year=day.year - 1, day=28)
