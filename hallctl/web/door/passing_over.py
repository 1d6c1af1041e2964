"""Stations tell what numbers they have seen: those that the journal has lost are passed over.

They tell with every command and every connection, so whoever asks for a number has told first.
"""

from collections.abc import Awaitable, Callable
from datetime import date

import msgspec
from aiohttp import web

from hallctl.command_ids import new_command_id
from hallctl.controller import Controller
from hallctl.core.commands import PassOverNumbers
from hallctl.core.commands.number_commands import Highest
from hallctl.core.guards.appointment_slots import local_day
from hallctl.core.numbers_known import lost
from hallctl.core.permissions import Actor, Role
from hallctl.web.door.fence import BELIEVED
from hallctl.web.known.tokens import Tokens

HEADER = "Hall-Numbers"
HALL = Actor("numbers", Role.HALL)
STATIONS = BELIEVED - {Role.ADMIN, Role.HALL, Role.PROGRAM}
"""Who has seen numbers with their own eyes."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Seen(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The numbers of a day that a station has seen, by series."""

    business_day: date
    up_to: Highest


_decoder = msgspec.json.Decoder(Seen)


class PassingOver:
    """Compares what stations have seen with what the hall knows; most often nothing is lost."""

    def __init__(self, controller: Controller, tokens: Tokens) -> None:
        self._controller = controller
        self._tokens = tokens

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Nothing is decided for a station before the hall knows what the station knows."""
        seen = _seen(request.headers.get(HEADER, ""))
        if seen is not None and self._has_lost(seen):
            actor = self._tokens.actor(request)
            if actor is not None and actor.role in STATIONS:
                await self._controller.submit(_wish(seen, actor.name), HALL)
        return await handler(request)

    def _has_lost(self, seen: Seen) -> bool:
        """Whether there is anything to pass over: the journal keeps refusals too."""
        if seen.business_day > local_day(self._controller.plan, self._controller.now()):
            return False  # seen by a wrong clock
        return bool(lost(self._controller.hall, seen.business_day, seen.up_to))


def _seen(told: str) -> Seen | None:
    """None where nothing is told, or nothing that could be."""
    if not told:
        return None
    try:
        return _decoder.decode(told)
    except (msgspec.MsgspecError, UnicodeError):
        return None


def _wish(seen: Seen, station: str) -> PassOverNumbers:
    return PassOverNumbers(
        command_id=new_command_id(),
        told_by=station,
        business_day=seen.business_day,
        up_to=seen.up_to,
    )
