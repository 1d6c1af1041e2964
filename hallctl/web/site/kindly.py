"""What the server refuses a browser is said on a page of the hall, with what to do next.

Programs and scripts get the short answer that they always got: only a browser that asks for a page
is shown one.
"""

import logging
from collections.abc import Awaitable, Callable

from aiohttp import web
from aiohttp.typedefs import Middleware

from hallctl.controller import HallStoppedError, UndecidedError
from hallctl.web.door.public_door import PLAIN
from hallctl.web.site import WORDS, Site

log = logging.getLogger(__name__)

MACHINES = ("/api/", "/static/", "/open-data/", "/health/", "/metrics")
"""Where nobody reads a page."""
SAID = frozenset({400, 403, 404, 405, 408, 413, 429, 500, 503})
"""Statuses that have words of their own; any other is told as a fault of the server."""
TWINS = {405: 404, 408: 413}
"""Told as another is."""
FAULTS, OWN_FAULT, STOPPING = 400, 500, 503
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Kindly:
    """Knows the frame of the hall's pages; ``secure`` is the hall's address over TLS."""

    def __init__(self, site: Site, secure: Callable[[], str]) -> None:
        self._site = site
        self._secure = secure

    @property
    def middleware(self) -> Middleware:
        """Stands outside of whatever may say no."""

        @web.middleware
        async def kindly(request: web.Request, handler: Handler) -> web.StreamResponse:
            if not reads_pages(request):
                return await handler(request)
            answer = await answered(request, handler)
            if isinstance(answer, int):
                return self._page(request, answer)
            if answer.status < FAULTS or answer.content_type == "text/html":
                return answer
            return self._page(request, answer.status)

        return kindly

    def _page(self, request: web.Request, status: int) -> web.Response:
        words = WORDS[self._site.language(request)]
        told = TWINS.get(status, status) if status in SAID else OWN_FAULT
        secure = self._secure() if PLAIN in request and status == 403 else ""
        said = {
            "title": words[f"sorry_{told}"],
            "why": words[f"sorry_{told}_text"],
            "onward": f"{secure}{request.path_qs}" if secure else "",
        }
        return self._site.page(request, "public/missing.html", said, status)


async def answered(request: web.Request, handler: Handler) -> web.StreamResponse | int:
    """What the handler answers, or the status of what kept it from doing so."""
    try:
        return await handler(request)
    except web.HTTPException as error:
        if error.status < FAULTS:
            raise
        return error.status
    except HallStoppedError:
        return STOPPING
    except UndecidedError:
        return OWN_FAULT
    except Exception:
        log.exception("%s could not be answered", request.path)
        return OWN_FAULT


def reads_pages(request: web.Request) -> bool:
    """Whether somebody's browser asks, to show what it is answered."""
    is_machine = request.path.startswith(MACHINES)
    return not is_machine and "text/html" in request.headers.get("Accept", "")
