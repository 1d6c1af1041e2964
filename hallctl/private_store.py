"""Files for what is personal: readable by their owner only, and overwritten where deleted."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from sqlite_utils import Database
from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]  # pysqlite3 where it is installed

OWNER_ONLY = 0o600


def open_private(file: Path) -> Database:
    """A database of its own, made when it is missing; transactions are the caller's.

    Raises sqlite3.Error.
    """
    file.touch(OWNER_ONLY)
    file.chmod(OWNER_ONLY)
    database = Database(sqlite3.connect(file, check_same_thread=False, isolation_level=None))
    database.execute("pragma busy_timeout = 5000")
    database.execute("pragma journal_mode = delete")
    database.execute("pragma synchronous = full")
    # What is deleted is overwritten with zeros, not left lying in free pages.
    database.execute("pragma secure_delete = on")
    return database


@contextmanager
def writing(database: Database, lock: Lock) -> Iterator[Database]:
    """One transaction, by one thread at a time: all of it is kept, or nothing."""
    with lock:
        database.execute("begin immediate")
        try:
            yield database
        except BaseException:
            database.execute("rollback")
            raise
        database.execute("commit")
