"""Where a report's figures lead: every cell to the visits, dossiers or records that it counted."""

from typing import NamedTuple
from urllib.parse import urlencode

from hallctl.ledger.dossier_counts import Period
from hallctl.reports.comparing import twin_of
from hallctl.reports.orders import ReportOrder
from hallctl.reports.periods import compared_with
from hallctl.reports.report import Cell, Column, Report, Row
from hallctl.reports.saying import Saying
from hallctl.reports.shown import shown
from hallctl.reports.wording import WORDS

BEFORE = "_before"


class Figure(NamedTuple):
    """One cell as the page shows it; ``address`` is empty where there is nothing to open."""

    told: str
    address: str
    is_change: bool = False


class Line(NamedTuple):
    """One row as the page shows it."""

    label: str
    address: str
    figures: list[Figure]


def lines_of(report: Report, order: ReportOrder, say: Saying) -> tuple[list[Line], Line | None]:
    """The rows, and the total, with where each figure leads."""
    rows = [_line(report, order, row, say) for row in report.rows]
    return rows, report.total and _line(report, order, report.total, say)


def _line(report: Report, order: ReportOrder, row: Row, say: Saying) -> Line:
    key = None if row is report.total else row.key
    given = _is_given(order, row)
    figures = [
        Figure(
            shown(cell, column, say),
            "" if given else _address(order, key, column, cell),
            column.kind == "change",
        )
        for cell, column in zip(row.cells, report.columns, strict=True)
    ]
    opens = any(column.opens for column in report.columns) and not given
    return Line(
        row.label, _query(order.name, order.by, order.period, key) if opens else "", figures
    )


def _address(order: ReportOrder, key: str | None, column: Column, cell: Cell) -> str:
    if not column.opens or not cell:
        return ""
    figure, period = column.key, order.period
    if order.compare and figure.endswith(BEFORE):
        figure, period = figure.removesuffix(BEFORE), compared_with(period, order.compare)
        key = key if key is None else twin_of(key, order.by, order.period, period)
    return _query(order.name, order.by, period, key) + f"&figure={figure}"


def _query(name: str, by: str, period: Period, key: str | None) -> str:
    asked = {"by": by, "from": period.first.isoformat(), "to": period.last.isoformat()}
    if key is not None:
        asked["key"] = key
    return f"reports/{name}/behind?{urlencode(asked)}"


def _is_given(order: ReportOrder, row: Row) -> bool:
    """An indicator that the hall has not counted itself: there is nothing here to open."""
    counted = WORDS[order.language]["origin_counted"]
    return order.name == "indicators" and row.cells[-1] != counted
