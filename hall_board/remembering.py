"""Up to which call a board has announced them all, on its own disk: it may die at any moment."""

import logging
from pathlib import Path
from typing import Protocol

import msgspec

from hall_board.new_calls import Known

_log = logging.getLogger(__name__)


class Memory(Protocol):
    """Keeps one :class:`Known`."""

    def keep(self, known: Known) -> None:
        """From now on."""


class KnownFile:
    """In a file; without a disk the board goes on, and only a restart costs it its memory."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept = self.read()

    def read(self) -> Known | None:
        """What was kept last, or None where nothing can be read."""
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Known)
        except (OSError, msgspec.MsgspecError):
            return None

    def keep(self, known: Known) -> None:
        """Whole or not at all; what says nothing new is not written."""
        if self._kept is not None and _same(self._kept, known):
            return
        draft = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(msgspec.json.encode(known))
            draft.replace(self._path)
        except OSError as error:
            _log.warning("what was announced can't be kept: %s", error)
        self._kept = known


class NoMemory:
    """For a board that begins anew each time."""

    def keep(self, known: Known) -> None:
        """Forgotten."""


def _same(one: Known, other: Known) -> bool:
    """The journal's number alone is no news."""
    return msgspec.structs.replace(other, journal_number=one.journal_number) == one
