"""A hall's clock that runs faster than life through working days, the same in every process.

It reads the machine's monotonic clock, which all processes share: whoever knows when it began and
how fast it runs knows the hall's time. When it began stands in a file; before that it stands still.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from time import monotonic_ns
from typing import NamedTuple
from zoneinfo import ZoneInfo

from hallctl.core.plan import Plan
from hallctl.simulate.day import HOME_AFTER_S, OPENS_EARLY_S, OVERTIME_S
from hallctl.simulate.people import seconds_of

REST_S = 120.0
"""Hall seconds between everybody's going home and the next morning."""


class Pace(NamedTuple):
    """In which file it stands when the first morning began, hall seconds a second, which days."""

    file: Path
    speed: float
    days: tuple[date, ...]


class DayClock:
    """Nights are skipped: a day begins ten minutes before the hall opens."""

    def __init__(self, plan: Plan, pace: Pace) -> None:
        opens, closes = seconds_of(plan.shifts[0])[0], seconds_of(plan.shifts[-1])[1]
        zone = ZoneInfo(plan.timezone)
        self.begins_s = opens - OPENS_EARLY_S
        self.lasts_s = closes + OVERTIME_S + HOME_AFTER_S - self.begins_s + REST_S
        self._pace = pace
        self._began: int | None = None
        self._mornings = [
            round(datetime.combine(day, time(), zone).timestamp() * 1000) for day in pace.days
        ]

    def now(self) -> int:
        """Milliseconds since 1970 (UTC)."""
        day, of_day = self._lived()
        return self._mornings[day] + round((self.begins_s + of_day) * 1000)

    def today(self) -> date:
        """The hall's local date."""
        return self._pace.days[self._lived()[0]]

    def seconds(self, day: int) -> float:
        """Seconds after midnight of that day, which may be over or still to come."""
        return self.begins_s + self._elapsed_s() - day * self.lasts_s

    def _lived(self) -> tuple[int, float]:
        elapsed = max(0.0, self._elapsed_s())
        day = min(int(elapsed // self.lasts_s), len(self._mornings) - 1)
        return day, elapsed - day * self.lasts_s

    def _elapsed_s(self) -> float:
        if self._began is None and self._pace.file.exists():
            self._began = int(self._pace.file.read_text())
        return (monotonic_ns() - self._began) / 1e9 * self._pace.speed if self._began else 0.0


def working_days(plan: Plan, first: date, count: int) -> tuple[date, ...]:
    """So many working days from ``first`` on."""
    ahead = (first + timedelta(days) for days in range(15 * count))
    working = [day for day in ahead if plan.dossiers.calendar.is_working(day)]
    return tuple(working[:count])


def begin(pace: Pace) -> None:
    """The first morning begins now, for everybody."""
    draft = pace.file.with_suffix(".new")
    draft.write_text(str(monotonic_ns()))
    draft.replace(pace.file)


def written(pace: Pace) -> list[str]:
    """The pace as arguments of another process."""
    return [str(pace.file), str(pace.speed), ",".join(day.isoformat() for day in pace.days)]


def read(arguments: Sequence[str]) -> Pace:
    """The pace from such arguments."""
    file, speed, days = arguments
    return Pace(Path(file), float(speed), tuple(map(date.fromisoformat, days.split(","))))
