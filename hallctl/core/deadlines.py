"""When a dossier is due: the reckoning, with each of its steps, and its shift when it stands still.

Times are the hall's local wall clock. Day 1 is the day after receipt, and a term that ends on a
day off moves to the next working day (Civil Code 2015, articles 147 and 148). What is received
outside working time counts as received when the hall next works.
"""

import math
from calendar import monthrange
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice
from typing import Literal

import msgspec

from hallctl.core.calendar import ONE_DAY, Calendar

Unit = Literal["working_day", "calendar_day", "hour", "month"]

HOURS_A_DAY = 8
"""What one day is worth where days are reckoned in working hours."""


class Mode(StrEnum):
    """At what time of the last day a term in days ends."""

    END_OF_DAY = "end_of_day"
    SAME_MINUTE = "same_minute"
    WORKING_HOURS = "working_hours"


class Term(msgspec.Struct, frozen=True):
    """A procedure's time limit; zero means the same day."""

    amount: float = 0
    unit: Unit = "working_day"


class DeadlineRules(msgspec.Struct, frozen=True, kw_only=True):
    """What a hall has chosen, and what the procedure says."""

    mode: Mode = Mode.END_OF_DAY
    has_cut_off: bool = False
    """Same-day procedures: received after ``cut_off``, it is due the next working day."""
    cut_off: time = time(15)


class StepKind(StrEnum):
    """What one step of the reckoning says."""

    RECEIVED = "received"
    COUNTS_FROM = "counts_from"
    AFTER_CUT_OFF = "after_cut_off"
    SAME_DAY = "same_day"
    TERM = "term"
    DAY_OFF = "day_off"
    MOVED = "moved"
    STOPPED = "stopped"
    DUE = "due"


class Step(msgspec.Struct, frozen=True):
    """One line of the explanation: what, when, and a name or figure that goes with it."""

    kind: StepKind
    at: datetime
    detail: str = ""


class Reckoning(msgspec.Struct, frozen=True):
    """The due time and how it came about."""

    due_at: datetime
    last_day: date
    """The day the term itself ends on, before it is moved off a day off."""
    steps: tuple[Step, ...]


