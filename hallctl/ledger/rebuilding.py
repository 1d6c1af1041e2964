"""The ledger made again from the journal, and compared with what stood there."""

import logging
from collections.abc import Callable, Iterable
from hashlib import sha256
from itertools import islice

import msgspec
from sqlite_utils import Database
from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]  # pysqlite3 where it is installed

from hallctl.journal.entry import VERIFY_SAYS, Fact, JournalError
from hallctl.ledger.form import is_of_today, mark
from hallctl.ledger.projecting import project
from hallctl.ledger.schema import TABLES, create_ledger, drop_ledger
from hallctl.ledger.visits.visit_schema import VISIT_TABLES
from hallctl.ledger.visits.work_sums import WORK_TABLES

log = logging.getLogger(__name__)

STEP = 10_000
EMPTY = sha256().digest()
"""What a table without rows is hashed to."""
Progress = Callable[[int], None]
"""Told how many facts are done."""


def open_ledger(database: Database, facts: Iterable[Fact]) -> None:
    """See to it that the ledger stands in today's form; another release's is made again.

    Raises :class:`JournalError` when the journal cannot be read.
    """
    if is_of_today(database):
        create_ledger(database)
        mark(database)
    else:
        log.warning("the ledger has an earlier form and is made again from the journal")
        rebuild(database, facts, lambda _done: None)


def rebuild(database: Database, facts: Iterable[Fact], progress: Progress) -> list[str]:
    """Make the ledger again in one transaction; gives the tables that had been wrong.

    Raises :class:`JournalError`, and changes nothing, when the facts are not what they were.
    """
    before = digests(database)
    try:
        with database.atomic():
            drop_ledger(database)
            create_ledger(database)
            _project_all(database, facts, progress)
            mark(database)
    except (msgspec.MsgspecError, sqlite3.Error, ValueError) as error:
        raise JournalError(f"the journal is damaged; {VERIFY_SAYS}") from error
    now = digests(database)
    return [table for table in TABLES if before.get(table) != now[table]]


def wrong_tables(database: Database, facts: Iterable[Fact], progress: Progress) -> list[str]:
    """The ledger's tables that differ from what the facts say, without touching them."""
    fresh = Database(memory=True)
    try:
        create_ledger(fresh)
        with fresh.atomic():
            _project_all(fresh, facts, progress)
        right, found = digests(fresh), digests(database)
        return [
            table for table in TABLES if found.get(table, _absent(table, right)) != right[table]
        ]
    finally:
        fresh.close()


def _absent(table: str, right: dict[str, bytes]) -> bytes:
    """A journal of before a table's time: visits are summed at the next start, the rest is empty."""
    return right[table] if table in {*VISIT_TABLES, *WORK_TABLES} else EMPTY


def digests(database: Database) -> dict[str, bytes]:
    """A hash of every row of each of the ledger's tables that exists."""
    return {table: _digest(database, table) for table in TABLES if database[table].exists()}


def _digest(database: Database, table: str) -> bytes:
    columns = sorted(column.name for column in database.table(table).columns)
    every = ", ".join(f'"{column}"' for column in columns)
    rows = database.execute(f'select {every} from "{table}" order by {every}')  # noqa: S608 - the schema's own names
    content = sha256()
    for row in rows:
        content.update(repr(row).encode())
    return content.digest()


def _project_all(database: Database, facts: Iterable[Fact], progress: Progress) -> None:
    every, done = iter(facts), 0
    while some := list(islice(every, STEP)):
        project(database, some)
        done += len(some)
        progress(done)
