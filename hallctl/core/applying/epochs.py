"""Which numbers are surely free after hours of the journal were lost, and what that does to a hall."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from hallctl.core import events
from hallctl.core.dossier_time import MS_A_MINUTE
from hallctl.core.events.epoch_events import EpochReason
from hallctl.core.hall import Hall

GAP = 200
LEASE_GAP = 500
"""So many numbers stay free beyond the highest known one, even where no time seems to be lost."""
A_MINUTE = 20
"""No service gives more numbers in a minute, and no hall leases more of one."""
LEASED_AHEAD = timedelta(days=15)
"""Longer than any holiday: no lease is for a day that is further away."""


def next_epoch(
    hall: Hall, reason: EpochReason, at: int, today: date, given_since: int = 0
) -> events.EpochBegun:
    """The fact that makes this journal the hall's, from now on.

    A backup may be restored more than once, and nothing in it tells of the time before. So what may
    be lost is reckoned from the clock: the later it is restored, the higher its epoch and numbers.
    ``given_since`` is before the first number that may have been given today.
    """
    at = max(at, hall.last_at)
    lost = _given_between(hall.last_at, at)
    knows_today = hall.business_day is not None and hall.business_day >= today
    highest = max((0, *hall.serials.values(), hall.numbers_from - 1))
    leased = max((0, *(last for ranges in hall.leases.blocks.values() for _, last in ranges)))
    return events.EpochBegun(
        at=at,
        epoch=max(hall.epoch + 1, at // 1000),
        reason=reason,
        numbers_from=highest + GAP + lost + 1,
        leases_from=max(leased, highest, hall.leases.numbers_from - 1) + LEASE_GAP + lost + 1,
        leases_until=max(today, hall.business_day or today) + LEASED_AHEAD,
        today=None if knows_today else today,
        today_from=1
        if knows_today
        else GAP + _given_between(max(hall.last_at, given_since), at) + 1,
    )


def _given_between(since: int, at: int) -> int:
    """The most numbers of a service that may have been given; both are ms since 1970."""
    return A_MINUTE * max(0, -(-(at - since) // MS_A_MINUTE))


def _epoch_begun(hall: Hall, event: events.EpochBegun) -> None:
    hall.epoch = event.epoch
    hall.numbers_from = event.numbers_from
    if event.today is not None:
        hall.first_numbers = (event.today, event.today_from)
    hall.leases.go_on_at(event.leases_from, event.leases_until)


APPLY_EPOCHS: dict[type[events.Event], Callable[[Hall, Any], None]] = {
    events.EpochBegun: _epoch_begun
}
