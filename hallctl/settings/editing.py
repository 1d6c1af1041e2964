"""Changing ``hall.toml`` by hand of a form: checked whole before it is taken, kept with who and when.

Comments and order stay as the technician wrote them. Every change keeps the text it replaced, so
that the newest can be undone; undoing is a change like any other. A change takes effect when the
controller starts again.
"""

import tempfile
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import Any

import msgspec
import tomlkit
from tomlkit.items import AoT, InlineTable

from hallctl.problems import ProblemsError
from hallctl.settings.problems import Problem, SettingsError
from hallctl.settings.reading import FILE_NAME, read_hall

KEPT = "changes"
SPOKEN_BY_FORMS = ("vi", "en")
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
    "report_mail": "name",
    "webhook": "name",
    "alert_rule": "rule",
}
"""The lists that may be changed, and the key that names an entry of each."""

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
        document = tomlkit.parse(self.text())
        entries = _entries(document, table)
        entry = next((one for one in entries if str(one.get(LISTED[table])) == name), None)
        if entry is None:
            entry = tomlkit.table()
            entries.append(entry)
        for key, value in fields.items():
            if value is None:
                entry.pop(key, None)
            else:
                entry[key] = _written(_with_other_languages(value, entry.get(key)))
        return tomlkit.dumps(document)

    def with_table(self, table: str, fields: Fields) -> str:
        """The text with those settings of a table that is there once, such as ``hours``."""
        document = tomlkit.parse(self.text())
        entry = document.get(table)
        if not isinstance(entry, MutableMapping):
            entry = tomlkit.table()
            document[table] = entry
        for key, value in fields.items():
            if value is None:
                entry.pop(key, None)
            else:
                entry[key] = _written(_with_other_languages(value, entry.get(key)))
        return tomlkit.dumps(document)

    def without_entry(self, table: str, name: str) -> str:
        """The text without it."""
        document = tomlkit.parse(self.text())
        entries = _entries(document, table)
        for place, entry in enumerate(entries):
            if str(entry.get(LISTED[table])) == name:
                del entries[place]
                break
        return tomlkit.dumps(document)

    def problems(self, text: str | None, file: str = FILE_NAME) -> tuple[Problem, ...]:
        """What would be wrong with the hall if that were in its file; nothing is changed."""
        with tempfile.TemporaryDirectory() as folder:
            draft = Path(folder)
            _mirror(self._directory, draft, Path(file))
            if text is not None:
                (draft / file).write_text(text, "utf-8")
            try:
                read_hall(draft)
            except ProblemsError as error:
                return tuple(error.problems)
        return ()

    def take(self, text: str | None, who: str, what: str, at: int, file: str = FILE_NAME) -> None:
        """Make it what that file says; None takes the file away.

        Raises SettingsError with every problem, and changes nothing then.
        """
        if found := self.problems(text, file):
            raise SettingsError(found)
        path = self._directory / file
        before = path.read_text("utf-8-sig") if path.exists() else None
        if text == before:
            return
        self._note(who, what, at, (file, before))
        if text is None:
            path.unlink()
            return
        path.parent.mkdir(exist_ok=True)
        draft = path.with_suffix(".new")
        draft.write_text(text, "utf-8")
        draft.replace(path)

    def undo(self, who: str, at: int, what: str) -> None:
        """Put back what the newest change replaced. Raises SettingsError, IndexError where none is."""
        newest = self.changes()[0]
        self.take(newest.before if newest.was_there else None, who, what, at, newest.file)

    def _note(self, who: str, what: str, at: int, replaced: tuple[str, str | None]) -> None:
        newest = next(iter(self.changes()), None)
        file, before = replaced
        change = Change(
            number=newest.number + 1 if newest else 1,
            at=at,
            who=who,
            what=what,
            before=before or "",
            file=file,
            was_there=before is not None,
        )
        folder = self._directory / KEPT
        folder.mkdir(exist_ok=True)
        (folder / f"{change.number:06}.json").write_bytes(msgspec.json.encode(change))


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
