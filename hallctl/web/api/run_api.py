"""``/api/runs``: courier runs of a day, one with its rows, and its manifests to print."""

from datetime import date
from typing import NamedTuple

import msgspec
from aiohttp import web
from sqlite_utils import Database

from hallctl.controller import Controller
from hallctl.core.dossier_time import wall_clock
from hallctl.core.paper import Document
from hallctl.core.plan import Plan
from hallctl.core.slips.manifest_paper import manifest_paper
from hallctl.forms.hall_lists import draw_lists
from hallctl.ledger.runs.run_reading import (
    RunItemRecord,
    RunRecord,
    items_missing,
    items_of,
    run_named,
    runs_of,
)
from hallctl.papers.manifests import departments_on, manifest_list, manifest_slip
from hallctl.web.door import answers
from hallctl.web.ledger_door import (
    LedgerDoor,
    Unanswered,
    answering,
    day_asked,
    language_asked,
    pdf_response,
)


class DaysRuns(msgspec.Struct, frozen=True):
    """A day's runs, and everything that is missing now, whichever day it went out."""

    day: date
    runs: tuple[RunRecord, ...]
    missing: tuple[RunItemRecord, ...]


class FoundRun(msgspec.Struct, frozen=True):
    """One run and the rows of its manifests."""

    run: RunRecord
    items: tuple[RunItemRecord, ...]


class _Wanted(NamedTuple):
    """Whose manifest in which language; no department means all."""

    run: str
    department: str
    language: str


class RunApi:
    """Answers officials, in the hall and at departments."""

    def __init__(self, door: LedgerDoor, controller: Controller, plan: Plan) -> None:
        self._door = door
        self._controller = controller
        self._plan = plan

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses under ``/api/runs``."""
        router.add_get("/api/runs", answering(self.of_day))
        router.add_get("/api/runs/{run}", answering(self.one))
        router.add_get("/api/runs/{run}/manifest", answering(self.slip))
        router.add_get("/api/runs/{run}/manifest.pdf", answering(self.pdf))

    async def of_day(self, request: web.Request) -> web.Response:
        """The runs of ``day``, else of today."""
        self._door.official(request)
        now = self._controller.now()
        day = day_asked(request, "day", wall_clock(now, self._plan.timezone).date())

        def found(database: Database) -> DaysRuns:
            missing = tuple(items_missing(database, now))
            return DaysRuns(day, tuple(runs_of(database, day)), missing)

        return answers.json_response(msgspec.json.encode(await self._door.ask(found)))

    async def one(self, request: web.Request) -> web.Response:
        """A run by its name."""
        self._door.official(request)
        name = request.match_info["run"]
        found = await self._door.ask(lambda database: _found(database, name))
        return answers.json_response(msgspec.json.encode(found))

    async def slip(self, request: web.Request) -> web.Response:
        """The manifest of one department for a slip printer, as a layout."""
        wanted = self._wanted(request)

        def drawn(database: Database) -> Document:
            found = _found(database, wanted.run)
            departments = _departments(found, wanted)
            slip = manifest_slip(self._plan, found.run, found.items, departments[0])
            return manifest_paper(slip, wanted.language)

        return answers.json_response(msgspec.json.encode(await self._door.ask(drawn)))

    async def pdf(self, request: web.Request) -> web.Response:
        """The manifest of one department, or of all, each on a page of its own."""
        wanted = self._wanted(request)

        def drawn(database: Database) -> bytes:
            found = _found(database, wanted.run)
            return draw_lists(
                [
                    manifest_list(self._plan, found.run, found.items, one, wanted.language)
                    for one in _departments(found, wanted)
                ]
            )

        return pdf_response(await self._door.ask(drawn), f"manifest-{wanted.run}")

    def _wanted(self, request: web.Request) -> _Wanted:
        self._door.official(request)
        asked = request.query.get("department", "")
        return _Wanted(request.match_info["run"], asked, language_asked(request))


def _found(database: Database, name: str) -> FoundRun:
    run = run_named(database, name)
    if run is None:
        raise Unanswered(answers.not_found("run"))
    return FoundRun(run, tuple(items_of(database, name)))


def _departments(found: FoundRun, wanted: _Wanted) -> list[str]:
    carried = departments_on(found.items)
    departments = [one for one in carried if wanted.department in {"", one}]
    if not departments:
        raise Unanswered(answers.not_found("manifest"))
    return departments
