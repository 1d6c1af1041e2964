"""Bearer tokens: which actor a token stands for. Kept only as hashes."""

from collections.abc import Mapping
from hashlib import blake2b

from aiohttp import web

from hallctl.core.permissions import Actor, Role
from hallctl.web.links import Links

SCHEME = "Bearer "
TICKET_SCHEME = "Ticket "
"""Comes before a ticket's link, by which its holder speaks for that ticket and nothing else."""


class Tokens:
    """Knows actors by the hash of their token."""

    def __init__(self, actors: Mapping[str, Actor], links: Links) -> None:
        """``actors``: token to whoever holds it."""
        self._links = links
        self._actors = {_hash(token): actor for token, actor in actors.items()}

    def actor(self, request: web.Request) -> Actor | None:
        """Whoever asks, or None for nobody we know."""
        header = request.headers.get("Authorization", "")
        if header.startswith(TICKET_SCHEME):
            ticket = self._links.ticket(header.removeprefix(TICKET_SCHEME).strip())
            return Actor("phone", Role.CITIZEN, ticket=ticket) if ticket else None
        if not header.startswith(SCHEME):
            return None
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
