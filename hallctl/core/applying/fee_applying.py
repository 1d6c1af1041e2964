"""Facts change the book of fees: one small function a fact, and none of them may refuse."""

from collections.abc import Callable
from typing import Any

from hallctl.core import events
from hallctl.core.hall import Hall
from hallctl.core.hall.fee_book import Fee, FeeState


def _charged(hall: Hall, event: events.FeeCharged) -> None:
    fees = hall.office.fees.every.setdefault(event.dossier, [])
    fees.append(Fee(event.fee, event.name, event.amount, event.source))


def _corrected(hall: Hall, event: events.FeeCorrected) -> None:
    _fee(hall, event).amount = event.amount


def _paid(hall: Hall, event: events.FeePaid) -> None:
    fee = _fee(hall, event)
    fee.state = FeeState.PAID
    fee.method = event.method


def _cancelled(hall: Hall, event: events.FeeCancelled) -> None:
    _fee(hall, event).state = FeeState.CANCELLED


def _fee(hall: Hall, event: events.FeeEvent) -> Fee:
    return hall.office.fees.every[event.dossier][event.fee - 1]


APPLY_TO_FEES: dict[type[events.Event], Callable[[Hall, Any], None]] = {
    events.FeeCharged: _charged,
    events.FeeCorrected: _corrected,
    events.FeePaid: _paid,
    events.FeeCancelled: _cancelled,
}
"""How each fact about fees changes a hall."""
