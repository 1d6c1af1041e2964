"""What every page of the set-up does: show its forms, take one of them, say what was wrong with it."""

import asyncio
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from aiohttp import web

from hallctl.core.permissions import Sight
from hallctl.people.record import Kind
from hallctl.people.sessions import Person
from hallctl.settings import HallSettings, SettingsError, read_hall
from hallctl.settings.changing.editing import HallFile, Wanted
from hallctl.settings.problems import Problem
from hallctl.web.door.forms_in import BadFormError
from hallctl.web.known.staff import Handler, Staff, StaffHandler
from hallctl.web.setup.hall_setup import HallSetup
from hallctl.web.setup.setup_forms import BadEntryError, Form
from hallctl.web.setup.typed import faults_of, typed_of, users_of
from hallctl.web.site import Site
from hallctl.web.site.change_words import entry_in_words

UNPROCESSABLE = 422
ANSWERED_WITHIN_S = 0.3


class Told(NamedTuple):
    """What is said above the forms: every problem of a change, or the word for a trouble."""

    problems: tuple[Problem, ...] = ()
    trouble: str = ""
    detail: str = ""
    form: Form = {}  # noqa: RUF012 - never written to
    """What was sent and not taken, so that nobody types it twice."""


NOTHING = Told()
Onward = Callable[[web.Request, HallSettings], str]


class SetupDesk:
    """Where pages of the set-up hand in changes, and draw themselves."""

    def __init__(self, site: Site, staff: Staff, setup: HallSetup, onward: Onward) -> None:
        """``onward`` is where a browser finds the set-up once the hall has moved; empty where it stays."""
        self.site = site
        self._onward = onward
        self._staff = staff
        self._setup = setup

    @property
    def file(self) -> HallFile:
        """The settings as text."""
        return self._setup.file

    @property
    def directory(self) -> Path:
        """The hall's."""
        return self._setup.directory

    def guard(self, handler: StaffHandler) -> Handler:
        """The handler for whoever may set the hall up."""
        return self._staff.guard(Sight.STATIONS, handler)

    async def note(self, request: web.Request, kind: Kind, account: str, about: str) -> None:
        """A line in the record."""
        await self._staff.note(request, kind, account, about)

    async def read(self) -> tuple[HallSettings, tuple[Problem, ...]]:
        """The settings as the files have them now; or those the hall goes by, and what is wrong."""
        try:
            return await asyncio.to_thread(read_hall, self.directory), ()
        except SettingsError as error:
            return self._setup.running, tuple(error.problems)

    async def take(
        self, want: Callable[[], Wanted], person: Person, onward: str, form: Form = NOTHING.form
    ) -> Told:
        """Hand a change in; the browser is sent on where it was taken, else there is what to say.

        ``form`` is what was sent: where it is refused, it comes back as it was typed.

        Raises BadFormError where ``want`` finds that no form of ours asks for that.
        """
        try:
            problems = await self._setup.take(want, person)
        except (BadEntryError, IndexError) as error:
            raise BadFormError from error
        if problems:
            return Told(problems, form=form)
        raise web.HTTPSeeOther(onward)

    async def page(
        self,
        request: web.Request,
        template: str,
        said: Mapping[str, object],
        told: Told = NOTHING,
    ) -> web.Response:
        """The page: what its template asks for, and what every one of them does."""
        found, problems = await self.read()
        person = self._staff.person(request)
        faults = faults_of(told.form, told.problems, self.site.language(request))
        about: dict[str, object] = {
            "problems": told.problems or problems,
            "used_by": [
                entry_in_words(table, name, dict(self.site.words(request)))
                for table, name in users_of(told.form, told.problems)
            ],
            "trouble": told.trouble,
            "detail": told.detail,
            "done": request.query.get("done", ""),
            "person": person,
            "form_key": person.form_key if person else "",
            "waits": self._setup.still_to_come(found),
            "typed_of": partial(typed_of, told.form, faults),
            "has_cursor": bool(told.problems) and not faults,
        }
        status = UNPROCESSABLE if told.problems or told.trouble else 200
        return self.site.page(request, f"setup/{template}.html", about | dict(said), status)

    async def begin_again(self, request: web.Request) -> web.Response:
        """Answer first; then the controller leaves, and comes back with the new settings."""
        found = await asyncio.to_thread(read_hall, self.directory)
        onward = self._onward(request, found)
        asyncio.get_running_loop().call_later(ANSWERED_WITHIN_S, self._setup.renew)
        return self.site.page(request, "setup/setup_again.html", {"onward": onward})
