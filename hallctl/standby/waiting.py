"""A hall that had a standby starts only when that says that it has not taken over meanwhile.

While this machine was off the hall may have gone on elsewhere, and nobody here would know: neither
the journal nor stations that were off as well. So until the standby comes back to follow, or
somebody says by hand that there is none any more (``hallctl stand-alone``), nobody is answered.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from hmac import compare_digest
from pathlib import Path

import msgspec
from aiohttp import web

from hallctl.hall_directory import HallDirectory
from hallctl.machine.whole_files import put_whole
from hallctl.standby.epochs import TELLS, epoch_of
from hallctl.web.door.fence import HEADER, FencedError, epoch_told
from hallctl.web.serving import Listening, listen

log = logging.getLogger(__name__)

LOOK_S = 0.5
WAITING = 503
SAYS = "the hall waits until its standby says that it has not taken over"


def has_standby(home: HallDirectory) -> bool:
    """Whether a standby has ever followed this hall, as far as it is known here."""
    return home.followed_by.exists()


class Waiting:
    """Answers for a hall that does not know whether it still is the hall."""

    def __init__(self, home: HallDirectory, announce: Callable[[int], None]) -> None:
        self._home = home
        self._announce = announce
        self._epoch = epoch_of(home.journal)
        self._known = asyncio.Event()
        self._fenced: FencedError | None = None

    async def wait(self, listening: Listening, stop: asyncio.Event) -> int:
        """Until it is known; gives the port that it listened on.

        Raises :class:`FencedError` when the hall has gone on elsewhere, OSError when it can't listen.
        """
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._answer)
        runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=0.2)
        await runner.setup()
        try:
            ports = await listen(runner, listening)
            self._announce(ports.own)
            log.warning("%s; if there is none: hallctl stand-alone %s", SAYS, self._home.path)
            await self._until_known(stop)
        finally:
            await runner.cleanup()
        if self._fenced is not None:
            raise self._fenced
        return ports.lan

    async def _until_known(self, stop: asyncio.Event) -> None:
        """Or until somebody has said by hand that there is no standby."""
        while has_standby(self._home) and not stop.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._known.wait(), LOOK_S)
                return

    async def _answer(self, request: web.Request) -> web.Response:
        if self._is_ours(request):
            self._hear(request.headers.get(TELLS, ""), is_standby=True)
            self._hear(request.headers.get(HEADER, ""), is_standby=False)
        if request.path == "/health/live":
            return web.Response(text="waiting")
        body = {"refused": "hall_stopping", "details": {"reason": SAYS}}
        if request.path == "/api/health":
            return web.json_response({"status": "waiting for its standby", "epoch": self._epoch})
        return web.Response(
            body=msgspec.json.encode(body), status=WAITING, content_type="application/json"
        )

    def _hear(self, said: str, *, is_standby: bool) -> None:
        told = epoch_told(said)
        if told is None:
            return
        if told > self._epoch:
            put_whole(self._home.fenced, str(told).encode())
            self._fenced = FencedError(told)
            self._known.set()
        elif is_standby:
            self._known.set()

    def _is_ours(self, request: web.Request) -> bool:
        """Only who holds a token of the hall is listened to."""
        said = request.headers.get("Authorization", "").removeprefix("Bearer ").strip().encode()
        return any(compare_digest(said, token) for token in _tokens(self._home))


def _tokens(home: HallDirectory) -> list[bytes]:
    files: list[Path] = [home.admin_token, *home.station_token("*").parent.glob("*.token")]
    return [token for file in files if file.exists() and (token := file.read_bytes().strip())]
