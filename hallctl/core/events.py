"""Facts: what has happened in the hall. Kept for ever, so every name is chosen to last.

A fact carries all that applying it needs; it never leans on settings that may change.
Times are milliseconds since 1970 (UTC); the business day is local and stored, not computed.
"""

from datetime import date

import msgspec

from hallctl.core.calendar import Calendar
from hallctl.core.catalogue import Channel
from hallctl.core.deadlines import DeadlineRules, Term
from hallctl.core.dossier_life import Punctuality


class Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag=str, gc=False):
    """A fact and the moment the controller decided it."""

    at: int


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
    """An official serves at the counter."""

    counter: str
    official: str
    services: tuple[str, ...]


class CounterClosed(Event, frozen=True, kw_only=True, gc=False):
    """Nobody serves at the counter."""

    counter: str


class TicketIssued(Event, frozen=True, kw_only=True, gc=False):
    """A citizen holds a number. ``ticket`` is unique for ever, ``number`` within the day.

    ``station`` is where its paper is to come out, or empty; ``ahead`` is how many were to be
    called before it when it was issued.
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


class TicketCancelled(Event, frozen=True, kw_only=True, gc=False):
    """The citizen left before being called."""

    ticket: str
    number: str


class TicketLapsed(Event, frozen=True, kw_only=True, gc=False):
    """The day ended before the ticket was called."""

    ticket: str
    number: str


class VisitFinished(Event, frozen=True, kw_only=True, gc=False):
    """The citizen has been served at the counter by the official."""

    visit: str
    ticket: str
    number: str
    counter: str
    official: str


class VisitRated(Event, frozen=True, kw_only=True, gc=False):
    """The visitor's answers, 1 (worst) to 5 (best)."""

    visit: str
    ticket: str
    number: str
    counter: str
    official: str
    result: int
    attitude: int


class TicketPrinted(Event, frozen=True, kw_only=True, gc=False):
    """The ticket is on paper."""

    ticket: str
    number: str
    station: str


class TicketNotPrinted(Event, frozen=True, kw_only=True, gc=False):
    """The station's printer failed; the job waits."""

    ticket: str
    number: str
    station: str
    fault: str


class CalendarAdopted(Event, frozen=True, kw_only=True, gc=False):
    """The calendar that dossiers received from now on keep; ``calendar`` names its content."""

    calendar: str
    timezone: str
    hours: Calendar


class DossierEvent(Event, frozen=True, kw_only=True, gc=False):
    """A fact about one dossier; ``day`` is the hall's local date, ``official`` whose act it was."""

    dossier: str
    day: date
    counter: str
    official: str


class DossierReceived(DossierEvent, frozen=True, kw_only=True, gc=False):
    """A dossier is complete and valid since ``complete_at``, and keeps the rules of its day.

    ``term`` is None where only a day was promised. ``last_day`` is the day the term itself ends
    on, ``due_day`` the date of ``due_at``.
    """

    agency: str
    serial: int
    procedure: str
    department: str
    field: str
    service: str
    channel: Channel
    return_by: Channel
    visit: str
    papers: tuple[str, ...]
    presented_at: int
    complete_at: int
    term: Term | None
    rules: DeadlineRules
    calendar: str
    due_at: int
    due_day: date
    last_day: date


class DossierForwarded(DossierEvent, frozen=True, kw_only=True, gc=False):
    """The dossier was handed to a department."""

    department: str


class DossierTakenUp(DossierEvent, frozen=True, kw_only=True, gc=False):
    """Whoever solves it has begun."""


class SupplementRequested(DossierEvent, frozen=True, kw_only=True, gc=False):
    """The citizen is asked for more and the clock stands still; ``request`` counts from 1."""

    reason: str
    request: int


class DossierResumed(DossierEvent, frozen=True, kw_only=True, gc=False):
    """What was missing is there; the dossier is due later by what passed."""

    due_at: int
    due_day: date
    last_day: date


class DossierFinished(DossierEvent, frozen=True, kw_only=True, gc=False):
    """The result is ready."""

    punctuality: Punctuality


class DossierReturned(DossierEvent, frozen=True, kw_only=True, gc=False):
    """The citizen has the result."""


class DossierRefused(DossierEvent, frozen=True, kw_only=True, gc=False):
    """It could not be solved."""

    reason: str


class DossierWithdrawn(DossierEvent, frozen=True, kw_only=True, gc=False):
    """The citizen took it back."""


class DossierStopped(DossierEvent, frozen=True, kw_only=True, gc=False):
    """Solving it ended without a result."""

    reason: str


class DossierReappointed(DossierEvent, frozen=True, kw_only=True, gc=False):
    """The citizen was given a new date instead of ``was_due_at``, with an apology."""

    reason: str
    was_due_at: int
    due_at: int
    due_day: date


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
    | CalendarAdopted
    | DossierReceived
    | DossierForwarded
    | DossierTakenUp
    | SupplementRequested
    | DossierResumed
    | DossierFinished
    | DossierReturned
    | DossierRefused
    | DossierWithdrawn
    | DossierStopped
    | DossierReappointed
)
