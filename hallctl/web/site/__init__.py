"""The frame of every page that is no single ticket's: who looks, in which language, where to go."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

import msgspec
from aiohttp import web

from hallctl.core.permissions import Actor, Sight
from hallctl.core.plan import Plan
from hallctl.core.scopes import may_look
from hallctl.reports.saying import Saying
from hallctl.web.door import answers
from hallctl.web.known.staff import Handler, Staff
from hallctl.web.known.tokens import Tokens, presents_token
from hallctl.web.pages import Pages, Sheet
from hallctl.web.pages.lexicon import Lexicon
from hallctl.web.pages.reader_language import keep_language, language_of
from hallctl.web.site.change_words import change_in_words

_STATIC = Path(__file__).parents[1] / "static"
WORDS: Lexicon = {"vi": {}, "en": {}}
WORDS_OF = (
    "site",
    "public",
    "complaint",
    "appointment",
    "office",
    "keepers",
    "device",
    "report",
    "rules",
    "rating",
    "guide",
    "day",
    "boards",
    "setup",
)
for _part in WORDS_OF:
    for _language, _words in msgspec.json.decode(
        (_STATIC / f"{_part}_words.json").read_bytes(), type=Lexicon
    ).items():
        WORDS[_language] |= _words


class Way(NamedTuple):
    """One entry of the navigation, for all or for whoever may see that; ``page`` names its words."""

    page: str
    address: str
    icon: str
    sight: Sight | None = None


WAYS = (
    Way("start", "", "house"),
    Way("today", "today", "chart-column"),
    Way("procedures", "procedures", "list-checks"),
    Way("appointments", "appointments", "calendar-check"),
    Way("complaint", "complaint", "message-square-warning"),
    Way("floor", "floor", "layout-dashboard", Sight.FLOOR),
    Way("expected", "expected", "calendar-days", Sight.EXPECTED),
    Way("leaders", "leaders", "gauge", Sight.FIGURES),
    Way("reports", "reports/visits", "file-chart-column", Sight.FIGURES),
    Way("replay", "replay", "history", Sight.FLOOR),
    Way("setup", "setup", "settings", Sight.STATIONS),
    Way("rules", "rules", "bell-ring", Sight.STATIONS),
    Way("inbox", "inbox", "inbox", Sight.INBOX),
    Way("ratings", "ratings", "message-square-heart", Sight.RATINGS),
    Way("keep_stations", "keep-stations", "monitor-cog", Sight.STATIONS),
    Way("people", "people", "users", Sight.PEOPLE),
    Way("record", "record", "scroll-text", Sight.RECORD),
)

BY_APPOINTMENT = frozenset({"appointments", "expected"})
"""Pages of halls that give appointments."""

AT_THE_DESK = frozenset({"appointments", "complaint"})
"""Citizens' forms: whoever works here has the desk's pages instead, and these from the start page."""


class Site:
    """Draws pages inside the frame."""

    def __init__(self, pages: Pages, plan: Plan, tokens: Tokens, staff: Staff) -> None:
        self.plan = plan
        self.who = tokens.actor
        self._staff = staff
        self._pages = pages

    def language(self, request: web.Request) -> str:
        """As asked for, else as asked for last time, else Vietnamese."""
        return language_of(request)

    def guard(self, sight: Sight, handler: Handler) -> Handler:
        """The handler for whoever may see that: people who sign in, and programs with a token."""
        for_people = self._staff.guard(sight, lambda request, _person: handler(request))

        async def guarded(request: web.Request) -> web.StreamResponse:
            if not presents_token(request):
                return await for_people(request)
            actor = self.who(request)
            if actor is None:
                return answers.unknown_token()
            if not may_look(actor, sight):
                return answers.not_allowed(actor.role)
            return await handler(request)

        return guarded

    def words(self, request: web.Request) -> Mapping[str, str]:
        """The pages' words in the reader's language."""
        return WORDS[self.language(request)]

    def saying(self, request: web.Request) -> Saying:
        """How the page's reader is told figures."""
        return Saying(self.language(request), self.plan.timezone)

    def page(
        self, request: web.Request, template: str, said: Mapping[str, object], status: int = 200
    ) -> web.Response:
        """The page in its frame; ``said`` is what its template asks for."""
        language = self.language(request)
        actor = self.who(request)
        frame = {
            "hall": self.plan.hall,
            "authority": self.plan.authority,
            "ways": [
                way
                for way in ways_of(actor)
                if self.plan.appointments.offered or way.page not in BY_APPOINTMENT
            ],
            "actor": actor,
            "say": self.saying(request),
            "changed": partial(change_in_words, words=WORDS[language]),
            "switch": request.rel_url.update_query(
                lang="vi" if language == "en" else "en"
            ).query_string,
        }
        sheet = Sheet(template, WORDS, language, status, has_form=True, is_bound=True)
        response = self._pages.page(request, sheet, {**frame, **said})
        keep_language(request, response, language)
        return response


def ways_of(actor: Actor | None) -> list[Way]:
    """Where the navigation leads for whoever looks; people who work here find their own pages first."""
    own = [way for way in WAYS if way.sight and actor and may_look(actor, way.sight)]
    return own + [way for way in WAYS if not way.sight and (not own or way.page not in AT_THE_DESK)]
