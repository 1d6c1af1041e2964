"""The working time of a simulated year: when people come, and when officials get to something."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import accumulate
from random import Random

from hallctl.core.calendar import ONE_DAY, Calendar
from hallctl.core.dossier_time import moment

ONE_MINUTE = timedelta(minutes=1)
MONTHS = (1.02, 0.72, 1.08, 1.03, 1.02, 1.0, 1.04, 1.03, 1.0, 1.05, 1.02, 1.0)
"""How much more or less each month brings; February has the New Year holidays."""
WEEKDAYS = (1.22, 1.06, 0.98, 0.94, 0.86, 0.5, 0.4)
"""Mondays are busiest; on days off only online dossiers come."""
ONLINE_HOURS = (0,) * 6 + (1, 3, 8, 10, 9, 5, 3, 6, 9, 9, 7, 4, 3, 5, 6, 4, 2, 1)
LAST_CALL = timedelta(minutes=10)
"""Nobody is received in the last minutes before a shift ends."""


class Office:
    """A hall's calendar, and chance."""

    def __init__(self, calendar: Calendar, timezone: str, random: Random) -> None:
        self.calendar = calendar
        self.random = random
        self._timezone = timezone

    def arrivals(self, count: int, days: Sequence[date], *, online: bool) -> list[datetime]:
        """That many moments at which someone hands something in, in order."""
        open_days = [day for day in days if online or self.calendar.is_working(day)]
        weights = list(
            accumulate(MONTHS[day.month - 1] * WEEKDAYS[day.weekday()] for day in open_days)
        )
        chosen = self.random.choices(open_days, cum_weights=weights, k=count)
        return sorted(self._online(day) if online else self.within(day) for day in chosen)

    def within(self, day: date) -> datetime:
        """Some minute of the day's shifts, not their last ones."""
        shifts = self.calendar.shifts(day)
        shift = shifts[self.random.random() > 0.55] if len(shifts) > 1 else shifts[0]
        opens, closes = (datetime.combine(day, one) for one in (shift.opens, shift.closes))
        minutes = (closes - LAST_CALL - opens) // ONE_MINUTE
        return opens + self.random.randrange(max(1, minutes)) * ONE_MINUTE

    def later(self, at: datetime, minutes: int) -> datetime:
        """The first working minute at least so many minutes on."""
        return self.calendar.first_open(at + minutes * ONE_MINUTE)

    def between(self, at: datetime, first: date, last: date) -> datetime:
        """Some working minute after ``at`` on a working day from ``first`` to ``last``.

        Rather late than early in that span, as people work; at once where there is no such day.
        """
        span = (last - first).days
        day = first + timedelta(days=round(span * self.random.triangular(0, 1, 0.7)))
        while day > first and not self.calendar.is_working(day):
            day -= ONE_DAY
        if not self.calendar.is_working(day) or day < at.date():
            return at + ONE_MINUTE
        return max(self.within(day), at + ONE_MINUTE)

    def working_days_on(self, day: date, count: int) -> date:
        """The ``count``-th working day after a day."""
        for _ in range(count):
            day = self.calendar.next_working(day + ONE_DAY)
        return day

    def last_working_day(self, day: date) -> date:
        """That day, or the last working day before it."""
        while not self.calendar.is_working(day):
            day -= ONE_DAY
        return day

    def at(self, local: datetime) -> int:
        """Milliseconds since 1970 (UTC)."""
        return moment(local, self._timezone)

    def _online(self, day: date) -> datetime:
        (hour,) = self.random.choices(range(24), ONLINE_HOURS)
        return datetime.combine(day, time(hour, self.random.randrange(60)))
