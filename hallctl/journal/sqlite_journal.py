"""The embedded journal: one SQLite file in WAL mode, synced before anyone is told.

The ledger's tables live in the same file, so that a fact and its projection are one transaction.
"""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import msgspec
from sqlite_utils import Database
from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]  # pysqlite3 where it is installed

from hallctl.core.events import Event
from hallctl.journal.chain import FIRST, link
from hallctl.journal.entry import (
    EVENT,
    VERIFY_SAYS,
    Answered,
    Entry,
    Fact,
    JournalError,
    answer_of,
)
from hallctl.journal.inserting import insert

SOUND_SQLITE = (3, 51, 3)
"""Older versions can corrupt a WAL database when a checkpoint meets a reset."""

NO_LAST = 2**63 - 1
"""The largest number SQLite can give a row."""

Project = Callable[[Database, Sequence[Fact]], None]
"""Writes what facts mean for reports, inside the facts' own transaction."""

SCHEMA = """
create table if not exists journal (
    number integer primary key,
    business_day text not null,
    body text not null,
    command_id text not null,
    actor text not null,
    hash blob not null,
    type text generated always as (json_extract(body, '$.type')) virtual,
    at integer generated always as (json_extract(body, '$.at')) virtual
) strict;
create table if not exists answers (
    command_id text primary key,
    digest blob not null,
    first integer not null,
    last integer not null,
    refusal text not null
) strict, without rowid;
create trigger if not exists journal_is_append_only_1 before update on journal
    begin select raise(abort, 'the journal is append-only'); end;
create trigger if not exists journal_is_append_only_2 before delete on journal
    begin select raise(abort, 'the journal is append-only'); end;
"""

FACTS = "journal (number, business_day, body, command_id, actor, hash)"
ANSWERS = "answers (command_id, digest, first, last, refusal)"
TAIL = 1000
"""Facts whose links are checked at every start."""
STATEMENTS_KEPT = 512
"""Prepared once: inserts of 1 to 64 rows into each table, and the ledger's own statements."""
PAGES_TO_CHECKPOINT = 2000
"""8 MiB of log: fewer than one commit in two hundred waits for a checkpoint."""


def open_database(path: Path, *, read_only: bool = False) -> Database:
    """A connection with the durability the hall promises. Raises :class:`JournalError`."""
    try:
        # URI form: mode=ro for readers, rw(c) for the one writer.
        mode = "ro" if read_only else "rwc"
        uri = f"{path.absolute().as_uri()}?mode={mode}"
        database = Database(
            sqlite3.connect(
                uri, uri=True, check_same_thread=False, cached_statements=STATEMENTS_KEPT
            )
        )
        database.execute("pragma busy_timeout = 5000")
        if not read_only:
            database.execute("pragma journal_mode = wal")
            database.execute("pragma synchronous = full")
            database.execute(f"pragma wal_autocheckpoint = {PAGES_TO_CHECKPOINT}")
    except sqlite3.Error as error:
        raise JournalError(f"{path}: {error}") from error
    return database


class SqliteJournal:
    """One writer, used from one thread at a time; look-ups have a connection of their own."""

    def __init__(self, path: Path, project: Project | None = None) -> None:
        if sqlite3.sqlite_version_info < SOUND_SQLITE:
            raise JournalError(
                f"SQLite {sqlite3.sqlite_version} can corrupt the journal; install pysqlite3 0.6.1"
            )
        self.syncing: Callable[[], None] = lambda: None
        self._path = path
        self._database = open_database(path)
        self._project = project
        with reporting(path):
            self._database.executescript(SCHEMA)
            self._reader = open_database(path, read_only=True)
            _check_tail(self._database, path)
            self._number, self._hash = newest_of(self._database)
            self._newest_id = _newest_id(self._database)

    @property
    def number(self) -> int:
        """Number of the newest fact, 0 when there is none."""
        return self._number

    @property
    def newest_hash(self) -> bytes:
        """The newest fact's link of the chain."""
        return self._hash

    @property
    def database(self) -> Database:
        """The writer's connection, for the ledger's schema at start."""
        return self._database

    def append(self, expected: int, entries: Sequence[Entry]) -> int:
        """Make the entries durable in one transaction, or none of them."""
        if expected != self._number:
            raise JournalError(f"{self._path}: decided at {expected}, but it is at {self._number}")
        with reporting(self._path), self._database.atomic():
            number, newest = self._append_all(entries)
            self.syncing()
        self._number, self._hash = number, newest
        self._newest_id = max([self._newest_id, *(entry.command_id for entry in entries)])
        return number

    def read(self, after: int = 0) -> Iterator[Fact]:
        """Every fact after that number, in order."""
        return facts_of(self._reader, after)

    def events(self, after: int = 0) -> Iterator[Event]:
        """Every event after that number, in order."""
        with reporting(self._path):
            yield from events_of(self._reader, after)

    def hash_at(self, number: int) -> bytes | None:
        """That fact's link of the chain; None where the journal does not come so far."""
        with reporting(self._path):
            return hash_at(self._reader, number)

    def known(self, command_ids: Sequence[str]) -> set[str]:
        """Those of the ids that have an answer, in one look.

        Ids made in time order are mostly newer than every one kept: those need no look at all.
        """
        older = [command_id for command_id in command_ids if command_id <= self._newest_id]
        if not older:
            return set()
        asked = msgspec.json.encode(older).decode()
        rows = self._reader.conn.execute(
            "select command_id from json_each(?) join answers on command_id = value", (asked,)
        )
        return {command_id for (command_id,) in rows}

    def answered(self, command_id: str) -> Answered | None:
        """The answer kept for that id."""
        row = self._reader.conn.execute(
            "select digest, first, last, refusal from answers where command_id = ?", (command_id,)
        ).fetchone()
        if row is None:
            return None
        digest, first, last, refusal = row
        if refusal:
            return Answered(digest, refusal.encode(), is_refusal=True)
        facts = tuple(facts_of(self._reader, first - 1, last))
        return Answered(digest, answer_of(facts), is_refusal=False)

    def close(self) -> None:
        """Close both connections."""
        self._reader.close()
        self._database.close()

    def _append_all(self, entries: Sequence[Entry]) -> tuple[int, bytes]:
        """Write every entry inside the transaction; gives the newest number and hash."""
        rows, answers = _Rows(self._number, self._hash), []
        for entry in entries:
            first = rows.number + 1
            for fact in entry.facts:
                if fact.number != rows.number + 1:
                    raise JournalError(
                        f"{self._path}: fact {fact.number} came as number {rows.number + 1}"
                    )
                rows.add(fact, entry)
            answers.append((entry.command_id, entry.digest, first, rows.number, entry.refusal))
        execute = self._database.conn.execute
        insert(execute, FACTS, rows.rows)
        insert(execute, ANSWERS, answers)
        if self._project:
            self._project(self._database, [fact for entry in entries for fact in entry.facts])
        return rows.number, rows.hash


