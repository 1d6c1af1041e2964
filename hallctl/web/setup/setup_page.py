"""Set-up in the browser: services, counters and stations by checked forms, undoable, with who and when."""

import asyncio
from typing import NamedTuple

from aiohttp import web

from hallctl.core.permissions import Sight
from hallctl.core.plan import Plan
from hallctl.people.sessions import Person
from hallctl.settings import read_hall
from hallctl.settings.changing.editing import LISTED
from hallctl.settings.tables.hall import ROLES
from hallctl.web.door.forms_in import fields_of
from hallctl.web.pages.page_files import UNKEPT
from hallctl.web.setup.setup_desk import NOTHING, SetupDesk, Told
from hallctl.web.setup.setup_forms import entry_of, one, wanted_entry
from hallctl.web.setup.slip_pictures import drawn, example_paper
from hardware.slips.paper import Paper

CHANGES_SHOWN = 12
Options = list[tuple[str, str]]


class Offered(NamedTuple):
    """What the forms let one choose from: what is sent, and how it is called."""

    services: Options
    letters: dict[str, str]
    counters: Options
    places: Options
    departments: Options
    profiles: Options
    roles: Options


class SetupPage:
    """Answers ``/setup`` and the ticket's preview."""

    def __init__(self, desk: SetupDesk) -> None:
        self._desk = desk

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        guard = self._desk.guard
        router.add_get("/setup", guard(self.get))
        router.add_post("/setup", guard(self.post))
        ticket = self._desk.site.guard(Sight.STATIONS, self.ticket)
        router.add_get("/setup/ticket.png", ticket)

    async def get(self, request: web.Request, _person: Person) -> web.StreamResponse:
        """Everything that can be set here, as the file has it."""
        return await self._page(request)

    async def post(self, request: web.Request, person: Person) -> web.StreamResponse:
        """One change: checked, and taken or refused with every problem."""
        form = await fields_of(request, person.form_key)
        if one(form, "act") == "begin_again":
            return await self._desk.begin_again(request)
        told = await self._desk.take(
            lambda: wanted_entry(self._desk.file, form, LISTED, entry_of),
            person,
            "/setup?done=1",
            form,
        )
        return await self._page(request, told)

    async def ticket(self, request: web.Request) -> web.Response:
        """A ticket as the kiosk's printer would burn it."""
        language = self._desk.site.language(request)
        picture = await asyncio.to_thread(self._ticket, language)
        return web.Response(
            body=picture,
            content_type="image/png",
            headers=UNKEPT,
        )

    async def _page(self, request: web.Request, told: Told = NOTHING) -> web.Response:
        settings, _ = await self._desk.read()
        changes = await asyncio.to_thread(self._desk.file.changes)
        said = {
            "settings": settings,
            "plan": settings.plan,
            "offered": self._offered(request, settings.plan),
            "serving": serving(settings.plan),
            "changes": changes[:CHANGES_SHOWN],
            "can_undo": any(not one.is_secret for one in changes),
        }
        return await self._desk.page(request, "setup", said, told)

    def _offered(self, request: web.Request, plan: Plan) -> Offered:
        words, say = self._desk.site.words(request), self._desk.site.saying(request)
        numbers = [one.counter for one in plan.counters]
        return Offered(
            services=[(one.service, say.words(one.name)) for one in plan.services],
            letters={one.service: one.letter for one in plan.services},
            counters=[(one, words["counter"].format(counter=one)) for one in numbers],
            places=[("", "–"), *((one, one) for one in numbers)],
            departments=[(one.department, say.words(one.name)) for one in plan.departments],
            profiles=[("", "–"), *((p.profile, say.words(p.said)) for p in plan.floor.profiles)],
            roles=[(one, words[f"role_{one}"]) for one in ROLES],
        )

    def _ticket(self, language: str) -> bytes:
        plan = read_hall(self._desk.directory).plan
        return drawn(example_paper("ticket", plan, None, language), Paper())


def serving(plan: Plan) -> dict[str, list[str]]:
    """Each service's counters."""
    return {
        each.service: [one.counter for one in plan.counters if each.service in one.services]
        for each in plan.services
    }
