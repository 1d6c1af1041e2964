"""``GET /api/views/…`` and ``WS /api/live``: whole views, once or for as long as one listens."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from socket import SO_SNDBUF, SOL_SOCKET

import msgspec
from aiohttp import WSCloseCode, web

from hallctl.core.drawing.board_drawing import MUTE
from hallctl.core.permissions import Actor, Role, Sight
from hallctl.core.plan import Plan
from hallctl.core.plan.board_rules import speaks, zone_of_station
from hallctl.core.refusals import Refusal, Refused
from hallctl.core.scopes import may_look
from hallctl.core.views import View
from hallctl.web.door import answers
from hallctl.web.fan_out import FanOut, ViewKey
from hallctl.web.known.links import Links
from hallctl.web.known.tokens import Tokens, presents_token
from hallctl.web.presence import Presences

AT_A_COUNTER = frozenset({"counter", "sign", "pad"})
OF_ONE_STATION = frozenset({"board", "kiosk", "slips", "devices"})
OF_A_LINK = frozenset({"ticket", "dossier"})
OF_THE_HALL = frozenset({"runs", "upkeep", "hall"})
HEARTBEAT_S = 10.0
HANG_UP_S = 1.0
FORBIDDEN = 403
LONGEST_MESSAGE = 4096
"""Stations only listen here; what they send is dropped."""
SENT_AHEAD = 64 * 1024
"""Bytes the kernel holds for a station that does not read; left alone, it would hold megabytes
of views that are no longer so."""


class Unseen(Exception):  # noqa: N818 - an answer, not an error
    """Nothing to see under that name; carries the response that says so."""

    def __init__(self, response: web.Response) -> None:
        super().__init__(response.status)
        self.response = response


@dataclass(slots=True)
class Listening:
    """Somebody who listens: as whom, since when they came, and to which view."""

    request: web.Request
    actor: Actor | None
    transport: asyncio.Transport
    key: ViewKey


class ViewApi:
    """Shows views to anybody on the LAN; print jobs only to the station they are for."""

    def __init__(
        self, plan: Plan, fan_out: FanOut, tokens: Tokens, links: Links, presences: Presences
    ) -> None:
        self._presences = presences
        self._plan = plan
        self._look = fan_out.look
        self._fan_out = fan_out
        self._tokens = tokens
        self._links = links
        self._sockets: dict[web.WebSocketResponse, Listening] = {}

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        router.add_get("/api/views/{view}", self.get)
        router.add_get("/api/live", self.live)

    async def get(self, request: web.Request) -> web.Response:
        """The newest view."""
        try:
            view = await self._view(self._key(request, request.match_info["view"]))
        except Unseen as unseen:
            return unseen.response
        return answers.json_response(msgspec.json.encode(view))

    async def live(self, request: web.Request) -> web.StreamResponse:
        """The newest view, and every newer one until the station leaves."""
        try:
            key = self._key(request, _asked(request))
            await self._view(key)
        except Unseen as unseen:
            return unseen.response
        socket = web.WebSocketResponse(
            heartbeat=HEARTBEAT_S, compress=False, max_msg_size=LONGEST_MESSAGE
        )
        await socket.prepare(request)
        transport = request.transport
        if transport is not None:
            listening = Listening(request, self._tokens.actor(request), transport, key)
            self._sockets[socket] = listening
            try:
                with self._present(request):
                    await self._listen(listening, socket)
            finally:
                del self._sockets[socket]
        return socket

    @contextmanager
    def _present(self, request: web.Request) -> Iterator[None]:
        """Whoever listens in its own name is there."""
        actor = self._tokens.actor(request)
        if actor is None:
            yield
            return
        # Whoever prints by itself is one machine; an official may have two screens.
        address = (request.remote or "") if actor.role in {Role.KIOSK, Role.DEVICES} else ""
        self._presences.arrive(actor.name, address)
        try:
            yield
        finally:
            self._presences.leave(actor.name, address)

    async def _listen(self, listening: Listening, socket: web.WebSocketResponse) -> None:
        transport = listening.transport
        with suppress(OSError):  # it may have gone already
            transport.get_extra_info("socket").setsockopt(SOL_SOCKET, SO_SNDBUF, SENT_AHEAD)
        await self._fan_out.join(listening.key, transport)
        try:
            async for _message in socket:
                pass
        finally:
            self._fan_out.leave(listening.key, transport)

    def follow(self) -> None:
        """The plan has changed: everybody is shown what they would be shown if they came now.

        Only while the hall is settled.
        """
        for one in list(self._sockets.values()):
            try:
                key = self._key(one.request, _asked(one.request))
            except Unseen:
                one.transport.abort()
                continue
            if key != one.key and self._fan_out.move(one.key, key, one.transport):
                one.key = key
            elif key != one.key:  # it has not been shown anything yet, and comes again
                one.transport.abort()

    def turn_out(self) -> None:
        """Drop whoever listens with a token or a session that is worth nothing now, or has moved."""
        for one in list(self._sockets.values()):
            now = self._tokens.actor(one.request) if one.actor else None
            if not _is_same_place(now, one.actor):
                one.transport.abort()

    async def hang_up(self, _app: web.Application) -> None:
        """Send every listener away: the server is stopping, and they will find it again."""
        byes = [socket.close(code=WSCloseCode.GOING_AWAY, drain=False) for socket in self._sockets]
        with suppress(TimeoutError):  # a frozen station hears nothing anyway
            await asyncio.wait_for(asyncio.gather(*byes, return_exceptions=True), HANG_UP_S)

    def _key(self, request: web.Request, kind: str) -> ViewKey:
        actor = self._tokens.actor(request)
        if actor is None and presents_token(request):
            raise Unseen(answers.unknown_token())
        if kind == "counter":
            _check_panel(actor, request.query.get("counter", ""))
        if kind in AT_A_COUNTER:
            own = actor.counter if actor else ""
            return ViewKey(kind, self._counter(request.query.get("counter", "") or own))
        if kind in OF_ONE_STATION:
            is_own = kind == "board" and actor is not None and actor.role is Role.BOARD
            return ViewKey("own_board" if is_own else kind, self._station(kind, request, actor))
        if kind == "hall":
            self._let_see_the_floor(actor)
        if kind in OF_THE_HALL:
            return ViewKey(kind)
        if kind in OF_A_LINK:
            return ViewKey(kind, self._linked(kind, request.query.get(kind, "")))
        raise Unseen(answers.not_found("view"))

    def _let_see_the_floor(self, actor: Actor | None) -> None:
        if actor is None:
            raise Unseen(answers.unknown_token())
        if not may_look(actor, Sight.FLOOR):
            raise Unseen(answers.not_allowed(actor.role))

    def _counter(self, counter: str) -> str:
        asked = counter or self._plan.counters[0].counter
        if self._plan.counter(asked) is None:
            raise Unseen(answers.not_found("counter"))
        return asked

    def _station(self, kind: str, request: web.Request, actor: Actor | None) -> str:
        """For whom a station's view is drawn: itself, or a board's zone."""
        if kind == "board":
            return self._zone(request.query.get("zone", ""), actor)
        if actor is None or (kind == "kiosk" and actor.role is not Role.KIOSK):
            return ""
        return actor.name

    def _linked(self, kind: str, link: str) -> str:
        found = self._links.ticket(link) if kind == "ticket" else self._links.dossier(link)
        return found or ""

    def _zone(self, asked: str, actor: Actor | None) -> str:
        """The zone asked for, else the one whose board asks; whether it speaks there."""
        zones, station = self._plan.zones, actor.name if actor else ""
        named = next((one for one in zones if one.zone == asked), None)
        if asked and named is None:
            raise Unseen(answers.not_found("zone"))
        zone = named or zone_of_station(zones, station)
        if zone is None:
            return ""
        return zone.zone if speaks(zone, station) else zone.zone + MUTE

    async def _view(self, key: ViewKey) -> View:
        view = await self._look(key)
        if view is None:
            raise Unseen(answers.not_found(key.kind))
        return view


def _asked(request: web.Request) -> str:
    """The view that somebody listens to."""
    return request.query.get("view", "board")


def _check_panel(actor: Actor | None, counter: str) -> None:
    """A panel names its official and who has priority: it is for the counter itself and its hall."""
    if actor is None:
        raise Unseen(answers.unknown_token())
    is_other = bool(actor.counter and counter and counter != actor.counter)
    if is_other or not may_look(actor, Sight.COUNTER):
        refused = Refused(Refusal.NOT_ALLOWED, role=actor.role)
        raise Unseen(answers.refused(refused, FORBIDDEN))


def _is_same_place(now: Actor | None, before: Actor | None) -> bool:
    """Whoever signs in at a panel leaves it the same panel."""
    if now is None or before is None:
        return now is before
    return (now.name, now.role, now.counter) == (before.name, before.role, before.counter)
