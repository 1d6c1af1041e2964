"""The ledger for pages: read in a thread of its own, so that no command waits for a report."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from hallctl.journal.entry import JournalError
from hallctl.journal.sqlite_journal import open_database, reporting

Read = TypeVar("Read")


class LedgerReader:
    """One connection that only reads, and the one thread that uses it: what waits for it holds up nobody else."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ledger")
        self._database: Database | None = None
        self._is_closed = False

    async def ask(self, read: Callable[[Database], Read]) -> Read:
        """What ``read`` finds in the ledger as the disk holds it. Raises JournalError."""
        if self._is_closed:
            raise JournalError(f"{self._path}: nobody reads it any more")
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._read, read)

    def close(self) -> None:
        """Let go of the file, once what is being read has been."""
        self._is_closed = True
        self._thread.shutdown(cancel_futures=True)
        if self._database is not None:
            self._database.close()
            self._database = None

    def _read(self, read: Callable[[Database], Read]) -> Read:
        with reporting(self._path):
            if self._database is None:
                self._database = open_database(self._path, read_only=True)
            return read(self._database)
