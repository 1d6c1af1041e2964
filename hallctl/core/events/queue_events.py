"""Facts about the day, counters, tickets and visits."""

from datetime import date

from hallctl.core.events.event import Event


class DayOpened(Event, frozen=True, kw_only=True, gc=False):
    """The business day began, or began again after it was closed too soon.

    ``target_s`` is the wait that counts as on time all this day.
    """

    business_day: date
    target_s: int


class DayClosed(Event, frozen=True, kw_only=True, gc=False):
    """The business day ended."""

    business_day: date


class CounterOpened(Event, frozen=True, kw_only=True, gc=False):
    """An official serves at the counter, and calls by ``profile``: its usual one where empty."""

    counter: str
    official: str
    services: tuple[str, ...]
    profile: str = ""


class CounterClosed(Event, frozen=True, kw_only=True, gc=False):
    """Nobody serves at the counter."""

    counter: str


class TicketIssued(Event, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """A citizen holds a number. ``ticket`` is unique for ever, ``number`` within the day.

    ``station`` is where its paper is to come out, or empty; ``ahead`` is how many were to be
    called before it when it was issued. A number from a ``lease``, as serial ``leased``, was given
    by a kiosk alone at ``issued_at`` and has come in since; 0 is as always, given when decided.
    """

    ticket: str
    visit: str
    number: str
    serial: int
    letter: str
    service: str
    group: str
    language: str
    station: str
    ahead: int
    then: tuple[str, ...] = ()
    """Services that the visit needs after this one, in order."""
    is_carried: bool = False
    """It is a number of the day before that could not be called in time."""
    issued_at: int = 0
    lease: str = ""
    leased: int = 0
    dossier: str = ""
    """What the visit is about, where its receipt was scanned."""
    channel: str = ""
    """The role that took it for the citizen, or ``phone``; empty where it was taken at a kiosk."""
    carried_from: str = ""
    """The ticket of the day before, whose holder this one is for now."""
    device: str = ""
    """The phone that took it, as a keyed hash that is worth nothing after a day; else empty."""
    code: int = 0
    """By which of the hall's codes."""
    appointment: str = ""
    """By which it was booked before, and for when."""
    appointment_at: int = 0
    command_id: str = ""
    """By which its station asked for it, where that prints it; so it knows its own paper."""

    @property
    def given_at(self) -> int:
        """When the citizen got it."""
        return self.issued_at or self.at


class TicketCalled(Event, frozen=True, kw_only=True, gc=False):
    """A counter asks for the ticket; ``call`` counts the day's announcements."""

    ticket: str
    number: str
    counter: str
    call: int


class TicketRecalled(Event, frozen=True, kw_only=True, gc=False):
    """The counter asks again."""

    ticket: str
    number: str
    counter: str
    call: int


class TicketMissed(Event, frozen=True, kw_only=True, gc=False):
    """The citizen did not come: a no-show."""

    ticket: str
    number: str
    counter: str


class TicketRequeued(Event, frozen=True, kw_only=True, gc=False):
    """The ticket waits again, with its claim counted from ``queued_at``."""

    ticket: str
    number: str
    queued_at: int
    is_automatic: bool = False
    """The hall put a no-show back by itself, as its settings say."""


class TicketCancelled(Event, frozen=True, kw_only=True, gc=False):
    """The citizen left before being called."""

    ticket: str
    number: str


class TicketLapsed(Event, frozen=True, kw_only=True, gc=False):
    """The day ended before the ticket was called."""

    ticket: str
    number: str


class VisitFinished(Event, frozen=True, kw_only=True, gc=False):
    """The citizen has been served at the counter by the official; nothing more is needed."""

    visit: str
    ticket: str
    number: str
    counter: str
    official: str
    outcome: str = ""
