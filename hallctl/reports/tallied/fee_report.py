"""The report of fees: how often money changed hands, what was taken and paid back."""

from hallctl.ledger.office.fee_schema import FEE_DIMENSIONS
from hallctl.reports.orders import ReportOrder, Sources
from hallctl.reports.report import Report
from hallctl.reports.saying import Saying
from hallctl.reports.tallied import WHOLE, Book, Figure, Sums, in_days, tallied

FEES = Book(
    rows="select *, rowid as kept_at from fee_payments where day between :first and :last",
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
        Figure("payments", "count", "coalesce(sum(payments), 0)", times="payments"),
        Figure(
            "taken",
            "money",
            "coalesce(sum(taken), 0)",
            "amount > 0",
            times="payments - times_back",
        ),
        Figure(
            "paid_back", "money", "coalesce(sum(paid_back), 0)", "amount < 0", times="times_back"
        ),
        Figure("balance", "money", "coalesce(sum(taken - paid_back), 0)", times="payments"),
    ),
    notes=("note_fees",),
    sums=Sums(
        "select * from fee_sums where dimension = :dimension and day between :first and :last",
        tuple(one for one in FEE_DIMENSIONS if one != WHOLE),
    ),
)


def fee_report(order: ReportOrder, sources: Sources, say: Saying) -> Report:
    """Money of the period, on the days on which it changed hands."""
    return tallied(FEES, order, sources, say)
