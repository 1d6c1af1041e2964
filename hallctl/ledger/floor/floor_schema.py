"""The ledger's tables of a busy floor: legs, breaks, parkings, notes and outcomes."""

from sqlite_utils import Database

FLOOR_TABLES = ("legs", "breaks", "parkings", "notes", "outcomes")


def create_floor_tables(database: Database) -> None:
    """Create what is missing; safe to call at every start."""
    for table, (columns, pk) in _TABLES.items():
        database.table(table).create(dict(columns), pk=pk, if_not_exists=True)
    database.execute(
        "create unique index if not exists one_break_a_counter"
        " on breaks (counter) where ended_at is null"
    )
    database.execute(
        "create unique index if not exists one_parking_a_ticket"
        " on parkings (ticket) where ended_at is null"
    )


_TABLES: dict[str, tuple[dict[str, type], tuple[str, ...] | None]] = {
    # What a visit left behind on its way to another service; its last leg is its ticket's row.
    "legs": (
        {
            "business_day": str,
            "ticket": str,
            "leg": int,
            "service": str,
            "next_service": str,
            "counter": str,
            "official": str,
            "queued_at": int,
            "called_at": int,
            "ended_at": int,
            "served_ms": int,
        },
        ("ticket", "leg"),
    ),
    "breaks": (
        {
            "business_day": str,
            "counter": str,
            "official": str,
            "reason": str,
            "began_at": int,
            "ended_at": int,
        },
        None,
    ),
    "parkings": (
        {
            "business_day": str,
            "ticket": str,
            "counter": str,
            "reason": str,
            "parked_at": int,
            "ended_at": int,
        },
        None,
    ),
    "notes": (
        {
            "business_day": str,
            "ticket": str,
            "counter": str,
            "official": str,
            "noted_at": int,
            "note": str,
        },
        None,
    ),
    "outcomes": (
        {
            "business_day": str,
            "ticket": str,
            "leg": int,
            "service": str,
            "counter": str,
            "official": str,
            "outcome": str,
        },
        ("ticket", "leg"),
    ),
}
