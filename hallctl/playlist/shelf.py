"""The playlist as it lies in the hall directory now: what is due, what is broken, where the bytes are.

It is looked at again every few seconds, so that a picture put into the folder needs no restart. A
file that can't be shown is named and skipped.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from hallctl.core.views import PlaylistEntry
from hallctl.core.words import Words
from hallctl.playlist.manifest import FILE_NAME, FOLDER, Item, Manifest, read_manifest
from hallctl.playlist.media import BrokenMedia, Media, look_at
from hallctl.problems import Problem
from hallctl.settings.problems import Findings

_Stamp = tuple[int, int]


UNTRIED = "untried"
"""Why a film is looked at again although it has not changed: the machine had no room for its trial."""


class Fault(NamedTuple):
    """A file of the manifest that is not shown, and why."""

    file: str
    why: str


class PlaylistShelf:
    """One hall's playlist; :meth:`refresh` may take a while, the rest never does."""

    def __init__(self, directory: Path, timezone: str, zones: Callable[[], Iterable[str]]) -> None:
        """``zones`` are asked for at every look: they may change under way."""
        self._folder = directory / FOLDER
        self._zone_info = ZoneInfo(timezone)
        self._zones = zones
        self._looked: dict[str, tuple[_Stamp, Media | Fault]] = {}
        self._items: tuple[tuple[Item, Media], ...] = ()
        self.faults: tuple[Fault, ...] = ()
        self.problems: tuple[Problem, ...] = ()
        """What is wrong with the manifest itself."""

    def refresh(self) -> None:
        """Look at the folder again; only files that have changed are opened."""
        findings = Findings(f"{FOLDER}/{FILE_NAME}")
        manifest = self._manifest(findings)
        found = [(item, self._look_at(item.file)) for item in manifest.item]
        self._items = tuple((item, one) for item, one in found if isinstance(one, Media))
        faults = dict.fromkeys(one for _, one in found if isinstance(one, Fault))
        self.faults, self.problems = tuple(faults), tuple(findings.problems)
        named = {item.file for item in manifest.item}
        self._looked = {file: one for file, one in self._looked.items() if file in named}

    def due(self, zone: str, at: int) -> tuple[PlaylistEntry, ...]:
        """What boards of that zone show at that moment (ms), in order."""
        now = datetime.fromtimestamp(at / 1000, self._zone_info)
        return tuple(_entry(item, one) for item, one in self._items if item.is_due(zone, now))

    def path(self, digest: str) -> Path | None:
        """Where the bytes lie, or None where nothing that is shown has them."""
        return next(
            (self._folder / one.file for _, one in self._items if one.digest == digest), None
        )

    def _manifest(self, findings: Findings) -> Manifest:
        try:
            text = (self._folder / FILE_NAME).read_text("utf-8-sig")
        except FileNotFoundError:
            return Manifest()
        except (OSError, UnicodeDecodeError) as error:
            findings.add("", f"can't be read: {error}", "save it again as UTF-8")
            return Manifest()
        return read_manifest(text, list(self._zones()), findings)

    def _look_at(self, file: str) -> Media | Fault:
        path = self._folder / file
        stamp = _stamp(path)
        before = self._looked.get(file)
        if before is not None and before[0] == stamp:
            return before[1]
        seen: Media | Fault
        try:
            seen = look_at(path)
        except BrokenMedia as broken:
            seen = Fault(file, broken.why)
        if not (isinstance(seen, Fault) and seen.why == UNTRIED):
            self._looked[file] = (stamp, seen)
        return seen


def _stamp(path: Path) -> _Stamp:
    try:
        stat = path.stat()
    except OSError:
        return (0, 0)
    return (stat.st_mtime_ns, stat.st_size)


def _entry(item: Item, media: Media) -> PlaylistEntry:
    return PlaylistEntry(
        file=item.file,
        digest=media.digest,
        media=media.media,
        seconds=max(item.seconds, media.seconds),
        place=item.place,
        caption=item.caption if item.caption != Words("") else None,
    )
