"""Every report there is, by its name: built, and compared with another period where that is wished."""

from collections.abc import Callable

from hallctl.reports.comparing import compared
from hallctl.reports.dossiers.dossier_report import DOSSIERS_BY, dossier_report, officials_report
from hallctl.reports.indicators.department_indicators import department_report
from hallctl.reports.indicators.national_set import indicators_report
from hallctl.reports.orders import ReportError, ReportOrder, Sources
from hallctl.reports.periods import compared_with, in_words
from hallctl.reports.report import Report
from hallctl.reports.saying import Saying
from hallctl.reports.tallied.appointment_report import APPOINTMENTS, appointment_report
from hallctl.reports.tallied.complaint_report import COMPLAINTS, complaint_report
from hallctl.reports.tallied.delivery_report import DELIVERIES, delivery_report
from hallctl.reports.tallied.fee_report import FEES, fee_report
from hallctl.reports.visits.visit_report import (
    BUSY_BY,
    VISITS_BY,
    busy_hours,
    rating_report,
    visit_report,
)
from hallctl.reports.wording import WORDS

Build = Callable[[ReportOrder, Sources, Saying], Report]


def _indicators(order: ReportOrder, sources: Sources, say: Saying) -> Report:
    make = department_report if order.by == "department" else indicators_report
    return make(order, sources, say)


REPORTS: dict[str, tuple[Build, tuple[str, ...]]] = {
    "visits": (visit_report, VISITS_BY),
    "busy-hours": (busy_hours, BUSY_BY),
    "ratings": (rating_report, VISITS_BY),
    "dossiers": (dossier_report, DOSSIERS_BY),
    "officials": (officials_report, ("official",)),
    "complaints": (complaint_report, COMPLAINTS.breakdowns),
    "fees": (fee_report, FEES.breakdowns),
    "deliveries": (delivery_report, DELIVERIES.breakdowns),
    "appointments": (appointment_report, APPOINTMENTS.breakdowns),
    "indicators": (_indicators, ("indicator", "department")),
}
"""How each is built, and what it may be broken down by; the first if nothing is said."""


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
    about = in_words(order.period, say)
    if order.compare is None:
        return report._replace(about=about)
    earlier = compared_with(order.period, order.compare)
    before = make(order._replace(period=earlier), sources, say)
    words = WORDS[order.language]
    told = words["compared_with"].format(period=about, before=in_words(earlier, say))
    return compared(report, before, words)._replace(about=told)
