"""``/rules``: the hall's own alerts, reports by e-mail and webhooks, set in the browser, undoable."""

import asyncio
from typing import NamedTuple

from aiohttp import web

from hallctl.core.plan import Plan
from hallctl.core.plan.alert_rules import MEASURES
from hallctl.people.sessions import Person
from hallctl.reports.wording import WORDS as REPORT_WORDS
from hallctl.settings.office_rules.telling_others import EVENT_KINDS
from hallctl.settings.tables.report_mail import MAY_BE_MAILED, ReportMail
from hallctl.web.door.forms_in import fields_of
from hallctl.web.sections.rule_forms import rule_of
from hallctl.web.setup.setup_desk import NOTHING, SetupDesk, Told
from hallctl.web.setup.setup_forms import wanted_entry

TABLES = ("alert_rule", "report_mail", "webhook")
CHANGES_SHOWN = 12
Options = list[tuple[str, str]]


class Offered(NamedTuple):
    """What the forms let one choose from: what is sent, and how it is called."""

    measures: Options
    services: Options
    reports: Options
    kinds: Options


class RulesPage:
    """Answers ``/rules``."""

    def __init__(self, desk: SetupDesk) -> None:
        self._desk = desk

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the address."""
        router.add_get("/rules", self._desk.guard(self.get))
        router.add_post("/rules", self._desk.guard(self.post))

    async def get(self, request: web.Request, _person: Person) -> web.StreamResponse:
        """Every rule, as the file has it."""
        return await self._page(request)

    async def post(self, request: web.Request, person: Person) -> web.StreamResponse:
        """One change: checked, and taken or refused with every problem."""
        form = await fields_of(request, person.form_key)
        told = await self._desk.take(
            lambda: wanted_entry(self._desk.file, form, TABLES, rule_of),
            person,
            "/rules?done=1",
            form,
        )
        return await self._page(request, told)

    async def _page(self, request: web.Request, told: Told = NOTHING) -> web.Response:
        settings, _ = await self._desk.read()
        changes = (await asyncio.to_thread(self._desk.file.changes))[:CHANGES_SHOWN]
        said = {
            "settings": settings,
            "plan": settings.plan,
            "offered": self._offered(request, settings.plan),
            "ordered": {one.name: ordered(one) for one in settings.report_mails},
            "changes": [
                one for one in changes if one.what.split()[0] in TABLES or "undo" in one.what
            ],
        }
        return await self._desk.page(request, "rules", said, told)

    def _offered(self, request: web.Request, plan: Plan) -> Offered:
        site = self._desk.site
        words, say = site.words(request), site.saying(request)
        told = REPORT_WORDS[site.language(request)]
        services = ((s.service, f"{s.letter} · {say.words(s.name)}") for s in plan.services)
        return Offered(
            measures=[(one, words[f"measure_{one}"]) for one in MEASURES],
            services=[("", words["rule_every_service"]), *services],
            reports=[
                (f"{name} {by}", f"{told[name]} · {told[f'by_{by}']}")
                for name, breakdowns in MAY_BE_MAILED.items()
                for by in breakdowns
            ],
            kinds=[(one, words.get(f"fact_{one}", one)) for one in sorted(EVENT_KINDS)],
        )


def ordered(one: ReportMail) -> str:
    """Which report goes out, as the form sends it; by its first breakdown where none is named."""
    return f"{one.report} {one.by or next(iter(MAY_BE_MAILED[one.report]))}"
