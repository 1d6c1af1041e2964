"""Which numbers are surely free after hours of the journal were lost, and what that does to a hall."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from hallctl.core import events
from hallctl.core.dossier_time import MS_A_MINUTE
from hallctl.core.events.epoch_events import EpochReason
from hallctl.core.hall import Hall
from hallctl.core.numbers_known import COMPLAINTS, next_code

GAP = 200
LEASE_GAP = 500
"""So many numbers stay free beyond the highest known one, even where no time seems to be lost."""
A_MINUTE = 20
"""No service gives more numbers in a minute, at kiosks with the hall and alone together."""
LEASED_AHEAD = timedelta(days=15)
"""Longer than any holiday: no lease is for a day that is further away."""


class ByPlan(NamedTuple):
    """What the hall's settings tell of numbers that may have been given in lost hours."""

    given_since: int = 0
    """Before the first number that may have been given today (ms since 1970)."""
    first_leased: int = 501
    leased_at_once: int = LEASE_GAP
    """Of one letter for one day, by all kiosks together."""
    agency: str = ""
    """Of the codes of dossiers that the hall receives."""

    @property
    def leased_since(self) -> int:
        """Of one letter, beside what was given from it: each kiosk's first lease and its next."""
        return max(LEASE_GAP, 2 * self.leased_at_once)


USUAL = ByPlan()


def next_epoch(
    hall: Hall, reason: EpochReason, at: int, today: date, plan: ByPlan = USUAL
) -> events.EpochBegun:
    """The fact that makes this journal the hall's, from now on.

    A backup may be restored more than once, and nothing in it tells of the time before. So what may
    be lost is reckoned from the clock: the later it is restored, the higher its epoch and numbers.
    """
    at = max(at, hall.last_at)
    lost = _given_between(hall.last_at, at)
    lost_today = _given_between(max(hall.last_at, plan.given_since), at)
    knows_today = hall.business_day is not None and hall.business_day >= today
    known = _Reach(hall, hall.business_day or today, GAP + lost, plan)
    new = _Reach(hall, today, GAP + lost_today, plan)
    highest = known.highest(_highest_known(hall, today))
    last_leased = max(_last_leased(hall), plan.first_leased - 1, hall.leases.numbers_from - 1)
    leases_from = max(last_leased + lost, highest) + plan.leased_since + 1
    reach = known if knows_today else new
    leased = range(plan.first_leased, min(leases_from, reach.last_leased() + 1))
    return events.EpochBegun(
        at=at,
        epoch=max(hall.epoch + 1, at // 1000),
        reason=reason,
        numbers_from=_past(leased, highest + 1),
        leases_from=leases_from,
        leases_until=max(today, hall.business_day or today) + LEASED_AHEAD,
        today=None if knows_today else today,
        today_from=1 if knows_today else _past(leased, new.highest({}) + 1),
        leased_from=leased.start,
        leased_to=leased.stop - 1,
        codes_on=(codes_on := max(today, hall.dossiers.day or today)),
        codes_from=_codes_from(hall, codes_on, GAP + lost_today, plan.agency),
    )


def _past(leased: range, serial: int) -> int:
    return leased.stop if serial in leased else serial


def _highest_known(hall: Hall, today: date) -> dict[str, int]:
    """Of each letter, by what was given and by what stations have told of."""
    before = hall.numbers_from - 1
    passed = hall.passed_over.on(hall.business_day or today)
    letters = {*hall.serials, *(one for one in passed if len(one) == 1)} or {""}
    return {one: max(hall.serials.get(one, 0), passed.get(one, 0), before) for one in letters}


def _last_leased(hall: Hall) -> int:
    return max((0, *(last for ranges in hall.leases.blocks.values() for _, last in ranges)))


def _codes_from(hall: Hall, day: date, lost: int, agency: str) -> dict[str, int]:
    """Where the day's codes of dossiers and complaints go on."""
    every = {*hall.dossiers.serials, agency, COMPLAINTS} - {""}
    return {one: next_code(hall, one, day) + lost for one in sorted(every)}


class _Reach(NamedTuple):
    """How far the numbers of a day may have come: so many given since, those leased passed over."""

    hall: Hall
    day: date
    given: int
    plan: ByPlan

    def highest(self, serials: Mapping[str, int]) -> int:
        """Of all letters, whose serials were known to be as high as that."""
        leased = (letter for letter, _ in self._blocks())
        letters = {**dict.fromkeys(leased, 0), **serials} or {"": 0}
        return max(self._after(letter, serial) for letter, serial in letters.items())

    def last_leased(self) -> int:
        """Of all letters, where kiosks alone gave them all."""
        ends = (last for one, blocks in self._blocks() for _, last in blocks)
        before = max(self.plan.first_leased, self.hall.leases.lowest(self.day)) - 1
        return max((before, *ends)) + self.given + self.plan.leased_since

    def _after(self, letter: str, serial: int) -> int:
        blocks = self.hall.leases.blocks.get(f"{self.day}/{letter}", [])
        left = self.given
        for first, last in blocks:
            free = max(0, first - 1 - serial)
            if free >= left:
                return serial + left  # below every number that may have been leased since
            left -= free
            serial = max(serial, last)
        meets_leases = bool(blocks) or serial + left >= self.plan.first_leased
        return serial + left + (self.plan.leased_since if meets_leases else 0)

    def _blocks(self) -> Iterator[tuple[str, list[tuple[int, int]]]]:
        """What is known to be leased for the day, by letter."""
        for name, blocks in self.hall.leases.blocks.items():
            day, _, letter = name.partition("/")
            if day == self.day.isoformat():
                yield letter, blocks


def _given_between(since: int, at: int) -> int:
    """The most numbers of a service that may have been given; both are ms since 1970."""
    return A_MINUTE * max(0, -(-(at - since) // MS_A_MINUTE))


def _epoch_begun(hall: Hall, event: events.EpochBegun) -> None:
    hall.epoch = event.epoch
    hall.numbers_from = event.numbers_from
    if event.today is not None:
        hall.first_numbers = (event.today, event.today_from)
    hall.leases.go_on_at(event.leases_from, event.leases_until)
    day = event.today or hall.business_day
    if day is not None and event.leased_from:
        last = event.leased_to or event.leases_from - 1
        hall.leases.lost = (day, event.leased_from, last)
    if event.codes_on is not None:
        before = {series: serial - 1 for series, serial in event.codes_from.items()}
        hall.passed_over.add(event.codes_on, before)


def _numbers_passed_over(hall: Hall, event: events.NumbersPassedOver) -> None:
    hall.passed_over.add(event.business_day, event.up_to)


APPLY_EPOCHS: dict[type[events.Event], Callable[[Hall, Any], None]] = {
    events.EpochBegun: _epoch_begun,
    events.NumbersPassedOver: _numbers_passed_over,
}
