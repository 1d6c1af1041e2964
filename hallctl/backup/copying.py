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

from hallctl.backup_runs import taken_at
from hallctl.hall_directory import JOURNAL
from hallctl.journal.entry import JournalError
from hallctl.journal.sqlite_journal import open_database, reporting

LEFT_OUT = {
    "run/address", "run/lock", "run/fenced", "run/standby.pid", "run/standby", "run/followed",
    "run/copy-of",
    "run/seed.hall", "run/checkpoint", "run/checkpoint.new", "run/checkpoint.lock",
}  # fmt: skip
"""What is true of one run only."""
DRAFTS = "run/tmp"
BESIDE_DATABASES = ("-wal", "-shm", "-journal")


def copy_hall(hall: Path, room: Path) -> None:
    """Copy everything a hall is made of. Raises :class:`JournalError` or OSError."""
    with ExitStack() as held:
        databases = [(path, held.enter_context(held_still(path))) for path in _databases(hall)]
        for path, database in databases:
            copy_database(database, room / path.relative_to(hall))
        for path in _plain_files(hall):
            target = room / path.relative_to(hall)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, target)


def _databases(hall: Path) -> list[Path]:
    """The journal first."""
    return sorted(hall.glob("*.db"), key=lambda path: (path.name != JOURNAL, path.name))


def travelling_files(hall: Path) -> Iterator[Path]:
    """Every file that makes up the hall, databases among them, without what belongs to one run."""
    yield from _databases(hall)
    yield from _plain_files(hall)


def is_database(hall: Path, path: Path) -> bool:
    """Whether it must be copied as a database."""
    return path.parent == hall and path.name.endswith(".db")


def _plain_files(hall: Path) -> Iterator[Path]:
    for path in sorted(hall.rglob("*")):
        name = path.relative_to(hall).as_posix()
        is_of_database = path.parent == hall and path.name.endswith((".db", *_suffixes()))
        if (
            is_of_database
            or name in LEFT_OUT
            or name.startswith(DRAFTS)
            or "/.backup-" in f"/{name}"
        ):
            continue
        if path.is_file() and taken_at(path) is None:  # no backup is backed up
            yield path


def _suffixes() -> tuple[str, ...]:
    return tuple(f".db{suffix}" for suffix in BESIDE_DATABASES)


def held_still(path: Path) -> "closing[Database]":
    """A connection that sees the database as it stands now. Raises :class:`JournalError`."""
    database = open_database(path, read_only=True)
    with reporting(path):
        database.execute("begin")
        database.execute("select count(*) from sqlite_master").fetchone()
    return closing(database)


def copy_database(database: Database, target: Path) -> None:
    """All of it into one file. Raises :class:`JournalError`."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with closing(sqlite3.connect(target)) as copy:
            database.conn.backup(copy)
            copy.execute("pragma journal_mode = delete")  # one file, and nothing beside it
    except sqlite3.Error as error:
        raise JournalError(f"{target.name}: {error}") from error
