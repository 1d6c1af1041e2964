"""The edge: what every request passes before anything of the hall sees it.

Limits, slow bodies, and strict headers on whatever is answered. This machine itself is not
limited; a proxy on it says whose request it carries, where hall.toml says that there is one.
"""

import asyncio
import logging
import math
from collections import Counter
from collections.abc import Awaitable, Callable
from ipaddress import ip_address
from time import monotonic

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError
from aiohttp.typedefs import Middleware

from hallctl.web.door import answers
from hallctl.web.door.limits import FOR_A_STATION, FOR_AN_ADDRESS, Limiter
from hallctl.web.door.slow_callers import SlowCallers
from hallctl.web.known.tokens import Tokens
from hallctl.web.pages.page_files import NOTHING, STRICT

LIVE = "/api/live"
MOST_LIVE = 1000
"""Sockets from one address at a time."""
BODY_S = 20.0
"""A body that is not there by then is not waited for."""
MULTIPART = "multipart/form-data"
TOO_MANY, TOO_SLOW = 429, 408

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Edge:
    """Counts, waits, and turns away. ``clock`` tells seconds that only go forward."""

    def __init__(
        self,
        tokens: Tokens,
        *,
        is_behind_proxy: bool = False,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.slow_callers = SlowCallers(clock)
        self._tokens = tokens
        self._is_behind_proxy = is_behind_proxy
        self._clock = clock
        self._addresses = Limiter(FOR_AN_ADDRESS)
        self._stations = Limiter(FOR_A_STATION)
        self._live: Counter[str] = Counter()

    @property
    def middleware(self) -> Middleware:
        """What stands before every handler."""

        @web.middleware
        async def at_the_edge(request: web.Request, handler: Handler) -> web.StreamResponse:
            self.slow_callers.has_spoken(request.protocol)
            if self._is_behind_proxy:
                request = _as_proxied(request)
            address = request.remote or ""
            if not _is_this_machine(address):
                wait_s = self._wait_s(request, address)
                if wait_s > 0:
                    return _later(wait_s)
                if request.path == LIVE:
                    return await self._listen(request, handler, address)
            return await _patiently(request, handler)

        return at_the_edge

    def _wait_s(self, request: web.Request, address: str) -> float:
        """Whoever holds a token is counted by it, so that no neighbour uses it up."""
        actor = self._tokens.actor(request) if "Authorization" in request.headers else None
        if actor is None or actor.ticket:
            return self._addresses.wait_s(address, self._clock())
        return self._stations.wait_s(actor.name, self._clock())

    async def _listen(
        self, request: web.Request, handler: Handler, address: str
    ) -> web.StreamResponse:
        if self._live[address] >= MOST_LIVE:
            return _later(1.0)
        self._live[address] += 1
        try:
            return await handler(request)
        finally:
            self._live[address] -= 1
            if not self._live[address]:
                del self._live[address]


async def strict_headers(_request: web.Request, response: web.StreamResponse) -> None:
    """Whatever is answered, no browser guesses, frames, or tells anybody of it."""
    for name, value in (STRICT | NOTHING).items():
        response.headers.setdefault(name, value)
    response.headers["Server"] = "hallctl"


def is_caller_s_fault(line: logging.LogRecord) -> bool:
    """Whether the server only says that somebody sent what is no HTTP, or hung up half-way.

    That could fill a disk.
    """
    error = line.exc_info[1] if line.exc_info else None
    # A connection of our own that breaks has the system's number; the caller's has none.
    has_hung_up = isinstance(error, ConnectionResetError) and error.errno is None
    return has_hung_up or isinstance(error, HttpProcessingError)


async def _patiently(request: web.Request, handler: Handler) -> web.StreamResponse:
    """A body may take its time, but not for ever; one that is there already costs nothing."""
    if not request.can_read_body or request.content.is_eof() or is_upload(request):
        return await handler(request)
    try:
        async with asyncio.timeout(BODY_S):
            await request.read()
    except TimeoutError:
        slow = web.Response(status=TOO_SLOW, text="too slow")
        slow.force_close()
        return slow
    return await handler(request)


def is_upload(request: web.Request) -> bool:
    """A file that is read piece by piece, once it is known who sends it."""
    return request.content_type == MULTIPART


def _later(wait_s: float) -> web.Response:
    seconds = max(1, math.ceil(wait_s))
    response = answers.json_response(b'{"refused":"too_many_requests","details":{}}', TOO_MANY)
    response.headers["Retry-After"] = str(seconds)
    return response


def _as_proxied(request: web.Request) -> web.Request:
    """The request as the proxy got it; only one on this machine is believed."""
    if not _is_this_machine(request.remote or ""):
        return request
    address = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    scheme = request.headers.get("X-Forwarded-Proto", request.scheme)
    if not _is_address(address) or scheme not in {"http", "https"}:
        return request
    return request.clone(remote=address, scheme=scheme)


def _is_this_machine(address: str) -> bool:
    return _is_address(address) and ip_address(address.partition("%")[0]).is_loopback


def _is_address(written: str) -> bool:
    try:
        ip_address(written.partition("%")[0])
    except ValueError:
        return False
    return True
