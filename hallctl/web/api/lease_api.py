"""``GET /api/leases/…``: all a kiosk needs to give its leased numbers without the hall."""

import msgspec
from aiohttp import web

from hallctl.controller import Controller
from hallctl.core.drawing.offline_drawing import Lessor
from hallctl.core.permissions import Role
from hallctl.core.refusals import Refusal, Refused
from hallctl.web.door import answers
from hallctl.web.known.tokens import Tokens

NOT_ALLOWED = 403


class LeaseApi:
    """Gives a lease to the station that holds it."""

    def __init__(self, controller: Controller, lessor: Lessor, tokens: Tokens) -> None:
        self._controller = controller
        self._lessor = lessor
        self._tokens = tokens

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses under ``/api/leases/``."""
        router.add_get("/api/leases/{lease}", self.get)

    async def get(self, request: web.Request) -> web.Response:
        """The whole lease: numbers, the addresses of their pages, papers to fill in."""
        actor = self._tokens.actor(request)
        if actor is None:
            return answers.unknown_token()
        await self._controller.settled()
        document = self._lessor.document(request.match_info["lease"])
        if document is None:
            return answers.not_found("lease")
        if actor.role is not Role.ADMIN and actor.name != document.station:
            return answers.refused(Refused(Refusal.NOT_ALLOWED, role=actor.role), NOT_ALLOWED)
        return answers.json_response(msgspec.json.encode(document))
