"""Drawing pages for phones: templates, their files, strict headers; what they say comes in."""

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from lucide.jinja import lucide
from markupsafe import Markup

from hallctl.core.plan import Words
from hallctl.faces import face_svg
from hallctl.web.fan_out import Draw, ViewKey
from hallctl.web.page_files import STRICT, PageFiles
from hallctl.web.ticket_face import Lexicon, other_language

TEMPLATES = Path(__file__).parent / "templates"
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self';"
    " connect-src 'self'{sockets}; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
    " require-trusted-types-for 'script'; trusted-types 'none'"
)
HOST = re.compile(r"[A-Za-z0-9.-]+(:\d+)?|\[[0-9A-Fa-f:.]+\](:\d+)?")


class Sheet(NamedTuple):
    """Which template in which words; ``status`` is what the browser is answered."""

    template: str
    lexicon: Lexicon
    language: str
    status: int = 200


class Pages:
    """Draws every page of the hall, and serves the files they need."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self._files = PageFiles()
        self._templates = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=select_autoescape(),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals |= {"file": self._files.address, "icon": _icon, "mood": _mood}

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the address of the files."""
        router.add_get("/static/{version}/{name}", self._files.get)

    def page(self, request: web.Request, sheet: Sheet, said: Mapping[str, object]) -> web.Response:
        """The page, never kept by anybody."""
        language, other = sheet.language, other_language(sheet.language)
        spoken = {"language": language, "words": sheet.lexicon[language]}
        spoken_otherwise = {"other": other, "other_words": sheet.lexicon[other]}
        template = self._templates.get_template(sheet.template)
        return web.Response(
            text=template.render(said, **spoken, **spoken_otherwise),
            status=sheet.status,
            content_type="text/html",
            headers=STRICT
            | {"Cache-Control": "no-store", "Content-Security-Policy": _csp(request)},
        )

    def gone(self, request: web.Request, lexicon: Lexicon, language: str, why: str) -> web.Response:
        """A kind word in both languages; ``why`` chooses it in the lexicon."""
        sheet = Sheet("gone.html", lexicon, language, status=404)
        return self.page(request, sheet, {"why": why, "hall": self._hall})

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


def _mood(level: int) -> Markup:
    return Markup(face_svg(str(level)))  # noqa: S704 - our own drawing


def _icon(name: str) -> str:
    return lucide(name, size=24, **{"class": "icon", "aria-hidden": "true", "focusable": "false"})
