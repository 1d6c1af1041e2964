"""Bars across: the largest of what is counted, and an indicator set's points beside those there are.

Names stand beside the bars; on a phone above them.
"""

from collections.abc import Sequence
from typing import Any

from hallctl.reports.charts.chart_sheet import (
    BRAND,
    GOOD,
    INK,
    LINE,
    Look,
    number,
    sheet,
    short,
    svg,
    title,
)
from hallctl.reports.report import Report, Row
from hallctl.reports.shown import shown

MOST_BARS = 14
BESIDE, ABOVE = 0.42, 0.62
"""Inches that one line takes with its name beside it, or above."""
ROOM = 1.14
"""Of the longest bar, so that its figure fits behind it."""


def bars(report: Report, look: Look) -> bytes:
    """The largest by the first compared column, the period before as a thin mark behind."""
    place, column = next((n, one) for n, one in enumerate(report.columns) if one.is_compared)
    named = [row for row in report.rows if row.key] or list(report.rows)
    rows = sorted(named, key=lambda row: -number(row.cells[place]))[:MOST_BARS][::-1]
    values = [number(row.cells[place]) for row in rows]
    before = _before(report, rows, column.key)
    figure, axes, spots = _lines(rows, look)
    if before:
        axes.barh(spots, before, height=_thick(look, 0.74), color=LINE)
    axes.barh(spots, values, height=_thick(look, 0.5), color=BRAND)
    ends = [max(pair) for pair in zip(values, before or values, strict=True)]
    told = [shown(row.cells[place], column, look.say) for row in rows]
    _tell(axes, spots, ends, told)
    title(axes, column.title)
    return svg(figure)


def scores(report: Report, look: Look) -> bytes:
    """Points reached beside the points there are."""
    keys = [column.key for column in report.columns]
    got, most = keys.index("points"), keys.index("most_points")
    rows = [row for row in report.rows if row.cells[most] is not None][::-1]
    figure, axes, spots = _lines(rows, look)
    ends = [number(row.cells[most]) for row in rows]
    axes.barh(spots, ends, height=_thick(look, 0.5), color=LINE)
    axes.barh(spots, [number(row.cells[got]) for row in rows], height=_thick(look, 0.5), color=GOOD)
    columns = [report.columns[place] for place in (got, most)]
    told = [
        " / ".join(
            shown(row.cells[place], column, look.say)
            for place, column in zip((got, most), columns, strict=True)
        )
        for row in rows
    ]
    _tell(axes, spots, ends, told)
    title(axes, " / ".join(column.title for column in columns))
    return svg(figure)


def _lines(rows: Sequence[Row], look: Look) -> tuple[Any, Any, list[float]]:
    """A sheet with the rows' names on it, and where each row's bar lies."""
    line = ABOVE if look.is_narrow else BESIDE
    figure, [axes] = sheet(look.wide(10), 0.9 + line * len(rows))
    axes.xaxis.set_visible(False)
    names = [short(row.label) for row in rows]
    spots = [float(place) for place in range(len(rows))]
    axes.set_ylim(-0.6, len(rows) - 0.3)
    if not look.is_narrow:
        axes.set_yticks(spots, names)
        return figure, axes, spots
    axes.yaxis.set_visible(False)
    for spot, name in zip(spots, names, strict=True):
        axes.text(0, spot + 0.36, name, va="center", color=INK)
    return figure, axes, [spot - 0.12 for spot in spots]


def _thick(look: Look, share: float) -> float:
    """How thick a bar is; a name above it takes its room."""
    return share * BESIDE / ABOVE if look.is_narrow else share


def _tell(axes: Any, spots: Sequence[float], ends: Sequence[float], told: Sequence[str]) -> None:
    """Each bar's figure behind it."""
    most = max([*ends, 1])
    axes.set_xlim(0, most * ROOM)
    for spot, end, words in zip(spots, ends, told, strict=True):
        axes.text(end + most * 0.01, spot, words, va="center", color=INK)


def _before(report: Report, rows: Sequence[Row], key: str) -> list[float]:
    keys = [column.key for column in report.columns]
    wanted = f"{key}_before"
    return [number(row.cells[keys.index(wanted)]) for row in rows] if wanted in keys else []
