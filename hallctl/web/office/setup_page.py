"""Set-up in the browser: services, counters and stations by checked forms, undoable, with who and when."""

import asyncio
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import msgspec
from aiohttp import web

from hallctl.core.permissions import Sight
from hallctl.core.plan import Plan
from hallctl.core.ticket_paper import ticket_paper
from hallctl.core.trial_slips import example_ticket
from hallctl.people.sessions import Person
from hallctl.settings import HallSettings, SettingsError, read_hall
from hallctl.settings.editing import LISTED, Change, HallFile
from hallctl.settings.hall import ROLES
from hallctl.settings.problems import Problem
from hallctl.web.forms_in import BadFormError, fields_of
from hallctl.web.office.setup_forms import BadEntryError, Entry, entry_of, one
from hallctl.web.page_files import STRICT
from hallctl.web.site import Site
from hallctl.web.staff import Staff
from hardware.paper import Paper
from hardware.raster import draw_receipt
from hardware.receipt import decode_receipt

CHANGES_SHOWN = 12
SEE_OTHER, UNPROCESSABLE = 303, 422
ANSWERED_WITHIN_S = 0.3
EXAMPLE_AT = 1_795_140_000_000
"""The example's number was taken on 20 November 2026 at nine."""


class _Outcome(NamedTuple):
    """What became of a form: nothing wrong, or every problem."""

    problems: tuple[Problem, ...] = ()
    about: str = ""


class HallSetup(NamedTuple):
    """Whose settings are changed, by which clock, and how the controller begins again with them."""

    directory: Path
    now: Callable[[], int]
    renew: Callable[[], None]


class SetupPage:
    """Answers ``/setup`` and the ticket's preview."""

    def __init__(self, site: Site, staff: Staff, setup: HallSetup) -> None:
        self._site = site
        self._staff = staff
        self._directory, self._now, self._renew = setup
        self._file = HallFile(setup.directory)

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
        outcome = await asyncio.to_thread(self._act, form, person)
        if outcome.problems or outcome.about:
            return await self._page(request, person, outcome, UNPROCESSABLE)
        raise web.HTTPSeeOther("/setup")

    async def _begin_again(self, request: web.Request) -> web.Response:
        """Answer first; then the controller leaves, and comes back with the new settings."""
        await asyncio.to_thread(read_hall, self._directory)
        asyncio.get_running_loop().call_later(ANSWERED_WITHIN_S, self._renew)
        return self._site.page(request, "office/setup_again.html", {})

    async def ticket(self, request: web.Request) -> web.Response:
        """A ticket as the kiosk's printer would burn it."""
        language = self._site.language(request)
        asked = request.query.get("service", "")
        picture = await asyncio.to_thread(self._ticket, language, asked)
        return web.Response(
            body=picture,
            content_type="image/png",
            headers=STRICT | {"Cache-Control": "no-store"},
        )

    def _act(self, form: dict[str, list[str]], person: Person) -> _Outcome:
        act, at = one(form, "act"), self._now()
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
        except SettingsError as error:
            return _Outcome(tuple(error.problems), one(form, "before"))
        except (BadEntryError, IndexError) as error:
            raise BadFormError from error
        return _Outcome()

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
            "is_running": _same(settings, self._site.plan),
            "outcome": outcome,
            "form_key": person.form_key,
        }
        return self._site.page(request, "office/setup.html", said, status)

    def _read(self) -> tuple[HallSettings, list[Change]]:
        return read_hall(self._directory), self._file.changes()

    def _ticket(self, language: str, asked: str) -> bytes:
        plan = read_hall(self._directory).plan
        service = plan.service(asked) or plan.services[0]
        ticket = example_ticket(service, language, EXAMPLE_AT)
        paper = ticket_paper(ticket, plan, "http://192.0.2.10:8080/t/2026-11-20-A017-example")
        receipt = decode_receipt(msgspec.json.encode(paper))
        out = BytesIO()
        draw_receipt(receipt, Paper()).convert("L").save(out, "PNG")
        return out.getvalue()


def _known(table: str) -> str:
    if table not in LISTED:
        raise BadEntryError(table)
    return table


def _same(settings: HallSettings, running: Plan) -> bool:
    """Whether the controller runs with what the file says."""
    found = settings.plan
    return (found.services, found.counters) == (running.services, running.counters)
