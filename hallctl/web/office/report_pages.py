"""Reports on pages: figures with their chart, to be compared, opened and taken away."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple, TypeVar, get_args

from aiohttp import web
from sqlite_utils import Database

from hallctl.core.permissions import Sight
from hallctl.core.scopes import may_look
from hallctl.ledger.dossier_counts import Now, Period
from hallctl.reports.behind import trail_of, visits_behind
from hallctl.reports.behind_dossiers import dossiers_behind, steps_of
from hallctl.reports.behind_records import (
    appointments_behind,
    complaints_behind,
    deliveries_behind,
    payments_behind,
    procedures_behind,
)
from hallctl.reports.building import REPORTS, build
from hallctl.reports.opening import SHOWN, Opening
from hallctl.reports.orders import Name, ReportError, ReportOrder, Sources
from hallctl.reports.periods import SPANS, Compared, Span, around
from hallctl.reports.saying import Saying
from hallctl.reports.wording import WORDS as REPORT_WORDS
from hallctl.reports.wording import labels
from hallctl.web.ledger_reader import LedgerReader
from hallctl.web.office.report_links import lines_of
from hallctl.web.page_files import STRICT
from hallctl.web.site import WORDS, Site

MEDIA = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "svg": "image/svg+xml",
}
OF_A_PICTURE = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}
LONGEST_DAYS = 20 * 366
Read = TypeVar("Read")


class _Kind(NamedTuple):
    """What a report's figures open to: how it is found, and the page that lists it."""

    find: Callable[[Opening, Sources], Sequence[object]]
    page: str


_VISITS = _Kind(visits_behind, "visits")
_DOSSIERS = _Kind(dossiers_behind, "dossiers")
_BEHIND = {
    "dossiers": _DOSSIERS,
    "indicators": _DOSSIERS,
    "complaints": _Kind(complaints_behind, "complaints"),
    "fees": _Kind(payments_behind, "payments"),
    "appointments": _Kind(appointments_behind, "appointments"),
    "deliveries": _Kind(deliveries_behind, "deliveries"),
}
_OF_INDICATORS = {
    "1": _Kind(procedures_behind, "procedures"),
    **dict.fromkeys(("5.1", "5.2", "5.3"), _BEHIND["complaints"]),
}
_OF_AN_OFFICIAL_S_DOSSIERS = frozenset({"dossiers_received", "in_time_share", "finished_late"})


