"""When a standing order falls due, and of which days it then tells. Pure: time comes in."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from hallctl.core.calendar import Calendar
from hallctl.ledger.period import Period
from hallctl.reports.periods import ONE_DAY, around
from hallctl.settings.tables.report_mail import ReportMail

LATEST = timedelta(days=7)
"""What fell due while the hall was off is sent for so long after; later it is of no use."""


class DueReport(NamedTuple):
    """One order that has fallen due: when, in the hall's time, and of which days it tells."""

    at: datetime
    period: Period


def newest_due(order: ReportMail, now: datetime, calendar: Calendar) -> DueReport | None:
    """What fell due last, if that is not too long ago."""
    moment = time.fromisoformat(order.at)
    day = now.date() if now.time() >= moment else now.date() - ONE_DAY
    while now.date() - day <= LATEST:
        period = _told_on(order, day, calendar)
        if period is not None:
            return DueReport(datetime.combine(day, moment), period)
        day -= ONE_DAY
    return None


def period_before(order: ReportMail, today: date, calendar: Calendar) -> Period:
    """Of which days it would tell if it were sent now."""
    day = today
    while (period := _told_on(order, day, calendar)) is None:
        day -= ONE_DAY
    return period


def _told_on(order: ReportMail, day: date, calendar: Calendar) -> Period | None:
    """Of which days it tells on that one; None when it says nothing then."""
    before = day - ONE_DAY
    if order.period == "today":
        return Period(day, day) if calendar.is_working(day) else None
    if order.period == "yesterday":
        return Period(before, before) if calendar.is_working(before) else None
    whole = around(before, order.period)
    return whole if whole.last == before else None
