"""``/api/notices``: what is still to be told, and whom officials have to call."""

import msgspec
from aiohttp import web

from hallctl.applicants.store import Applicants
from hallctl.controller import Controller
from hallctl.core.permissions import Sight, may_see
from hallctl.ledger.office.notice_reading import (
    NoticeRecord,
    NoticeTry,
    notices_of,
    notices_to_call,
    open_notices,
    tries_of,
)
from hallctl.papers.call_list import CallToMake, calls_to_make
from hallctl.web.api.applicant_api import looker_of
from hallctl.web.door import answers
from hallctl.web.ledger_door import LedgerDoor, Unanswered, answering


class OpenNotices(msgspec.Struct, frozen=True):
    """Notices that are to be sent or called; they name nobody."""

    notices: tuple[NoticeRecord, ...]


class DossierNotices(msgspec.Struct, frozen=True):
    """Every notice of one dossier, and every try."""

    notices: tuple[NoticeRecord, ...]
    tries: tuple[NoticeTry, ...]


class CallList(msgspec.Struct, frozen=True):
    """Whom to call; every line is a look at an applicant, and logged."""

    calls: tuple[CallToMake, ...]


class NoticeApi:
    """Answers officials; telephones only to those who may see applicants."""

    def __init__(self, door: LedgerDoor, controller: Controller, applicants: Applicants) -> None:
        self._door = door
        self._controller = controller
        self._applicants = applicants

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        router.add_get("/api/notices", answering(self.open))
        router.add_get("/api/notices/calls", answering(self.calls))
        router.add_get("/api/dossiers/{dossier}/notices", answering(self.of_dossier))

    async def open(self, request: web.Request) -> web.Response:
        """All that are open."""
        self._door.official(request)
        found = await self._door.ask(open_notices)
        return answers.json_response(msgspec.json.encode(OpenNotices(tuple(found))))

    async def of_dossier(self, request: web.Request) -> web.Response:
        """Those of one dossier, done or not."""
        self._door.official(request)
        code = request.match_info["dossier"].strip().upper()
        found = await self._door.ask(
            lambda database: DossierNotices(
                tuple(notices_of(database, code)), tuple(tries_of(database, code))
            )
        )
        return answers.json_response(msgspec.json.encode(found))

    async def calls(self, request: web.Request) -> web.Response:
        """The call list, with names and telephones."""
        actor = self._door.official(request)
        if not may_see(actor.role, Sight.APPLICANTS):
            raise Unanswered(answers.not_found("call list"))
        by = looker_of(self._controller, actor)
        found = await self._door.ask(
            lambda database: calls_to_make(notices_to_call(database), self._applicants, by)
        )
        return answers.json_response(msgspec.json.encode(CallList(tuple(found))))
