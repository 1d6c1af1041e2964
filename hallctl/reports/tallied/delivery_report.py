"""The report of deliveries: results handed to carriers, brought home, or brought back."""

from hallctl.reports.orders import ReportOrder, Sources
from hallctl.reports.report import Report
from hallctl.reports.saying import Saying
from hallctl.reports.tallied import Book, Figure, in_days, tallied

DAY_MS = 86_400_000
DELIVERED = "state = 'delivered'"

DELIVERIES = Book(
    rows=(
        "select batch, row, dossier, day, carrier, state, official, handed_at, done_at, reason, procedure,"
        " department, rowid as kept_at from deliveries where day between :first and :last"
    ),
    keys={
        "carrier": "carrier",
        "department": "department",
        "procedure": "procedure",
        "official": "official",
        **in_days("day"),
    },
    figures=(
        Figure("handed_over", "count", "count(*)"),
        Figure("delivered", "count", f"coalesce(sum({DELIVERED}), 0)", DELIVERED),
        Figure(
            "came_back", "count", "coalesce(sum(state = 'came_back'), 0)", "state = 'came_back'"
        ),
        Figure(
            "under_way",
            "count",
            "coalesce(sum(state = 'handed_over'), 0)",
            "state = 'handed_over'",
            is_compared=False,
        ),
        Figure(
            "delivered_share",
            "share",
            f"round(100.0 * sum({DELIVERED}) / nullif(sum(state != 'handed_over'), 0), 2)",
            "state != 'handed_over'",
        ),
        Figure(
            "days_away",
            "days",
            f"round(avg(iif({DELIVERED}, 1.0 * (done_at - handed_at) / {DAY_MS}, null)), 1)",
            DELIVERED,
        ),
    ),
    notes=("note_deliveries",),
)


def delivery_report(order: ReportOrder, sources: Sources, say: Saying) -> Report:
    """Results that left in the period, as they stand now."""
    return tallied(DELIVERIES, order, sources, say)
