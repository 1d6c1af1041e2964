"""The thread that commits, so that the hall goes on listening while the disk syncs.

One commit is under way at most; a plain queue wakes the thread in half an executor's time.
"""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import NamedTuple

from hallctl.journal.entry import Entry, Journal


class _Batch(NamedTuple):
    expected: int
    entries: Sequence[Entry]
    kept: asyncio.Future[int]


class WriterThread:
    """Takes batches from one event loop and makes each durable. Begins at the first one."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._batches: SimpleQueue[_Batch | None] = SimpleQueue()
        self._thread: Thread | None = None

    async def append(self, expected: int, entries: Sequence[Entry]) -> int:
        """The newest number, once the disk has it. Raises what the journal raises."""
        if self._thread is None:
            self._thread = Thread(target=self._run, name="journal", daemon=True)
            self._thread.start()
        kept: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self._batches.put(_Batch(expected, entries, kept))
        return await kept

    def close(self) -> None:
        """End the thread after the batch it is at."""
        if self._thread is not None:
            self._batches.put(None)
            self._thread.join()

    def _run(self) -> None:
        while (batch := self._batches.get()) is not None:
            number, error = 0, None
            try:
                number = self._journal.append(batch.expected, batch.entries)
            except Exception as problem:  # noqa: BLE001 - whoever waits must hear of it, whatever it was
                error = problem
            with suppress(RuntimeError):  # the loop has closed: nobody waits any more
                batch.kept.get_loop().call_soon_threadsafe(_settle, batch.kept, number, error)


def _settle(kept: asyncio.Future[int], number: int, error: Exception | None) -> None:
    if kept.done():
        return
    if error is None:
        kept.set_result(number)
    else:
        kept.set_exception(error)
