"""A report's cells as words, for pages and paper."""

from hallctl.reports.report import Cell, Column, Report, Row
from hallctl.reports.saying import NOTHING, Saying


def shown(cell: Cell, column: Column, say: Saying) -> str:
    """One cell as people of that language write it."""
    if not isinstance(cell, int | float):
        return cell or NOTHING
    match column.kind:
        case "span":
            return say.exact(cell)
        case "share":
            return f"{say.number(cell, 2)} %"
        case "change":
            return f"{'+' if cell > 0 else ''}{say.number(cell, 1)} %"
        case "mean":
            return say.number(cell, 1)
        case _:
            return say.number(cell)


def shown_row(row: Row, report: Report, say: Saying) -> list[str]:
    """A row's cells in order."""
    return [
        shown(cell, column, say) for cell, column in zip(row.cells, report.columns, strict=True)
    ]
