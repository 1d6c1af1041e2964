"""A ticket's own page for the phone: number, state, how many ahead, live."""

from datetime import date

from aiohttp import web

from hallctl.core.dates import day_said
from hallctl.core.drawing.reckoned import Reckoned
from hallctl.core.plan import Plan
from hallctl.core.views import TicketView
from hallctl.web.fan_out import Look, ViewKey
from hallctl.web.known.devices import Devices
from hallctl.web.known.links import Links
from hallctl.web.pages import Pages, Sheet
from hallctl.web.pages.lexicon import page_language
from hallctl.web.pages.reader_language import language_of
from hallctl.web.tickets.ticket_face import DRAWN, WORDS, face_of, with_languages


class TicketPage:
    """Renders the page of whoever holds the link printed on a ticket."""

    def __init__(
        self,
        look: Look,
        links: Links,
        pages: Pages,
        phones: Devices,
        plan: Plan,
    ) -> None:
        self._look = look
        self._links = links
        self._pages = pages
        self._phones = phones
        self._words = Reckoned(lambda: plan.languages, lambda: with_languages(plan.languages))

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses under ``/t/``."""
        router.add_get("/t/{link:.*}", self.get)

    async def get(self, request: web.Request) -> web.Response:
        """The page, or a kind word where the link is unknown or of another day."""
        link = request.match_info["link"]
        ticket = self._links.ticket(link)
        view = await self._look(ViewKey("ticket", ticket)) if ticket else None
        asked = request.query.get("lang", "")
        if ticket is None:
            return self._pages.gone(request, WORDS, language_of(request), "gone")
        if not isinstance(view, TicketView):
            return self._ended(request, ticket, language_of(request))
        if view.ticket != ticket:  # carried over to today: from now on by its own link
            raise web.HTTPSeeOther(self._links.link(view.ticket))
        words = self._words()
        language = page_language(asked, view.language, words)
        said = {
            "view": view,
            "link": link,
            "face": face_of(view, language, words),
            "drawn": DRAWN,
        }
        page = self._pages.page(request, Sheet("ticket.html", words, language), said)
        self._phones.remember(request, page, self._phones.of(request))
        return page

    def _ended(self, request: web.Request, ticket: str, language: str) -> web.Response:
        """A number of a day that is over says which number, and of which day."""
        day, number = date.fromisoformat(ticket[:10]), ticket[11:]
        said = {"hall": self._pages.hall, "number": number, "day": day_said(day, language)}
        sheet = Sheet("ended.html", WORDS, language, status=404)
        return self._pages.page(request, sheet, said)
