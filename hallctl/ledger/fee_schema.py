"""The ledger's tables of fees: each one, every taking and paying back, and the days' sums."""

from sqlite_utils import Database

FEE_TABLES = ("fees", "fee_payments", "fee_days")
FEE_KEYS = ("day", "counter", "official", "method", "procedure", "department", "field")
"""What a day's money is listed by; the last three are those of the dossier."""


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
    database.table("fee_payments").create(
        {
            **dict.fromkeys((*FEE_KEYS, "dossier", "kind"), str),
            **dict.fromkeys(("fee", "amount", "at"), int),
        },
        not_null={*FEE_KEYS, "dossier", "fee", "kind", "amount", "at"},
        if_not_exists=True,
    )
    database.table("fee_payments").create_index(["day"], if_not_exists=True)
    database.table("fee_payments").create_index(["dossier", "fee"], if_not_exists=True)
    database.table("fee_days").create(
        {
            **dict.fromkeys(FEE_KEYS, str),
            **dict.fromkeys(("payments", "taken", "paid_back"), int),
        },
        pk=FEE_KEYS,
        defaults=dict.fromkeys(("payments", "taken", "paid_back"), 0),
        if_not_exists=True,
    )
