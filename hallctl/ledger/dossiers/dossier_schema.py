"""The ledger's tables of dossiers: each one, its steps, and the days' sums.

``dossier_days`` has a row a day and combination of keys; ``dossier_sums`` the same sums for each
key alone, ``dossier_months`` those of whole months, so that a report of ten years adds thousands of rows
and not a million.
"""

from sqlite_utils import Database

DOSSIER_TABLES = ("dossiers", "dossier_steps", "dossier_days", "dossier_sums", "dossier_months")

KEYS = ("department", "field", "official", "channel")
"""What sums are kept by besides the day: as they were when the dossier was received."""

SUMMED = (
    "received", "finished_early", "finished_on_time", "finished_late", "returned", "refused",
    "withdrawn", "stopped", "awaiting_supplement", "overdue", "twice_supplemented", "received_online",
    "took_ms",
)  # fmt: skip
"""What changed on a day. All but two only grow; ``awaiting_supplement`` and ``overdue`` also fall,
and the sum of their days up to the end of one is how many there were then. ``took_ms`` is how long the
finished took from complete to result, less what a supplement was waited for."""


WHOLE = "whole"
"""The dimension of the hall's own sums; its one value is empty."""

UNDER_WAY_DAYS = 60
"""Dossiers that took longer are found by an index of their own; so nobody looks at all that ever were."""
LONG_UNDER_WAY = f"left_on > date(day, '+{UNDER_WAY_DAYS} days')"


def create_dossier_tables(database: Database) -> None:
    """Create what is missing; safe to call at every start."""
    _create_dossiers(database)
    database.table("dossier_steps").create(
        {
            "dossier": str,
            "step": str,
            "at": int,
            "day": str,
            "department": str,
            "counter": str,
            "official": str,
            "reason": str,
            "needs": str,
            "due_at": int,
            "due_day": str,
            "counted": str,
            "undone_at": int,
        },
        not_null={"dossier", "step", "at", "day"},
        if_not_exists=True,
    )
    database.table("dossier_steps").create_index(["dossier"], if_not_exists=True)
    database.table("dossier_steps").create_index(["step", "counted", "day"], if_not_exists=True)
    database.table("dossier_days").create(
        {"day": str, **dict.fromkeys(KEYS, str), **dict.fromkeys(SUMMED, int)},
        pk=("day", *KEYS),
        defaults=dict.fromkeys(SUMMED, 0),
        if_not_exists=True,
    )
    database.table("dossier_sums").create(
        {"dimension": str, "value": str, "day": str, **dict.fromkeys(SUMMED, int)},
        pk=("dimension", "day", "value"),
        defaults=dict.fromkeys(SUMMED, 0),
        if_not_exists=True,
    )
    database.table("dossier_months").create(
        {"dimension": str, "value": str, "month": str, **dict.fromkeys(SUMMED, int)},
        pk=("dimension", "month", "value"),
        defaults=dict.fromkeys(SUMMED, 0),
        if_not_exists=True,
    )


def _create_dossiers(database: Database) -> None:
    texts = (
        "dossier", "agency", "day", "procedure", "department", "field", "service", "channel",
        "return_by", "counter", "official", "visit", "state", "due_day", "running_since",
        "punctuality", "left_on",
    )  # fmt: skip
    numbers = (
        "serial", "presented_at", "complete_at", "due_at", "supplements", "reappointed_at",
        "finished_at", "returned_at", "ended_at",
    )  # fmt: skip
    database.table("dossiers").create(
        {**dict.fromkeys(texts, str), **dict.fromkeys(numbers, int)},
        pk="dossier",
        not_null={*texts[:4], "state", "serial", "presented_at", "complete_at", "due_at"},
        if_not_exists=True,
    )
    database.table("dossiers").create_index(
        ["agency", "day", "serial"], unique=True, if_not_exists=True
    )
    database.table("dossiers").create_index(["visit"], if_not_exists=True)
    database.table("dossiers").create_index(["day", "left_on"], if_not_exists=True)
    for column in ("procedure", "field"):  # a visit's name begins with its day
        database.table("dossiers").create_index([column, "visit"], if_not_exists=True)
    database.execute(
        "create index if not exists dossiers_not_left on dossiers (day) where left_on is null"
    )
    database.execute(
        "create index if not exists dossiers_long_under_way on dossiers (day, left_on)"
        f" where {LONG_UNDER_WAY}"
    )
    database.execute(
        "create index if not exists dossiers_whose_clock_runs"
        " on dossiers (due_day) where running_since is not null"
    )
