"""Files for what is personal: readable by their owner only, and overwritten where deleted."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from sqlite_utils import Database
from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]  # pysqlite3 where it is installed

OWNER_ONLY = 0o600


class StoreDamagedError(OSError):
    """The file of a store is not what was written; the message names it, and says what to do."""


def open_private(file: Path) -> Database:
    """A database of its own, made when it is missing; transactions are the caller's.

    Raises sqlite3.Error, or :class:`StoreDamagedError` where its pages do not hang together.
    """
    file.touch(OWNER_ONLY)
    file.chmod(OWNER_ONLY)
    database = Database(sqlite3.connect(file, check_same_thread=False, isolation_level=None))
    try:
        database.execute("pragma busy_timeout = 5000")
        database.execute("pragma journal_mode = delete")
        database.execute("pragma synchronous = full")
    except sqlite3.DatabaseError as error:
        raise StoreDamagedError(
            f"{file} is damaged ({error}); bring it back from a backup"
        ) from error
    # What is deleted is overwritten with zeros, not left lying in free pages.
    database.execute("pragma secure_delete = on")
    refuse_if_damaged(database, file)
    return database


def refuse_if_damaged(database: Database, file: Path) -> None:
    """Raises :class:`StoreDamagedError`: from a torn or rotten file nothing is read."""
    try:
        found = database.execute("pragma integrity_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        found = str(error)
    if found != "ok":
        told = " ".join(found.split())
        raise StoreDamagedError(f"{file} is damaged ({told}); bring it back from a backup")


@contextmanager
def unguarded(database: Database, trigger: str) -> Iterator[None]:
    """Within a transaction: as if that trigger were not there. For what the hall's rules delete."""
    query = "select sql from sqlite_master where type = 'trigger' and name = ?"
    (guard,) = database.execute(query, (trigger,)).fetchone()
    database.execute(f"drop trigger {trigger}")
    yield
    database.execute(guard)


def create_looks(database: Database, of: str) -> None:
    """The log of looks, by ``of``: a dossier, an appointment. It only grows."""
    database.table("looks").create(
        {"at": int, "act": str, of: str, "official": str, "station": str, "detail": str},
        not_null={"at", "act", "official"},
        if_not_exists=True,
    )
    database.table("looks").create_index([of], if_not_exists=True)
    for change in ("update", "delete"):
        database.execute(
            f"create trigger if not exists looks_stay_{change} before {change} on looks"
            " begin select raise(abort, 'the log of looks only grows'); end"
        )


def forget_looks(database: Database, before: int) -> int:
    """Within a transaction: lines of the log of looks from before that moment go."""
    with unguarded(database, "looks_stay_delete"):
        return int(database.execute("delete from looks where at < ?", (before,)).rowcount)


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


class PrivateStore:
    """One such file, opened when it is first needed, used by one thread at a time."""

    def __init__(self, file: Path, *tables: str) -> None:
        self._file = file
        self._tables = tables
        self._lock = Lock()
        self._database: Database | None = None

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """One transaction: all of it is kept, or nothing."""
        with writing(self._opened(), self._lock) as database:
            yield database

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """What the disk holds."""
        database = self._opened()
        with self._lock:
            yield database

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._database is not None:
                self._database.close()
                self._database = None

    def _opened(self) -> Database:
        with self._lock:
            if self._database is None:
                self._database = open_private(self._file)
                for table in self._tables:
                    self._database.execute(table)
            return self._database
