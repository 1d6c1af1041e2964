"""Who asks: the actor behind a bearer token (kept only as a hash), or behind a session's cookie."""

from collections.abc import Callable, Mapping
from typing import Protocol

import msgspec
from aiohttp import web

from hallctl.core.permissions import Actor, Role
from hallctl.token_hash import token_hash
from hallctl.web.known.devices import Devices
from hallctl.web.known.links import Links

SCHEME = "Bearer "
TICKET_SCHEME = "Ticket "
"""Comes before a ticket's link, by which its holder speaks for that ticket and nothing else."""
PHONE = "phone"
"""The name by which every phone acts."""

Paired = Callable[[str], Actor | None]
"""Which station holds that token; kept with the people, for it may be revoked at any moment."""


class PeopleAtWork(Protocol):
    """Who has signed in where."""

    def actor(self, request: web.Request) -> Actor | None:
        """Whoever is signed in by the request's cookie."""

    def official_at(self, station: str) -> str:
        """The name of whoever has signed in at that counter's station, or empty."""

    def knows_browser(self, request: web.Request) -> bool:
        """Whether somebody of the hall has signed in with it."""


class Tokens:
    """Knows actors by the hash of their token, and people by their session."""

    def __init__(
        self,
        actors: Mapping[str, Actor],
        links: Links,
        people: PeopleAtWork,
        paired: Paired,
        phones: Devices,
    ) -> None:
        """``actors``: token to whoever holds it, until :meth:`give_out` says otherwise."""
        self._links = links
        self._phones = phones
        self._paired = paired
        self._people = people
        self._actors: dict[bytes, Actor] = {}
        self.give_out(actors)

    def give_out(self, actors: Mapping[str, Actor]) -> None:
        """Only these tokens of ``hall.toml`` are worth anything from now on."""
        self._actors = {token_hash(token): actor for token, actor in actors.items()}

    def actor(self, request: web.Request) -> Actor | None:
        """Whoever asks, or None for nobody we know."""
        header = request.headers.get("Authorization", "")
        if header.startswith(TICKET_SCHEME):
            return self._citizen(request, header.removeprefix(TICKET_SCHEME).strip())
        if not header.startswith(SCHEME):
            return None if header else self._people.actor(request)
        return self.holder(header.removeprefix(SCHEME).strip())

    def _citizen(self, request: web.Request, link: str) -> Actor | None:
        ticket = self._links.ticket(link)
        if ticket is None:
            return None
        return Actor(
            PHONE,
            Role.CITIZEN,
            ticket=ticket,
            device=self._phones.known(request),
            is_staff=self._people.knows_browser(request),
        )

    def holder(self, token: str) -> Actor | None:
        """Whoever holds that token."""
        actor = self._actors.get(token_hash(token)) or self._paired(token)
        if actor is not None and actor.role is Role.COUNTER:
            return msgspec.structs.replace(actor, official=self._people.official_at(actor.name))
        return actor


def presents_token(request: web.Request) -> bool:
    """Whether the request claims to come from somebody."""
    return "Authorization" in request.headers
