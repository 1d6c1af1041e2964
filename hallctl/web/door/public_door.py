"""The public door: beside TLS, plain HTTP for citizens' phones, and for nothing else.

A phone does not know the hall's own authority, and a warning would frighten people away from
their own ticket. What is shown and asked for there holds no names: a complaint is taken without.
"""

from collections.abc import Awaitable, Callable

from aiohttp import web
from aiohttp.typedefs import Middleware

PUBLIC = (
    "/t/", "/d/", "/a/", "/n/", "/take", "/complaint", "/c/", "/static/", "/today", "/procedures", "/api/procedures",
    "/api/words/", "/days/", "/open-data/",
)  # fmt: skip
OF_VIEWS = frozenset({"ticket", "dossier", "board"})
TICKET = "Ticket "
PLAIN = "came in at the public door"
"""Marks a request whose words anybody nearby could read: no names are asked for on such a page."""
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class PublicDoor:
    """Knows by its port what came in there; 0 while there is no such door."""

    def __init__(self) -> None:
        self.port = 0

    @property
    def middleware(self) -> Middleware:
        """Turns away what is not for the public."""

        @web.middleware
        async def keep_to_public(request: web.Request, handler: Handler) -> web.StreamResponse:
            if self.port and _port(request) == self.port:
                request[PLAIN] = True
                if not _is_public(request):
                    return web.Response(status=403, text="only over TLS")
            return await handler(request)

        return keep_to_public


def _is_public(request: web.Request) -> bool:
    path = request.path
    if path == "/" or path.startswith(PUBLIC):
        return True
    if path == "/api/live":
        return request.query.get("view", "board") in OF_VIEWS
    if path.startswith("/api/views/"):
        return path.removeprefix("/api/views/") in OF_VIEWS
    if path in {"/api/commands", "/api/comments"}:
        return request.headers.get("Authorization", "").startswith(TICKET)
    return False


def _port(request: web.Request) -> int:
    transport = request.transport
    name = transport.get_extra_info("sockname") if transport else None
    return int(name[1]) if name else 0
