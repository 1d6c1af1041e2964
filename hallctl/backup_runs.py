"""Backups of a running hall: where they lie, the newest of them, and one that is made now.

The copy is made by a process of its own, so that proving it slows nobody down.
"""

import asyncio
import logging
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from hallctl.machine.aside import run_aside
from hallctl.settings import HallSettings

log = logging.getLogger(__name__)

_NAME = re.compile(r"hall-(\d{4}-\d\d-\d\dT\d{6})-\d+\.hall(\.age)?")


class Failed(NamedTuple):
    """A backup that did not come off: when (ms), and what was said."""

    at: int
    said: str


class Kept(NamedTuple):
    """A backup that is there: its file, when it was taken (local), how many bytes it has."""

    file: Path
    taken: datetime
    bytes: int


def backup_folder(settings: HallSettings) -> Path:
    """Where scheduled backups go."""
    return settings.directory / settings.backup.to


def taken_at(file: Path) -> datetime | None:
    """When a backup of that name was taken, or None for a file that is none."""
    found = _NAME.fullmatch(file.name)
    return datetime.strptime(found[1], "%Y-%m-%dT%H%M%S") if found else None  # noqa: DTZ007 - local, as written


def backups_of(settings: HallSettings) -> list[Kept]:
    """What there is, the newest first; nothing where no folder is named, or none is in reach."""
    if not settings.backup.to:
        return []
    try:
        kept = [_kept(file) for file in backup_folder(settings).glob("hall-*")]
    except OSError:  # the next backup fails by it too, and says so
        return []
    return sorted(filter(None, kept), key=lambda one: one.taken, reverse=True)


def _kept(file: Path) -> Kept | None:
    """A file as a backup; None for one that is none, or has gone meanwhile."""
    taken = taken_at(file)
    try:
        return Kept(file, taken, file.stat().st_size) if taken else None
    except FileNotFoundError:
        return None


class BackupRuns:
    """Makes one backup at a time, and remembers why the last one failed, if it did."""

    def __init__(self, settings: HallSettings, now: Callable[[], int]) -> None:
        self.failed: Failed | None = None
        self._settings = settings
        self._now = now
        self._making: asyncio.Task[bool] | None = None

    @property
    def is_running(self) -> bool:
        """Whether one is being made."""
        return self._making is not None and not self._making.done()

    def begin(self) -> asyncio.Task[bool]:
        """Make one, unless one is being made already; the task tells whether it came off."""
        if self._making is None or self._making.done():
            self._making = asyncio.get_running_loop().create_task(self._make())
        return self._making

    async def end(self) -> None:
        """Let go of one that is being made: the hall stops."""
        if self._making is not None and self._making.cancel():
            await asyncio.gather(self._making, return_exceptions=True)

    async def _make(self) -> bool:
        words = await run_aside("backup", str(self._settings.directory), "--scheduled")
        self.failed = Failed(self._now(), words) if words else None
        if self.failed:
            log.error("the hall could not be backed up: %s", words)
        return not self.failed
