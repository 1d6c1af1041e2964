"""Changing ``hall.toml`` by hand of a form: checked whole before it is taken, kept with who and when.

Comments and order stay as the technician wrote them. Every change keeps the text it replaced, so
that the newest can be undone; undoing is a change like any other. A change takes effect when the
controller starts again.
"""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import tomlkit
from tomlkit.items import AoT, InlineTable

from hallctl.settings.problems import Problem, SettingsError
from hallctl.settings.reading import FILE_NAME, read_hall

KEPT = "changes"
LISTED = {
    "service": "service",
    "counter": "counter",
    "station": "name",
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
                entry[key] = _written(value)
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

    def problems(self, text: str) -> tuple[Problem, ...]:
        """What would be wrong with the hall if that were its settings; nothing is changed."""
        with tempfile.TemporaryDirectory() as folder:
            draft = Path(folder)
            for one in self._directory.iterdir():
                if one.name != FILE_NAME:
                    (draft / one.name).symlink_to(one.absolute())
            (draft / FILE_NAME).write_text(text, "utf-8")
            try:
                read_hall(draft)
            except SettingsError as error:
                return tuple(error.problems)
        return ()

    def take(self, text: str, who: str, what: str, at: int) -> None:
        """Make it the hall's settings. Raises SettingsError with every problem, and changes nothing."""
        if found := self.problems(text):
            raise SettingsError(found)
        before = self.text()
        if text == before:
            return
        newest = next(iter(self.changes()), None)
        number = newest.number + 1 if newest else 1
        change = Change(number=number, at=at, who=who, what=what, before=before)
        folder = self._directory / KEPT
        folder.mkdir(exist_ok=True)
        (folder / f"{number:06}.json").write_bytes(msgspec.json.encode(change))
        draft = self._path.with_suffix(".new")
        draft.write_text(text, "utf-8")
        draft.replace(self._path)

    def undo(self, who: str, at: int, what: str) -> None:
        """Put back what the newest change replaced. Raises SettingsError, IndexError where none is."""
        self.take(self.changes()[0].before, who, what, at)


def _entries(document: tomlkit.TOMLDocument, table: str) -> AoT:
    entries = document.get(table)
    if not isinstance(entries, AoT):
        entries = tomlkit.aot()
        document[table] = entries
    return entries


def _written(value: Any) -> Any:
    if not isinstance(value, Mapping):
        return value
    words: InlineTable = tomlkit.inline_table()
    words.update(value)
    return words
