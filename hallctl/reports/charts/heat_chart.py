"""Half hours down, weekdays across; the busier the darker, but never too dark for ink."""

from typing import Any

from hallctl.reports.charts.chart_sheet import INK, PAGE, SKY, WORDS, Look, number, sheet, svg
from hallctl.reports.report import Report
from hallctl.reports.shown import shown

CARD = "#FFFFFF"
BUSIEST = "#4F8FCB"
"""Ink on it has a contrast of 5:1."""


def heat(report: Report, look: Look) -> bytes:
    """The period's own figures, as a grid."""
    report = _uncompared(report)
    cells = [[number(cell) for cell in row.cells] for row in report.rows]
    most = max([max(row) for row in cells] + [1.0])
    figure, [axes] = sheet(look.wide(10), 0.5 + 0.36 * len(cells))
    axes.pcolormesh(cells, cmap=blues(), vmin=0, vmax=most, edgecolors=CARD, linewidth=1)
    for y, row in enumerate(report.rows):
        for x, cell in enumerate(row.cells):
            told = shown(cell, report.columns[x], look.say)
            axes.text(x + 0.5, y + 0.5, told, ha="center", va="center", color=INK, fontsize=WORDS)
    axes.set_xticks([x + 0.5 for x in range(len(report.columns))], _weekdays(report, look))
    axes.set_yticks([y + 0.5 for y in range(len(report.rows))], [row.label for row in report.rows])
    axes.invert_yaxis()
    axes.xaxis.tick_top()
    return svg(figure)


def blues() -> Any:
    """From the page's own ground to the busiest."""
    from matplotlib.colors import LinearSegmentedColormap  # noqa: PLC0415 - slow to come

    return LinearSegmentedColormap.from_list("hall", [PAGE, SKY, BUSIEST])


def _weekdays(report: Report, look: Look) -> list[str]:
    if look.is_narrow:
        return [look.say.short_weekday(int(column.key)) for column in report.columns]
    return [column.title for column in report.columns]


def _uncompared(report: Report) -> Report:
    """The figures of the period itself, without those of the one before."""
    places = [n for n, one in enumerate(report.columns) if one.is_compared]
    columns = tuple(report.columns[place] for place in places)
    rows = tuple(row._replace(cells=tuple(row.cells[n] for n in places)) for row in report.rows)
    return report._replace(columns=columns, rows=rows)
