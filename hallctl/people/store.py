"""Where accounts live: a SQLite file of their own beside the journal, never in it.

One connection writes, in transactions that other processes respect; another only reads, so
that whoever reads never waits for a disk that syncs.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from hallctl.journal.sqlite_journal import open_database, reporting
from hallctl.machine.private_store import refuse_if_damaged

OWNER_ONLY = 0o600
SCHEMA = """
create table if not exists accounts (
    account text primary key,
    name text not null,
    role text not null,
    department text not null default '',
    password text not null default '',
    is_one_time integer not null default 0,
    good_until integer not null default 0,
    pin text not null default '',
    badge text not null default '',
    added_at integer not null,
    locked_at integer not null default 0,
    removed_at integer not null default 0
) strict, without rowid;
create unique index if not exists one_account_a_badge on accounts (badge) where badge <> '';
create table if not exists failures (
    key text primary key,
    failures integer not null,
    last_at integer not null
) strict, without rowid;
create table if not exists sessions (
    hash blob primary key,
    account text not null,
    address text not null,
    began_at integer not null,
    seen_at integer not null
) strict, without rowid;
create table if not exists desks (
    station text primary key,
    account text not null,
    began_at integer not null
) strict, without rowid;
create table if not exists stations (
    name text primary key,
    role text not null,
    counter text not null,
    printer text not null,
    admitted_at integer not null,
    admitted_by text not null,
    token blob not null
) strict, without rowid;
create unique index if not exists one_station_a_token on stations (token) where token <> x'';
create table if not exists record (
    number integer primary key,
    at integer not null,
    kind text not null,
    account text not null,
    address text not null,
    about text not null,
    hash blob not null
) strict;
create table if not exists record_cut (
    only integer primary key check (only = 1),
    number integer not null,
    hash blob not null
) strict;
create trigger if not exists record_is_append_only_1 before update on record
    begin select raise(abort, 'the record is append-only'); end;
create trigger if not exists record_is_append_only_2 before delete on record
    begin select raise(abort, 'the record is append-only'); end;
"""


class PeopleStore:
    """``people.db`` of a hall directory. Raises JournalError where it cannot be read or written."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._version = 0
        path.touch(OWNER_ONLY)
        path.chmod(OWNER_ONLY)  # one that a backup brought back is its owner's alone again
        self._writer = open_database(path)
        self._turn, self._looking = threading.Lock(), threading.RLock()
        with reporting(path):
            # What is deleted is overwritten with zeros, not left lying in free pages.
            self._writer.execute("pragma secure_delete = on")
            refuse_if_damaged(self._writer, path)
            self._writer.executescript(SCHEMA)
        self._reader = open_database(path, read_only=True)

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """One transaction that nobody else writes in; on disk when it ends."""
        with self._turn, reporting(self._path):
            self._writer.conn.execute("begin immediate")
            try:
                yield self._writer
            except BaseException:
                self._writer.conn.rollback()
                raise
            self._writer.conn.commit()

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """What is on disk, from any thread; waits for no writer but one at a time."""
        with self._looking, reporting(self._path):
            yield self._reader

    def leave_no_trace(self) -> None:
        """What was deleted goes from the write-ahead log too."""
        with self._turn, reporting(self._path):
            self._writer.execute("pragma wal_checkpoint(truncate)").fetchone()

    def has_changed(self) -> bool:
        """Whether anything was written since the last time, by whatever process."""
        with self.reading() as database:
            (version,) = database.execute("pragma data_version").fetchone()
        before, self._version = self._version, version
        return bool(before != version)

    def close(self) -> None:
        """Close both connections, once nobody is at either."""
        with self._turn, self._looking:
            self._reader.close()
            self._writer.close()