class ReportPages:
    """Answers below ``/reports``, and ``/visits/TICKET`` with a visit's trail."""

    def __init__(self, site: Site, ledger: LedgerReader, now: Callable[[], Now]) -> None:
        self._site = site
        self._ledger = ledger
        self._now = now

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        guard = self._site.guard
        router.add_get("/reports", guard(Sight.FIGURES, self.first))
        router.add_get("/reports/{name:[a-z-]+}", guard(Sight.FIGURES, self.page))
        router.add_get("/reports/{name:[a-z-]+}.{form}", guard(Sight.FIGURES, self.file))
        router.add_get("/reports/{name:[a-z-]+}/behind", guard(Sight.FIGURES, self.behind))
        router.add_get("/reports/steps/{dossier}", guard(Sight.FIGURES, self.dossier))
        router.add_get("/visits/{ticket}", guard(Sight.FIGURES, self.trail))

    async def first(self, _request: web.Request) -> web.StreamResponse:
        """Where reports begin."""
        raise web.HTTPSeeOther("reports/visits")

    async def page(self, request: web.Request) -> web.Response:
        """One report with its chart."""
        order = self._order(request)
        report = await self._read(lambda sources: build(order, sources))
        say = self._site.saying(request)
        rows, total = lines_of(report, order, say)
        said = {
            "report": report,
            "order": order,
            "rows": rows,
            "total": total,
            "names": [(name, REPORT_WORDS[say.language][name]) for name in REPORTS],
            "breakdowns": [
                (one, REPORT_WORDS[say.language][f"by_{one}"]) for one in REPORTS[order.name][1]
            ],
            "spans": [(span, around(self._now().day, span)) for span in SPANS],
            "report_words": REPORT_WORDS[say.language],
            "query": request.query_string,
        }
        return self._site.page(request, "office/report.html", said)

    async def file(self, request: web.Request) -> web.Response:
        """The same to take away, or its chart."""
        form = request.match_info["form"]
        if form not in MEDIA:
            raise web.HTTPNotFound
        order, say, now = self._order(request), self._site.saying(request), self._now()
        plan = self._site.plan

        def make(sources: Sources) -> bytes:
            from hallctl.reports.files import written  # noqa: PLC0415 - brings charts and paper

            return written(build(order, sources), form, plan, say, now.at)

        body = await self._read(make)
        name = f"{order.name}-{order.period.first}-{order.period.last}.{form}"
        headers = STRICT | {"Cache-Control": "no-store"}
        if form == "svg":
            headers |= OF_A_PICTURE
        else:
            headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return web.Response(body=body, content_type=MEDIA[form], headers=headers)

    async def behind(self, request: web.Request) -> web.Response:
        """The visits, dossiers or records that a figure has counted."""
        opening = self._opening(request)
        order, say = opening.order, self._site.saying(request)
        kind = _kind_of(opening)
        found = await self._read(lambda sources: kind.find(opening, sources))
        told = REPORT_WORDS[say.language]
        said = {
            "order": order,
            "found": found,
            "is_cut": len(found) == SHOWN,
            "title": told[order.name],
            "about": self._about(opening, say),
            "service": labels("service", self._site.plan, say),
            "department": labels("department", self._site.plan, say),
            "report_words": told,
            "query": request.query_string,
        }
        return self._site.page(request, f"office/behind_{kind.page}.html", said)

    def _about(self, opening: Opening, say: Saying) -> str:
        """Whose line it was, and which figure of it."""
        told, order = REPORT_WORDS[say.language], opening.order
        if order.name == "busy-hours":
            clock = f"{int(opening.key or 0) // 60:02}:{int(opening.key or 0) % 60:02}"
            return f"{say.weekday(int(opening.figure))} {clock}" if opening.figure else clock
        line = opening.key
        if line is not None:
            known = labels(order.by, self._site.plan, say)
            line = told.get(f"indicator_{line}") or known(line)
        return " · ".join(part for part in (line, told.get(opening.figure)) if part)

    def _opening(self, request: web.Request) -> Opening:
        """Raises HTTPNotFound for a line that no report has."""
        opening = Opening(
            self._order(request), request.query.get("key"), request.query.get("figure", "")
        )
        if not opening.is_there:
            raise web.HTTPNotFound
        return opening

    async def trail(self, request: web.Request) -> web.Response:
        """Everything that happened to one visit."""
        ticket = request.match_info["ticket"]
        steps = await self._read(lambda sources: trail_of(ticket, sources))
        if not steps:
            why = WORDS[self._site.language(request)]["not_found_advice"]
            return self._site.page(request, "public/missing.html", {"why": why}, 404)
        plan, actor = self._site.plan, self._site.who(request)
        said = {
            "ticket": ticket,
            "on": date.fromisoformat(ticket[:10]),
            "steps": steps,
            "service": labels("service", plan, self._site.saying(request)),
            "cameras": {one.counter: one.camera for one in plan.cameras if one.counter},
            "may_replay": actor is not None and may_look(actor, Sight.FLOOR),
        }
        return self._site.page(request, "office/trail.html", said)

    async def dossier(self, request: web.Request) -> web.Response:
        """Everything that happened to one dossier."""
        dossier, say = request.match_info["dossier"], self._site.saying(request)
        steps = await self._read(lambda sources: steps_of(dossier, sources))
        if not steps:
            why = WORDS[say.language]["not_found_advice"]
            return self._site.page(request, "public/missing.html", {"why": why}, 404)
        department = labels("department", self._site.plan, say)
        said = {"dossier": dossier, "steps": steps, "department": department}
        return self._site.page(request, "office/dossier_trail.html", said)

    async def _read(self, read: Callable[[Sources], Read]) -> Read:
        plan, now = self._site.plan, self._now()

        def ask(ledger: Database) -> Read:
            return read(Sources(ledger, plan, now))

        try:
            return await self._ledger.ask(ask)
        except ReportError as error:
            raise web.HTTPNotFound(text=str(error)) from error

    def _order(self, request: web.Request) -> ReportOrder:
        asked = request.query
        name = next((one for one in get_args(Name) if one == request.match_info["name"]), None)
        if name is None:
            raise web.HTTPNotFound
        by = asked.get("by", "") or REPORTS[name][1][0]
        if by not in REPORTS[name][1]:
            raise web.HTTPNotFound
        compare: Compared | None = next(
            (one for one in get_args(Compared) if one == asked.get("compare")), None
        )
        language = self._site.language(request)
        return ReportOrder(name, self._period(request), by, compare, language)

    def _period(self, request: web.Request) -> Period:
        today, asked = self._now().day, request.query
        span: Span = next((one for one in SPANS if one == asked.get("span")), "month")
        usual = around(today, span)
        try:
            first = date.fromisoformat(asked["from"]) if asked.get("from") else usual.first
            last = date.fromisoformat(asked["to"]) if asked.get("to") else usual.last
        except ValueError:
            return usual
        if last < first or (last - first).days > LONGEST_DAYS:
            return usual
        return Period(first, last)


def _kind_of(opening: Opening) -> _Kind:
    if opening.order.name == "indicators":
        return _OF_INDICATORS.get(opening.key or "", _DOSSIERS)
    if opening.order.name == "officials" and opening.figure in _OF_AN_OFFICIAL_S_DOSSIERS:
        return _DOSSIERS
    return _BEHIND.get(opening.order.name, _VISITS)
