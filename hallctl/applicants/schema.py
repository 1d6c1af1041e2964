"""The applicants' own tables, in a file of their own that its owner alone may read."""

from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]  # pysqlite3 where it is installed

OWNER_ONLY = 0o600


def open_store(file: Path) -> Database:
    """The store's database, made when it is missing. Raises sqlite3.Error."""
    file.touch(OWNER_ONLY)
    file.chmod(OWNER_ONLY)
    database = Database(sqlite3.connect(file, check_same_thread=False, isolation_level=None))
    database.execute("pragma busy_timeout = 5000")
    database.execute("pragma journal_mode = delete")
    database.execute("pragma synchronous = full")
    # What is deleted is overwritten with zeros, not left lying in free pages.
    database.execute("pragma secure_delete = on")
    _create(database)
    return database


def _create(database: Database) -> None:
    database.table("applicants").create(
        {
            "dossier": str,
            "person": str,
            "name": str,
            "identity": str,
            "birth_date": str,
            "address": str,
            "phone": str,
            "email": str,
            "notice_by": str,
            "return_to": str,
            "kept_at": int,
        },
        pk="dossier",
        not_null={"name", "kept_at"},
        if_not_exists=True,
    )
    database.table("applicants").create_index(["person"], if_not_exists=True)
    database.table("looks").create(
        {"at": int, "act": str, "dossier": str, "official": str, "station": str, "detail": str},
        not_null={"at", "act", "official"},
        if_not_exists=True,
    )
    database.table("looks").create_index(["dossier"], if_not_exists=True)
    for change in ("update", "delete"):
        database.execute(
            f"create trigger if not exists looks_stay_{change} before {change} on looks"
            " begin select raise(abort, 'the log of looks only grows'); end"
        )
