"""Fees as the ledger has them: those of a dossier, and a day's money by whoever took it."""

from datetime import date
from typing import Literal

import msgspec
from sqlite_utils import Database

from hallctl.ledger.office.fee_schema import FEE_DIMENSIONS, FEE_SUMS, WHOLE

FeesBy = Literal["counter", "official", "method", "procedure"]
FEES_BY: tuple[FeesBy, ...] = ("counter", "official", "method", "procedure")


class FeeRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One fee of a dossier; đồng, and milliseconds since 1970."""

    dossier: str
    fee: int
    name: str
    amount: int
    source: str
    state: str
    method: str | None
    reason: str | None
    charged_at: int
    paid_at: int | None
    cancelled_at: int | None


class FeeLineOfDay(msgspec.Struct, frozen=True, kw_only=True):
    """What was taken and paid back under one key on a day."""

    key: str
    payments: int
    taken: int
    paid_back: int

    @property
    def balance(self) -> int:
        """What should be there."""
        return self.taken - self.paid_back


class Payment(msgspec.Struct, frozen=True, kw_only=True):
    """Money that changed hands once; below 0 when it was paid back."""

    dossier: str
    fee: int
    at: int
    counter: str
    official: str
    method: str
    procedure: str
    kind: str
    amount: int


def fees_of(database: Database, dossier: str) -> list[FeeRecord]:
    """The dossier's fees in order."""
    names = FeeRecord.__struct_fields__
    rows = database.execute(
        f"select {', '.join(names)} from fees where dossier = ? order by fee",  # noqa: S608 - our own names
        (dossier,),
    )
    return [FeeRecord(**dict(zip(names, row, strict=True))) for row in rows]


def day_by(database: Database, day: date, by: FeesBy) -> list[FeeLineOfDay]:
    """A line a key, in the order of the keys."""
    return _lines(database, day, by)


def day_total(database: Database, day: date) -> FeeLineOfDay:
    """The whole day."""
    lines = _lines(database, day, WHOLE)
    return lines[0] if lines else FeeLineOfDay(key="", payments=0, taken=0, paid_back=0)


def payments_of(database: Database, day: date) -> list[Payment]:
    """Everything that changed hands on the day, in order."""
    names = Payment.__struct_fields__
    rows = database.execute(
        f"select {', '.join(names)} from fee_payments where day = ? order by rowid",  # noqa: S608 - our own names
        (day.isoformat(),),
    )
    return [Payment(**dict(zip(names, row, strict=True))) for row in rows]


def _lines(database: Database, day: date, dimension: str) -> list[FeeLineOfDay]:
    rows = database.execute(
        "select value, payments, taken, paid_back from fee_sums"
        " where dimension = ? and day = ? order by value",
        (dimension, day.isoformat()),
    )
    return [
        FeeLineOfDay(key=name, payments=payments, taken=taken, paid_back=back)
        for name, payments, taken, back in rows
    ]


def unreconciled_fee(database: Database) -> str:
    """The first day or fee whose money does not add up, or empty."""
    for question in (_UNLIKE_PAYMENTS, _UNLIKE_FEES):
        if wrong := database.execute(question).fetchone():
            return str(wrong[0])
    return ""


_MADE = " union all ".join(
    f"select '{name}' as dimension, {column} as value, day, count(*) as payments,"  # noqa: S608 - our own names
    " sum(max(amount, 0)) as taken, sum(max(-amount, 0)) as paid_back, sum(amount < 0) as times_back,"
    " count(iif(paid_for = 'first', 1, null)) as dossiers,"
    " count(iif(paid_online = 'first', 1, null)) as dossiers_online"
    " from fee_payments group by 1, 2, 3"
    for name, column in FEE_DIMENSIONS.items()
)
_UNLIKE_PAYMENTS = f"""
with made as ({_MADE}), kept as (select dimension, value, day, {", ".join(FEE_SUMS)} from fee_sums)
select day from (select * from kept except select * from made)
union all select day from (select * from made except select * from kept) limit 1
"""  # noqa: S608 - our own names
"""Days' sums that are not what changed hands."""

_UNLIKE_FEES = """
select dossier || ' ' || fee from (
    select dossier, fee, case state when 'paid' then amount else 0 end as held,
        coalesce((select sum(amount) from fee_payments as made
            where made.dossier = fees.dossier and made.fee = fees.fee), 0) as paid
    from fees
) where held != paid limit 1
"""
"""A fee of which the hall holds more or less than what was paid for it."""
