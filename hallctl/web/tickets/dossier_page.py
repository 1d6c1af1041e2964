"""A dossier's own page for the phone: where it is, when it is due, what to do, live."""

from aiohttp import web

from hallctl.core.views import DossierView
from hallctl.web.fan_out import Look, ViewKey
from hallctl.web.known.links import Links
from hallctl.web.pages import Pages, Sheet
from hallctl.web.pages.reader_language import language_of
from hallctl.web.tickets.dossier_face import WORDS, face_of


class DossierPage:
    """Renders the page of whoever holds the link printed on a dossier's receipt."""

    def __init__(self, look: Look, links: Links, pages: Pages) -> None:
        self._look = look
        self._links = links
        self._pages = pages

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses under ``/d/``."""
        router.add_get("/d/{link:.*}", self.get)

    async def get(self, request: web.Request) -> web.Response:
        """The page, or a kind word where the link is unknown."""
        link = request.match_info["link"]
        dossier = self._links.dossier(link)
        view = await self._look(ViewKey("dossier", dossier)) if dossier else None
        language = language_of(request)
        if not isinstance(view, DossierView):
            return self._pages.gone(request, WORDS, language, "gone")
        said = {"view": view, "link": link, "face": face_of(view, language)}
        return self._pages.page(request, Sheet("dossier.html", WORDS, language), said)
