"""Drawing pages for phones: templates, their files, strict headers; what they say comes in."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property, partial
from pathlib import Path
from typing import NamedTuple

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from lucide.jinja import lucide
from markupsafe import Markup

from hallctl.core.plan import Words
from hallctl.faces import face_svg
from hallctl.problem_words import advice_in_form, where_in_form
from hallctl.web.fan_out import Draw, ViewKey
from hallctl.web.pages.binding import bound
from hallctl.web.pages.lexicon import Lexicon, other_language
from hallctl.web.pages.page_files import STRICT, page_files

TEMPLATES = Path(__file__).parents[1] / "templates"
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self';"
    " media-src 'self'; connect-src 'self'{sockets}; base-uri 'none'; form-action {forms}; frame-ancestors 'none';"
    " require-trusted-types-for 'script'; trusted-types 'none'"
)
HOST = re.compile(r"[A-Za-z0-9.-]+(:\d+)?|\[[0-9A-Fa-f:.]+\](:\d+)?")


class Sheet(NamedTuple):
    """Which template in which words; ``status`` is what the browser is answered."""

    template: str
    lexicon: Lexicon
    language: str
    status: int = 200
    has_form: bool = False
    """Its forms are sent back here, and only here."""
    is_bound: bool = False
    """Its compounds are kept together; not where a script renews the words one by one."""


_ICONS = re.compile(r'icon\("([a-z0-9-]+)"')
"""How templates ask for them. Each is looked for among seventeen hundred, the first time."""


def _is_everybodys(template: str) -> bool:
    return template.startswith("public/") or "/" not in template


@cache
def _templates() -> Environment:
    """They are the same for every hall; a hall that begins again need not have them read again."""
    templates = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.globals |= {"icon": _icon, "mood": _mood}
    return templates


class Pages:
    """Draws every page of the hall, and serves the files they need."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self._files = page_files()
        self._templates = _templates()
        self._is_ready = False

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the address of the files."""
        router.add_get("/static/{version}/{name}", self._files.get)

    def make_ready(self, icons: Iterable[str] = ()) -> None:
        """Have the templates of everybody's pages read, with their icons and these, before somebody asks; once."""
        if self._is_ready:
            return
        self._is_ready = True
        wanted = set(icons)
        for name in self._templates.list_templates(filter_func=_is_everybodys):
            self._templates.get_template(name)
            wanted |= set(_ICONS.findall((TEMPLATES / name).read_text()))
        for icon in sorted(wanted):
            _icon(icon)

    def page(self, request: web.Request, sheet: Sheet, said: Mapping[str, object]) -> web.Response:
        """The page, never kept by anybody."""
        language, other = sheet.language, other_language(sheet.language)
        spoken = {"language": language, "words": sheet.lexicon[language]}
        spoken_otherwise = {"other": other, "other_words": sheet.lexicon[other]}
        root = root_of(request)
        ways = {
            "root": root,
            "file": partial(self._files.address, root=root),
            "told": partial(where_in_form, language=language),
            "advice": partial(advice_in_form, language=language),
        }
        template = self._templates.get_template(sheet.template)
        policy = _csp(request, has_form=sheet.has_form)
        headers = STRICT | {"Cache-Control": "no-store", "Content-Security-Policy": policy}
        if sheet.has_form:  # without a referrer browsers hide from us where a form came from
            headers |= {"Referrer-Policy": "same-origin"}
        drawn = template.render(said, **spoken, **spoken_otherwise, **ways)
        return web.Response(
            text=bound(drawn) if sheet.is_bound else drawn,
            status=sheet.status,
            content_type="text/html",
            headers=headers,
        )

    def gone(self, request: web.Request, lexicon: Lexicon, language: str, why: str) -> web.Response:
        """A kind word in both languages; ``why`` chooses it in the lexicon."""
        sheet = Sheet("gone.html", lexicon, language, status=404)
        return self.page(request, sheet, {"why": why, "hall": self.hall})

    @cached_property
    def hall(self) -> tuple[Words, Words]:
        """Name and authority; they stay the same as long as the hall is served."""
        view = self._draw(ViewKey("board"))
        return (view.hall, view.authority) if view else (Words(""), Words(""))


def root_of(request: web.Request) -> str:
    """The way from the page up to the hall's root, wherever a proxy has put that."""
    return "../" * (request.path.count("/") - 1) or "./"


def _csp(request: web.Request, *, has_form: bool) -> str:
    """Older Safari does not take its own socket for ``'self'``, so the socket is named."""
    own = HOST.fullmatch(request.host)
    sockets = f" ws://{request.host} wss://{request.host}" if own else ""
    return POLICY.format(sockets=sockets, forms="'self'" if has_form else "'none'")


def _mood(level: int) -> Markup:
    return Markup(face_svg(str(level)))  # noqa: S704 - our own drawing


def _icon(name: str) -> str:
    return lucide(name, size=24, **{"class": "icon", "aria-hidden": "true", "focusable": "false"})
