"""A figure that is opened: of which report, in which line and column, and of which days."""

from datetime import date, timedelta
from typing import NamedTuple

from hallctl.ledger.period import Period
from hallctl.reports.comparing import IN_TIME, monday_of
from hallctl.reports.orders import ReportOrder
from hallctl.reports.periods import around

OF_ALL = frozenset({"measure", "points"})
"""An indicator's share and its points are of all that it counted."""


class Opening(NamedTuple):
    """One cell of a report; without a key everything's, without a figure the whole line's."""

    order: ReportOrder
    key: str | None = None
    figure: str = ""

    @property
    def is_there(self) -> bool:
        """Whether a report has such a line and column; what was typed by hand may be anything."""
        try:
            if self.order.name == "busy-hours":
                return int(self.key or 0) >= 0 and self.figure in {"", *"1234567"}
            _narrowed = self.narrowed
        except ValueError:
            return False
        return True

    @property
    def narrowed(self) -> "Opening":
        """A line of time is all that happened in its days; one of departments by indicators is its own set."""
        if self.order.name == "indicators" and self.order.by == "department":
            order = self.order._replace(by="indicator", department=self.key)
            return Opening(order, self.figure, "")
        if self.figure in OF_ALL:
            return self._replace(figure="counted")
        if self.key is None or self.order.by not in IN_TIME:
            return self
        lasting = _days_of(self.order.by, self.key)
        whole = self.order.period
        period = Period(max(lasting.first, whole.first), min(lasting.last, whole.last))
        return Opening(self.order._replace(period=period), None, self.figure)


def _days_of(by: str, key: str) -> Period:
    match by:
        case "day":
            return around(date.fromisoformat(key), "day")
        case "week":
            first = monday_of(key)
            return Period(first, first + timedelta(days=6))
        case "month":
            return around(date.fromisoformat(f"{key}-01"), "month")
        case _:
            return around(date(int(key), 1, 1), "year")
