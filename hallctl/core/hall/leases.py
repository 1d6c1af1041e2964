"""Which numbers are leased to which station, and which of them have been handed in.

Leases outlive their day for a month: what was given from them may come in late.
"""

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from hallctl.core.events.offline_events import LeasedRange

KEPT = timedelta(days=31)


class Lease(msgspec.Struct):
    """One lease; ``handed_in`` holds the numbers that came in, in the order they came."""

    lease: str
    station: str
    business_day: date
    leased_at: int
    opens_at: int
    until: int
    ranges: tuple[LeasedRange, ...] = ()
    handed_in: dict[str, None] = msgspec.field(default_factory=dict)

    def range_of(self, service: str, serial: int) -> LeasedRange | None:
        """The range of that service with that serial, or None."""
        return next(
            (
                one
                for one in self.ranges
                if one.service == service and one.first <= serial <= one.last
            ),
            None,
        )


class Leases(msgspec.Struct):
    """Every lease of the last days."""

    every: dict[str, Lease] = msgspec.field(default_factory=dict)
    blocks: dict[str, list[tuple[int, int]]] = msgspec.field(default_factory=dict)
    """By day and letter: the first and last serial of every lease, in order."""
    numbers_from: int = 1
    until: date = date.min
    """Up to this day, lower serials may have been leased in hours that the journal has lost."""
    lost: tuple[date, int, int] | None = None
    """On that day these serials may have been leased in such hours: the first and the last."""
    version: int = 0
    """Grows with every change."""

    def add(self, lease: Lease) -> None:
        """Numbers are leased."""
        self.version += 1
        self.every[lease.lease] = lease
        for one in lease.ranges:
            self._block(lease.business_day, one.letter, one.first, one.last)

    def hand_in(self, lease: str, business_day: date, letter: str, serial: int) -> None:
        """A number came in; a lease that the hall has forgotten is known from now on."""
        self.version += 1
        found = self.every.get(lease)
        if found is None:
            found = self.every[lease] = Lease(lease, "", business_day, 0, 0, 0)
        if not found.ranges:
            self._block(business_day, letter, serial, serial)
        found.handed_in[f"{letter}{serial}"] = None

    def forget_before(self, business_day: date) -> None:
        """Drop what is too old to come in any more."""
        oldest = business_day - KEPT
        self.every = {name: one for name, one in self.every.items() if one.business_day >= oldest}
        first = oldest.isoformat()
        self.blocks = {day: blocks for day, blocks in self.blocks.items() if day[:10] >= first}

    def of_station(self, station: str, business_day: date) -> Iterator[Lease]:
        """The station's leases of that day."""
        for one in self.every.values():
            if one.station == station and one.business_day == business_day and one.ranges:
                yield one

    def past(self, business_day: date, letter: str, serial: int) -> int:
        """That serial, or the first after it that no lease holds."""
        for first, last in self.blocks.get(f"{business_day}/{letter}", ()):
            if first <= serial <= last:
                serial = last + 1
        return serial

    def free_from(self, business_day: date, letter: str, serial: int) -> int:
        """That serial, or the first after it that nobody holds or may hold unknown to the hall."""
        serial = self.past(business_day, letter, serial)
        if self.lost is not None and self.lost[0] == business_day:
            _, first, last = self.lost
            if first <= serial <= last:
                serial = self.past(business_day, letter, last + 1)
        return serial

    def end(self, business_day: date, letter: str) -> int:
        """The last serial that any lease of the letter holds, or 0."""
        blocks = self.blocks.get(f"{business_day}/{letter}")
        return blocks[-1][1] if blocks else 0

    def go_on_at(self, numbers_from: int, until: date) -> None:
        """Lease higher numbers only, up to that day."""
        self.version += 1
        self.numbers_from, self.until = numbers_from, until

    def lowest(self, business_day: date) -> int:
        """The first serial that may be leased for that day."""
        return self.numbers_from if business_day <= self.until else 1

    def _block(self, business_day: date, letter: str, first: int, last: int) -> None:
        blocks = self.blocks.setdefault(f"{business_day}/{letter}", [])
        blocks.append((first, last))
        blocks.sort()
