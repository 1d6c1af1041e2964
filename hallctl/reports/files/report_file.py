"""A report as a file of any form."""

from datetime import datetime
from zoneinfo import ZoneInfo

from hallctl.core.plan import Plan
from hallctl.reports.building import build
from hallctl.reports.charts import chart
from hallctl.reports.charts.chart_sheet import Shape
from hallctl.reports.files.printing import as_pdf
from hallctl.reports.files.sheets import as_csv, as_json
from hallctl.reports.orders import ReportError, ReportOrder, Sources
from hallctl.reports.report import Report
from hallctl.reports.saying import Saying

SHAPES: dict[str, Shape] = {
    "svg": "usual",
    "narrow.svg": "narrow",
    "broad.svg": "broad",
    "wide.svg": "wide",
}
EMPTY = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
MOST_ON_PAPER = 750
"""Lines; setting more of them takes memory that the hall's machine has better uses for."""


def is_too_long_for_paper(report: Report) -> bool:
    """Whether nobody would print it."""
    return len(report.rows) > MOST_ON_PAPER


def made(order: ReportOrder, form: str, sources: Sources) -> bytes | None:
    """The report of that order as a file of that form; None of what is too long for paper."""
    report = build(order, sources)
    if form == "pdf" and is_too_long_for_paper(report):
        return None
    say = Saying(order.language, sources.plan.timezone)
    return written(report, form, sources.plan, say, sources.now.at)


def written(report: Report, form: str, plan: Plan, say: Saying, at: int) -> bytes:
    """The report as csv, json, xlsx or pdf, or its chart: svg, narrow.svg, broad.svg, wide.svg.

    ``at`` in ms is on the paper; its day is not over. Raises :class:`ReportError` for what is too long for paper.
    """
    if form == "pdf" and is_too_long_for_paper(report):
        raise ReportError(
            f"the report has {len(report.rows)} lines, and a PDF at most {MOST_ON_PAPER}:"
            " take it as csv or xlsx, choose a shorter period, or break it down by month"
        )
    match form:
        case "csv":
            return as_csv(report).encode()
        case "json":
            return as_json(report)
        case "xlsx":
            from hallctl.reports.files.workbook import as_xlsx  # noqa: PLC0415 - brings openpyxl

            return as_xlsx(report)
        case "pdf":
            return as_pdf(report, plan, say, at)
        case _:
            today = datetime.fromtimestamp(at / 1000, ZoneInfo(plan.timezone)).date()
            return chart(report, say, today, SHAPES[form]) or EMPTY
