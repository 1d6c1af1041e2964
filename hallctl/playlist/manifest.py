"""``playlist/playlist.toml``: which files boards show, when, where and how long; read, checked, changed."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import msgspec
import tomlkit
from tomlkit.items import AoT

from hallctl.core.calendar import Shift
from hallctl.core.words import Words
from hallctl.settings.broken_toml import note_broken_toml
from hallctl.settings.hall_rules.hours import read_shifts
from hallctl.settings.hall_rules.ids import check_known
from hallctl.settings.problems import Findings, joined, quoted
from hallctl.settings.shaping import shape_table

FOLDER = "playlist"
FILE_NAME = "playlist.toml"
VERSION = 1
SHORTEST_S, LONGEST_S = 2, 600
EMPTY = f"version = {VERSION}\n"


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """``[[item]]``: one file of the folder. What is left out holds always and everywhere."""

    file: str
    seconds: float = 12.0
    hours: tuple[str, ...] = ()
    weekdays: tuple[int, ...] = ()
    first_day: date = date.min
    last_day: date = date.max
    zones: tuple[str, ...] = ()
    place: Literal["panel", "screen"] = "panel"
    caption: Words = Words("")

    def is_due(self, zone: str, now: datetime) -> bool:
        """Whether boards of that zone show it at that local time; boards of no zone show everything."""
        shifts = _shifts(self.hours)
        return (
            (not self.zones or not zone or zone in self.zones)
            and self.first_day <= now.date() <= self.last_day
            and (not self.weekdays or now.isoweekday() in self.weekdays)
            and (not shifts or any(_holds(one, now) for one in shifts))
        )


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """The whole file, in the order that things are shown."""

    version: int = VERSION
    item: tuple[Item, ...] = ()


def read_manifest(text: str, zones: Iterable[str], findings: Findings) -> Manifest:
    """The manifest in that text; every problem goes to ``findings``, and what it is about is left out."""
    try:
        raw = tomllib.loads(text)
    except (ValueError, RecursionError) as fault:
        note_broken_toml(fault, findings)
        return Manifest()
    manifest = shape_table(raw, Manifest, "", findings)
    if manifest.version != VERSION:
        findings.add("version", f"{manifest.version} is unknown", f"write version = {VERSION}")
        return Manifest()
    known, sound = list(zones), []
    for item in manifest.item:
        before = len(findings.problems)
        _check(item, known, findings)
        if len(findings.problems) == before and not findings.is_misshapen_within(
            joined("item", item.file)
        ):
            sound.append(item)
    return Manifest(item=tuple(sound))


def with_item(text: str, file: str, fields: Mapping[str, Any]) -> str:
    """The text with that file's item changed, or added at the end; None takes a setting out."""
    document = tomlkit.parse(text or EMPTY)
    items = _items(document)
    item = next((one for one in items if str(one.get("file")) == file), None)
    if item is None:
        item = tomlkit.table()
        item["file"] = file
        items.append(item)
    for key, value in fields.items():
        if value is None:
            item.pop(key, None)
        else:
            item[key] = _written(value)
    return tomlkit.dumps(document)


def without_item(text: str, file: str) -> str:
    """The text without that file's item."""
    document = tomlkit.parse(text or EMPTY)
    items = _items(document)
    for place, item in enumerate(items):
        if str(item.get("file")) == file:
            del items[place]
            break
    return tomlkit.dumps(document)


def in_order(text: str, files: Iterable[str]) -> str:
    """The text with its items in that order; those that are not named come last, as they were."""
    document = tomlkit.parse(text or EMPTY)
    wanted = {file: place for place, file in enumerate(files)}
    before = list(_items(document))
    ordered = sorted(before, key=lambda one: wanted.get(str(one.get("file")), len(wanted)))
    items = tomlkit.aot()
    for one in ordered:
        items.append(one)
    document["item"] = items
    return tomlkit.dumps(document)


def _check(item: Item, zones: list[str], findings: Findings) -> None:
    path = joined("item", item.file)
    if not item.file or Path(item.file).name != item.file or item.file.startswith("."):
        findings.add(
            joined(path, "file"),
            f"{quoted(item.file)} is no file of this folder",
            'write its name alone, such as "welcome.png"',
        )
    if not SHORTEST_S <= item.seconds <= LONGEST_S:
        says = f"{item.seconds:g} is no span"
        findings.add(joined(path, "seconds"), says, f"write {SHORTEST_S} to {LONGEST_S}")
    read_shifts(item.hours, joined(path, "hours"), findings)
    for day in item.weekdays:
        if not 1 <= day <= 7:
            says = f"{day} is no weekday"
            findings.add(joined(path, "weekdays"), says, "use 1 (Monday) to 7 (Sunday)")
    if item.last_day < item.first_day:
        findings.add(joined(path, "last_day"), "is before the first day", "turn the two around")
    check_known("zone", item.zones, zones, joined(path, "zones"), findings)


@lru_cache(maxsize=256)
def _shifts(hours: tuple[str, ...]) -> tuple[Shift, ...]:
    return read_shifts(hours, "", Findings(""))


def _holds(shift: Shift, now: datetime) -> bool:
    return shift.opens <= now.time() < shift.closes


def _items(document: tomlkit.TOMLDocument) -> AoT:
    items = document.get("item")
    if not isinstance(items, AoT):
        items = tomlkit.aot()
        document["item"] = items
    return items


def _written(value: Any) -> Any:
    if not isinstance(value, Mapping):
        return value
    words = tomlkit.inline_table()
    words.update(value)
    return words
