"""A ticket's own page for the phone: number, state, how many ahead, live."""

from pathlib import Path

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, select_autoescape

from hallctl.core.views import TicketView
from hallctl.web.fan_out import Draw, ViewKey
from hallctl.web.links import Links

HERE = Path(__file__).parent
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self';"
        " connect-src 'self' ws: wss:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class TicketPage:
    """Renders the page of whoever holds the link printed on a ticket."""

    def __init__(self, draw: Draw, links: Links) -> None:
        self._draw = draw
        self._links = links
        self._templates = Environment(
            loader=FileSystemLoader(HERE / "templates"), autoescape=select_autoescape()
        )

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses under ``/t/`` and the files its pages need."""
        router.add_get("/t/{link}", self.get)
        router.add_static("/static/", HERE / "static")

    async def get(self, request: web.Request) -> web.Response:
        """The page, or a kind word where the link is unknown or of another day."""
        link = request.match_info["link"]
        ticket = self._links.ticket(link)
        view = self._draw(ViewKey("ticket", ticket)) if ticket else None
        if not isinstance(view, TicketView):
            return self._page("ticket_gone.html", 404, {})
        return self._page("ticket.html", 200, {"view": view, "link": link})

    def _page(self, template: str, status: int, words: dict[str, object]) -> web.Response:
        text = self._templates.get_template(template).render(words)
        return web.Response(text=text, status=status, content_type="text/html", headers=HEADERS)
