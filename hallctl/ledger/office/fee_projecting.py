"""What each fact about fees means for the ledger's tables, in its transaction."""

from collections.abc import Callable
from typing import Any, NamedTuple

from hallctl.core import events
from hallctl.journal.inserting import Execute
from hallctl.ledger.office.fee_schema import FEE_DIMENSIONS, FEE_KEYS, FEE_SUMS

_KEYS = ", ".join(FEE_KEYS)
_OF_THE_DOSSIER = "procedure, ifnull(department, ''), ifnull(field, '')"


class _Money(NamedTuple):
    """What changed hands: đồng, below 0 when it was paid back."""

    kind: str
    amount: int
    method: str


def _charged(execute: Execute, event: events.FeeCharged, _day: str) -> None:
    execute(
        "insert into fees (dossier, fee, name, amount, source, state, charged_at)"
        " values (?, ?, ?, ?, ?, 'due', ?)",
        (event.dossier, event.fee, event.name, event.amount, event.source, event.at),
    )


def _corrected(execute: Execute, event: events.FeeCorrected, _day: str) -> None:
    _set(execute, event, amount=event.amount, reason=event.reason)
    _hands(execute, event, _Money("corrected", event.settled, event.method))


def _paid(execute: Execute, event: events.FeePaid, _day: str) -> None:
    _set(execute, event, state="paid", method=event.method, paid_at=event.at)
    _hands(execute, event, _Money("paid", event.amount, event.method))


def _cancelled(execute: Execute, event: events.FeeCancelled, _day: str) -> None:
    _set(execute, event, state="cancelled", cancelled_at=event.at, reason=event.reason)
    _hands(execute, event, _Money("cancelled", -event.paid_back, event.method))


def _set(execute: Execute, event: events.FeeEvent, **changed: str | int) -> None:
    columns = ", ".join(f"{column} = ?" for column in changed)
    execute(
        f"update fees set {columns} where dossier = ? and fee = ?",  # noqa: S608 - our own column names
        (*changed.values(), event.dossier, event.fee),
    )


def _hands(execute: Execute, event: events.FeeEvent, money: _Money) -> None:
    """Money changed hands at the counter, or with the bank."""
    if not money.amount:
        return
    keys = (event.day.isoformat(), event.counter, event.official, money.method)
    paid = execute(
        f"insert into fee_payments ({_KEYS}, dossier, fee, kind, amount, at)"  # noqa: S608 - our own column names
        f" select ?, ?, ?, ?, {_OF_THE_DOSSIER}, dossier, ?, ?, ?, ? from dossiers where dossier = ?",
        (*keys, event.fee, money.kind, money.amount, event.at, event.dossier),
    )
    if money.kind == "paid":
        for statement in _MARKS:
            execute(statement, (paid.lastrowid,))
    execute(_ADD, (paid.lastrowid,))


def _mark(mark: str, which: str) -> str:
    """Whether a dossier is paid for the first time, or again on a later day; on the same day it is nothing new."""
    before = (
        "select 1 from fee_payments e where e.dossier = p.dossier and e.kind = 'paid'"  # noqa: S608 - our own names
        f" and e.rowid < p.rowid and e.{which}"
    )
    return (
        f"update fee_payments as p set {mark} = iif(exists ({before} and e.day = p.day), null,"  # noqa: S608 - our own names
        f" iif(exists ({before}), 'again', 'first')) where p.rowid = ? and p.{which}"
    )


_MARKS = (_mark("paid_for", "amount > 0"), _mark("paid_online", "method = 'online'"))
_OF_PAYMENT = {
    "payments": "1",
    "taken": "max(amount, 0)",
    "paid_back": "max(-amount, 0)",
    "times_back": "amount < 0",
    "dossiers": "coalesce(paid_for, '') = 'first'",
    "dossiers_online": "coalesce(paid_online, '') = 'first'",
}
_ADD = f"""
with p as (select * from fee_payments where rowid = ?)
insert into fee_sums (dimension, value, day, {", ".join(FEE_SUMS)})
select dimension, value, day, {", ".join(_OF_PAYMENT[one] for one in FEE_SUMS)} from p, (
    {" union all ".join(f"select '{name}' as dimension, {column} as value from p" for name, column in FEE_DIMENSIONS.items())}
) where true on conflict (dimension, day, value) do update set
    {", ".join(f"{one} = {one} + excluded.{one}" for one in FEE_SUMS)}
"""  # noqa: S608 - our own column names
"""Add a payment to the sums of its day."""


PROJECT_FEES: dict[type[events.Event], Callable[[Execute, Any, str], None]] = {
    events.FeeCharged: _charged,
    events.FeeCorrected: _corrected,
    events.FeePaid: _paid,
    events.FeeCancelled: _cancelled,
}
"""How each fact about fees is written into the ledger."""
