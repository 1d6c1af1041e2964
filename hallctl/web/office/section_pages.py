"""``/setup/people``, ``/calling``, ``/days``, ``/rules``, ``/hall``: forms for the parts of ``hall.toml``."""

import asyncio
import tomllib
from collections.abc import Callable
from typing import Any, NamedTuple

from aiohttp import web

from hallctl.core.permissions import Sight
from hallctl.people.sessions import Person
from hallctl.settings.document import Document
from hallctl.settings.pictures import LARGEST_UPLOAD, BadPictureError, keep, portrait_of
from hallctl.settings.problems import Problem
from hallctl.web.files_in import FileTooLargeError, file_of
from hallctl.web.forms_in import BadFormError, fields_of
from hallctl.web.office.hall_setup import HallSetup
from hallctl.web.office.section_forms import (
    SECTIONS,
    Field,
    Part,
    Raw,
    part_of,
    settings_of,
    shown,
)
from hallctl.web.office.setup_forms import BadEntryError, Form, one
from hallctl.web.site import WORDS, Site
from hallctl.web.staff import Staff

UNPROCESSABLE = 422
LANGUAGES = "every language"
"""What the hall can speak, beside what its file says."""


class ShownField(NamedTuple):
    """One field, and what it shows."""

    field: Field
    value: Any
    options: tuple[tuple[str, str], ...]
    """Each choice, and how it is called where the hall has named it."""


class Entry(NamedTuple):
    """One filled form: of a table, or of one entry of a list; a new entry has no name."""

    name: str
    title: str
    fields: tuple[ShownField, ...]


class SectionPages:
    """Shows and takes the forms of every section."""

    def __init__(self, site: Site, staff: Staff, setup: HallSetup) -> None:
        self._site = site
        self._staff = staff
        self._setup = setup

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        guard, section = self._staff.guard, "/setup/{section:" + "|".join(SECTIONS) + "}"
        router.add_get(section, guard(Sight.STATIONS, self.get))
        router.add_post(section, guard(Sight.STATIONS, self.post))
        router.add_post("/setup/people/photo", guard(Sight.STATIONS, self.photo))

    async def get(self, request: web.Request, person: Person) -> web.StreamResponse:
        """The section as the file has it."""
        return await self._page(request, person, ())

    async def post(self, request: web.Request, person: Person) -> web.StreamResponse:
        """One form: taken, or refused with every problem."""
        form = await fields_of(request, person.form_key)
        section, file = request.match_info["section"], self._setup.file
        at = self._setup.now()
        try:
            part = part_of(section, one(form, "table"))
            text, what = _wanted(self._setup, part, form)
        except BadEntryError as error:
            raise BadFormError from error
        problems = await self._setup.change(lambda: file.take(text, person.account, what, at))
        if problems:
            return await self._page(request, person, problems)
        raise web.HTTPSeeOther(f"/setup/{section}?done=1")

    async def photo(self, request: web.Request, person: Person) -> web.StreamResponse:
        """A photo of an official, or none any more."""
        request.match_info["section"] = "people"
        try:
            sent = await file_of(request, person.form_key, LARGEST_UPLOAD)
            picture = await asyncio.to_thread(portrait_of, sent.content) if sent.content else b""
        except (FileTooLargeError, BadPictureError):
            return await self._page(request, person, (), "bad_picture")
        setup, name, at = self._setup, sent.fields.get("before", ""), self._setup.now()
        photo = await asyncio.to_thread(keep, setup.directory, picture, ".jpg") if picture else None

        def take() -> None:
            text = setup.file.with_entry("official", name, {"official": name, "photo": photo})
            setup.file.take(text, person.account, f"official {name}: photo", at)

        problems = await setup.change(take)
        if problems:
            return await self._page(request, person, problems)
        raise web.HTTPSeeOther("/setup/people?done=1")

    async def _page(
        self,
        request: web.Request,
        person: Person,
        problems: tuple[Problem, ...],
        trouble: str = "",
    ) -> web.Response:
        section = request.match_info["section"]
        text = await asyncio.to_thread(self._setup.file.text)
        said = {
            "section": section,
            "parts": [
                (part, self._entries(part, tomllib.loads(text), request))
                for part in SECTIONS[section]
            ],
            "problems": problems,
            "trouble": trouble,
            "done": "done" in request.query,
            "person": person,
        }
        status = UNPROCESSABLE if problems or trouble else 200
        return self._site.page(request, "office/section.html", said, status)

    def _entries(self, part: Part, raw: Raw, request: web.Request) -> list[Entry]:
        language = self._site.language(request)
        words, added = WORDS[language], self._site.plan.languages.values()
        spoken = ((one, words[f"choice_hall_languages_{one}"]) for one in ("vi", "en"))
        raw = {**raw, LANGUAGES: (*spoken, *((one.code, one.name) for one in added))}
        if not part.names_by:
            return [self._entry(part, raw.get(part.table, {}), raw, language)]
        every = [self._entry(part, one_of, raw, language) for one_of in raw.get(part.table, ())]
        return [*every, self._entry(part, {}, raw, language)]

    def _entry(self, part: Part, mine: Raw, raw: Raw, language: str) -> Entry:
        name = str(mine.get(part.names_by, "")) if part.names_by else part.table
        fields = tuple(
            ShownField(
                field, shown(field, mine, _default(part, field.key)), _options(field, raw, language)
            )
            for field in part.fields
        )
        words = mine.get("name")
        title = words.get(language) or words.get("vi") if isinstance(words, dict) else name
        return Entry(name, str(title or name), fields)


def _wanted(setup: HallSetup, part: Part, form: Form) -> tuple[str, str]:
    """The text that the form asks for, and what is said of it."""
    before = one(form, "before")
    if one(form, "act") == "remove" and part.names_by:
        return setup.file.without_entry(part.table, before), f"{part.table} {before}: removed"
    fields = settings_of(part, form)
    if not part.names_by:
        return setup.file.with_table(part.table, fields), f"{part.table}: saved"
    name = str(fields[part.names_by] or "")
    return setup.file.with_entry(part.table, before or name, fields), f"{part.table} {name}: saved"


def _default(part: Part, key: str) -> Any:
    """What holds where the file says nothing."""
    if part.names_by:
        return None
    table = next(field for field in Document.__struct_fields__ if field == part.table)
    kinds = Document.__struct_defaults__
    fields = Document.__struct_fields__
    defaults = dict(zip(fields[len(fields) - len(kinds) :], kinds, strict=True))
    return getattr(defaults.get(table), key, None)


def _options(field: Field, raw: Raw, language: str) -> tuple[tuple[str, str], ...]:
    if isinstance(field.options, tuple):
        return tuple((each, "") for each in field.options)
    named = _NAMED[field.options](raw, language)
    return (("", "–"), *named) if field.kind == "choice" else named


def _services(raw: Raw, language: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (str(each["service"]), each["name"].get(language) or each["name"].get("vi", ""))
        for each in raw.get("service", ())
    )


def _counters(raw: Raw, _language: str) -> tuple[tuple[str, str], ...]:
    return tuple((str(each["counter"]),) * 2 for each in raw.get("counter", ()))


def _boards(raw: Raw, _language: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (str(each["name"]),) * 2 for each in raw.get("station", ()) if each.get("role") == "board"
    )


_NAMED: dict[str, Callable[[Raw, str], tuple[tuple[str, str], ...]]] = {
    "services": _services,
    "counters": _counters,
    "boards": _boards,
    "languages": lambda raw, _language: raw[LANGUAGES],
}
