"""``/api/pairing`` and ``/api/stations``: a new station asks for a code, somebody lets it in."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from aiohttp import web

from hallctl.core.commands.command import Name
from hallctl.core.permissions import Actor, Sight, may_see
from hallctl.core.refusals import Refusal, Refused
from hallctl.people.paired_stations import PairedStation
from hallctl.people.pairing import Pairing, StationRefusedError
from hallctl.people.pairing_desk import GOOD_MS, PairingFullError
from hallctl.people.record import Kind
from hallctl.web.door import answers
from hallctl.web.known.staff import Staff, address_of
from hallctl.web.known.tokens import Tokens

STATUS = {"wait": 429, "unknown_code": 404, "unknown_station": 404, "pairing_over": 404}
REFUSED, FORBIDDEN, TOO_MANY = 409, 403, 429
UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)


class Wanting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a new station would like to be."""

    role: Name = "station"


class Code(msgspec.Struct, frozen=True):
    """What the new station shows, and with what it comes back."""

    code: str
    claim: str
    good_s: int
    authority: str
    """Fingerprint of the hall's authority, to compare on both screens; empty without TLS."""


class Claim(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A station comes back for its token."""

    claim: str


class Admitted(msgspec.Struct, frozen=True):
    """``waiting`` until somebody has let it in; then what it is, and its own token."""

    state: str
    name: str = ""
    role: str = ""
    counter: str = ""
    token: str = ""


class Admission(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Let in whoever shows ``code``."""

    code: str
    name: str
    role: str
    counter: str = ""
    printer: str = ""


class StationChange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Another name or place; what is left out stays."""

    name: str | None = None
    counter: str | None = None
    printer: str | None = None


class AskingStation(msgspec.Struct, frozen=True):
    """A station that asks to come in; its code stands on its own screen, not here."""

    role: str
    address: str
    asked_at: int


class Stations(msgspec.Struct, frozen=True):
    """Every admitted station, and who asks."""

    stations: list[PairedStation]
    asking: list[AskingStation]
    authority: str = ""


class PairingApi:
    """Opens the door for stations; every change needs the right to see stations."""

    def __init__(
        self, pairing: Pairing, staff: Staff, tokens: Tokens, changed: Callable[[], None]
    ) -> None:
        """``changed`` is called when a station came, went or moved."""
        self._authority = ""
        self._changed = changed
        self._pairing = pairing
        self._staff = staff
        self._tokens = tokens

    def tell_authority(self, fingerprint: str) -> None:
        """By which authority stations are to know the hall; empty without TLS."""
        self._authority = fingerprint

    @property
    def authority(self) -> str:
        """The fingerprint that stations show; empty without TLS."""
        return self._authority

    def placed(self) -> list[tuple[str, str]]:
        """Every station that stands at a counter, and the counter."""
        return [(one.name, one.counter) for one in self._pairing.stations() if one.counter]

    def stations_changed(self) -> None:
        """A station came, went or moved."""
        self._changed()

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses of pairing."""
        router.add_post("/api/pairing", self.ask)
        router.add_post("/api/pairing/claim", self.claim)
        router.add_get("/api/stations", self.list)
        router.add_post("/api/stations", self.admit)
        router.add_patch("/api/stations/{name}", self.change)
        router.add_delete("/api/stations/{name}", self.revoke)

    async def ask(self, request: web.Request) -> web.Response:
        """A code for a new station."""
        wanting = await _read(request, Wanting)
        if isinstance(wanting, web.Response):
            return wanting
        try:
            newcomer = self._pairing.desk.ask(wanting.role, address_of(request), self._staff.now())
        except PairingFullError:
            return _refusal("pairing_full", {}, TOO_MANY)
        return _json(Code(newcomer.code, newcomer.claim, GOOD_MS // 1000, self._authority))

    async def claim(self, request: web.Request) -> web.Response:
        """The station's token, once it was admitted."""
        claim = await _read(request, Claim)
        if isinstance(claim, web.Response):
            return claim

        async def fetch() -> web.Response:
            found = await asyncio.to_thread(self._pairing.token_for, claim.claim, self._staff.now())
            if found is None:
                return _json(Admitted("waiting"))
            station, token = found
            return _json(Admitted("admitted", station.name, station.role, station.counter, token))

        return await _answered(fetch)

    async def list(self, request: web.Request) -> web.Response:
        """Every station, and who asks."""
        actor = await self._allowed(request)
        if isinstance(actor, web.Response):
            return actor
        asking = [
            AskingStation(one.role, one.address, one.asked_at)
            for one in self._pairing.desk.waiting(self._staff.now())
        ]
        return _json(Stations(self._pairing.stations(), asking, self._authority))

    async def admit(self, request: web.Request) -> web.Response:
        """Let a station in."""
        actor = await self._allowed(request)
        if isinstance(actor, web.Response):
            return actor
        wish = await _read(request, Admission)
        if isinstance(wish, web.Response):
            return wish
        station = PairedStation(
            name=wish.name,
            role=wish.role,
            counter=wish.counter,
            printer=wish.printer,
            admitted_at=self._staff.now(),
            admitted_by=actor.name,
        )
        code = wish.code.replace(" ", "")

        async def let_in() -> web.Response:
            await asyncio.to_thread(self._pairing.admit, code, station)
            self._changed()
            return _json(station)

        return await _answered(let_in)

    async def change(self, request: web.Request) -> web.Response:
        """Rename or move a station."""
        actor = await self._allowed(request)
        if isinstance(actor, web.Response):
            return actor
        wish = await _read(request, StationChange)
        if isinstance(wish, web.Response):
            return wish
        name = request.match_info["name"]
        before = next((one for one in self._pairing.stations() if one.name == name), None)
        if before is None:
            return _refusal("unknown_station", {"name": name}, STATUS["unknown_station"])
        told = {
            key: value for key, value in msgspec.structs.asdict(wish).items() if value is not None
        }
        after = msgspec.structs.replace(before, **told)

        async def move() -> web.Response:
            await asyncio.to_thread(
                self._pairing.change, name, after, actor.name, self._staff.now()
            )
            self._changed()
            return _json(after)

        return await _answered(move)

    async def revoke(self, request: web.Request) -> web.Response:
        """Throw a station out, at once."""
        actor = await self._allowed(request)
        if isinstance(actor, web.Response):
            return actor
        name = request.match_info["name"]

        async def throw_out() -> web.Response:
            await asyncio.to_thread(self._pairing.revoke, name, actor.name, self._staff.now())
            self._changed()
            return _json({})

        return await _answered(throw_out)

    async def _allowed(self, request: web.Request) -> Actor | web.Response:
        actor = self._tokens.actor(request)
        if actor is None:
            return answers.unknown_token()
        if not may_see(actor.role, Sight.STATIONS):
            await self._staff.note(request, Kind.REFUSED, actor.name, f"{request.path}: stations")
            return answers.refused(Refused(Refusal.NOT_ALLOWED, role=actor.role), FORBIDDEN)
        return actor


async def _read(request: web.Request, kind: Any) -> Any:
    """The body as that struct, or the answer that says what is wrong with it."""
    try:
        return msgspec.json.decode(await request.read(), type=kind)
    except UNREADABLE as error:
        return answers.malformed(error)


async def _answered(act: Callable[[], Awaitable[web.Response]]) -> web.Response:
    try:
        return await act()
    except StationRefusedError as refused:
        return _refusal(refused.code, refused.details, STATUS.get(refused.code, REFUSED))


def _json(told: object) -> web.Response:
    return answers.json_response(msgspec.json.encode(told))


def _refusal(code: str, details: object, status: int) -> web.Response:
    body = msgspec.json.encode({"refused": code, "details": details})
    return answers.json_response(body, status)
