"""Who asks: the actor behind a bearer token (kept only as a hash), or behind a session's cookie."""

from collections.abc import Callable, Mapping
from hashlib import blake2b

from aiohttp import web

from hallctl.core.permissions import Actor, Role
from hallctl.web.links import Links

SCHEME = "Bearer "
TICKET_SCHEME = "Ticket "
"""Comes before a ticket's link, by which its holder speaks for that ticket and nothing else."""

SignedIn = Callable[[web.Request], Actor | None]
"""Whoever is signed in by a cookie."""


def _nobody(_request: web.Request) -> Actor | None:
    return None


class Tokens:
    """Knows actors by the hash of their token, and people by their session."""

    def __init__(
        self, actors: Mapping[str, Actor], links: Links, signed_in: SignedIn = _nobody
    ) -> None:
        """``actors``: token to whoever holds it."""
        self._links = links
        self._signed_in = signed_in
        self._actors = {_hash(token): actor for token, actor in actors.items()}

    def actor(self, request: web.Request) -> Actor | None:
        """Whoever asks, or None for nobody we know."""
        header = request.headers.get("Authorization", "")
        if header.startswith(TICKET_SCHEME):
            ticket = self._links.ticket(header.removeprefix(TICKET_SCHEME).strip())
            return Actor("phone", Role.CITIZEN, ticket=ticket) if ticket else None
        if not header.startswith(SCHEME):
            return None if header else self._signed_in(request)
        return self.holder(header.removeprefix(SCHEME).strip())

    def holder(self, token: str) -> Actor | None:
        """Whoever holds that token."""
        return self._actors.get(_hash(token))


def _hash(token: str) -> bytes:
    # Headers may hold bytes that are no UTF-8; they arrive as surrogates.
    return blake2b(token.encode(errors="surrogateescape"), digest_size=32).digest()


def presents_token(request: web.Request) -> bool:
    """Whether the request claims to come from somebody."""
    return "Authorization" in request.headers
