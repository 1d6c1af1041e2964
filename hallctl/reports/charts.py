"""Charts of reports as SVG: bars by what is counted, days in a row, hours of the week as heat.

Drawn by matplotlib in the hall's colours and type; letters become outlines, so that a picture
looks the same everywhere. Its parts are not for two threads at once: one lock keeps them apart.
"""

import io
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import fontpkg_be_vietnam_pro

from hallctl.reports.report import Cell, Report, Row
from hallctl.reports.saying import Saying
from hallctl.reports.shown import shown

INK, SOFT, BRAND, SKY = "#0D1B2A", "#44546A", "#0B4F8A", "#9FC4E8"
GOLD, GOOD, LINE = "#FFC72C", "#1A7A4C", "#D5DEE8"
MOST_BARS, MOST_DAYS = 14, 400
LONGEST_LABEL = 44
IN_TIME = frozenset({"day", "week", "month", "year"})
_drawing = threading.Lock()


def chart(report: Report, say: Saying) -> bytes | None:
    """The report's chart as SVG; None where there is nothing to draw."""
    if not report.rows:
        return None
    with _drawing:
        if report.name == "busy-hours":
            return _heat(report, say)
        if report.by == "indicator":
            return _scores(report)
        return _course(report, say) if report.by in IN_TIME else _bars(report, say)


def _bars(report: Report, say: Saying) -> bytes:
    """The largest by the first compared column, the period before as a thin mark behind."""
    place, column = next((n, one) for n, one in enumerate(report.columns) if one.is_compared)
    named = [row for row in report.rows if row.key] or report.rows
    rows = sorted(named, key=lambda row: -_number(row.cells[place]))[:MOST_BARS][::-1]
    values = [_number(row.cells[place]) for row in rows]
    figure, axes = _sheet(10, 0.9 + 0.42 * len(rows))
    spots = list(range(len(rows)))
    before = _before(report, rows, column.key)
    if before:
        axes.barh(spots, before, height=0.74, color=LINE)
    axes.barh(spots, values, height=0.5, color=BRAND)
    most = max([*values, *before, 1])
    for spot, row in zip(spots, rows, strict=True):
        told = shown(row.cells[place], column, say)
        axes.text(_number(row.cells[place]) + most * 0.01, spot, told, va="center", color=INK)
    axes.set_yticks(spots, [_short(row.label) for row in rows])
    axes.set_xlim(0, most * 1.12)
    axes.xaxis.set_visible(False)
    axes.set_title(column.title, loc="left", color=SOFT, fontsize=11)
    return _svg(figure)


