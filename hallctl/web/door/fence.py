"""A controller that hears of a later epoch than its own stops: the hall has gone on elsewhere.

Stations tell the latest epoch that they have seen with every command and every connection.
"""

import logging
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web

from hallctl.controller import Controller
from hallctl.core.permissions import PEOPLE, Role
from hallctl.hall_directory import HallBusyError
from hallctl.machine.whole_files import put_whole
from hallctl.web.door import answers
from hallctl.web.known.tokens import Tokens

HEADER = "Hall-Epoch"
MOST_DIGITS = 12
"""Epochs are seconds since 1970, or a little more."""
BELIEVED = frozenset(Role) - {*PEOPLE, Role.CITIZEN}
"""Machines that hold a token of the hall's own."""

log = logging.getLogger(__name__)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class FencedError(HallBusyError):
    """The hall has gone on elsewhere."""

    def __init__(self, epoch: int) -> None:
        super().__init__(
            f"the hall has gone on elsewhere, in epoch {epoch}: don't start this one again"
        )


class Fence:
    """Looks at who has seen what; ``marker`` keeps the epoch that fenced this hall off."""

    def __init__(self, controller: Controller, tokens: Tokens, marker: Path) -> None:
        self._controller = controller
        self._tokens = tokens
        self._marker = marker

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Nothing is answered once a station or the admin tells of a later epoch.

        Strangers, citizens and people in a browser may claim what they like.
        """
        seen = epoch_told(request.headers.get(HEADER, ""))
        if seen is None or seen <= self._controller.hall.epoch:
            return await handler(request)
        actor = self._tokens.actor(request)
        if actor is None:
            return answers.unknown_token()
        if actor.role not in BELIEVED:
            return await handler(request)
        self._controller.stop(FencedError(seen))
        try:
            put_whole(self._marker, str(seen).encode())
        except OSError:  # this run is over all the same; the next one is told again
            log.exception("the fence could not be kept")
        return answers.hall_stopping(str(self._controller.failure))


def epoch_told(said: str) -> int | None:
    """The epoch in a header, or None where there is none that could be."""
    is_number = said.isascii() and said.isdecimal() and len(said) <= MOST_DIGITS
    return int(said) if is_number else None


def refuse_if_fenced(marker: Path, epoch: int) -> None:
    """Raises :class:`FencedError` where an earlier run was fenced off and nothing was done since."""
    seen = marker.read_text().strip() if marker.exists() else ""
    if seen.isdecimal() and int(seen) > epoch:
        raise FencedError(int(seen))
