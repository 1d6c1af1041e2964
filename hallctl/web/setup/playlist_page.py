"""``/setup/playlist``: what boards show between calls: uploaded, ordered, given its hours and zones."""

import asyncio
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

from aiohttp import web

from hallctl.core.plan import Plan
from hallctl.people.sessions import Person
from hallctl.playlist.manifest import (
    EMPTY,
    FILE_NAME,
    FOLDER,
    in_order,
    read_manifest,
    with_item,
    without_item,
)
from hallctl.playlist.media import LARGEST_BYTES, BrokenMedia, look_at
from hallctl.settings import SettingsError
from hallctl.settings.changing.editing import Wanted
from hallctl.settings.problems import Findings
from hallctl.web.door import files_in
from hallctl.web.door.forms_in import fields_of
from hallctl.web.setup.playlist_forms import item_of
from hallctl.web.setup.setup_desk import NOTHING, SetupDesk, Told
from hallctl.web.setup.setup_forms import BadEntryError, Form, one

MANIFEST = f"{FOLDER}/{FILE_NAME}"
LONGEST_NAME = 60
_ODD = re.compile(r"[^a-z0-9._-]+")


class PlaylistPage:
    """Changes the manifest, and puts files beside it."""

    def __init__(self, desk: SetupDesk) -> None:
        self._desk = desk
        self._site = desk.site
        self._folder = desk.directory / FOLDER

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        guard = self._desk.guard
        router.add_get("/setup/playlist", guard(self.get))
        router.add_post("/setup/playlist", guard(self.post))
        router.add_post("/setup/playlist/file", guard(self.upload))

    async def get(self, request: web.Request, _person: Person) -> web.StreamResponse:
        """Everything that is listed, in its order."""
        return await self._page(request)

    async def post(self, request: web.Request, person: Person) -> web.StreamResponse:
        """One act of the page's forms."""
        form = await fields_of(request, person.form_key)
        what = f"{one(form, 'act')} {one(form, 'file')}"

        def changed(text: str) -> str:
            return _changed(text, form, self._site.plan)

        return await self._page(request, await self._take(person, what, changed))

    async def upload(self, request: web.Request, person: Person) -> web.StreamResponse:
        """A picture or clip for the boards; kept only if every frame of it can be shown."""
        try:
            sent = await files_in.file_of(request, person.form_key, LARGEST_BYTES)
        except files_in.FileTooLargeError:
            return await self._page(request, Told(trouble="too_large"))
        name = plain_name(sent.name)
        try:
            await asyncio.to_thread(self._keep, name, sent.content)
        except BrokenMedia as broken:
            return await self._page(request, Told(trouble=broken.why))
        told = await self._take(person, f"add {name}", lambda text: with_item(text, name, {}))
        return await self._page(request, told)

    def _keep(self, name: str, content: bytes) -> None:
        self._folder.mkdir(exist_ok=True)
        draft = self._folder / f".{name}"
        draft.write_bytes(content)
        try:
            look_at(draft)
            draft.replace(self._folder / name)
        finally:
            draft.unlink(missing_ok=True)

    def _text(self) -> str:
        file = self._folder / FILE_NAME
        return file.read_text("utf-8-sig") if file.exists() else EMPTY

    async def _take(self, person: Person, what: str, change: Callable[[str], str]) -> Told:
        def want() -> Wanted:
            text, findings = change(self._text()), Findings(MANIFEST)
            read_manifest(text, _zones(self._site.plan), findings)
            if findings.problems:
                raise SettingsError(findings.problems)
            return Wanted(text, f"playlist: {what}", MANIFEST)

        return await self._desk.take(want, person, "/setup/playlist?done=1")

    async def _page(self, request: web.Request, told: Told = NOTHING) -> web.Response:
        text = await asyncio.to_thread(self._text)
        manifest = read_manifest(text, _zones(self._site.plan), Findings(MANIFEST))
        said = {
            "items": manifest.item,
            "zones": self._site.plan.zones,
        }
        return await self._desk.page(request, "playlist", said, told)


def plain_name(sent: str) -> str:
    """A file's name in small plain letters, as any disk and any board takes it."""
    spelled = sent.casefold().replace("đ", "d")
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    path = Path(_ODD.sub("-", Path(plain.replace("\\", "/")).name))
    stem = path.stem.strip("-._")[:LONGEST_NAME] or "picture"
    return f"{stem}{path.suffix}"


def _changed(text: str, form: Form, plan: Plan) -> str:
    """The manifest as the form wants it. Raises BadEntryError."""
    file, act = one(form, "file"), one(form, "act")
    names = [item.file for item in read_manifest(text, _zones(plan), Findings("")).item]
    if file not in names:
        raise BadEntryError(file)
    place = names.index(file)
    match act:
        case "remove":
            return without_item(text, file)
        case "up" | "down":
            other = min(max(place + (1 if act == "down" else -1), 0), len(names) - 1)
            names[place], names[other] = names[other], names[place]
            return in_order(text, names)
        case "save":
            fields: dict[str, Any] = item_of(form)
            return with_item(text, file, fields)
    raise BadEntryError(act)


def _zones(plan: Plan) -> list[str]:
    return [zone.zone for zone in plan.zones]
