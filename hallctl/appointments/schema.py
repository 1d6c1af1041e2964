"""The visitors' own tables, in a file of their own that its owner alone may read."""

from pathlib import Path

from sqlite_utils import Database

from hallctl.machine.private_store import create_looks, open_private


def open_store(file: Path) -> Database:
    """The store's database, made when it is missing. Raises sqlite3.Error."""
    database = open_private(file)
    database.table("visitors").create(
        {
            "wish": str,
            "appointment": str,
            "name": str,
            "phone": str,
            "email": str,
            "reference": str,
            "starts_at": int,
            "kept_at": int,
        },
        pk="wish",
        not_null={"name", "phone", "email", "reference", "starts_at", "kept_at"},
        if_not_exists=True,
    )
    database.table("visitors").create_index(["appointment"], unique=True, if_not_exists=True)
    create_looks(database, "appointment")
    return database
