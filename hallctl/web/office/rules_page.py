"""``/rules``: the hall's own alerts, reports by e-mail and webhooks, set in the browser, undoable."""

import asyncio
from typing import NamedTuple

from aiohttp import web

from hallctl.core.alert_rules import MEASURES
from hallctl.core.permissions import Sight
from hallctl.people.sessions import Person
from hallctl.reports.wording import WORDS as REPORT_WORDS
from hallctl.settings import HallSettings, read_hall
from hallctl.settings.editing import Change
from hallctl.settings.problems import Problem
from hallctl.settings.report_mail import MAY_BE_MAILED
from hallctl.settings.telling_others import EVENT_KINDS
from hallctl.web.forms_in import BadFormError, fields_of
from hallctl.web.office.hall_setup import HallSetup
from hallctl.web.office.rule_forms import rule_of
from hallctl.web.office.setup_forms import BadEntryError, Form, one
from hallctl.web.site import Site
from hallctl.web.staff import Staff

TABLES = ("alert_rule", "report_mail", "webhook")
CHANGES_SHOWN = 12
UNPROCESSABLE = 422
ANSWERED_WITHIN_S = 0.3


class _Outcome(NamedTuple):
    """What became of a form: nothing wrong, or every problem, and what was sent."""

    problems: tuple[Problem, ...] = ()
    form: Form = {}  # noqa: RUF012 - never written to


class RulesPage:
    """Answers ``/rules``; what is taken holds from when the controller begins again."""

    def __init__(self, site: Site, staff: Staff, setup: HallSetup, running: HallSettings) -> None:
        self._running = running
        self._site = site
        self._staff = staff
        self._setup = setup
        self._file = setup.file

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the address."""
        router.add_get("/rules", self._staff.guard(Sight.STATIONS, self.get))
        router.add_post("/rules", self._staff.guard(Sight.STATIONS, self.post))

    async def get(self, request: web.Request, person: Person) -> web.StreamResponse:
        """Every rule, as the file has it."""
        return await self._page(request, person, _Outcome())

    async def post(self, request: web.Request, person: Person) -> web.StreamResponse:
        """One change: checked, and taken or refused with every problem."""
        form = await fields_of(request, person.form_key)
        if one(form, "act") == "begin_again":
            await asyncio.to_thread(read_hall, self._setup.directory)
            asyncio.get_running_loop().call_later(ANSWERED_WITHIN_S, self._setup.renew)
            return self._site.page(request, "office/setup_again.html", {})
        problems = await self._setup.change(lambda: self._act(form, person))
        if problems:
            return await self._page(request, person, _Outcome(problems, form), UNPROCESSABLE)
        raise web.HTTPSeeOther("/rules")

    def _act(self, form: Form, person: Person) -> None:
        """Off the loop. Raises SettingsError with every problem."""
        at, who = self._setup.now(), person.account
        try:
            match one(form, "act"):
                case "undo":
                    self._file.undo(who, at, f"undo: {self._file.changes()[0].what}")
                case "remove":
                    table, name = one(form, "table"), one(form, "before")
                    if table not in TABLES:
                        raise BadFormError
                    text = self._file.without_entry(table, name)
                    self._file.take(text, who, f"{table} {name}: removed", at)
                case _:
                    entry = rule_of(form)
                    text = self._file.with_entry(entry.table, entry.before, entry.fields)
                    self._file.take(text, who, f"{entry.table} {entry.name}: saved", at)
        except (BadEntryError, IndexError) as error:
            raise BadFormError from error

    async def _page(
        self, request: web.Request, person: Person, outcome: _Outcome, status: int = 200
    ) -> web.Response:
        settings, changes = await asyncio.to_thread(self._read)
        told = REPORT_WORDS[self._site.language(request)]
        said = {
            "settings": settings,
            "plan": settings.plan,
            "measures": MEASURES,
            "reports": [
                (name, by, told[name], told[f"by_{by}"])
                for name, breakdowns in MAY_BE_MAILED.items()
                for by in breakdowns
            ],
            "kinds": sorted(EVENT_KINDS),
            "changes": [
                one for one in changes if one.what.split()[0] in TABLES or "undo" in one.what
            ],
            "is_running": self._is_running(settings),
            "outcome": outcome,
            "form_key": person.form_key,
        }
        return self._site.page(request, "office/rules.html", said, status)

    def _read(self) -> tuple[HallSettings, list[Change]]:
        return read_hall(self._setup.directory), self._file.changes()[:CHANGES_SHOWN]

    def _is_running(self, settings: HallSettings) -> bool:
        now = self._running
        return (settings.plan.alert_rules, settings.report_mails, settings.webhooks) == (
            now.plan.alert_rules,
            now.report_mails,
            now.webhooks,
        )
