"""Who looks at a page: the one place where pages ask for it."""

from typing import Protocol

from aiohttp import web

from hallctl.core.permissions import Actor
from hallctl.web.tokens import Tokens

COOKIE = "hall_token"
FROM_HERE = frozenset({"", "same-origin", "none"})
"""What browsers say of a request that no other site has caused; old ones say nothing."""


class Doorkeeper(Protocol):
    """Knows who is behind a request."""

    def who(self, request: web.Request) -> Actor | None:
        """The person or station that asks, or None for anybody."""


class TokenDoorkeeper:
    """Knows people by the token in their request, or by a cookie that holds it."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def who(self, request: web.Request) -> Actor | None:
        """By header; by cookie where no other site is behind it."""
        if actor := self._tokens.actor(request):
            return actor
        if request.headers.get("Sec-Fetch-Site", "") not in FROM_HERE:
            return None
        return self._tokens.holder(request.cookies.get(COOKIE, ""))
