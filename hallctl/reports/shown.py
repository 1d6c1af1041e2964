"""A report's cells as words, for pages and paper."""

from collections.abc import Callable

from hallctl.reports.report import Cell, Column, Kind, Report, Row
from hallctl.reports.saying import NOTHING, Saying


def shown(cell: Cell, column: Column, say: Saying) -> str:
    """One cell as people of that language write it."""
    if not isinstance(cell, int | float):
        return cell or NOTHING
    say_it = _SHOWN.get(column.kind)
    return say_it(cell, say) if say_it else say.number(cell)


def shown_row(row: Row, report: Report, say: Saying) -> list[str]:
    """A row's cells in order."""
    return [
        shown(cell, column, say) for cell, column in zip(row.cells, report.columns, strict=True)
    ]


_SHOWN: dict[Kind, Callable[[float, Saying], str]] = {
    "span": lambda it, say: say.exact(it),
    "share": lambda it, say: f"{say.number(it, 2)} %",
    "change": lambda it, say: f"{'+' if it > 0 else ''}{say.number(it, 1)} %",
    "mean": lambda it, say: say.number(it, 1),
    "days": lambda it, say: say.number(it, 1),
    "money": lambda it, say: f"{say.number(it)} đ",
    "moment": lambda it, say: say.moment(int(it)),
}
