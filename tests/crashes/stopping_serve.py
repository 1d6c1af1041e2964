"""A controller that the power leaves at a named point: ``stopping_serve POINT COUNT DIR``.

The real server on the real journal; the process kills itself when it comes to that point for the
COUNT-th time.
"""

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import uvloop

from hallctl import assemble
from hallctl.controller import Controller
from hallctl.hall_directory import HallDirectory
from hallctl.journal.entry import Entry
from hallctl.journal.sqlite_journal import SqliteJournal
from hallctl.ledger.projecting import project
from hallctl.ledger.rebuilding import open_ledger
from hallctl.running import Asked, serve
from hallctl.settings import read_hall
from hallctl.web.door import answers

POINTS = (
    "before_append",
    "in_transaction",
    "while_syncing",
    "after_sync",
    "before_answer",
    "while_telling",
)


class Fuse:
    """Counts how often a point was reached."""

    def __init__(self, point: str, count: int) -> None:
        self._point = point
        self._left = count

    def reach(self, point: str) -> None:
        if point == self._point:
            self._left -= 1
            if self._left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)


def with_fuse(fuse: Fuse, directory: HallDirectory) -> SqliteJournal:
    """The hall's journal, its every step one that may be the last."""

    class Journal(SqliteJournal):
        def append(self, expected: int, entries: Sequence[Entry]) -> int:
            fuse.reach("before_append")
            told = self.syncing

            def syncing() -> None:
                fuse.reach("while_syncing")
                told()

            self.syncing = syncing
            try:
                number = super().append(expected, entries)
            finally:
                self.syncing = told
            fuse.reach("after_sync")
            return number

    def projecting(database: object, facts: object) -> None:
        project(database, facts)  # type: ignore[arg-type]
        fuse.reach("in_transaction")

    journal = Journal(directory.journal, projecting)
    open_ledger(journal.database, journal.read())
    return journal


def main() -> None:
    point, count, hall = sys.argv[1:]
    fuse = Fuse(point, int(count))
    assemble.open_journal = lambda directory: with_fuse(fuse, directory)
    answer, tell = answers.json_response, Controller._tell_everyone

    def answering(body: bytes, status: int = 200) -> object:
        fuse.reach("before_answer")
        return answer(body, status)

    def telling(controller: Controller) -> None:
        fuse.reach("while_telling")
        tell(controller)

    answers.json_response = answering  # type: ignore[assignment]
    Controller._tell_everyone = telling  # type: ignore[method-assign]
    uvloop.run(serve(read_hall(Path(hall)), Asked("127.0.0.1", 0)))


if __name__ == "__main__":
    main()
