"""The frame of every page that is no single ticket's: who looks, in which language, where to go."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec
from aiohttp import web

from hallctl.core.permissions import Actor, Role
from hallctl.core.plan import Plan
from hallctl.reports.saying import Saying
from hallctl.web.doorkeeper import Doorkeeper
from hallctl.web.pages import Pages, Sheet
from hallctl.web.ticket_face import Lexicon, page_language

REMEMBERED = "lang"
A_YEAR_S = 365 * 86_400
_STATIC = Path(__file__).parent / "static"
WORDS: Lexicon = {"vi": {}, "en": {}}
for _part in ("site", "public", "office"):
    for _language, _words in msgspec.json.decode(
        (_STATIC / f"{_part}_words.json").read_bytes(), type=Lexicon
    ).items():
        WORDS[_language] |= _words


class Way(NamedTuple):
    """One entry of the navigation; ``page`` is also the key of its words."""

    page: str
    address: str
    icon: str


FOR_ALL = (
    Way("start", "", "house"),
    Way("today", "today", "chart-column"),
    Way("procedures", "procedures", "list-checks"),
)


class Site:
    """Draws pages inside the frame."""

    def __init__(self, pages: Pages, plan: Plan, doorkeeper: Doorkeeper) -> None:
        self.plan = plan
        self.doorkeeper = doorkeeper
        self._pages = pages

    def language(self, request: web.Request) -> str:
        """As asked for, else as asked for last time, else Vietnamese."""
        return page_language(request.query.get(REMEMBERED, ""), request.cookies.get(REMEMBERED, ""))

    def saying(self, request: web.Request) -> Saying:
        """How the page's reader is told figures."""
        return Saying(self.language(request), self.plan.timezone)

    def page(
        self, request: web.Request, template: str, said: Mapping[str, object], status: int = 200
    ) -> web.Response:
        """The page in its frame; ``said`` is what its template asks for."""
        language = self.language(request)
        actor = self.doorkeeper.who(request)
        frame = {
            "hall": self.plan.hall,
            "authority": self.plan.authority,
            "ways": ways_of(actor),
            "actor": actor,
            "say": self.saying(request),
            "switch": request.rel_url.update_query(
                lang="vi" if language == "en" else "en"
            ).query_string,
        }
        sheet = Sheet(template, WORDS, language, status, has_form=True)
        response = self._pages.page(request, sheet, {**frame, **said})
        if request.query.get(REMEMBERED) == language:
            response.set_cookie(
                REMEMBERED, language, max_age=A_YEAR_S, samesite="Lax", httponly=True
            )
        return response


def ways_of(actor: Actor | None) -> tuple[Way, ...]:
    """Where the navigation leads for whoever looks."""
    return FOR_ALL + (FOR_OFFICE if actor and actor.role is Role.ADMIN else ())


FOR_OFFICE: tuple[Way, ...] = ()
