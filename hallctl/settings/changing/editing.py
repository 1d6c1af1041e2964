"""Changing ``hall.toml`` by hand of a form: checked whole before it is taken, kept with who and when.

Comments and order stay as the technician wrote them. Every change keeps the text it replaced, so
that the newest can be undone; undoing is a change like any other. Who runs by the file is told
elsewhere: :mod:`hallctl.live_settings`.
"""

import tempfile
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import tomlkit
from tomlkit.items import AoT, InlineTable

from hallctl.machine.whole_files import OWNER_ONLY, put_whole
from hallctl.problems import ProblemsError
from hallctl.settings.problems import Problem, SettingsError
from hallctl.settings.reading import FILE_NAME, read_hall
from hallctl.settings.tables.hall import HallSettings

KEPT = "changes"
SECRETS = "secrets"
OWNER_S_FOLDER = 0o700
SPOKEN_BY_FORMS = ("vi", "en")
BY_PLACE = "#"
LISTED = {
    "service": "service",
    "counter": "counter",
    "station": "name",
    "official": "official",
    "profile": "profile",
    "priority": "group",
    "reason": "reason",
    "rating_reason": "reason",
    "department": "department",
    "zone": "zone",
    "sound": BY_PLACE,
    "device": "device",
    "camera": "camera",
    "report_mail": "name",
    "webhook": "name",
    "alert_rule": "rule",
}
"""The lists that may be changed, and the key that names an entry of each, or that none has a name."""

Fields = Mapping[str, Any]
"""An entry's settings; None takes one out of the file, so that its default holds."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One change that was taken; ``before`` is the text it replaced."""

    number: int
    at: int
    who: str
    what: str
    before: str
    file: str = FILE_NAME
    was_there: bool = True
    """Whether the file was there before."""
    is_secret: bool = False
    """What it replaced is not kept, so it can't be undone."""


Trial = Callable[[HallSettings], tuple[Problem, ...]]
"""What only this machine can say of settings that keep every rule, such as whether a port is free."""


def untried(_found: HallSettings) -> tuple[Problem, ...]:
    """Most settings need no trial."""
    return ()


class Wanted(NamedTuple):
    """What a file is to say, None to take it away; and what is said of that in the list."""

    text: str | None
    what: str
    file: str = FILE_NAME
    secrets: Mapping[str, str | None] = {}
    """What goes into files that only the hall may read, by their paths; None takes one away."""
    trial: Trial = untried


class Signed(NamedTuple):
    """Who wants a change, and when (ms)."""

    who: str
    at: int


