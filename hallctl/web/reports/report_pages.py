"""Reports on pages: figures with their chart, to be compared and taken away; trails of visits and dossiers."""

import asyncio
from datetime import date
from functools import partial

from aiohttp import web

from hallctl.core.permissions import Sight
from hallctl.core.scopes import may_look
from hallctl.reports.behind.behind_dossiers import steps_of
from hallctl.reports.behind.trails import trail_of
from hallctl.reports.building import REPORTS, build
from hallctl.reports.files.report_file import MOST_ON_PAPER, made
from hallctl.reports.orders import ReportOrder, Sources
from hallctl.reports.periods import SPANS, around, days_in
from hallctl.reports.saying import Saying
from hallctl.reports.wording import WORDS as REPORT_WORDS
from hallctl.reports.wording import labels
from hallctl.web.pages.page_files import UNKEPT
from hallctl.web.reports.report_links import OF_NONE, Stretch, lines_of, stretch_of
from hallctl.web.reports.report_queries import place_of
from hallctl.web.reports.report_source import ReportSource
from hallctl.web.site import WORDS, Site

MEDIA = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "svg": "image/svg+xml",
    "narrow.svg": "image/svg+xml",
    "broad.svg": "image/svg+xml",
    "wide.svg": "image/svg+xml",
}
MOST_DAYS_AT_ONCE = 400
"""More are added up in another process: ten years of days take a tenth of a second of Python."""
OF_A_PICTURE = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}


class ReportPages:
    """Answers below ``/reports``, and ``/visits/TICKET`` with a visit's trail."""

    def __init__(self, site: Site, source: ReportSource) -> None:
        self._site = site
        self._source = source

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        guard = self._site.guard
        router.add_get("/reports", guard(Sight.FIGURES, self.first))
        router.add_get("/reports/{name:[a-z-]+}", guard(Sight.FIGURES, self.page))
        router.add_get("/reports/{name:[a-z-]+}.{form}", guard(Sight.FIGURES, self.file))
        router.add_get("/reports/steps/{dossier}", guard(Sight.FIGURES, self.dossier))
        router.add_get("/visits/{ticket}", guard(Sight.FIGURES, self.trail))

    async def first(self, _request: web.Request) -> web.StreamResponse:
        """Where reports begin."""
        raise web.HTTPSeeOther("reports/visits")

    async def page(self, request: web.Request) -> web.Response:
        """One report with its chart."""
        order, say = self._source.order(request), self._site.saying(request)
        shown = await self._stretch(order, place_of(request).row)
        rows, total = await asyncio.to_thread(lines_of, shown.report, order, say)
        said = {
            "report": shown.report,
            "order": order,
            "shown": shown,
            "turns": shown.turns,
            "rows": rows,
            "total": total,
            "names": [(name, REPORT_WORDS[say.language][name]) for name in REPORTS],
            "breakdowns": [
                (one, REPORT_WORDS[say.language][f"by_{one}"]) for one in REPORTS[order.name][1]
            ],
            "departments": self._departments(order, say),
            "none_word": OF_NONE,
            "photos": self._photos(order),
            "spans": [(span, around(self._source.now().day, span)) for span in SPANS],
            "report_words": REPORT_WORDS[say.language],
        }
        return await asyncio.to_thread(self._site.page, request, "reports/report.html", said)

    async def _stretch(self, order: ReportOrder, row: int) -> Stretch:
        """One page of its lines. What adds up years is reckoned where nobody else is at work."""
        ask = (
            self._source.written if days_in(order.period) > MOST_DAYS_AT_ONCE else self._source.read
        )
        return await ask(partial(_stretch, order, row))

    def _photos(self, order: ReportOrder) -> dict[str, str]:
        """The faces of officials that lines are about; of nothing else."""
        officials = self._site.plan.floor.officials if order.by == "official" else ()
        return {one.official: one.photo for one in officials if one.photo}

    def _departments(self, order: ReportOrder, say: Saying) -> list[tuple[str, str]]:
        """By which the indicator set may be looked at; none where that makes no sense."""
        if order.by != "indicator":
            return []
        known = [(one.department, say.words(one.name)) for one in self._site.plan.departments]
        return [*known, ("", REPORT_WORDS[say.language]["nobody"])]

    async def file(self, request: web.Request) -> web.Response:
        """The same to take away, or its chart."""
        form = request.match_info["form"]
        if form not in MEDIA:
            raise web.HTTPNotFound
        order = self._source.order(request)
        body = await self._source.written(partial(made, order, form))
        if body is None:
            return self._too_long(request)
        name = f"{order.name}-{order.period.first}-{order.period.last}.{form}"
        headers = UNKEPT
        if MEDIA[form] == MEDIA["svg"]:
            headers |= OF_A_PICTURE
        else:
            headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return web.Response(body=body, content_type=MEDIA[form], headers=headers)

    def _too_long(self, request: web.Request) -> web.Response:
        """What to do instead of printing it."""
        say = self._site.saying(request)
        why = WORDS[say.language]["too_long_for_paper"].format(most=say.number(MOST_ON_PAPER))
        return self._site.page(request, "public/missing.html", {"why": why}, 413)

    async def trail(self, request: web.Request) -> web.Response:
        """Everything that happened to one visit."""
        ticket = request.match_info["ticket"]
        steps = await self._source.read(lambda sources: trail_of(ticket, sources))
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
        return self._site.page(request, "reports/trail.html", said)

    async def dossier(self, request: web.Request) -> web.Response:
        """Everything that happened to one dossier."""
        dossier, say = request.match_info["dossier"], self._site.saying(request)
        steps = await self._source.read(lambda sources: steps_of(dossier, sources))
        if not steps:
            why = WORDS[say.language]["not_found_advice"]
            return self._site.page(request, "public/missing.html", {"why": why}, 404)
        department = labels("department", self._site.plan, say)
        said = {"dossier": dossier, "steps": steps, "department": department}
        return self._site.page(request, "reports/dossier_trail.html", said)


def _stretch(order: ReportOrder, row: int, sources: Sources) -> Stretch:
    return stretch_of(build(order, sources), row)
