"""Every report there is, by its name: built, and compared with another period where that is wished."""

from collections.abc import Callable

from hallctl.reports.dossier_report import DOSSIERS_BY, dossier_report, officials_report
from hallctl.reports.indicators import indicators_report
from hallctl.reports.orders import ReportError, ReportOrder, Sources
from hallctl.reports.periods import compared_with, in_words
from hallctl.reports.report import Cell, Column, Report, Row, change
from hallctl.reports.saying import Saying
from hallctl.reports.visit_report import VISITS_BY, busy_hours, rating_report, visit_report
from hallctl.reports.wording import WORDS

Build = Callable[[ReportOrder, Sources, Saying], Report]

REPORTS: dict[str, tuple[Build, tuple[str, ...]]] = {
    "visits": (visit_report, VISITS_BY),
    "dossiers": (dossier_report, DOSSIERS_BY),
    "ratings": (rating_report, VISITS_BY),
    "officials": (officials_report, ("official",)),
    "busy-hours": (busy_hours, ("hour",)),
    "indicators": (indicators_report, ("indicator",)),
}
"""How each is built, and what it may be broken down by; the first if nothing is said."""

_IN_TIME = frozenset({"day", "week", "month", "year"})
"""Keys that no other period shares: their rows are not compared, only the total is."""


def build(order: ReportOrder, sources: Sources) -> Report:
    """The report. Raises :class:`ReportError`."""
    if order.name not in REPORTS:
        raise ReportError(f"there is no report {order.name!r}: {', '.join(REPORTS)}")
    make, breakdowns = REPORTS[order.name]
    by = order.by or breakdowns[0]
    if by not in breakdowns:
        raise ReportError(f"{order.name} is broken down by {', '.join(breakdowns)}, not by {by!r}")
    say = Saying(order.language, sources.plan.timezone)
    order = order._replace(by=by)
    report = make(order, sources, say)
    about = in_words(order.period, order.language)
    if order.compare is None:
        return report._replace(about=about)
    earlier = compared_with(order.period, order.compare)
    before = make(order._replace(period=earlier), sources, say)
    words = WORDS[order.language]
    told = words["compared_with"].format(period=about, before=in_words(earlier, order.language))
    return _compared(report, before, words)._replace(about=told)


def _compared(now: Report, before: Report, words: dict[str, str]) -> Report:
    earlier = {row.key: row for row in before.rows} if now.by not in _IN_TIME else {}
    columns: list[Column] = []
    for column in now.columns:
        columns.append(column)
        if column.is_compared:
            title = words["before"].format(title=column.title)
            columns += [
                Column(f"{column.key}_before", title, column.kind),
                Column(f"{column.key}_change", words["change"], "change"),
            ]
    total = now.total and _beside(now, now.total, before.total)
    rows = tuple(_beside(now, row, earlier.get(row.key)) for row in now.rows)
    return now._replace(columns=tuple(columns), rows=rows, total=total)


def _beside(report: Report, row: Row, earlier: Row | None) -> Row:
    cells: list[Cell] = []
    for place, column in enumerate(report.columns):
        cell = row.cells[place]
        cells.append(cell)
        if column.is_compared:
            was = earlier.cells[place] if earlier else None
            cells += [was, change(cell, was)]
    return row._replace(cells=tuple(cells))