class HallFile:
    """The hall's settings as text that people and forms edit in turn."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._path = directory / FILE_NAME

    def text(self) -> str:
        """As it stands."""
        return self._path.read_text("utf-8-sig")

    def changes(self) -> list[Change]:
        """Those that were taken, newest first."""
        files = sorted((self._directory / KEPT).glob("*.json"), reverse=True)
        return [msgspec.json.decode(file.read_bytes(), type=Change) for file in files]

    def with_entry(self, table: str, name: str, fields: Fields) -> str:
        """The text with that entry changed, or added at the end of its list."""
        return self.with_entries(table, {name: fields})

    def with_entries(self, table: str, changed: Mapping[str, Fields]) -> str:
        """The same with several, by their names."""
        document = tomlkit.parse(self.text())
        entries = _entries(document, table)
        for name, fields in changed.items():
            place = _place_of(entries, table, name)
            if place is None:
                entries.append(tomlkit.table())
            _put(entries[len(entries) - 1 if place is None else place], fields)
        return tomlkit.dumps(document)

    def with_table(self, table: str, fields: Fields) -> str:
        """The text with those settings of a table that is there once, such as ``hours``."""
        document = tomlkit.parse(self.text())
        entry = document.get(table)
        if not isinstance(entry, MutableMapping):
            entry = tomlkit.table()
            document[table] = entry
        _put(entry, fields)
        return tomlkit.dumps(document)

    def without_entry(self, table: str, name: str) -> str:
        """The text without it."""
        document = tomlkit.parse(self.text())
        entries = _entries(document, table)
        place = _place_of(entries, table, name)
        if place is not None:
            del entries[place]
        return tomlkit.dumps(document)

    def checked(self, wanted: Wanted) -> HallSettings:
        """The hall's settings if that were in its file; nothing is changed.

        Raises SettingsError with every problem.
        """
        home = self._directory.absolute()
        with tempfile.TemporaryDirectory() as folder:
            draft = Path(folder)
            _mirror(home, draft, Path(wanted.file))
            if wanted.text is not None:
                (draft / wanted.file).write_text(wanted.text, "utf-8")
            try:
                return at_home(read_hall(draft), home)
            except ProblemsError as error:
                raise SettingsError(error.problems) from None

    def write(self, wanted: Wanted, by: Signed) -> None:
        """Make it what that file says, and note it in the list. It was checked before."""
        for secret, content in wanted.secrets.items():
            keep_secret(self._directory / secret, content)
            self._note(Wanted(None, f"{Path(secret).name}: changed", secret), by, None)
        path = self._directory / wanted.file
        before = path.read_text("utf-8-sig") if path.exists() else None
        if wanted.text == before:
            return
        self._note(wanted, by, before)
        if wanted.text is None:
            path.unlink()
            return
        put_whole(path, wanted.text.encode())

    def put_back(self) -> Wanted:
        """What undoing the newest change would write. Raises IndexError where there is none."""
        newest = [one for one in self.changes() if not one.is_secret][0]  # noqa: RUF015 - IndexError
        text = newest.before if newest.was_there else None
        return Wanted(text, f"undo: {newest.what}", newest.file)

    def _note(self, wanted: Wanted, by: Signed, before: str | None) -> None:
        newest = next(iter(self.changes()), None)
        change = Change(
            number=newest.number + 1 if newest else 1,
            at=by.at,
            who=by.who,
            what=wanted.what,
            before=before or "",
            file=wanted.file,
            was_there=before is not None,
            is_secret=wanted.file.startswith(f"{SECRETS}/"),
        )
        folder = self._directory / KEPT
        folder.mkdir(exist_ok=True)
        (folder / f"{change.number:06}.json").write_bytes(msgspec.json.encode(change))


def _put(entry: MutableMapping[str, Any], fields: Fields) -> None:
    """None takes a setting out, so that its default holds."""
    for key, value in fields.items():
        if value is None:
            entry.pop(key, None)
        else:
            entry[key] = _written(_with_other_languages(value, entry.get(key)))


def keep_secret(path: Path, content: str | None) -> None:
    """Write it where only the hall may read it, whole or not at all; None takes it away."""
    if content is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True, mode=OWNER_S_FOLDER)
    put_whole(path, content.encode(), OWNER_ONLY)


def at_home(found: HallSettings, home: Path) -> HallSettings:
    """What was read from a copy of the hall, as if it had been read where the hall lives."""
    emblem = found.plan.emblem
    if emblem:
        emblem = str(home / Path(emblem).relative_to(found.directory))
    plan = msgspec.structs.replace(found.plan, emblem=emblem)
    return msgspec.structs.replace(found, directory=home, plan=plan)


def _mirror(directory: Path, draft: Path, but: Path) -> None:
    """The hall's files as links, but for one that is to be written anew."""
    first = but.parts[0]
    for one in directory.iterdir():
        if one.name != first:
            (draft / one.name).symlink_to(one.absolute())
    if len(but.parts) > 1:
        (draft / first).mkdir()
        if (directory / first).is_dir():
            _mirror(directory / first, draft / first, but.relative_to(first))


def _entries(document: tomlkit.TOMLDocument, table: str) -> AoT:
    entries = document.get(table)
    if not isinstance(entries, AoT):
        entries = tomlkit.aot()
        document[table] = entries
    return entries


def _place_of(entries: AoT, table: str, name: str) -> int | None:
    """Where the entry of that name stands; one without a name is called by its place, from 1 on."""
    key = LISTED[table]
    names = [str(n) if key == BY_PLACE else str(one.get(key)) for n, one in enumerate(entries, 1)]
    return names.index(name) if name in names else None


def _with_other_languages(value: Any, before: Any) -> Any:
    """Words keep the languages that a form does not speak of, as long as the words are the same."""
    if isinstance(value, Mapping) and "vi" in value and isinstance(before, Mapping):
        others = {key: words for key, words in before.items() if key not in SPOKEN_BY_FORMS}
        return {**value, **others} if value["vi"] == before.get("vi") else value
    if isinstance(value, list) and isinstance(before, list):
        known = {one.get("vi"): one for one in before if isinstance(one, Mapping)}
        return [
            _with_other_languages(one, known.get(one.get("vi")))
            if isinstance(one, Mapping)
            else one
            for one in value
        ]
    return value


def _written(value: Any) -> Any:
    if isinstance(value, Mapping):
        words: InlineTable = tomlkit.inline_table()
        words.update(value)
        return words
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        lines = tomlkit.array().multiline(multiline=True)
        lines.extend(_written(one) for one in value)
        return lines
    return value
