"""The ledger's tables of the day and its tickets: each one, its calls, and the day's sums."""

from sqlite_utils import Database

TICKET_TABLES = ("days", "tickets", "calls", "daily_counts", "rating_reasons")

COUNTED = (
    "issued", "called", "within_target", "waited_ms", "longest_wait_ms", "finished", "served_ms",
    "missed", "requeued", "cancelled", "lapsed", "rated", "satisfied",
)  # fmt: skip
"""Sums a day and service; ``missed`` and ``requeued`` count each time it happens."""


def create_ticket_tables(database: Database) -> None:
    """Create what is missing."""
    _create_days(database)
    _create_tickets(database)
    _create_calls(database)
    _create_reasons(database)


def _create_days(database: Database) -> None:
    database.table("days").create(
        {"business_day": str, "target_s": int, "opened_at": int, "closed_at": int},
        pk="business_day",
        if_not_exists=True,
    )
    database.table("daily_counts").create(
        {"business_day": str, "service": str, **dict.fromkeys(COUNTED, int)},
        pk=("business_day", "service"),
        defaults=dict.fromkeys(COUNTED, 0),
        if_not_exists=True,
    )


def _create_tickets(database: Database) -> None:
    database.table("tickets").create(
        {
            "ticket": str,
            "visit": str,
            "business_day": str,
            "number": str,
            "service": str,
            "priority_group": str,
            "language": str,
            "channel": str,
            "state": str,
            "issued_at": int,
            "queued_at": int,
            "appointment_at": int,
            "first_called_at": int,
            "called_at": int,
            "finished_at": int,
            "calls": int,
            "counter": str,
            "official": str,
            "printed_at": int,
            "result": int,
            "attitude": int,
        },
        pk="ticket",
        not_null={"business_day", "number", "service", "state", "issued_at"},
        if_not_exists=True,
    )
    database.table("tickets").create_index(
        ["business_day", "number"], unique=True, if_not_exists=True
    )
    database.execute(
        "create index if not exists tickets_disliked"
        " on tickets (business_day, ticket) where min(result, attitude) <= 2"
    )


def _create_calls(database: Database) -> None:
    database.table("calls").create(
        {"business_day": str, "ticket": str, "counter": str, "called_at": int, "ended_at": int},
        if_not_exists=True,
    )
    for column in ("ticket", "counter"):
        database.execute(
            f"create unique index if not exists one_active_call_a_{column}"
            f" on calls ({column}) where ended_at is null"
        )


def _create_reasons(database: Database) -> None:
    whose = ("business_day", "service", "counter", "official", "reason")
    database.table("rating_reasons").create(
        {**dict.fromkeys(whose, str), "times": int}, pk=whose, if_not_exists=True
    )
