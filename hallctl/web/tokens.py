"""Who asks: the actor behind a bearer token (kept only as a hash), or behind a session's cookie."""

from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import Protocol

import msgspec
from aiohttp import web

from hallctl.core.permissions import Actor, Role
from hallctl.web.links import Links

SCHEME = "Bearer "
TICKET_SCHEME = "Ticket "
"""Comes before a ticket's link, by which its holder speaks for that ticket and nothing else."""


Paired = Callable[[str], Actor | None]
"""Which station holds that token; kept with the people, for it may be revoked at any moment."""


class PeopleAtWork(Protocol):
    """Who has signed in where."""

    def actor(self, request: web.Request) -> Actor | None:
        """Whoever is signed in by the request's cookie."""

    def official_at(self, station: str) -> str:
        """The name of whoever has signed in at that counter's station, or empty."""


class Tokens:
    """Knows actors by the hash of their token, and people by their session."""

    def __init__(
        self, actors: Mapping[str, Actor], links: Links, people: PeopleAtWork, paired: Paired
    ) -> None:
        """``actors``: token to whoever holds it."""
        self._links = links
        self._paired = paired
        self._people = people
        self._actors = {_hash(token): actor for token, actor in actors.items()}

    def actor(self, request: web.Request) -> Actor | None:
        """Whoever asks, or None for nobody we know."""
        header = request.headers.get("Authorization", "")
        if header.startswith(TICKET_SCHEME):
            ticket = self._links.ticket(header.removeprefix(TICKET_SCHEME).strip())
            return Actor("phone", Role.CITIZEN, ticket=ticket) if ticket else None
        if not header.startswith(SCHEME):
            return None if header else self._people.actor(request)
        return self.holder(header.removeprefix(SCHEME).strip())

    def holder(self, token: str) -> Actor | None:
        """Whoever holds that token."""
        actor = self._actors.get(_hash(token)) or self._paired(token)
        if actor is not None and actor.role is Role.COUNTER:
            return msgspec.structs.replace(actor, official=self._people.official_at(actor.name))
        return actor


def _hash(token: str) -> bytes:
    # Headers may hold bytes that are no UTF-8; they arrive as surrogates.
    return blake2b(token.encode(errors="surrogateescape"), digest_size=32).digest()


def presents_token(request: web.Request) -> bool:
    """Whether the request claims to come from somebody."""
    return "Authorization" in request.headers
