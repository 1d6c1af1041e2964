"""What each fact about fees means for the ledger's tables, in its transaction."""

from collections.abc import Callable
from typing import Any, NamedTuple

from hallctl.core import events
from hallctl.journal.inserting import Execute
from hallctl.ledger.fee_schema import FEE_KEYS

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
    execute(
        f"insert into fee_payments ({_KEYS}, dossier, fee, kind, amount, at)"  # noqa: S608 - our own column names
        f" select ?, ?, ?, ?, {_OF_THE_DOSSIER}, dossier, ?, ?, ?, ? from dossiers where dossier = ?",
        (*keys, event.fee, money.kind, money.amount, event.at, event.dossier),
    )
    execute(
        f"insert into fee_days ({_KEYS}, payments, taken, paid_back)"  # noqa: S608 - our own column names
        f" select ?, ?, ?, ?, {_OF_THE_DOSSIER}, 1, ?, ? from dossiers where dossier = ?"
        f" on conflict ({_KEYS}) do update set"
        " payments = payments + 1, taken = taken + excluded.taken,"
        " paid_back = paid_back + excluded.paid_back",
        (*keys, max(money.amount, 0), max(-money.amount, 0), event.dossier),
    )


PROJECT_FEES: dict[type[events.Event], Callable[[Execute, Any, str], None]] = {
    events.FeeCharged: _charged,
    events.FeeCorrected: _corrected,
    events.FeePaid: _paid,
    events.FeeCancelled: _cancelled,
}
"""How each fact about fees is written into the ledger."""
