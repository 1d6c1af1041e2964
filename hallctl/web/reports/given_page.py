"""``/given-figures``: what other systems say of indicators that the hall can't count, with its source."""

from datetime import date

import msgspec
from aiohttp import web

from hallctl.command_ids import new_command_id
from hallctl.controller import Controller
from hallctl.core import commands
from hallctl.core.permissions import Sight, may_send
from hallctl.ledger.figures.figure_ledger import newest_given
from hallctl.people.sessions import Person
from hallctl.reports.wording import WORDS as REPORT_WORDS
from hallctl.web.door.forms_in import BadFormError, form_of
from hallctl.web.known.staff import Staff
from hallctl.web.ledger_reader import LedgerReader
from hallctl.web.site import Site
from hallctl.web.site.refusal_words import in_words

SHOWN = 100
REFUSED = 409
GIVEN = ("1", "3.6", "4.2", "5.1", "5.3")


class GivenPage:
    """Shows what was given, and takes more from whoever answers for the figures."""

    def __init__(
        self, site: Site, staff: Staff, controller: Controller, ledger: LedgerReader
    ) -> None:
        self._site = site
        self._staff = staff
        self._controller = controller
        self._ledger = ledger

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the address."""
        router.add_get("/given-figures", self._staff.guard(Sight.FIGURES, self.get))
        router.add_post("/given-figures", self._staff.guard(Sight.FIGURES, self.post))

    async def get(self, request: web.Request, person: Person) -> web.StreamResponse:
        """The page."""
        return await self._page(request, person, "")

    async def post(self, request: web.Request, person: Person) -> web.StreamResponse:
        """One figure; refused in words where it can't be true."""
        wish = _wish(await form_of(request, person))
        actor = self._site.who(request)
        if actor is None:
            raise BadFormError
        answer = await self._controller.submit(wish, actor)
        if answer.is_refusal:
            said = in_words(answer.body, self._site.language(request))
            return await self._page(request, person, said, REFUSED)
        raise web.HTTPSeeOther("/given-figures")

    async def _page(
        self, request: web.Request, person: Person, wrong: str, status: int = 200
    ) -> web.StreamResponse:
        found = await self._ledger.ask(lambda ledger: newest_given(ledger, SHOWN))
        said = {
            "found": found,
            "wrong": wrong,
            "indicators": GIVEN,
            "may_give": may_send(person.role, commands.GiveFigure),
            "report_words": REPORT_WORDS[self._site.language(request)],
            "form_key": person.form_key,
        }
        return self._site.page(request, "reports/given_figures.html", said, status)


def _wish(form: dict[str, str]) -> commands.GiveFigure:
    """Raises :class:`BadFormError` for what no form of ours sends."""
    try:
        return msgspec.convert(
            {
                "id": new_command_id(),
                "indicator": form.get("indicator", ""),
                "first": date.fromisoformat(form.get("first", "")),
                "last": date.fromisoformat(form.get("last", "")),
                "fulfilled": int(form.get("fulfilled", "")),
                "of": int(form.get("of", "")),
                "source": form.get("source", ""),
            },
            commands.GiveFigure,
        )
    except (ValueError, msgspec.ValidationError) as error:
        raise BadFormError from error
