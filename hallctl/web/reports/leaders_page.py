"""``/leaders``: today and this month at a glance, the course of it, and who needs attention and why."""

import asyncio
from datetime import date
from typing import NamedTuple

from aiohttp import web

from hallctl.core.permissions import Sight
from hallctl.ledger.dossiers.dossier_counts import DossierFigures, total
from hallctl.ledger.period import Period
from hallctl.reports.indicators.attention import Attention, Reason, attention, departments
from hallctl.reports.indicators.national_set import Indicator, indicators
from hallctl.reports.orders import ReportOrder, Sources
from hallctl.reports.periods import around, compared_with
from hallctl.reports.report import change, share
from hallctl.reports.visits.visit_figures import VisitFigures, whole
from hallctl.reports.wording import WORDS as REPORT_WORDS
from hallctl.reports.wording import labels
from hallctl.web.fan_out import Look
from hallctl.web.public.start_pages import board_of
from hallctl.web.reports.report_source import ReportSource
from hallctl.web.site import Site

LEAST_CHANGE = 0.1
"""Less than that is the same as before."""


class _Month(NamedTuple):
    """What the ledger says of this month and the one before."""

    visits: VisitFigures
    visits_before: VisitFigures
    dossiers: DossierFigures
    dossiers_before: DossierFigures
    departments: list[Attention]
    indicators: list[Indicator]
    newest_day: date | None
    """The last one that was opened: while the hall is closed, its figures still stand."""


class LeadersPage:
    """Answers ``/leaders``."""

    def __init__(self, site: Site, look: Look, source: ReportSource) -> None:
        self._site = site
        self._look = look
        self._source = source

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the address."""
        router.add_get("/leaders", self._site.guard(Sight.FIGURES, self.get))

    async def get(self, request: web.Request) -> web.Response:
        """The page."""
        now, board = self._source.now(), await board_of(self._look)
        month = Period(around(now.day, "month").first, now.day)
        before = compared_with(around(now.day, "month"), "previous")
        read = await self._source.read(lambda sources: _read(sources, month, before))
        say = self._site.saying(request)
        said = {
            "board": board,
            "month": month,
            "before": before,
            "read": read,
            "department": labels("department", self._site.plan, say),
            "report_words": REPORT_WORDS[say.language],
            "figures": figures_of(read),
            "attention": attention(read.departments),
            "why_opens": WHY_OPENS,
        }
        return await asyncio.to_thread(self._site.page, request, "reports/leaders.html", said)


def _read(sources: Sources, month: Period, before: Period) -> _Month:
    ledger = sources.ledger
    return _Month(
        visits=whole(ledger, month),
        visits_before=whole(ledger, before),
        dossiers=total(ledger, month, sources.now),
        dossiers_before=total(ledger, before, sources.now),
        departments=departments(sources, month, before),
        indicators=indicators(ReportOrder("indicators", month), sources),
        newest_day=_newest_day(sources),
    )


def _newest_day(sources: Sources) -> date | None:
    (day,) = sources.ledger.execute("select max(business_day) from days").fetchone()
    return date.fromisoformat(day) if day else None


class Opens(NamedTuple):
    """The figure of a report that leads to what was counted."""

    report: str
    figure: str
    by: str = "department"


WHY_OPENS: dict[Reason, Opens] = {
    "overdue": Opens("dossiers", "in_process_overdue"),
    "late": Opens("dossiers", "finished_late"),
    "falling": Opens("dossiers", "finished_late"),
    "supplements": Opens("dossiers", "awaiting_supplement"),
    "complaints": Opens("indicators", "5.2"),
}
"""What stands behind each reason to look at a department."""


class MonthFigure(NamedTuple):
    """One figure of the month beside the month before; ``good`` says which way is better."""

    key: str
    kind: str
    now: float | None
    before: float | None
    good: int
    opens: Opens

    @property
    def change(self) -> float | None:
        """Per cent more or less; points of a per cent for shares."""
        if self.kind != "share":
            return change(self.now, self.before)
        if self.now is None or self.before is None:
            return None
        return round(self.now - self.before, 2)

    @property
    def tone(self) -> str:
        """Whether the change is for the better."""
        if not self.good or self.change is None or abs(self.change) < LEAST_CHANGE:
            return ""
        return "good" if (self.change > 0) == (self.good > 0) else "bad"


def figures_of(month: _Month) -> list[MonthFigure]:
    """The month at a glance. Volumes of a month that is not over are told a day."""
    visits, was = month.visits, month.visits_before
    in_time, in_time_was = _in_time(month.dossiers), _in_time(month.dossiers_before)
    overdue = month.dossiers.in_process_overdue
    return [
        MonthFigure("visits_a_day", "mean", _a_day(visits), _a_day(was), 0, _visits("issued")),
        MonthFigure("average_wait", "span", *_waits(month), -1, _visits("average_wait")),
        MonthFigure(
            "within_target", "share", _called(visits), _called(was), 1, _visits("within_target")
        ),
        MonthFigure(
            "satisfied", "share", _satisfied(visits), _satisfied(was), 1, _visits("satisfied")
        ),
        MonthFigure("in_time_share", "share", in_time, in_time_was, 1, _dossiers("in_time_share")),
        MonthFigure(
            "in_process_overdue", "count", overdue, None, -1, _dossiers("in_process_overdue")
        ),
    ]


def _visits(figure: str) -> Opens:
    return Opens("visits", figure, "hall")


def _dossiers(figure: str) -> Opens:
    return Opens("dossiers", figure)


def _waits(month: _Month) -> tuple[float | None, float | None]:
    return month.visits.average_wait_s, month.visits_before.average_wait_s


def _a_day(line: VisitFigures) -> float | None:
    return round(line.sums["issued"] / line.days, 1) if line.days else None


def _called(line: VisitFigures) -> float | None:
    return share(line.sums["within_target"], line.sums["called"])


def _satisfied(line: VisitFigures) -> float | None:
    return share(line.sums["satisfied"], line.sums["rated"])


def _in_time(line: DossierFigures) -> float | None:
    return share(line.finished_early + line.finished_on_time, line.finished)
