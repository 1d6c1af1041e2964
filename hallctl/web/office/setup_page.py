"""Set-up in the browser: services, counters and stations by checked forms, undoable, with who and when."""

import asyncio
from typing import NamedTuple

from aiohttp import web

from hallctl.core.permissions import Sight
from hallctl.people.sessions import Person
from hallctl.settings import HallSettings, read_hall
from hallctl.settings.editing import LISTED, Change
from hallctl.settings.hall import ROLES
from hallctl.settings.problems import Problem
from hallctl.web.forms_in import BadFormError, fields_of
from hallctl.web.office.hall_setup import HallSetup
from hallctl.web.office.setup_forms import BadEntryError, Entry, entry_of, one
from hallctl.web.office.slip_pictures import drawn, example_paper
from hallctl.web.page_files import STRICT
from hallctl.web.site import Site
from hallctl.web.staff import Staff
from hardware.paper import Paper

CHANGES_SHOWN = 12
SEE_OTHER, UNPROCESSABLE = 303, 422
ANSWERED_WITHIN_S = 0.3


class _Outcome(NamedTuple):
    """What became of a form: nothing wrong, or every problem."""

    problems: tuple[Problem, ...] = ()


class SetupPage:
    """Answers ``/setup`` and the ticket's preview."""

    def __init__(self, site: Site, staff: Staff, setup: HallSetup) -> None:
        self._site = site
        self._staff = staff
        self._setup = setup
        self._file = setup.file

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        guard = self._staff.guard
        router.add_get("/setup", guard(Sight.STATIONS, self.get))
        router.add_post("/setup", guard(Sight.STATIONS, self.post))
        router.add_get("/setup/ticket.png", self._site.guard(Sight.STATIONS, self.ticket))

    async def get(self, request: web.Request, person: Person) -> web.StreamResponse:
        """Everything that can be set here, as the file has it."""
        return await self._page(request, person, _Outcome())

    async def post(self, request: web.Request, person: Person) -> web.StreamResponse:
        """One change: checked, and taken or refused with every problem."""
        form = await fields_of(request, person.form_key)
        if one(form, "act") == "begin_again":
            return await self._begin_again(request)
        problems = await self._setup.change(lambda: self._act(form, person))
        if problems:
            return await self._page(request, person, _Outcome(problems), UNPROCESSABLE)
        raise web.HTTPSeeOther("/setup")

    async def _begin_again(self, request: web.Request) -> web.Response:
        """Answer first; then the controller leaves, and comes back with the new settings."""
        await asyncio.to_thread(read_hall, self._setup.directory)
        asyncio.get_running_loop().call_later(ANSWERED_WITHIN_S, self._setup.renew)
        return self._site.page(request, "office/setup_again.html", {})

    async def ticket(self, request: web.Request) -> web.Response:
        """A ticket as the kiosk's printer would burn it."""
        language = self._site.language(request)
        picture = await asyncio.to_thread(self._ticket, language)
        return web.Response(
            body=picture,
            content_type="image/png",
            headers=STRICT | {"Cache-Control": "no-store"},
        )

    def _act(self, form: dict[str, list[str]], person: Person) -> None:
        """Off the loop. Raises SettingsError with every problem."""
        act, at = one(form, "act"), self._setup.now()
        try:
            if act == "undo":
                newest = self._file.changes()[0]
                self._file.undo(person.account, at, f"undo: {newest.what}")
            elif act == "remove":
                table, name = one(form, "table"), one(form, "before")
                text = self._file.without_entry(_known(table), name)
                self._file.take(text, person.account, f"{table} {name}: removed", at)
            else:
                self._save(entry_of(form), person, at)
        except (BadEntryError, IndexError) as error:
            raise BadFormError from error

    def _save(self, entry: Entry, person: Person, at: int) -> None:
        text = self._file.with_entry(entry.table, entry.before, entry.fields)
        what = f"{entry.table} {entry.name}: saved"
        self._file.take(text, person.account, what, at)

    async def _page(
        self, request: web.Request, person: Person, outcome: _Outcome, status: int = 200
    ) -> web.Response:
        settings, changes = await asyncio.to_thread(self._read)
        said = {
            "settings": settings,
            "plan": settings.plan,
            "roles": ROLES,
            "changes": changes[:CHANGES_SHOWN],
            "is_running": not self._setup.still_to_come(settings),
            "outcome": outcome,
            "form_key": person.form_key,
        }
        return self._site.page(request, "office/setup.html", said, status)

    def _read(self) -> tuple[HallSettings, list[Change]]:
        return read_hall(self._setup.directory), self._file.changes()

    def _ticket(self, language: str) -> bytes:
        plan = read_hall(self._setup.directory).plan
        return drawn(example_paper("ticket", plan, None, language), Paper())


def _known(table: str) -> str:
    if table not in LISTED:
        raise BadEntryError(table)
    return table
