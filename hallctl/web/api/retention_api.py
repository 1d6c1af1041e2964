"""``POST /api/retention``: forget what is due now, for the admin on this machine."""

from typing import Any

import msgspec
from aiohttp import web

from hallctl.core.permissions import Role
from hallctl.retention.sweeping import Sweeper
from hallctl.web.door import answers
from hallctl.web.known.tokens import Tokens


class RetentionApi:
    """Tells the rules, and sweeps when it is asked to."""

    def __init__(self, sweeper: Sweeper, tokens: Tokens) -> None:
        self._sweeper = sweeper
        self._tokens = tokens

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the address."""
        router.add_get("/api/retention", self.get)
        router.add_post("/api/retention", self.post)

    async def get(self, request: web.Request) -> web.Response:
        """Every kind, and how many days after its end it stays."""
        if refusal := self._refusal(request):
            return refusal
        rules = [{"kind": one.kind, "keep_days": one.keep_days} for one in self._sweeper.sweeps()]
        return _told({"rules": rules})

    async def post(self, request: web.Request) -> web.Response:
        """What went, kind by kind."""
        if refusal := self._refusal(request):
            return refusal
        gone = await self._sweeper.sweep("admin")
        return _told({"forgotten": [{"kind": one.kind, "number": one.number} for one in gone]})

    def _refusal(self, request: web.Request) -> web.Response | None:
        actor = self._tokens.actor(request)
        if actor is None:
            return answers.unknown_token()
        return None if actor.role is Role.ADMIN else answers.not_allowed(actor.role)


def _told(body: dict[str, Any]) -> web.Response:
    return answers.json_response(msgspec.json.encode(body))