class Reckoner(msgspec.Struct, frozen=True):
    """Reckons with one term, by the rules and the calendar of the day of reception."""

    term: Term
    rules: DeadlineRules
    calendar: Calendar

    def due(self, received_at: datetime) -> Reckoning:
        """When a dossier received complete at that time is due. Raises NeverOpenError."""
        start = self.calendar.first_open(received_at)
        steps = [Step(StepKind.RECEIVED, received_at)]
        if start != received_at:
            steps.append(Step(StepKind.COUNTS_FROM, start))
        if not self.term.amount:
            return self._same_day(start, steps)
        if self._runs_by_the_hour:
            hours = self.term.amount * (1 if self.term.unit == "hour" else HOURS_A_DAY)
            steps.append(Step(StepKind.TERM, start, f"{hours:g} hour"))
            due_at = after_working_time(start, timedelta(hours=hours), self.calendar)
            return _reckoned(due_at, due_at.date(), steps)
        steps.append(Step(StepKind.TERM, start, f"{self.term.amount:g} {self.term.unit}"))
        return self._ending_on(self._last_day(start.date(), steps), start.time(), steps)

    def resumed(self, before: Reckoning, stopped_at: datetime, resumed_at: datetime) -> Reckoning:
        """The due time after the clock stood still: later by what passed, in the term's own unit.

        Raises ValueError when it is resumed before it was stopped.
        """
        if resumed_at < stopped_at:
            raise ValueError("a dossier cannot be resumed before it was stopped")
        steps = [*before.steps[:-1], Step(StepKind.STOPPED, stopped_at, resumed_at.isoformat(" "))]
        if self._runs_by_the_hour:
            stood = working_time(stopped_at, resumed_at, self.calendar)
            due_at = after_working_time(before.due_at, stood, self.calendar)
            return _reckoned(due_at, due_at.date(), steps)
        day, until = stopped_at.date(), resumed_at.date()
        if self.term.unit in {"calendar_day", "month"}:
            last_day = before.last_day + (until - day)
        else:
            stood_days = working_days_between(day, until, self.calendar)
            last_day = nth_working_day(before.last_day, stood_days, self.calendar)
        return self._ending_on(last_day, before.due_at.time(), steps)

    @property
    def _runs_by_the_hour(self) -> bool:
        is_days = self.term.unit == "working_day" and bool(self.term.amount)
        return self.term.unit == "hour" or (is_days and self.rules.mode is Mode.WORKING_HOURS)

    def _same_day(self, start: datetime, steps: list[Step]) -> Reckoning:
        day = start.date()
        if self.rules.has_cut_off and start.time() > self.rules.cut_off:
            day = self.calendar.next_working(day + ONE_DAY)
            steps.append(Step(StepKind.AFTER_CUT_OFF, _at(day), f"{self.rules.cut_off:%H:%M}"))
        else:
            steps.append(Step(StepKind.SAME_DAY, _at(day)))
        return _reckoned(datetime.combine(day, self.calendar.closes(day)), day, steps)

    def _last_day(self, received: date, steps: list[Step]) -> date:
        amount = math.ceil(self.term.amount)
        match self.term.unit:
            case "calendar_day":
                return received + amount * ONE_DAY
            case "month":
                return after_months(received, amount)
            case _:
                last_day = nth_working_day(received, amount, self.calendar)
                steps += _holidays_between(received, last_day, self.calendar)
                return last_day

    def _ending_on(self, last_day: date, minute: time, steps: list[Step]) -> Reckoning:
        day = self.calendar.next_working(last_day)
        if day != last_day:
            why = self.calendar.why_off(last_day)
            steps += [Step(StepKind.DAY_OFF, _at(last_day), why), Step(StepKind.MOVED, _at(day))]
        due_at = datetime.combine(day, self.calendar.closes(day))
        if self.rules.mode is Mode.SAME_MINUTE:
            due_at = self._same_minute(day, minute)
        return _reckoned(due_at, last_day, steps)

    def _same_minute(self, day: date, minute: time) -> datetime:
        """That minute of the day, or the nearest working minute of it."""
        at = self.calendar.first_open(datetime.combine(day, minute))
        return at if at.date() == day else datetime.combine(day, self.calendar.closes(day))


def working_time(begin: datetime, end: datetime, calendar: Calendar) -> timedelta:
    """How long the hall works between two moments."""
    total = timedelta()
    for opens, closes in calendar.spans(begin):
        if opens >= end:
            break
        total += min(closes, end) - opens
    return total


def after_working_time(begin: datetime, needed: timedelta, calendar: Calendar) -> datetime:
    """The moment when the hall has worked so long since ``begin``."""
    at = begin
    for opens, closes in calendar.spans(begin):
        if not needed:
            break
        at = min(closes, opens + needed)
        needed -= at - opens
    return at


def nth_working_day(day: date, count: int, calendar: Calendar) -> date:
    """The ``count``-th working day after ``day``; ``day`` itself for none."""
    return next(islice(calendar.working_days_after(day), count - 1, None)) if count else day


def working_days_between(day: date, until: date, calendar: Calendar) -> int:
    """How many working days lie after ``day``, up to and with ``until``."""
    days = (day + ahead * ONE_DAY for ahead in range(1, (until - day).days + 1))
    return sum(calendar.is_working(one) for one in days)


def after_months(day: date, months: int) -> date:
    """The same day so many months on, or that month's last day."""
    year, month = divmod(day.month - 1 + months, 12)
    year += day.year
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _holidays_between(day: date, until: date, calendar: Calendar) -> list[Step]:
    days = (day + ahead * ONE_DAY for ahead in range(1, (until - day).days))
    return [
        Step(StepKind.DAY_OFF, _at(one), calendar.why_off(one))
        for one in days
        if calendar.why_off(one) and not calendar.is_working(one)
    ]


def _reckoned(due_at: datetime, last_day: date, steps: list[Step]) -> Reckoning:
    return Reckoning(due_at, last_day, (*steps, Step(StepKind.DUE, due_at)))


def _at(day: date) -> datetime:
    return datetime.combine(day, time())