def _course(report: Report, say: Saying) -> bytes:
    """Days, weeks, months in a row as columns; the first share as a line above them."""
    rows = report.rows[-MOST_DAYS:]
    place, column = next((n, one) for n, one in enumerate(report.columns) if one.is_compared)
    figure, axes = _sheet(12, 4)
    spots = list(range(len(rows)))
    axes.bar(spots, [_number(row.cells[place]) for row in rows], color=SKY, width=0.72)
    step = max(1, len(rows) // 12)
    axes.set_xticks(spots[::step], [row.label for row in rows[::step]], rotation=30, ha="right")
    axes.set_title(column.title, loc="left", color=SOFT, fontsize=11)
    axes.yaxis.set_major_formatter(lambda value, _place: say.number(value))
    axes.grid(axis="y", color=LINE)
    shares = [n for n, one in enumerate(report.columns) if one.kind == "share"]
    if shares:
        _line(axes.twinx(), report, rows, shares[0])
    return _svg(figure)


def _line(axes: Any, report: Report, rows: Sequence[Row], place: int) -> None:
    values = [row.cells[place] for row in rows]
    known = [(spot, value) for spot, value in enumerate(values) if isinstance(value, int | float)]
    axes.plot(
        [x for x, _ in known], [y for _, y in known], color=GOOD, linewidth=2.2, marker="o", ms=4
    )
    axes.set_ylim(0, 105)
    axes.set_title(f"{report.columns[place].title} (%)", loc="right", color=GOOD, fontsize=11)
    axes.tick_params(colors=GOOD, length=0)
    _bare(axes)


def _heat(report: Report, say: Saying) -> bytes:
    """Half hours down, weekdays across; the busier the darker."""
    report = _uncompared(report)
    cells = [[_number(cell) for cell in row.cells] for row in report.rows]
    most = max([max(row) for row in cells] + [1.0])
    figure, axes = _sheet(9, 0.9 + 0.36 * len(cells))
    axes.imshow(cells, aspect="auto", cmap=_blues(), vmin=0, vmax=most)
    for y, row in enumerate(report.rows):
        for x, cell in enumerate(row.cells):
            colour = "#FFFFFF" if _number(cell) > most * 0.55 else INK
            told = shown(cell, report.columns[x], say)
            axes.text(x, y, told, ha="center", va="center", color=colour, fontsize=10)
    axes.set_xticks(range(len(report.columns)), [column.title for column in report.columns])
    axes.set_yticks(range(len(report.rows)), [row.label for row in report.rows])
    axes.xaxis.tick_top()
    return _svg(figure)


def _uncompared(report: Report) -> Report:
    """The figures of the period itself, without those of the one before."""
    places = [n for n, one in enumerate(report.columns) if one.is_compared]
    columns = tuple(report.columns[place] for place in places)
    rows = tuple(row._replace(cells=tuple(row.cells[n] for n in places)) for row in report.rows)
    return report._replace(columns=columns, rows=rows)


def _scores(report: Report) -> bytes:
    """Points reached beside the points there are."""
    keys = [column.key for column in report.columns]
    got, most = keys.index("points"), keys.index("most_points")
    rows = [row for row in report.rows if row.cells[most] is not None][::-1]
    figure, axes = _sheet(10, 0.9 + 0.45 * len(rows))
    spots = list(range(len(rows)))
    axes.barh(spots, [_number(row.cells[most]) for row in rows], height=0.6, color=LINE)
    axes.barh(spots, [_number(row.cells[got]) for row in rows], height=0.6, color=GOOD)
    axes.set_yticks(spots, [_short(row.label) for row in rows])
    return _svg(figure)


def _sheet(width: float, height: float) -> tuple[Any, Any]:
    from matplotlib.figure import Figure  # noqa: PLC0415 - slow to come, and seldom asked for

    _dress()
    figure = Figure(figsize=(width, height), layout="constrained")
    axes = figure.subplots()
    axes.tick_params(length=0, labelsize=10, labelcolor=INK)
    axes.set_axisbelow(True)
    _bare(axes)
    return figure, axes


def _bare(axes: Any) -> None:
    for side in axes.spines.values():
        side.set_visible(False)


def _dress() -> None:
    from matplotlib import font_manager, rcParams  # noqa: PLC0415

    if rcParams["font.family"] == ["Be Vietnam Pro"]:
        return
    for weight in ("Regular", "Medium", "Bold"):
        file = Path(fontpkg_be_vietnam_pro.ROOT) / "files" / f"BeVietnamPro-{weight}.ttf"
        font_manager.fontManager.addfont(str(file))
    rcParams["font.family"] = "Be Vietnam Pro"
    rcParams["font.weight"] = "normal"
    rcParams["svg.fonttype"] = "path"
    rcParams["svg.hashsalt"] = "hallctl"


def _blues() -> Any:
    from matplotlib.colors import LinearSegmentedColormap  # noqa: PLC0415

    return LinearSegmentedColormap.from_list("hall", ["#F3F6FA", SKY, BRAND, "#07294A"])


def _svg(figure: Any) -> bytes:
    out = io.BytesIO()
    figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    return out.getvalue()


def _before(report: Report, rows: Sequence[Row], key: str) -> list[float]:
    keys = [column.key for column in report.columns]
    wanted = f"{key}_before"
    return [_number(row.cells[keys.index(wanted)]) for row in rows] if wanted in keys else []


def _number(cell: Cell) -> float:
    return float(cell) if isinstance(cell, int | float) else 0.0


def _short(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1] + "…"
