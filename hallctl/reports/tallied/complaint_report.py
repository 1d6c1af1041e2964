"""The report of complaints: how many came, were decided and answered in time, and found to be right."""

from hallctl.reports.orders import ReportOrder, Sources
from hallctl.reports.report import Report
from hallctl.reports.saying import Saying
from hallctl.reports.tallied import Book, Figure, in_days, tallied

DECIDED_IN_TIME = "coalesce(decided_on, answered_on) <= decide_by"
DECIDED_LATE = "coalesce(decided_on, answered_on, :today) > decide_by"
ANSWERED = "state in ('answered', 'published')"
IN_TIME = f"{ANSWERED} and answered_on <= answer_by"
LATE = "state != 'refused' and coalesce(answered_on, :today) > answer_by"
"""Answered after its day, or not answered and its day is over."""
OPEN = "state in ('filed', 'forwarded', 'awaiting_more')"
RIGHT = "finding in ('right', 'partly')"


def _count(key: str, which: str, *, is_compared: bool = False) -> Figure:
    return Figure(key, "count", f"coalesce(sum({which}), 0)", which, is_compared)


COMPLAINTS = Book(
    rows="select *, rowid as kept_at from complaints where day between :first and :last",
    keys={
        "about": "about",
        "department": "coalesce(department, '')",
        "channel": "channel",
        "finding": "coalesce(finding, state)",
        **in_days("day"),
    },
    figures=(
        Figure("filed", "count", "count(*)"),
        _count("decided_in_time", DECIDED_IN_TIME),
        _count("decided_late", DECIDED_LATE),
        _count("complaint_refused", "state = 'refused'"),
        _count("answered_in_time", IN_TIME, is_compared=True),
        _count("answered_late", LATE, is_compared=True),
        _count("still_open", OPEN),
        Figure(
            "in_time_share",
            "share",
            f"round(100.0 * sum({IN_TIME}) / nullif(sum(({IN_TIME}) or ({LATE})), 0), 2)",
            f"({IN_TIME}) or ({LATE})",
        ),
        _count("found_right", RIGHT),
        _count("published", "state = 'published'"),
    ),
    notes=("note_complaints",),
)


def complaint_report(order: ReportOrder, sources: Sources, say: Saying) -> Report:
    """Complaints filed in the period, as they stand now."""
    return tallied(COMPLAINTS, order, sources, say)
