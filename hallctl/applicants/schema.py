"""The applicants' own tables, in a file of their own that its owner alone may read."""

from pathlib import Path

from sqlite_utils import Database

from hallctl.machine.private_store import create_looks, open_private


def open_store(file: Path) -> Database:
    """The store's database, made when it is missing. Raises sqlite3.Error."""
    database = open_private(file)
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
    create_looks(database, "dossier")
