"""``/setup/people``, ``/calling``, ``/days``, ``/rules``, ``/hall``: forms for the parts of ``hall.toml``."""

import asyncio
import tomllib
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, NamedTuple

from aiohttp import web
from msgspec.structs import asdict, fields

from hallctl.machine.discovery import lan_addresses
from hallctl.people.sessions import Person
from hallctl.settings.changing.editing import HallFile, Trial, Wanted
from hallctl.settings.pictures import LARGEST_UPLOAD, BadPictureError, keep, portrait_of
from hallctl.settings.tables.document import Document
from hallctl.settings.tables.hall import Server
from hallctl.web.door.files_in import FileTooLargeError, file_of
from hallctl.web.door.forms_in import fields_of
from hallctl.web.sections.section_fields import BY_PLACE, Field, Part, Raw
from hallctl.web.sections.section_forms import (
    SECTIONS,
    part_of,
    secret_file,
    secrets_of,
    settings_of,
    shown,
)
from hallctl.web.sections.section_options import ADDRESSES, FORMATS, LANGUAGES, Option, options_of
from hallctl.web.setup.setup_desk import NOTHING, SetupDesk, Told
from hallctl.web.setup.setup_forms import Form, one
from hallctl.web.site import WORDS

ANYWHERE, HERE = "0.0.0.0", "127.0.0.1"  # noqa: S104 - a choice of a form


class ShownField(NamedTuple):
    """One field, and what it shows."""

    field: Field
    value: Any
    options: tuple[Option, ...]
    """Each choice, and how it is called."""


Beside = Callable[[], Awaitable[Mapping[str, object]]]
"""What a template shows beside a form."""
Tried = Callable[[web.Request], Trial]
"""What tries a table's new settings on this machine, for whoever sends them."""


class Entry(NamedTuple):
    """One filled form: of a table, or of one entry of a list; a new entry has no name."""

    name: str
    title: str
    fields: tuple[ShownField, ...]


class SectionPages:
    """Shows and takes the forms of every section."""

    def __init__(
        self, desk: SetupDesk, beside: Mapping[str, Beside], trials: Mapping[str, Tried]
    ) -> None:
        """``beside``: by the name that a part gives it, what stands beside its form; ``trials`` by table."""
        self._desk = desk
        self._site = desk.site
        self._beside = beside
        self._trials = trials

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        guard, section = self._desk.guard, "/setup/{section:" + "|".join(SECTIONS) + "}"
        router.add_get(section, guard(self.get))
        router.add_post(section, guard(self.post))
        router.add_post("/setup/people/photo", guard(self.photo))

    async def get(self, request: web.Request, _person: Person) -> web.StreamResponse:
        """The section as the file has it."""
        return await self.show(request)

    async def post(self, request: web.Request, person: Person) -> web.StreamResponse:
        """One form: taken, or refused with every problem."""
        form = await fields_of(request, person.form_key)
        section, file = request.match_info["section"], self._desk.file

        def want() -> Wanted:
            part = part_of(section, one(form, "table"))
            wanted, tried = _wanted(file, part, form), self._trials.get(part.table)
            return wanted._replace(trial=tried(request)) if tried else wanted

        told = await self._desk.take(want, person, f"/setup/{section}?done=1", form)
        return await self.show(request, told)

    async def photo(self, request: web.Request, person: Person) -> web.StreamResponse:
        """A photo of an official, or none any more."""
        try:
            sent = await file_of(request, person.form_key, LARGEST_UPLOAD)
            picture = await asyncio.to_thread(portrait_of, sent.content) if sent.content else b""
        except (FileTooLargeError, BadPictureError):
            return await self.show(request, Told(trouble="bad_picture"), "people")
        desk, name = self._desk, sent.fields.get("before", "")
        photo = await asyncio.to_thread(keep, desk.directory, picture, ".jpg") if picture else None

        def want() -> Wanted:
            fields = {"official": name, "photo": photo}
            return Wanted(desk.file.with_entry("official", name, fields), f"official {name}: photo")

        return await self.show(
            request, await desk.take(want, person, "/setup/people?done=1"), "people"
        )

    async def show(
        self, request: web.Request, told: Told = NOTHING, section: str = ""
    ) -> web.Response:
        """The section of the address, or that one."""
        section = section or request.match_info["section"]
        text = await asyncio.to_thread(self._desk.file.text)
        said: dict[str, object] = {
            "section": section,
            "parts": [
                (part, self._entries(part, tomllib.loads(text), request))
                for part in SECTIONS[section]
            ],
        }
        for part in SECTIONS[section]:
            if part.beside:
                said |= await self._beside[part.beside]()
        return await self._desk.page(request, "section", said, told)

    def _entries(self, part: Part, raw: Raw, request: web.Request) -> list[Entry]:
        language = self._site.language(request)
        words, added = WORDS[language], self._site.plan.languages.values()
        spoken = ((one, words[f"choice_hall_languages_{one}"]) for one in ("vi", "en"))
        raw = {
            **raw,
            LANGUAGES: (*spoken, *((one.code, one.name) for one in added)),
            FORMATS: self._site.plan.pad_formats,
            ADDRESSES: addresses_of(raw, words),
        }
        mine = _listed(part, raw) if part.names_by else [raw.get(part.table, {})]
        return [self._entry(part, one_of, raw, language) for one_of in mine]

    def _entry(self, part: Part, mine: Raw, raw: Raw, language: str) -> Entry:
        name = str(mine.get(part.names_by, "")) if part.names_by else part.table
        fields = tuple(
            ShownField(field, self._shown(part, field, mine), _called(part, field, raw, language))
            for field in part.fields
        )
        return Entry(name, _title(part, mine, language), fields)

    def _shown(self, part: Part, field: Field, mine: Raw) -> Any:
        """What a field shows; of a secret, whether there is one."""
        if field.kind != "secret":
            return shown(field, mine, _defaults(part))
        name = str(mine.get(part.names_by, ""))
        is_new = bool(part.names_by and not name)
        return not is_new and (self._desk.directory / secret_file(field, name)).exists()


