"""``GET /api/procedures``: the catalogue for kiosks and pages, searched or by field; open to all."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import date

import msgspec
from aiohttp import web

from hallctl.catalogue.guide import DepartmentBranch, Guide, Guides
from hallctl.catalogue.pages import ProcedureLine
from hallctl.catalogue.problems import CatalogueError
from hallctl.web.door import answers

log = logging.getLogger(__name__)

LIMIT = 10
HIGHEST_LIMIT = 100
_LIMITS = frozenset(map(str, range(1, HIGHEST_LIMIT + 1)))

Answer = Callable[[Guide, date], object]


class Procedures(msgspec.Struct, frozen=True):
    """The procedures that answer, the best first or by their names."""

    procedures: tuple[ProcedureLine, ...]


class Departments(msgspec.Struct, frozen=True):
    """Departments in the hall's order, with their fields."""

    departments: tuple[DepartmentBranch, ...]


class ProcedureApi:
    """Answers in a thread of its own: a search must not keep a command waiting."""

    def __init__(
        self, guides: Guides, today: Callable[[], date], recent: Callable[[str], Sequence[str]]
    ) -> None:
        """``recent`` gives the procedures that a service received last, the newest first."""
        self._guides = guides
        self._recent = recent
        self._today = today

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take in the addresses."""
        router.add_get("/api/procedures", self.list)
        router.add_get("/api/procedures/{procedure}", self.page)

    async def list(self, request: web.Request) -> web.Response:
        """What answers ``q``; or a service's, or a field's procedures; or all fields."""
        asked = request.query
        limit = asked.get("limit", str(LIMIT))
        if limit not in _LIMITS:
            return answers.malformed(
                ValueError(f"limit is a number from 1 to {HIGHEST_LIMIT} - at `$.limit`")
            )
        if "q" in asked:
            return await self._answer(
                lambda guide, day: Procedures(guide.find(asked["q"], int(limit), day))
            )
        if "service" in asked:
            service = asked["service"]
            first = self._recent(service)
            return await self._answer(
                lambda guide, day: Procedures(guide.of_service(service, first, int(limit), day))
            )
        if "field" in asked:
            wanted = asked.get("department", ""), asked["field"]
            return await self._answer(lambda guide, day: Procedures(guide.of_field(*wanted, day)))
        return await self._answer(lambda guide, _day: Departments(guide.tree()))

    async def page(self, request: web.Request) -> web.Response:
        """Everything known of one procedure."""
        procedure = request.match_info["procedure"]
        return await self._answer(lambda guide, day: guide.page(procedure, day))

    async def _answer(self, answer: Answer) -> web.Response:
        try:
            found = await asyncio.to_thread(self._ask, answer)
        except CatalogueError as error:
            log.error("the catalogue can't be shown: %s", error)  # noqa: TRY400 - it says all
            return web.json_response({"refused": "catalogue_broken", "details": {}}, status=503)
        if found is None:
            return answers.not_found("procedure")
        return answers.json_response(msgspec.json.encode(found))

    def _ask(self, answer: Answer) -> object:
        today = self._today()
        return answer(self._guides.on(today), today)
