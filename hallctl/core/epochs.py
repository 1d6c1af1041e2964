"""Which numbers are surely free after hours of the journal were lost, and what that does to a hall."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from hallctl.core import events
from hallctl.core.epoch_events import EpochReason
from hallctl.core.hall import Hall

GAP = 100
"""No service gives so many numbers between two backups of one day."""
LEASE_GAP = 500
LEASED_AHEAD = timedelta(days=15)
"""Longer than any holiday: no lease is for a day that is further away."""


def next_epoch(hall: Hall, reason: EpochReason, at: int, today: date) -> events.EpochBegun:
    """The fact that makes this journal the hall's, from now on."""
    highest = max((0, *hall.serials.values(), hall.numbers_from - 1))
    leased = max((0, *(last for ranges in hall.leases.blocks.values() for _, last in ranges)))
    return events.EpochBegun(
        at=max(at, hall.last_at),
        epoch=hall.epoch + 1,
        reason=reason,
        numbers_from=(highest // GAP + 2) * GAP + 1,
        leases_from=(max(leased, highest) // GAP) * GAP + LEASE_GAP + 1,
        leases_until=max(today, hall.business_day or today) + LEASED_AHEAD,
    )


def _epoch_begun(hall: Hall, event: events.EpochBegun) -> None:
    hall.epoch = event.epoch
    hall.numbers_from = event.numbers_from
    hall.leases.go_on_at(event.leases_from, event.leases_until)


APPLY_EPOCHS: dict[type[events.Event], Callable[[Hall, Any], None]] = {
    events.EpochBegun: _epoch_begun
}
