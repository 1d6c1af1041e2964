"""What the process of a :class:`~hallctl.ledger.clerk.Clerk` does: takes wishes from its input, one after the other.

A wish is a pickled function of the ledger; what it gives, or raises, goes back the same way. When nobody can ask any
more, because the controller has gone or wants no more, it ends, in the middle of its work too.
"""

import os
import pickle
import select
import signal
import struct
import sys
from contextlib import closing
from pathlib import Path
from threading import Thread
from typing import BinaryIO

from sqlite_utils import Database

from hallctl.journal.sqlite_journal import open_database, reporting

HEAD = struct.Struct(">Q")
"""How long a pickle is that follows."""


def framed(pickled: bytes) -> bytes:
    """A pickle with its length before it."""
    return HEAD.pack(len(pickled)) + pickled


def work(path: Path, wishes: BinaryIO, answers: BinaryIO) -> None:
    """Answer until the wishes end."""
    with closing(_Ledger(path)) as ledger:
        while len(head := wishes.read(HEAD.size)) == HEAD.size:
            answers.write(framed(ledger.answer(wishes.read(*HEAD.unpack(head)))))
            answers.flush()


class _Ledger:
    """Opened by the first wish, so that a ledger that can't be is an answer too."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._database: Database | None = None

    def answer(self, wish: bytes) -> bytes:
        """A pickle of what the wish gives, or of why it gives nothing."""
        try:
            with reporting(self._path):
                if self._database is None:
                    self._database = open_database(self._path, read_only=True)
                return pickle.dumps(pickle.loads(wish)(self._database))  # noqa: S301 - from our own parent
        except Exception as error:  # noqa: BLE001 - raised there, where somebody waits
            return _pickled(error)

    def close(self) -> None:
        """Let go of the file."""
        if self._database is not None:
            self._database.close()


def _pickled(error: Exception) -> bytes:
    """The error, or its words where it can't travel itself."""
    try:
        pickled = pickle.dumps(error)
        pickle.loads(pickled)  # noqa: S301 - made just now
    except Exception:  # noqa: BLE001 - whatever it is made of
        return pickle.dumps(RuntimeError(f"{type(error).__name__}: {error}"))
    return pickled


def end_when_nobody_asks(wishes: int) -> None:
    """Beside the work: whoever could hear its answer has gone, even where it was killed."""
    hearing = select.poll()
    hearing.register(wishes, 0)  # a hang-up is told of always
    hearing.poll()
    os._exit(0)


def main() -> None:
    """Work for whoever started this process, with the ledger that was named."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # meant for the controller, which ends its clerks
    Thread(target=end_when_nobody_asks, args=(0,), daemon=True).start()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no answer
    work(Path(sys.argv[1]), sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
