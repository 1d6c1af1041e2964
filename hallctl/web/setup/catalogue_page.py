"""``/setup/catalogue``: a new catalogue is read, shown with what it changes, and taken from its day on."""

import asyncio
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from aiohttp import web

from hallctl.catalogue.importing import Draft, draft_of
from hallctl.catalogue.problems import CatalogueError, refusal
from hallctl.catalogue.sheets.excel_out import as_excel
from hallctl.catalogue.shelf import Shelf, file_of, text_of
from hallctl.people.sessions import Person
from hallctl.problems import quoted
from hallctl.settings.changing.editing import Wanted
from hallctl.web.door import files_in
from hallctl.web.door.forms_in import day_in, fields_of
from hallctl.web.setup.setup_desk import NOTHING, SetupDesk, Told
from hallctl.web.setup.setup_forms import one

LARGEST = 16 * 1024 * 1024
SHOWN = 200
KINDS = (".csv", ".xlsx")
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Waiting(NamedTuple):
    """A catalogue that somebody looks at before they take it."""

    name: str
    draft: Draft


class CataloguePage:
    """One draft a person at a time; nothing is written before it is taken."""

    def __init__(self, desk: SetupDesk, today: Callable[[], date]) -> None:
        self._today = today
        self._desk = desk
        self._site = desk.site
        self._shelf = Shelf(desk.directory)
        self._waiting: dict[str, Waiting] = {}

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        guard = self._desk.guard
        router.add_get("/setup/catalogue", guard(self.get))
        router.add_get("/setup/catalogue/{day}.xlsx", guard(self.file))
        router.add_post("/setup/catalogue", guard(self.look))
        router.add_post("/setup/catalogue/take", guard(self.take))

    async def get(self, request: web.Request, _person: Person) -> web.StreamResponse:
        """The versions that there are, and the form for another."""
        return await self._page(request, {})

    async def file(self, request: web.Request, _person: Person) -> web.StreamResponse:
        """A version to take away: changed in a spreadsheet, it is the next one."""
        day = request.match_info["day"]
        versions = await asyncio.to_thread(self._shelf.versions)
        found = next((one for one in versions if one.effective.isoformat() == day), None)
        if found is None:
            raise web.HTTPNotFound
        body = await asyncio.to_thread(lambda: as_excel(self._shelf.read(found)))
        name = "danh-muc.xlsx" if found.effective == date.min else f"danh-muc-{day}.xlsx"
        told = {"Content-Disposition": f'attachment; filename="{name}"'}
        return web.Response(body=body, content_type=EXCEL, headers=told)

    async def look(self, request: web.Request, person: Person) -> web.StreamResponse:
        """Read a file, and say what would change; nothing is written."""
        try:
            sent = await files_in.file_of(request, person.form_key, LARGEST)
        except files_in.FileTooLargeError:
            return await self._page(request, {}, Told(trouble="too_large"))
        day = day_in(sent.fields.get("effective", ""))
        if day is None or not sent.content:
            return await self._page(request, {}, Told(trouble="no_file" if day else "no_day"))
        try:
            draft = await asyncio.to_thread(self._draft, sent, day)
        except CatalogueError as error:
            return await self._page(request, {}, Told(tuple(error.problems)[:SHOWN]))
        self._waiting[person.account] = Waiting(sent.name, draft)
        return await self._page(request, {"waiting": self._waiting[person.account]})

    async def take(self, request: web.Request, person: Person) -> web.StreamResponse:
        """Keep what was looked at; the running hall goes by it from its day on."""
        form = await fields_of(request, person.form_key)
        waiting = self._waiting.pop(person.account, None)
        if one(form, "act") == "drop" or waiting is None:
            raise web.HTTPSeeOther("/setup/catalogue")
        listing = waiting.draft.listing
        what = f"catalogue {listing.effective}: {waiting.name}"

        def want() -> Wanted:
            return Wanted(text_of(listing), what, file_of(listing))

        told = await self._desk.take(want, person, "/setup/catalogue?done=1")
        return await self._page(request, {}, told)

    def _draft(self, sent: files_in.Sent, day: date) -> Draft:
        suffix = Path(sent.name).suffix.lower()
        if suffix not in KINDS:
            raise refusal("", "", f"{quoted(sent.name)} is no table", "save it as .csv or .xlsx")
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / f"catalogue{suffix}"
            file.write_bytes(sent.content)
            return draft_of(file, day, self._shelf, self._site.plan)

    async def _page(
        self, request: web.Request, said: dict[str, object], told: Told = NOTHING
    ) -> web.Response:
        versions = await asyncio.to_thread(self._shelf.versions)
        about: dict[str, object] = {
            "versions": versions,
            "first": date.min,
            "today": self._today(),
            "sizes": {
                one.effective: len(one.procedures) for one in self._site.plan.dossiers.catalogues
            },
            "waiting": None,
            "shown": SHOWN,
        }
        return await self._desk.page(request, "catalogue", about | said, told)
