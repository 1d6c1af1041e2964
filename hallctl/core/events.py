"""Facts: what has happened in the hall. Kept for ever, so every name is chosen to last.

A fact carries all that applying it needs; it never leans on settings that may change.
Times are milliseconds since 1970 (UTC); the business day is local and stored, not computed.
"""

from datetime import date

import msgspec


class Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag=str, gc=False):
    """A fact and the moment the controller decided it."""

    at: int


class DayOpened(Event):
    """The business day began, or began again after it was closed too soon."""

    business_day: date


class DayClosed(Event):
    """The business day ended."""

    business_day: date


class CounterOpened(Event):
    """An official serves at the counter."""

    counter: str
    official: str
    services: tuple[str, ...]


class CounterClosed(Event):
    """Nobody serves at the counter."""

    counter: str


class TicketIssued(Event):
    """A citizen holds a number. ``ticket`` is unique for ever, ``number`` within the day."""

    ticket: str
    visit: str
    number: str
    serial: int
    letter: str
    service: str
    group: str
    language: str
    station: str


class TicketCalled(Event):
    """A counter asks for the ticket; ``call`` counts the day's announcements."""

    ticket: str
    number: str
    counter: str
    call: int


class TicketRecalled(Event):
    """The counter asks again."""

    ticket: str
    number: str
    counter: str
    call: int


class TicketMissed(Event):
    """The citizen did not come: a no-show."""

    ticket: str
    number: str
    counter: str


class TicketRequeued(Event):
    """The ticket waits again, with its claim counted from ``queued_at``."""

    ticket: str
    number: str
    queued_at: int


class TicketCancelled(Event):
    """The citizen left before being called."""

    ticket: str
    number: str


class TicketLapsed(Event):
    """The day ended before the ticket was called."""

    ticket: str
    number: str


class VisitFinished(Event):
    """The citizen has been served at the counter by the official."""

    visit: str
    ticket: str
    number: str
    counter: str
    official: str


class VisitRated(Event):
    """The visitor's answers, 1 (worst) to 5 (best)."""

    visit: str
    ticket: str
    number: str
    counter: str
    official: str
    result: int
    attitude: int


class TicketPrinted(Event):
    """The ticket is on paper."""

    ticket: str
    number: str
    station: str


class TicketNotPrinted(Event):
    """The station's printer failed; the job waits."""

    ticket: str
    number: str
    station: str
    fault: str


AnyEvent = (
    DayOpened
    | DayClosed
    | CounterOpened
    | CounterClosed
    | TicketIssued
    | TicketCalled
    | TicketRecalled
    | TicketMissed
    | TicketRequeued
    | TicketCancelled
    | TicketLapsed
    | VisitFinished
    | VisitRated
    | TicketPrinted
    | TicketNotPrinted
)
