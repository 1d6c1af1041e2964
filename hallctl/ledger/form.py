"""Which form the ledger's tables have: one that an earlier release made is made again at start.

The ledger is a projection, so it is never migrated: the journal tells it anew.
"""

from functools import cache
from zlib import crc32

from sqlite_utils import Database

from hallctl.ledger.schema import TABLES, create_ledger

READING = "first dossiers after closing"
"""What was last changed in how facts are read into tables that stayed as they were."""
SIGNED_31 = 0x7FFF_FFFF
"""SQLite keeps ``user_version`` as a signed number of 32 bits."""


def is_of_today(database: Database) -> bool:
    """Whether the ledger's tables are those of this release; true where there are none yet."""
    (form,) = database.execute("pragma user_version").fetchone()
    return form == form_of_today() or not any(database[table].exists() for table in TABLES)


def mark(database: Database) -> None:
    """Note that the ledger has today's form; part of the transaction that made it."""
    database.execute(f"pragma user_version = {form_of_today()}")


@cache
def form_of_today() -> int:
    """A number made from every table and index of the ledger, and from :data:`READING`: another one, another number."""
    fresh = Database(memory=True)
    try:
        create_ledger(fresh)
        schema = fresh.execute("select sql from sqlite_master where sql is not null order by name")
        return crc32("\n".join((*(sql for (sql,) in schema), READING)).encode()) & SIGNED_31
    finally:
        fresh.close()
