"""The journal as it stands at one moment, for whoever only reads; the controller may go on writing."""

from collections.abc import Iterator
from pathlib import Path

from hallctl.core.events import Event
from hallctl.journal.sqlite_journal import events_of, hash_at, newest_of, open_database, reporting


class JournalReader:
    """Nothing that is written after it was opened is seen."""

    def __init__(self, path: Path) -> None:
        """Raises :class:`JournalError`."""
        self._path = path
        self.database = open_database(path, read_only=True)
        with reporting(path):
            self.database.execute("begin")

    @property
    def number(self) -> int:
        """Number of the newest fact, 0 when there is none."""
        with reporting(self._path):
            return newest_of(self.database)[0]

    def events(self, after: int = 0) -> Iterator[Event]:
        """Every event after that number, in order."""
        with reporting(self._path):
            yield from events_of(self.database, after)

    def hash_at(self, number: int) -> bytes | None:
        """That fact's link of the chain, or None."""
        with reporting(self._path):
            return hash_at(self.database, number)

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()
