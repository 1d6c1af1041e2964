"""The ledger for pages: read in a thread of its own, so that no command waits for a report."""

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from hallctl.journal.sqlite_journal import open_database, reporting

Read = TypeVar("Read")


class LedgerReader:
    """One connection that only reads, used by one thread at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._reading = threading.Lock()
        self._database: Database | None = None

    async def ask(self, read: Callable[[Database], Read]) -> Read:
        """What ``read`` finds in the ledger as the disk holds it. Raises JournalError."""
        return await asyncio.to_thread(self._read, read)

    def close(self) -> None:
        """Let go of the file."""
        with self._reading:
            if self._database is not None:
                self._database.close()
                self._database = None

    def _read(self, read: Callable[[Database], Read]) -> Read:
        with self._reading, reporting(self._path):
            if self._database is None:
                self._database = open_database(self._path, read_only=True)
            return read(self._database)
