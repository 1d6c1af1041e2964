"""A running hall's files copied as they stood at one moment, the journal first.

Every database is held at one moment before the first is copied. What the others hold of a moment
later than the journal does no harm: a command is answered when the journal has it.
"""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]  # pysqlite3 where it is installed

from hallctl.hall_directory import JOURNAL
from hallctl.journal.entry import JournalError
from hallctl.journal.sqlite_journal import open_database, reporting

LEFT_OUT = {"run/address", "run/lock", "run/fenced", "run/standby.pid"}
"""What is true of one run only."""
BESIDE_DATABASES = ("-wal", "-shm", "-journal")


def copy_hall(hall: Path, room: Path) -> None:
    """Copy everything a hall is made of. Raises :class:`JournalError` or OSError."""
    with ExitStack() as held:
        databases = [(path, held.enter_context(_held_still(path))) for path in _databases(hall)]
        for path, database in databases:
            _copy_database(database, room / path.relative_to(hall))
        for path in _plain_files(hall):
            target = room / path.relative_to(hall)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, target)


def _databases(hall: Path) -> list[Path]:
    """The journal first."""
    return sorted(hall.glob("*.db"), key=lambda path: (path.name != JOURNAL, path.name))


def _plain_files(hall: Path) -> Iterator[Path]:
    for path in sorted(hall.rglob("*")):
        name = path.relative_to(hall).as_posix()
        is_database = path.parent == hall and path.name.endswith((".db", *_suffixes()))
        if path.is_file() and name not in LEFT_OUT and not is_database:
            yield path


def _suffixes() -> tuple[str, ...]:
    return tuple(f".db{suffix}" for suffix in BESIDE_DATABASES)


def _held_still(path: Path) -> "closing[Database]":
    database = open_database(path, read_only=True)
    with reporting(path):
        database.execute("begin")
        database.execute("select count(*) from sqlite_master").fetchone()
    return closing(database)


def _copy_database(database: Database, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with closing(sqlite3.connect(target)) as copy:
            database.conn.backup(copy)
            copy.execute("pragma journal_mode = delete")  # one file, and nothing beside it
    except sqlite3.Error as error:
        raise JournalError(f"{target.name}: {error}") from error
