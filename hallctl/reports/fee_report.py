"""The report of fees: how often money changed hands, what was taken and paid back."""

from hallctl.reports.orders import ReportOrder, Sources
from hallctl.reports.report import Report
from hallctl.reports.saying import Saying
from hallctl.reports.tallied import Book, Figure, in_days, tallied

FEES = Book(
    rows="select * from fee_days where day between :first and :last",
    keys={
        "department": "department",
        "field": "field",
        "procedure": "procedure",
        "method": "method",
        "counter": "counter",
        "official": "official",
        **in_days("day"),
    },
    figures=(
        Figure("payments", "count", "coalesce(sum(payments), 0)"),
        Figure("taken", "money", "coalesce(sum(taken), 0)", "amount > 0"),
        Figure("paid_back", "money", "coalesce(sum(paid_back), 0)", "amount < 0"),
        Figure("balance", "money", "coalesce(sum(taken - paid_back), 0)"),
    ),
    notes=("note_fees",),
)
"""Opened in ``fee_payments``, of which ``fee_days`` are the sums."""


def fee_report(order: ReportOrder, sources: Sources, say: Saying) -> Report:
    """Money of the period, on the days on which it changed hands."""
    return tallied(FEES, order, sources, say)
