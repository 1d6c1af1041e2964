"""A figure opened: the records it counted, page by page, and the whole list to take away."""

import asyncio
from functools import partial
from urllib.parse import urlencode

from aiohttp import web

from hallctl.core.permissions import Sight
from hallctl.reports.behind.listing import (
    Key,
    Listing,
    Page,
    Span,
    chunks_of,
    page_of,
    read_span,
)
from hallctl.reports.behind.opened import kind_of, opened
from hallctl.reports.behind.opening import Opening
from hallctl.reports.orders import Sources
from hallctl.reports.saying import Saying
from hallctl.reports.wording import WORDS as REPORT_WORDS
from hallctl.reports.wording import labels
from hallctl.web.pages.page_files import UNKEPT
from hallctl.web.reports.opened_sheets import (
    MOST_IN_A_BOOK,
    as_lines,
    head_line,
    telling,
    workbook,
)
from hallctl.web.reports.report_links import Turns, last_page
from hallctl.web.reports.report_queries import OF_THE_PLACE, opening_of, place_of
from hallctl.web.reports.report_source import ReportSource
from hallctl.web.site import WORDS, Site

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class OpenedPages:
    """Answers below ``/reports/NAME/behind``."""

    def __init__(self, site: Site, source: ReportSource) -> None:
        self._site = site
        self._source = source

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        guard = self._site.guard
        router.add_get("/reports/{name:[a-z-]+}/behind", guard(Sight.FIGURES, self.page))
        router.add_get("/reports/{name:[a-z-]+}/behind.csv", guard(Sight.FIGURES, self.lines))
        router.add_get("/reports/{name:[a-z-]+}/behind.xlsx", guard(Sight.FIGURES, self.book))

    async def page(self, request: web.Request) -> web.Response:
        """The visits, dossiers or records that a figure has counted, a page of them."""
        opening, place = self._opening(request), place_of(request)
        order, say, kind = opening.order, self._site.saying(request), kind_of(opening)

        def read(sources: Sources) -> tuple[Page, bool]:
            listing = opened(opening, sources)
            days = [day for day, _ in listing.days if day[:4] not in {"0000", "9999"}]
            return page_of(listing, sources.ledger, place), len(days) > 1

        page, has_days = await self._source.read(read)
        told = REPORT_WORDS[say.language]
        kept = [one for one in request.query.items() if one[0] not in OF_THE_PLACE]
        said = {
            "order": order,
            "page": page,
            "has_days": has_days,
            "turns": _turns(page),
            "kept": kept,
            "itself": urlencode(kept),
            "back": urlencode([one for one in kept if one[0] not in {"key", "figure"}]),
            "forms": ("csv", "xlsx") if page.total <= MOST_IN_A_BOOK else ("csv",),
            "title": told[order.name],
            "about": self._about(opening, say),
            "service": labels("service", self._site.plan, say),
            "department": labels("department", self._site.plan, say),
            "report_words": told,
        }
        return await asyncio.to_thread(
            self._site.page, request, f"reports/behind_{kind.name}.html", said
        )

    async def lines(self, request: web.Request) -> web.StreamResponse:
        """All of them as CSV, sent as they are read: however many they are, the hall holds a few."""
        opening, tell = self._opening(request), telling(self._site.plan, self._site.saying(request))
        kind = kind_of(opening)
        listing = await self._source.read(lambda sources: opened(opening, sources))
        head = head_line(kind.name, tell)
        response = web.StreamResponse(headers=self._headers(opening, "csv"))
        response.content_type = "text/csv"
        await response.prepare(request)
        await response.write(head)
        for span in chunks_of(listing):
            found = await self._source.read(partial(_stretch, listing, span))
            await response.write(await asyncio.to_thread(as_lines, kind.name, found, tell))
        await response.write_eof()
        return response

    async def book(self, request: web.Request) -> web.Response:
        """All of them as a workbook, where they are not too many for one."""
        opening, say = self._opening(request), self._site.saying(request)
        body = await self._source.written(partial(workbook, opening), is_long=True)
        if body is None:
            why = WORDS[say.language]["too_long_for_a_workbook"]
            told = {"why": why.format(most=say.number(MOST_IN_A_BOOK))}
            return self._site.page(request, "public/missing.html", told, 413)
        return web.Response(body=body, content_type=EXCEL, headers=self._headers(opening, "xlsx"))

    def _headers(self, opening: Opening, form: str) -> dict[str, str]:
        order = opening.order
        name = f"{order.name}-{order.period.first}-{order.period.last}-behind.{form}"
        return UNKEPT | {"Content-Disposition": f'attachment; filename="{name}"'}

    def _opening(self, request: web.Request) -> Opening:
        return opening_of(request, self._source.order(request))

    def _about(self, opening: Opening, say: Saying) -> str:
        """Whose line it was, and which figure of it."""
        told, order = REPORT_WORDS[say.language], opening.order
        if order.name == "busy-hours":
            clock = f"{int(opening.key or 0) // 60:02}:{int(opening.key or 0) % 60:02}"
            return f"{say.weekday(int(opening.figure))} {clock}" if opening.figure else clock
        of = None
        if order.department is not None:
            of = labels("department", self._site.plan, say)(order.department)
        line = opening.key
        if line is not None:
            known = labels(order.by, self._site.plan, say)
            line = told.get(f"indicator_{line}") or known(line)
        figure = told.get(opening.figure) or told.get(f"indicator_{opening.figure}")
        return " · ".join(part for part in (of, line, figure) if part)


def _stretch(listing: Listing, span: Span, sources: Sources) -> list[object]:
    return read_span(listing, sources.ledger, span)


def _turns(page: Page) -> Turns:
    return Turns(
        "" if page.before else None,
        _beside("before", page.before),
        _beside("after", page.after),
        last_page(page.total) if page.after else None,
    )


def _beside(way: str, key: Key | None) -> str | None:
    return key and urlencode({way: f"{key.day}.{key.seq}"})
