"""A controller that hears of a later epoch than its own stops: the hall has gone on elsewhere.

Stations tell the latest epoch that they have seen with every command and every connection.
"""

from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web

from hallctl.controller import Controller
from hallctl.hall_directory import HallBusyError
from hallctl.web import answers
from hallctl.web.tokens import Tokens

HEADER = "Hall-Epoch"

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
        """Nothing is answered once a later epoch is known; strangers may claim what they like."""
        seen = request.headers.get(HEADER, "")
        if seen.isdecimal() and int(seen) > self._controller.hall.epoch:
            if self._tokens.actor(request) is None:
                return answers.unknown_token()
            self._marker.write_text(seen)
            self._controller.stop(FencedError(int(seen)))
            return answers.hall_stopping(str(self._controller.failure))
        return await handler(request)


def refuse_if_fenced(marker: Path, epoch: int) -> None:
    """Raises :class:`FencedError` where an earlier run was fenced off and nothing was done since."""
    seen = marker.read_text().strip() if marker.exists() else ""
    if seen.isdecimal() and int(seen) > epoch:
        raise FencedError(int(seen))
