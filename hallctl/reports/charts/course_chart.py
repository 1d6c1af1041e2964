"""Days, weeks, months in a row: what was counted as columns, and below it the first share as a line.

What is not over yet is drawn dashed: ten visits at nine o'clock are no quiet day.
"""

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

from hallctl.reports.charts.chart_sheet import (
    BRAND,
    GOOD,
    INK,
    LINE,
    MINT,
    SKY,
    Look,
    Shape,
    number,
    sheet,
    svg,
    title,
)
from hallctl.reports.report import Report
from hallctl.reports.shown import shown
from hallctl.reports.wording import WORDS

IN_TIME = frozenset({"day", "week", "month", "year"})
MOST = 400
"""Columns that can still be told apart."""
MOST_NAMED: dict[Shape, int] = {"narrow": 5, "usual": 16, "broad": 20, "wide": 24}
"""Labels that there is room for."""
_STRETCHES: tuple[Callable[[date], object], ...] = (
    lambda day: day.isocalendar()[:2],
    lambda day: (day.year, day.month),
    lambda day: (day.year, (day.month - 1) // 3),
    lambda day: day.year,
)
"""Of days in a row, the first of each week is named; or of each month, quarter, year."""


class _Row(NamedTuple):
    """Where a row stands, its figure, and whether more is to come."""

    at: int
    value: float
    is_open: bool


def course(report: Report, look: Look) -> bytes:
    """The first compared column, and the first share below it."""
    report = report._replace(rows=report.rows[-MOST:])
    shares = [n for n, one in enumerate(report.columns) if one.kind == "share"]
    counted = next(n for n, one in enumerate(report.columns) if one.is_compared)
    figure, found = sheet(look.wide(12), 4.6 if shares else 3.4, (3, 2) if shares else (1,))
    drawn = _columns(found[0], report, counted, look)
    if shares:
        _line(found[1], report, shares[0], look)
    at = named(report, MOST_NAMED[look.shape])
    found[-1].set_xticks(at, _labels(report, at, look))
    if any(row.is_open for row in drawn):
        title(found[0], WORDS[look.say.language]["chart_so_far"], "right")
    return svg(figure)


def _columns(axes: Any, report: Report, place: int, look: Look) -> list[_Row]:
    column, rows = report.columns[place], _rows(report, place, look.today)
    bars = axes.bar(
        range(len(report.rows)),
        [number(row.cells[place]) for row in report.rows],
        color=SKY,
        width=0.72,
    )
    for row in rows:
        if row.is_open:
            bars[row.at].set(facecolor="none", edgecolor=BRAND, linestyle="--")
    if rows:
        most = max(rows, key=_height)
        _tell(axes, most, shown(most.value, column, look.say))
    axes.yaxis.set_major_formatter(lambda value, _place: look.say.number(value))
    axes.locator_params(axis="y", nbins=5)
    axes.margins(x=0.01, y=0.14)
    axes.grid(axis="y", color=LINE)
    title(axes, column.title)
    return rows


def _line(axes: Any, report: Report, place: int, look: Look) -> None:
    rows = _rows(report, place, look.today)
    over = [row for row in rows if not row.is_open]
    spots, values = [row.at for row in over], [row.value for row in over]
    axes.fill_between(spots, values, color=MINT, linewidth=0)
    axes.plot(spots, values, color=GOOD, linewidth=2.2, marker="o", ms=4)
    for before, row in pairwise(rows):
        if row.is_open:
            at, height = [before.at, row.at], [before.value, row.value]
            axes.plot(at, height, color=GOOD, ls="--", marker="o", mfc="white", markevery=[1])
    if over:
        least, most = min(over, key=_height), max(over, key=_height)
        _tell(axes, most, f"{look.say.number(most.value)} %")
        if least.value < most.value:
            _tell(axes, least, f"{look.say.number(least.value)} %", below=True)
    axes.set_ylim(0, 125)
    axes.set_yticks([0, 50, 100])
    axes.grid(axis="y", color=LINE)
    title(axes, f"{report.columns[place].title} (%)")


def _tell(axes: Any, row: _Row, words: str, *, below: bool = False) -> None:
    """A figure above its place, or below it."""
    away = (0, -15) if below else (0, 4)
    axes.annotate(
        words, (row.at, row.value), away, textcoords="offset points", ha="center", color=INK
    )


def _rows(report: Report, place: int, today: date | None) -> list[_Row]:
    """Every row that has a figure there."""
    return [
        _Row(at, float(cell), _is_open(row.key, report.by, today))
        for at, row in enumerate(report.rows)
        if isinstance(cell := row.cells[place], int | float)
    ]


def _height(row: _Row) -> float:
    return row.value


def _is_open(key: str, by: str, today: date | None) -> bool:
    """Whether that day, week, month or year holds today."""
    if today is None:
        return False
    week = "{}-W{:02}".format(*today.isocalendar()[:2])
    return key == {"day": f"{today}", "week": week, "month": f"{today:%Y-%m}"}.get(
        by, f"{today.year}"
    )


def named(report: Report, most: int) -> list[int]:
    """Which rows are named below their columns: as many as there is room for."""
    every = list(range(len(report.rows)))
    if len(every) <= most:
        return every
    if report.by == "day":
        days = [date.fromisoformat(row.key) for row in report.rows]
        for stretch in _STRETCHES:
            firsts = [at for at in every if not at or stretch(days[at]) != stretch(days[at - 1])]
            if len(firsts) <= most:
                return _apart(firsts, len(every) / most)
    return every[:: -(-len(every) // most)]


def _apart(firsts: list[int], room: float) -> list[int]:
    """Without the first of all, where the second is too near for both to be named."""
    is_near = len(firsts) > 1 and firsts[1] - firsts[0] < room
    return firsts[1:] if is_near else firsts


def _labels(report: Report, places: list[int], look: Look) -> list[str]:
    """Days of one year without it; the heading has that."""
    rows = [report.rows[at] for at in places]
    if report.by != "day":
        return [row.label for row in rows]
    days = [date.fromisoformat(row.key) for row in rows]
    is_of_one_year = days[0].year == days[-1].year
    return [look.say.short_day(day) if is_of_one_year else look.say.day(day) for day in days]
