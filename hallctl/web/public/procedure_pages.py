"""The public listing: every procedure to be searched, browsed, read and printed."""

import asyncio
import logging
from collections.abc import Callable
from datetime import date
from typing import NamedTuple, TypeVar

from aiohttp import web

from hallctl.catalogue.guide import DepartmentBranch, Guide, Guides
from hallctl.catalogue.pages import ProcedureLine, ProcedurePage, ShownFee
from hallctl.catalogue.problems import CatalogueError
from hallctl.core.deadlines import Term
from hallctl.reports.saying import Saying
from hallctl.web.public.start_pages import hours_in_words
from hallctl.web.site import WORDS, Site

log = logging.getLogger(__name__)

FOUND = 30
SAME_DAY = Term()
"""The term of what is ready by the evening, where the catalogue leaves it open."""
Found = TypeVar("Found")


class WayIn(NamedTuple):
    """One way to hand it in, in words."""

    channel: str
    term: str
    fee: str
    note: str


class _Listing(NamedTuple):
    """What the page of the whole listing shows."""

    tree: tuple[DepartmentBranch, ...]
    found: tuple[ProcedureLine, ...]
    listed: tuple[ProcedureLine, ...] | None


class ProcedurePages:
    """Answers ``/procedures`` and ``/procedures/CODE``."""

    def __init__(
        self, site: Site, guides: Guides, today: Callable[[], date], now: Callable[[], int]
    ) -> None:
        self._site = site
        self._guides = guides
        self._today = today
        self._now = now

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        router.add_get("/procedures", self.listing)
        router.add_get("/procedures/{procedure}", self.procedure)

    async def listing(self, request: web.Request) -> web.Response:
        """What answers the search, a field's procedures, or just the fields."""
        query = request.query.get("q", "").strip()
        department, field = request.query.get("department", ""), request.query.get("field", "")
        try:
            listing = await self._ask(
                lambda guide, day: _Listing(
                    guide.tree(),
                    guide.find(query, FOUND, day) if query else (),
                    guide.of_field(department, field, day) if field else None,
                )
            )
        except CatalogueError as error:
            return self._broken(request, error)
        count = sum(one.procedures for branch in listing.tree for one in branch.fields)
        said = {"query": query, "department": department, "field": field, "count": count}
        return self._site.page(request, "public/procedures.html", said | listing._asdict())

    async def procedure(self, request: web.Request) -> web.Response:
        """One procedure's sheet."""
        code = request.match_info["procedure"]
        try:
            page = await self._ask(lambda guide, day: guide.page(code, day))
        except CatalogueError as error:
            return self._broken(request, error)
        language = self._site.language(request)
        if page is None:
            why = WORDS[language]["unknown_procedure"].format(query=code)
            return self._site.page(request, "public/missing.html", {"why": why}, 404)
        said = {
            "one": page,
            "ways_in": ways_in(page, self._site.saying(request)),
            "cut_off": f"{self._site.plan.dossiers.cut_off:%H:%M}",
            "hours": hours_in_words(self._site.plan, language, self._now()),
        }
        return self._site.page(request, "public/procedure.html", said)

    async def _ask(self, ask: Callable[[Guide, date], Found]) -> Found:
        today = self._today()
        return await asyncio.to_thread(lambda: ask(self._guides.on(today), today))

    def _broken(self, request: web.Request, error: CatalogueError) -> web.Response:
        log.error("the catalogue can't be shown: %s", error)
        why = WORDS[self._site.language(request)]["catalogue_broken"]
        return self._site.page(request, "public/missing.html", {"why": why}, 503)


def ways_in(page: ProcedurePage, say: Saying) -> list[WayIn]:
    """How it may be handed in, how long it takes, what it costs."""
    words = WORDS[say.language]
    return [
        WayIn(
            words[f"channel_{way.channel}"],
            _term(way.term or (SAME_DAY if page.has_cut_off else None), say, words),
            _fee(way.fee, say, words),
            way.fee.note if way.fee else "",
        )
        for way in page.ways
    ]


def _term(term: Term | None, say: Saying, words: dict[str, str]) -> str:
    if term is None:
        return words["unknown"]
    if not term.amount:
        return words["same_day"]
    decimals = 0 if float(term.amount).is_integer() else 1
    return words[f"term_{term.unit}"].format(amount=say.number(term.amount, decimals))


def _fee(fee: ShownFee | None, say: Saying, words: dict[str, str]) -> str:
    if fee is None or (not fee.is_exact and not fee.note):
        return words["unknown"]
    if not fee.is_exact:
        return ""
    if not fee.amount:
        return words["no_fee"]
    return f"{say.number(fee.amount)} {'đ' if fee.currency == 'VND' else fee.currency}"