def addresses_of(raw: Raw, words: Mapping[str, str]) -> tuple[Option, ...]:
    """Where a controller on this machine may listen, and where its file says."""
    written = str(raw.get("server", {}).get("host", Server().host))
    own = {one: one for one in (*lan_addresses(), written)}
    named = {ANYWHERE: words["server_anywhere"], HERE: words["server_here"]}
    return tuple((own | named).items())


def _called(part: Part, field: Field, raw: Raw, language: str) -> tuple[Option, ...]:
    """The choices of a field: as the hall has named them, else in the words of the pages."""
    if field.kind not in {"choice", "choices", "weekdays", "places", "maybe"}:
        return ()
    words, of = WORDS[language], f"choice_{part.table}_{field.key}"
    return tuple(
        (option, named or words[f"{of}_{option}"])
        for option, named in options_of(field, raw, language)
    )


def _listed(part: Part, raw: Raw) -> list[Raw]:
    """Every entry of the list, and the one that is to come."""
    return [*({BY_PLACE: n, **one} for n, one in enumerate(raw.get(part.table, ()), start=1)), {}]


def _title(part: Part, mine: Raw, language: str) -> str:
    """What an entry is called in the list; empty for the form of a new one."""
    words, name = mine.get("name"), str(mine.get(part.names_by, ""))
    if part.names_by == BY_PLACE:
        return ", ".join(str(one) for one in mine.get("hours", ())) or name
    title = words.get(language) or words.get("vi") if isinstance(words, dict) else name
    return str(title or name)


def _wanted(file: HallFile, part: Part, form: Form) -> Wanted:
    """What the form asks the file to say. Raises BadEntryError."""
    before = one(form, "before")
    if one(form, "act") == "remove" and part.names_by:
        return Wanted(file.without_entry(part.table, before), f"{part.table} {before}: removed")
    fields = settings_of(part, form)
    if not part.names_by:
        text = file.with_table(part.table, fields)
        return Wanted(text, f"{part.table}: saved", secrets=secrets_of(part, form))
    name = before if part.names_by == BY_PLACE else str(fields[part.names_by] or "")
    text = file.with_entry(part.table, before or name, fields)
    what = f"{part.table} {name}".strip()
    return Wanted(text, f"{what}: saved", secrets=secrets_of(part, form))


def _defaults(part: Part) -> Raw:
    """What holds where the file says nothing."""
    if part.names_by:
        return {}
    table = next(one for one in fields(Document) if one.name == part.table)
    return {} if table.required else asdict(table.default)
