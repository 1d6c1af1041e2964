"""Visits of a period in figures, from the days' sums; an open day is read from its tickets."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Literal

import msgspec
from sqlite_utils import Database

from hallctl.ledger.period import Period
from hallctl.ledger.stretches import stretches, summed
from hallctl.ledger.visits.visit_schema import (
    COUNTED,
    LONGEST,
    SERVICE_BOUNDS_S,
    SUMMED,
    TIMES,
    WAIT_BOUNDS_S,
    WAITS,
    WHOLE,
    added_up,
    sums_of_tickets,
)

By = Literal[
    "hall", "day", "week", "month", "year", "weekday", "half_hour", "weekday_half_hour",
    "service", "counter", "official", "procedure", "field", "channel",
]  # fmt: skip
"""What the ledger breaks visits down by; the rest is made of these."""

_WEEKDAY = "strftime('%u', day)"
_KEYS: dict[By, tuple[str, str]] = {
    "hall": (WHOLE, "''"),
    "day": (WHOLE, "day"),
    "week": (WHOLE, "strftime('%G-W%V', day)"),
    "month": (WHOLE, "substr(day, 1, 7)"),
    "year": (WHOLE, "substr(day, 1, 4)"),
    "weekday": (WHOLE, _WEEKDAY),
    "half_hour": ("half_hour", "value"),
    "weekday_half_hour": ("half_hour", f"{_WEEKDAY} || ' ' || value"),
    "service": ("service", "value"),
    "counter": ("counter", "value"),
    "official": ("official", "value"),
    "procedure": ("procedure", "value"),
    "field": ("field", "value"),
    "channel": ("channel", "value"),
}
"""Which sums to add, and the key to add them by."""

_OF_SINGLE_DAYS = frozenset({"day", "week", "weekday", "weekday_half_hour"})
"""Breakdowns that whole months say nothing about."""
_OPEN_DAYS = (
    "select business_day from days where closed_at is null and business_day between ? and ?"
)

_PLAIN = frozenset({"weekday_half_hour"})
"""Breakdowns of which nobody asks how waits are spread: fifty columns less for each of very many rows."""

MEDIAN, NINE_IN_TEN = 0.5, 0.9


class VisitFigures(msgspec.Struct, frozen=True):
    """One line of a report: sums under a key, and the spread of waits and times at the counter."""

    key: str
    days: int
    """On how many business days somebody came."""
    sums: dict[str, int]

    @property
    def average_wait_s(self) -> int | None:
        """Until the first call."""
        return _mean_s(self.sums["waited_ms"], self.sums["called"])

    @property
    def average_service_s(self) -> int | None:
        """At the counter."""
        return _mean_s(self.sums["served_ms"], self.sums["finished"])

    @property
    def longest_wait_s(self) -> int | None:
        """Of the longest wait; None where nobody was called."""
        return self.sums[LONGEST] // 1000 if self.sums["called"] else None

    def wait_s(self, share: float) -> int | None:
        """The wait that this share of the called stayed within."""
        return percentile_s([self.sums[one] for one in WAITS], WAIT_BOUNDS_S, share)

    def service_s(self, share: float) -> int | None:
        """The time at the counter that this share of the served stayed within."""
        return percentile_s([self.sums[one] for one in TIMES], SERVICE_BOUNDS_S, share)


def visits(database: Database, period: Period, by: By) -> list[VisitFigures]:
    """A line a key, in the order of the keys; keys without a visit have none."""
    dimension, key = _KEYS[by]
    wanted = tuple(COUNTED) if by in _PLAIN else SUMMED
    first, last = period.first.isoformat(), period.last.isoformat()
    is_open = [day for (day,) in database.execute(_OPEN_DAYS, (first, last))]
    cut = stretches(*period, by_months=by not in _OF_SINGLE_DAYS)
    columns = ", ".join(("value", *wanted))
    parts = [summed("visit_sums", "visit_months", columns, ("1 as days", "days"))]
    parts += [
        f"select 1, day, {columns} from ({sums_of_tickets(dimension).replace(':day', f':day_{n}')})"  # noqa: S608 - our own names
        for n in range(len(is_open))
    ]
    rows = database.execute(
        f"select {key} as key, sum(days), {added_up(wanted)}"  # noqa: S608 - our own names
        f" from ({' union all '.join(parts)}) group by 1 order by 1",
        {"dimension": dimension, **cut.asked} | {f"day_{n}": day for n, day in enumerate(is_open)},
    )
    return [_figures(wanted, *row) for row in rows]


def whole(database: Database, period: Period) -> VisitFigures:
    """The hall's own line, with or without visits."""
    lines = visits(database, period, "hall")
    return lines[0] if lines else nothing("")


def nothing(key: str) -> VisitFigures:
    """The line of a key that nobody came for."""
    return VisitFigures(key, 0, dict.fromkeys(SUMMED, 0))


def added(key: str, lines: Iterable[VisitFigures]) -> VisitFigures:
    """Several lines as one under another key."""
    sums, days = dict.fromkeys(SUMMED, 0), 0
    for line in lines:
        days = max(days, line.days)
        for name, number in line.sums.items():
            sums[name] = max(sums[name], number) if name == LONGEST else sums[name] + number
    return VisitFigures(key, days, sums)


def reconciles(line: VisitFigures) -> bool:
    """Whether no visit is counted twice: whoever is in none of these still waits or is served."""
    ended = sum(line.sums[one] for one in ("finished", "missed", "cancelled", "lapsed"))
    return ended <= line.sums["issued"]


def percentile_s(counts: list[int], bounds: tuple[int, ...], share: float) -> int | None:
    """Where ``share`` of all lies, evenly spread inside each column; None of nothing.

    Never farther from the exact value than the width of the column it lies in.
    """
    wanted, before = share * sum(counts), 0
    if not wanted:
        return None
    for number, (begins, ends) in zip(counts, pairwise(bounds), strict=True):
        if number and before + number >= wanted:
            return round(begins + (ends - begins) * (wanted - before) / number)
        before += number
    return bounds[-1]


def _figures(wanted: tuple[str, ...], key: str, days: int, *sums: int) -> VisitFigures:
    told = dict(zip(wanted, sums, strict=True))
    return VisitFigures(str(key), days, dict.fromkeys(SUMMED, 0) | told)


def _mean_s(sum_ms: int, number: int) -> int | None:
    return round(sum_ms / number / 1000) if number else None
