"""Which days and hours the hall works: weekly shifts, days off, days worked instead."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import msgspec

ONE_DAY = timedelta(days=1)
LONGEST_CLOSURE = 60
"""A hall with no working day in so many days has a calendar that is wrong."""


class Shift(msgspec.Struct, frozen=True):
    """One stretch of opening, local time, ``[opens, closes)``."""

    opens: time
    closes: time


class NeverOpenError(ValueError):
    """The calendar has no working day anywhere near."""


class Calendar(msgspec.Struct, frozen=True, kw_only=True):
    """A hall's working time, in local wall-clock terms.

    A day that is both off and worked is worked: swapped days are declared after holidays.
    """

    week: dict[int, tuple[Shift, ...]]
    """ISO weekday (1 is Monday) to its shifts; a half Saturday is a Saturday with one shift."""
    days_off: dict[date, str] = {}
    """Holidays and days swapped away, each with its name."""
    days_worked: dict[date, str] = {}
    """Days off that are worked instead, each with its reason."""
    swapped_week: int = 1
    """The weekday whose shifts a day worked instead has."""

    def shifts(self, day: date) -> tuple[Shift, ...]:
        """The day's shifts in order; none on a day off."""
        if day in self.days_worked:
            return self.week[self.swapped_week]
        if day in self.days_off:
            return ()
        return self.week.get(day.isoweekday(), ())

    def is_working(self, day: date) -> bool:
        """Whether the hall works on that day at all."""
        return bool(self.shifts(day))

    def why_off(self, day: date) -> str:
        """The holiday's name, or empty on an ordinary weekend."""
        return self.days_off.get(day, "")

    def next_working(self, day: date) -> date:
        """That day, or the first working day after it. Raises :class:`NeverOpenError`."""
        for ahead in range(LONGEST_CLOSURE):
            if self.is_working(day + ahead * ONE_DAY):
                return day + ahead * ONE_DAY
        raise NeverOpenError(f"no working day within {LONGEST_CLOSURE} days of {day}")

    def working_days_after(self, day: date) -> Iterator[date]:
        """The working days after ``day``, without end."""
        while True:
            day = self.next_working(day + ONE_DAY)
            yield day

    def opens(self, day: date) -> time:
        """When a working day begins."""
        return self.shifts(day)[0].opens

    def closes(self, day: date) -> time:
        """When a working day ends."""
        return self.shifts(day)[-1].closes

    def first_open(self, at: datetime) -> datetime:
        """``at`` if the hall works then, else the next moment it does."""
        day = self.next_working(at.date())
        for shift in self.shifts(day):
            opens, closes = (datetime.combine(day, one) for one in (shift.opens, shift.closes))
            if at < closes:
                return max(at, opens)
        day = self.next_working(day + ONE_DAY)
        return datetime.combine(day, self.opens(day))

    def spans(self, begin: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Stretches of working time from ``begin`` on, without end."""
        day = begin.date()
        while True:
            for shift in self.shifts(day):
                opens, closes = (datetime.combine(day, one) for one in (shift.opens, shift.closes))
                if closes > begin:
                    yield max(opens, begin), closes
            day = self.next_working(day + ONE_DAY)
