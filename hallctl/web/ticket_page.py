"""A ticket's own page for the phone: number, state, how many ahead, live."""

from aiohttp import web

from hallctl.core.views import TicketView
from hallctl.web.fan_out import Look, ViewKey
from hallctl.web.links import Links
from hallctl.web.pages import Pages, Sheet
from hallctl.web.ticket_face import DRAWN, WORDS, face_of, page_language


class TicketPage:
    """Renders the page of whoever holds the link printed on a ticket."""

    def __init__(self, look: Look, links: Links, pages: Pages) -> None:
        self._look = look
        self._links = links
        self._pages = pages

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses under ``/t/``."""
        router.add_get("/t/{link:.*}", self.get)

    async def get(self, request: web.Request) -> web.Response:
        """The page, or a kind word where the link is unknown or of another day."""
        link = request.match_info["link"]
        ticket = self._links.ticket(link)
        view = await self._look(ViewKey("ticket", ticket)) if ticket else None
        asked = request.query.get("lang", "")
        if not isinstance(view, TicketView):
            why = "gone" if ticket is None else "ended"
            return self._pages.gone(request, WORDS, page_language(asked, ""), why)
        language = page_language(asked, view.language)
        said = {"view": view, "link": link, "face": face_of(view, language), "drawn": DRAWN}
        return self._pages.page(request, Sheet("ticket.html", WORDS, language), said)
