"""Facts about numbers that kiosks give while they are alone."""

from datetime import date

import msgspec

from hallctl.core.events.event import Event


class LeasedRange(msgspec.Struct, frozen=True, gc=False):
    """The serials ``first`` to ``last`` of one service's letter."""

    service: str
    letter: str
    first: int
    last: int


class NumbersLeased(Event, frozen=True, kw_only=True, gc=False):
    """On ``business_day`` nobody but the station gives these numbers.

    It may give them from ``opens_at`` until ``until``, the hall's time.
    """

    lease: str
    station: str
    business_day: date
    opens_at: int
    until: int
    ranges: tuple[LeasedRange, ...]


class TicketHandedInLate(Event, frozen=True, kw_only=True, gc=False):
    """A number given by a kiosk that was alone came in when its day was over.

    Nobody can be called any more: it counts as lapsed on its own day, unless that goes on after all.
    """

    business_day: date
    ticket: str
    number: str
    serial: int
    letter: str
    service: str
    group: str
    language: str
    station: str
    issued_at: int
    lease: str
    then: tuple[str, ...] = ()
    """What the visit needs after that, if the day should be opened again."""
