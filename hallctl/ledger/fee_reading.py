"""Fees as the ledger has them: those of a dossier, and a day's money by whoever took it."""

from datetime import date
from typing import Literal

import msgspec
from sqlite_utils import Database

from hallctl.ledger.fee_schema import FEE_KEYS

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
    return _lines(database, day, by, "group by 1 order by 1")


def day_total(database: Database, day: date) -> FeeLineOfDay:
    """The whole day."""
    (total,) = _lines(database, day, "''", "")
    return total


def payments_of(database: Database, day: date) -> list[Payment]:
    """Everything that changed hands on the day, in order."""
    names = Payment.__struct_fields__
    rows = database.execute(
        f"select {', '.join(names)} from fee_payments where day = ? order by rowid",  # noqa: S608 - our own names
        (day.isoformat(),),
    )
    return [Payment(**dict(zip(names, row, strict=True))) for row in rows]


def _lines(database: Database, day: date, key: str, grouped: str) -> list[FeeLineOfDay]:
    rows = database.execute(
        f"select {key}, coalesce(sum(payments), 0), coalesce(sum(taken), 0),"  # noqa: S608 - our own names
        f" coalesce(sum(paid_back), 0) from fee_days where day = ? {grouped}",
        (day.isoformat(),),
    )
    return [
        FeeLineOfDay(key=name or "", payments=payments, taken=taken, paid_back=back)
        for name, payments, taken, back in rows
    ]


def unreconciled_fee(database: Database) -> str:
    """The first day or fee whose money does not add up, or empty."""
    for question in (_UNLIKE_PAYMENTS, _UNLIKE_FEES):
        if wrong := database.execute(question).fetchone():
            return str(wrong[0])
    return ""


_KEYS = ", ".join(FEE_KEYS)
_UNLIKE_PAYMENTS = f"""
with made as (
    select {_KEYS}, count(*) as payments,
        sum(max(amount, 0)) as taken, sum(max(-amount, 0)) as paid_back
    from fee_payments group by {_KEYS}
), kept as (select {_KEYS}, payments, taken, paid_back from fee_days)
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
