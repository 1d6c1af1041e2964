"""The ledger's tables of seals, each snapshot as it was sealed, and of corrections beside them."""

from sqlite_utils import Database

SEAL_TABLES = ("seals", "corrections")


def create_seal_tables(database: Database) -> None:
    """Create what is missing; safe to call at every start."""
    database.table("seals").create(
        {
            "serial": int,
            "day": str,
            "part": str,
            "sealed_at": int,
            "hash": str,
            "snapshot": str,
        },
        pk="serial",
        not_null={"day", "part", "sealed_at", "hash", "snapshot"},
        if_not_exists=True,
    )
    database.table("seals").create_index(["day", "part"], if_not_exists=True)
    texts = ("kind", "subject", "day", "corrected_day", "official", "reason")
    database.table("corrections").create(
        {**dict.fromkeys(texts, str), "corrected_at": int},
        not_null={*texts, "corrected_at"},
        if_not_exists=True,
    )
    database.table("corrections").create_index(["day"], if_not_exists=True)
