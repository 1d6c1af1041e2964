"""The ledger's tables of courier runs: each run with its sums, and every row of its manifests."""

from sqlite_utils import Database

RUN_TABLES = ("runs", "run_items")
RUN_SUMS = ("scanned_out", "brought_back", "scanned_in", "missing")
"""``brought_back`` counts what no manifest named; ``missing`` falls again when one is found."""


def create_run_tables(database: Database) -> None:
    """Create what is missing; safe to call at every start."""
    texts, numbers = ("run", "day", "counter", "official"), ("trip", "leaves_at", "due_at")
    database.table("runs").create(
        {
            **dict.fromkeys(texts, str),
            **dict.fromkeys((*numbers, "opened_at", "closed_at", *RUN_SUMS), int),
        },
        pk="run",
        not_null={*texts, *numbers, "opened_at"},
        defaults=dict.fromkeys(RUN_SUMS, 0),
        if_not_exists=True,
    )
    database.table("runs").create_index(["day"], if_not_exists=True)
    database.table("run_items").create(
        {
            "run": str,
            "row": int,
            "dossier": str,
            "department": str,
            "direction": str,
            "state": str,
            "out_at": int,
            "out_by": str,
            "in_at": int,
            "in_by": str,
            "place": str,
            "missing_at": int,
        },
        pk=("run", "row"),
        not_null={"dossier", "department", "direction", "state"},
        if_not_exists=True,
    )
    database.execute(
        "create unique index if not exists a_dossier_is_on_one_run"
        " on run_items (dossier) where state != 'in'"
    )
