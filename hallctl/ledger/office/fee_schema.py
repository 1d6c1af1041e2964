"""The ledger's tables of fees: each one, every taking and paying back, and the days' sums."""

from sqlite_utils import Database

FEE_TABLES = ("fees", "fee_payments", "fee_sums")
FEE_KEYS = ("day", "counter", "official", "method", "procedure", "department", "field")
"""What a payment is known by; the last three are those of the dossier."""
WHOLE = "whole"
FEE_DIMENSIONS = {WHOLE: "''", **{key: key for key in FEE_KEYS if key != "day"}}
"""What a day's sums are kept by, and the column that says whose they are."""
FEE_SUMS = ("payments", "taken", "paid_back", "times_back", "dossiers", "dossiers_online")
"""How often money changed hands, how much, how often it went back; and how many dossiers were paid for
on that day for the first time, ever or online."""


def create_fee_tables(database: Database) -> None:
    """Create what is missing; safe to call at every start."""
    texts = ("dossier", "name", "source", "state", "method", "reason")
    numbers = ("fee", "amount", "charged_at", "paid_at", "cancelled_at")
    database.table("fees").create(
        {**dict.fromkeys(texts, str), **dict.fromkeys(numbers, int)},
        pk=("dossier", "fee"),
        not_null={"name", "source", "state", "amount", "charged_at"},
        if_not_exists=True,
    )
    _create_payments(database)
    database.table("fee_sums").create(
        {
            **dict.fromkeys(("dimension", "value", "day"), str),
            **dict.fromkeys(FEE_SUMS, int),
        },
        pk=("dimension", "day", "value"),
        defaults=dict.fromkeys(FEE_SUMS, 0),
        if_not_exists=True,
    )


def _create_payments(database: Database) -> None:
    """``paid_for`` says that the dossier was paid for the first time, or again on a later day; so for online."""
    database.table("fee_payments").create(
        {
            **dict.fromkeys((*FEE_KEYS, "dossier", "kind"), str),
            **dict.fromkeys(("fee", "amount", "at"), int),
            **dict.fromkeys(("paid_for", "paid_online"), str),
        },
        not_null={*FEE_KEYS, "dossier", "fee", "kind", "amount", "at"},
        if_not_exists=True,
    )
    table = database.table("fee_payments")
    table.create_index(["day"], if_not_exists=True)
    table.create_index(["dossier", "fee"], if_not_exists=True)
    for mark in ("paid_for", "paid_online"):
        database.execute(
            f"create index if not exists fee_payments_again_{mark}"
            f" on fee_payments (day) where {mark} = 'again'"
        )
