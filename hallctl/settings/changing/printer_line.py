"""Writes one station's printer into ``hall.toml`` and touches nothing else in it."""

import re
import tomllib
from pathlib import Path
from typing import Any

from hallctl.machine.whole_files import put_whole
from hallctl.settings.reading import FILE_NAME

_STATION = re.compile(r"^\[\[station\]\][^\n]*\n(?:(?!^\[)[^\n]*\n?)*", re.MULTILINE)
_PRINTER = re.compile(r"^printer[ \t]*=[^\n]*", re.MULTILINE)
_ROLE = re.compile(r"^role[ \t]*=[^\n]*", re.MULTILINE)


class NoSuchStationError(ValueError):
    """The settings name no such station, or are written in a way this can't edit."""


def write_printer(directory: Path, station: str, address: str) -> None:
    """Set the station's ``printer``. Raises NoSuchStationError or OSError."""
    path = directory / FILE_NAME
    text = path.read_bytes().decode("utf-8-sig")
    for table in _STATION.finditer(text):
        if _named(table[0]) == station:
            changed = text[: table.start()] + _with(table[0], address) + text[table.end() :]
            break
    else:
        raise NoSuchStationError(f"{path}: there is no station {station!r}")
    if not _differs_only_there(text, changed, station, address):
        raise NoSuchStationError(f"{path}: write it by hand: printer = {_quoted(address)}")
    put_whole(path, changed.encode())


def _named(table: str) -> str:
    try:
        return str(tomllib.loads(table)["station"][0].get("name", ""))
    except (tomllib.TOMLDecodeError, KeyError, IndexError):
        return ""


def _with(table: str, address: str) -> str:
    line = f"printer = {_quoted(address)}"
    if _PRINTER.search(table):
        return _PRINTER.sub(lambda _: line, table, count=1)
    return _ROLE.sub(lambda role: f"{role[0]}\n{line}", table, count=1)


def _quoted(address: str) -> str:
    return '"' + address.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _differs_only_there(before: str, after: str, station: str, address: str) -> bool:
    old, new = tomllib.loads(before), tomllib.loads(after)
    wanted = [
        {**one, "printer": address} if one.get("name") == station else one
        for one in old.get("station", [])
    ]
    expected: dict[str, Any] = {**old, "station": wanted}
    return new == expected
