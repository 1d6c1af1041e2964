"""``GET /health/live`` and ``/health/ready``: one word each, for whoever restarts and whoever routes."""

from aiohttp import web

from hallctl.controller import Controller

UNAVAILABLE = 503


class Liveness:
    """Live is a loop that answers; ready is a hall whose commands are answered."""

    def __init__(self, controller: Controller) -> None:
        self._controller = controller

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        router.add_get("/health/live", self.live)
        router.add_get("/health/ready", self.ready)

    async def live(self, _request: web.Request) -> web.Response:
        """Whoever reads this was answered."""
        return web.Response(text="live\n")

    async def ready(self, _request: web.Request) -> web.Response:
        """503 once the journal can't be written."""
        if self._controller.failure:
            return web.Response(text="stopping\n", status=UNAVAILABLE)
        return web.Response(text="ready\n")
