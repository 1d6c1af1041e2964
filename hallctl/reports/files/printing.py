"""A report on paper: PDF through typst, in the hall's type, what people wrote as data alone."""

import json
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import typst

from hallctl.core.plan import Plan
from hallctl.forms.drawing import shipped_fonts
from hallctl.reports.charts import chart
from hallctl.reports.report import Report
from hallctl.reports.saying import Saying
from hallctl.reports.shown import shown_row
from hallctl.reports.wording import WORDS

_TEMPLATES = Path(__file__).parent / "templates"


def as_pdf(report: Report, plan: Plan, say: Saying, printed_at: int) -> bytes:
    """The report on A4, across where it is wide; ``printed_at`` in ms is on it."""
    words = WORDS[say.language]
    today = datetime.fromtimestamp(printed_at / 1000, ZoneInfo(plan.timezone)).date()
    picture = chart(report, say, today)
    document = {
        "language": say.language,
        "hall": say.words(plan.hall),
        "authority": say.words(plan.authority),
        "title": report.title,
        "about": report.about,
        "by": report.by_title,
        "columns": [column.title for column in report.columns],
        "rows": [[row.label, *shown_row(row, report, say)] for row in report.rows],
        "total": [report.total.label, *shown_row(report.total, report, say)]
        if report.total
        else None,
        "notes": report.notes,
        "chart": picture.decode() if picture else "",
        "printed": words["printed"].format(time=say.moment(printed_at)),
        "no_rows": words["no_rows"],
        "wide": len(report.columns) > 6,
    }
    return typst.compile(
        _TEMPLATES / "report.typ",
        root=_TEMPLATES,
        font_paths=shipped_fonts(),
        sys_inputs={"report": json.dumps(document)},
        timestamp=int(datetime.fromtimestamp(printed_at / 1000, UTC).timestamp()),
    )