class _Rows:
    """The journal's next rows, each chained to the one before."""

    def __init__(self, number: int, before: bytes) -> None:
        self.number = number
        self.hash = before
        self.rows: list[tuple[int, str, str, str, str, bytes]] = []

    def add(self, fact: Fact, entry: Entry) -> None:
        self.number = fact.number
        self.hash = link(self.hash, fact, entry.command_id, entry.actor)
        day = fact.business_day.isoformat()
        self.rows.append((fact.number, day, fact.body, entry.command_id, entry.actor, self.hash))


LEAST_ROOM = 1024 * 1024
"""Bytes without which a start or a transaction may not get onto the disk."""


@contextmanager
def reporting(path: Path) -> Iterator[None]:
    """Turns the engine's errors into the hall's, with the file's name."""
    try:
        yield
    except sqlite3.Error as error:
        raise JournalError(f"{path}: {error}{_full_disk(path)}") from error


def _full_disk(path: Path) -> str:
    """The engine calls a full disk an I/O error where it meets it first."""
    try:
        left = shutil.disk_usage(path.parent).free
    except OSError:
        return ""
    return "; the disk is full" if left < LEAST_ROOM else ""


def facts_of(database: Database, after: int = 0, last: int = NO_LAST) -> Iterator[Fact]:
    """The facts numbered ``after + 1`` to ``last``, in order."""
    rows = database.execute(
        "select number, business_day, body from journal"
        " where number > ? and number <= ? order by number",
        (after, last),
    )
    text, day = "", date.min
    for number, business_day, body in rows:
        if business_day != text:  # days come in long runs: parse each once
            text, day = business_day, date.fromisoformat(business_day)
        yield Fact(number, day, body)


def events_of(database: Database, after: int = 0) -> Iterator[Event]:
    """Every event after that number, in order."""
    bodies = database.conn.execute(
        "select body from journal where number > ? order by number", (after,)
    )
    for (body,) in bodies:
        yield EVENT.decode(body)


def hash_at(database: Database, number: int) -> bytes | None:
    """That fact's link of the chain, or None."""
    row = database.execute("select hash from journal where number = ?", (number,)).fetchone()
    return row[0] if row else None


def _check_tail(database: Database, path: Path) -> None:
    """The newest facts follow from one another: a start reads them all, but links only these."""
    rows = database.execute(
        "select number, business_day, body, command_id, actor, hash from journal"
        " order by number desc limit ?",
        (TAIL + 1,),
    ).fetchall()[::-1]
    before = FIRST if not rows or rows[0][0] == 1 else rows.pop(0)[5]
    for number, day, body, command_id, actor, found in rows:
        try:
            fact = Fact(number, date.fromisoformat(day), body)
        except ValueError as error:
            raise JournalError(f"{path}: event {number} is of no day; {VERIFY_SAYS}") from error
        before = link(before, fact, command_id, actor)
        if before != found:
            raise JournalError(
                f"{path}: event {number} does not follow from the one before; {VERIFY_SAYS}"
            )


def newest_of(database: Database) -> tuple[int, bytes]:
    """The newest fact's number and link of the chain."""
    row = database.execute(
        "select number, hash from journal order by number desc limit 1"
    ).fetchone()
    return row or (0, FIRST)


def _newest_id(database: Database) -> str:
    (newest,) = database.execute("select max(command_id) from answers").fetchone()
    return newest or ""
