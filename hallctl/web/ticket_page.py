"""A ticket's own page for the phone: number, state, how many ahead, live."""

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from lucide.jinja import lucide

from hallctl.core.plan import Words
from hallctl.core.views import TicketView
from hallctl.web.fan_out import Draw, Look, ViewKey
from hallctl.web.links import Links
from hallctl.web.page_files import STRICT, PageFiles
from hallctl.web.ticket_face import DRAWN, WORDS, face_of, other_language, page_language

TEMPLATES = Path(__file__).parent / "templates"
STATUS = {"ticket.html": 200, "ticket_gone.html": 404}
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self';"
    " connect-src 'self'{sockets}; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
    " require-trusted-types-for 'script'; trusted-types 'none'"
)
HOST = re.compile(r"[A-Za-z0-9.-]+(:\d+)?|\[[0-9A-Fa-f:.]+\](:\d+)?")


class TicketPage:
    """Renders the page of whoever holds the link printed on a ticket."""

    def __init__(self, draw: Draw, look: Look, links: Links) -> None:
        self._draw = draw
        self._look = look
        self._links = links
        self._files = PageFiles()
        self._templates = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=select_autoescape(),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals |= {"file": self._files.address, "icon": _icon, "drawn": DRAWN}

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses under ``/t/`` and the files its pages need."""
        router.add_get("/t/{link:.*}", self.get)
        router.add_get("/static/{version}/{name}", self._files.get)

    async def get(self, request: web.Request) -> web.Response:
        """The page, or a kind word where the link is unknown or of another day."""
        link = request.match_info["link"]
        ticket = self._links.ticket(link)
        view = await self._look(ViewKey("ticket", ticket)) if ticket else None
        asked = request.query.get("lang", "")
        if not isinstance(view, TicketView):
            return self._gone(request, page_language(asked, ""), was_genuine=ticket is not None)
        language = page_language(asked, view.language)
        face = face_of(view, language)
        return self._page(
            request, language, "ticket.html", {"view": view, "link": link, "face": face}
        )

    def _gone(self, request: web.Request, language: str, *, was_genuine: bool) -> web.Response:
        why = "ended" if was_genuine else "gone"
        return self._page(request, language, "ticket_gone.html", {"why": why, "hall": self._hall})

    def _page(
        self, request: web.Request, language: str, template: str, said: Mapping[str, object]
    ) -> web.Response:
        other = other_language(language)
        spoken = {"language": language, "words": WORDS[language]}
        spoken_otherwise = {"other": other, "other_words": WORDS[other]}
        text = self._templates.get_template(template).render(said, **spoken, **spoken_otherwise)
        return web.Response(
            text=text,
            status=STATUS[template],
            content_type="text/html",
            headers=STRICT
            | {"Cache-Control": "no-store", "Content-Security-Policy": _csp(request)},
        )

    @cached_property
    def _hall(self) -> tuple[Words, Words]:
        """Name and authority; they stay the same as long as the hall is served."""
        view = self._draw(ViewKey("board"))
        return (view.hall, view.authority) if view else (Words(""), Words(""))


def _csp(request: web.Request) -> str:
    """Older Safari does not take its own socket for ``'self'``, so the socket is named."""
    own = HOST.fullmatch(request.host)
    sockets = f" ws://{request.host} wss://{request.host}" if own else ""
    return POLICY.format(sockets=sockets)


def _icon(name: str) -> str:
    return lucide(name, size=24, **{"class": "icon", "aria-hidden": "true", "focusable": "false"})
