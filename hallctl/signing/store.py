"""``signatures.db``: every statement that the hall has signed, with its signature; only added to."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]  # pysqlite3 where it is installed

from hallctl.journal.entry import JournalError
from hallctl.machine.private_store import open_private, writing

SCHEMA = """
create table if not exists signatures (
    number integer primary key,
    hash text not null unique,
    day text not null,
    part text not null,
    correction integer not null,
    statement text not null,
    key text not null,
    signature text not null,
    signed_at integer not null
) strict;
create index if not exists signatures_of_a_day on signatures (day);
create trigger if not exists signatures_stay_1 before update on signatures
    begin select raise(abort, 'what was signed stays signed'); end;
create trigger if not exists signatures_stay_2 before delete on signatures
    begin select raise(abort, 'what was signed stays signed'); end;
"""
COLUMNS = "hash, day, part, correction, statement, key, signature, signed_at"


class Signed(NamedTuple):
    """One statement under the hall's signature; ``correction`` is 0 for the seal itself."""

    hash: str
    day: date
    part: str
    correction: int
    statement: str
    key: str
    signature: str
    signed_at: int


class Signatures:
    """The signatures of one hall; may be asked from any thread. Methods raise JournalError."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.Lock()
        with self._reporting():
            self._database = open_private(file)
            self._database.executescript(SCHEMA)

    def add(self, signed: Signed) -> None:
        """Keep a signature; the same one twice is kept once."""
        row = signed._replace(day=signed.day.isoformat())  # type: ignore[arg-type]  # as SQL keeps it
        with self._reporting(), writing(self._database, self._lock) as database:
            database.execute(
                f"insert or ignore into signatures ({COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - our own names
                tuple(row),
            )

    def of_day(self, day: date) -> list[Signed]:
        """Everything signed about that day, in the order it was."""
        return list(self._rows("where day = ? order by number", day.isoformat()))

    def known(self) -> set[str]:
        """The hashes of all that is signed."""
        with self._reporting(), self._lock:
            return {one for (one,) in self._database.execute("select hash from signatures")}

    def newest_of(self) -> dict[tuple[date, str], Signed]:
        """By day and part, what was signed last."""
        return {(one.day, one.part): one for one in self._rows("order by number")}

    def every(self) -> list[Signed]:
        """All of them."""
        return list(self._rows("order by number"))

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._database.close()

    def _rows(self, which: str, *values: str) -> Iterator[Signed]:
        query = f"select {COLUMNS} from signatures {which}"  # noqa: S608 - our own conditions
        with self._reporting(), self._lock:
            rows = self._database.execute(query, values).fetchall()
        for digest, day, *rest in rows:
            yield Signed(digest, date.fromisoformat(day), *rest)

    @contextmanager
    def _reporting(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise JournalError(f"{self._file}: {error}") from error
