"""Where a report's figures lead: every cell to the visits, dossiers or records that it counted."""

from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlencode

from hallctl.ledger.period import Period
from hallctl.reports.behind.listing import SHOWN
from hallctl.reports.comparing import twin_of
from hallctl.reports.indicators.department_indicators import POINTS_SHARE
from hallctl.reports.orders import ReportOrder
from hallctl.reports.periods import compared_with
from hallctl.reports.report import Cell, Column, Report, Row
from hallctl.reports.saying import Saying
from hallctl.reports.shown import shown
from hallctl.reports.wording import WORDS

BEFORE = "_before"
OF_NONE = "-"
"""How an address says: of no department; without one it is of the whole hall."""


class Turns(NamedTuple):
    """What the addresses of other pages of a table ask for; None where there is none."""

    first: str | None
    before: str | None
    after: str | None
    last: str | None


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


class Stretch(NamedTuple):
    """A report with no other rows than those of one page; ``first`` counts from 1, 0 where there are none."""

    report: Report
    first: int
    total: int

    @property
    def rows(self) -> tuple[Row, ...]:
        """Those rows."""
        return self.report.rows

    @property
    def last(self) -> int:
        """The number of the last."""
        return self.first + len(self.rows) - 1 if self.rows else 0

    @property
    def turns(self) -> Turns:
        """The ways to the other rows."""
        before, after = max(1, self.first - SHOWN), self.last + 1
        return Turns(
            "row=1" if self.first > 1 else None,
            f"row={before}" if self.first > 1 else None,
            f"row={after}" if self.last < self.total else None,
            last_page(self.total) if self.last < self.total else None,
        )


def stretch_of(report: Report, row: int) -> Stretch:
    """The page that begins with that row; never beyond the last one."""
    total = len(report.rows)
    begins = max(0, min(row, total) - 1)
    shown = report._replace(rows=report.rows[begins : begins + SHOWN])
    return Stretch(shown, min(begins + 1, total), total)


def lines_of(report: Report, order: ReportOrder, say: Saying) -> tuple[list[Line], Line | None]:
    """The rows, and the total, with where each figure leads."""
    rows = [_line(report, order, row, say) for row in report.rows]
    return rows, report.total and _line(report, order, report.total, say)


def last_page(total: int) -> str:
    """What the address of a full last page asks for."""
    return f"row={max(1, total - SHOWN + 1)}"


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
    return Line(row.label, _of_the_line(order, key) if opens else "", figures)


def _of_the_line(order: ReportOrder, key: str | None) -> str:
    """A department's name among indicators leads to its own set; any other to all that its line counted."""
    is_set = order.name == "indicators" and order.by == "department"
    return _set_of(key, order.period) if is_set else _query(order, order.period, key)


def _set_of(department: str | None, period: Period) -> str:
    """The indicators one by one, with their points: a department's own, or the whole hall's."""
    asked = {"by": "indicator", "from": period.first.isoformat(), "to": period.last.isoformat()}
    if department is not None:
        asked["department"] = department or OF_NONE
    return f"reports/indicators?{urlencode(asked)}"


def _address(order: ReportOrder, key: str | None, column: Column, cell: Cell) -> str:
    """A department's share leads to what fell short; where nothing or everything did, to all that was counted.

    Its share of points leads to the indicators that the points are of.
    """
    is_nothing = not cell and not (cell == 0 and order.name == "indicators")
    figure, period = column.key, order.period
    if order.compare and figure.endswith(BEFORE):
        figure, period = figure.removesuffix(BEFORE), compared_with(period, order.compare)
        key = key if key is None else twin_of(key, order.by, order.period, period)
    if figure == POINTS_SHARE and not is_nothing:
        return _set_of(key, period)
    if not column.opens or is_nothing:
        return ""
    if order.name == "indicators" and order.by == "department" and cell in {0, 100}:
        own = order._replace(by="indicator", department=key)
        return _query(own, period, figure) + "&figure=counted"
    return _query(order, period, key) + f"&figure={figure}"


@lru_cache(maxsize=64)
def _query(order: ReportOrder, period: Period, key: str | None) -> str:
    """The same for all figures of a line."""
    asked = {"by": order.by, "from": period.first.isoformat(), "to": period.last.isoformat()}
    if order.department is not None:
        asked["department"] = order.department or OF_NONE
    if key is not None:
        asked["key"] = key
    return f"reports/{order.name}/behind?{urlencode(asked)}"


def _is_given(order: ReportOrder, row: Row) -> bool:
    """An indicator that the hall has not counted itself: there is nothing here to open."""
    counted = WORDS[order.language]["origin_counted"]
    return (order.name, order.by) == ("indicators", "indicator") and row.cells[-1] != counted
