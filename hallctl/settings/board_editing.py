"""Zones, sounds and announcements in the text of ``hall.toml``: text in, text out.

Comments and order stay. Whether the new text is in order, :meth:`HallFile.problems` says, and
:meth:`HallFile.take` takes it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import tomlkit
from tomlkit.items import AoT, Table

Fields = Mapping[str, Any]
"""Settings by their keys; None takes one out of the file, so that its default holds."""


def with_zone(text: str, zone: str, fields: Fields) -> str:
    """That zone changed, or added at the end."""
    document = tomlkit.parse(text)
    zones = _tables(document, "zone")
    entry = next((one for one in zones if str(one.get("zone")) == zone), None)
    if entry is None:
        entry = tomlkit.table()
        entry["zone"] = zone
        zones.append(entry)
    _write(entry, fields)
    return tomlkit.dumps(document)


def without_zone(text: str, zone: str) -> str:
    """Without that zone; its sounds go with it, and counters no longer name it."""
    document = tomlkit.parse(text)
    for name in ("zone", "sound"):
        _drop(_tables(document, name), zone)
    for counter in _tables(document, "counter"):
        if str(counter.get("zone", "")) == zone:
            del counter["zone"]
    for name in ("zone", "sound"):
        if not document.get(name):
            document.pop(name, None)
    return tomlkit.dumps(document)


def with_sounds(text: str, sounds: Iterable[Fields]) -> str:
    """With exactly these ``[[sound]]`` entries, in that order."""
    document = tomlkit.parse(text)
    document.pop("sound", None)
    entries = tomlkit.aot()
    for fields in sounds:
        entry = tomlkit.table()
        _write(entry, fields)
        entries.append(entry)
    if len(entries):
        document["sound"] = entries
    return tomlkit.dumps(document)


def with_announcements(text: str, fields: Fields) -> str:
    """With these settings under ``[announcements]``."""
    document = tomlkit.parse(text)
    table = document.get("announcements")
    if not isinstance(table, Table):
        table = tomlkit.table()
        document["announcements"] = table
    _write(table, fields)
    return tomlkit.dumps(document)


def _tables(document: tomlkit.TOMLDocument, name: str) -> AoT:
    entries = document.get(name)
    if not isinstance(entries, AoT):
        entries = tomlkit.aot()
        document[name] = entries
    return entries


def _drop(entries: AoT, zone: str) -> None:
    for place in reversed(range(len(entries))):
        if str(entries[place].get("zone", "")) == zone:
            del entries[place]


def _write(entry: Any, fields: Fields) -> None:
    for key, value in fields.items():
        if value is None:
            entry.pop(key, None)
        elif isinstance(value, Mapping):
            words = tomlkit.inline_table()
            words.update(value)
            entry[key] = words
        else:
            entry[key] = value
