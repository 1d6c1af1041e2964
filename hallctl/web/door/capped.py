"""How many connections there may be, in all and from one address, and how long a handshake may take.

A connection past the cap is dropped before anything is read from it. This machine itself has no cap
of its own: a proxy on it stands for many.
"""

import asyncio
import resource
from collections import Counter

from aiohttp import web
from aiohttp.web_protocol import RequestHandler

AN_ADDRESS = 1500
"""A thousand phones behind one Wi-Fi may listen, and ask besides."""
KEPT_BACK = 256
"""Files that are kept for journal, stores, devices and this machine itself."""
MOST_FILES = 65_536
HANDSHAKE_S = 10.0


class Caps:
    """Counts who is connected. ``most`` is how many there may be in all."""

    def __init__(self, most: int, an_address: int = AN_ADDRESS) -> None:
        self._most = most
        self._an_address = an_address
        self._of: Counter[str] = Counter()
        self._held: dict[RequestHandler, str] = {}

    def watch(self, server: web.Server) -> None:
        """Have this server's connections counted from now on."""
        made, lost = server.connection_made, server.connection_lost

        def connection_made(handler: RequestHandler, transport: asyncio.Transport) -> None:
            made(handler, transport)
            if not self._admit(handler, transport):
                transport.abort()

        def connection_lost(handler: RequestHandler, error: BaseException | None = None) -> None:
            self._release(handler)
            lost(handler, error)

        # aiohttp has no other place where a connection can be refused before it is read from.
        for name, hook in {
            "connection_made": connection_made,
            "connection_lost": connection_lost,
        }.items():
            setattr(server, name, hook)

    def _admit(self, handler: RequestHandler, transport: asyncio.Transport) -> bool:
        peer = transport.get_extra_info("peername")
        address = str(peer[0]) if peer else ""
        is_own = address.startswith("127.") or address in {"", "::1"}
        if not is_own and (self._of[address] >= self._an_address or len(self._held) >= self._most):
            return False
        self._held[handler] = address
        self._of[address] += 1
        return True

    def _release(self, handler: RequestHandler) -> None:
        address = self._held.pop(handler, None)
        if address is not None:
            self._of[address] -= 1
            if not self._of[address]:
                del self._of[address]


class CappedSite(web.TCPSite):
    """A site whose TLS handshakes don't take for ever."""

    async def start(self) -> None:
        """Listen. Raises OSError."""
        if self._ssl_context is None:
            await super().start()
            return
        await web.BaseSite.start(self)
        server = self._runner.server
        if server is None:
            raise RuntimeError("the runner was not set up")
        self._server = await asyncio.get_running_loop().create_server(
            server,
            self._host,
            self._port,
            ssl=self._ssl_context,
            backlog=self._backlog,
            ssl_handshake_timeout=HANDSHAKE_S,
        )
        self._bound_port = self._server.sockets[0].getsockname()[1]


def most_connections() -> int:
    """As many as this process may have files, once it has asked for as many as it may get."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, MOST_FILES)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        soft = wanted
    return max(soft - KEPT_BACK, KEPT_BACK)
