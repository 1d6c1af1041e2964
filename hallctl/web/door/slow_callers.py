"""Slow callers: connections that never finish asking are dropped, so that they hold no place."""

import asyncio
from collections.abc import Callable

from aiohttp import web
from aiohttp.web_protocol import RequestHandler

HEAD_S = 15.0
"""A first request whose head is not there by then will not come."""
LOOK_S = 5.0


class SlowCallers:
    """Knows which connections have asked something yet."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._since: dict[RequestHandler, float] = {}
        self._spoken: set[RequestHandler] = set()

    def has_spoken(self, caller: RequestHandler) -> None:
        """It has asked: from now on the server's own keep-alive looks after it."""
        self._spoken.add(caller)

    def look(self, connections: list[RequestHandler]) -> None:
        """Drop those who have been silent for too long."""
        now = self._clock()
        there = set(connections)
        self._spoken &= there
        self._since = {caller: self._since.get(caller, now) for caller in there - self._spoken}
        for caller, since in self._since.items():
            if now - since >= HEAD_S:
                caller.force_close()

    async def watch(self, server: web.Server) -> None:
        """Look again and again."""
        while True:
            await asyncio.sleep(LOOK_S)
            self.look(server.connections)
