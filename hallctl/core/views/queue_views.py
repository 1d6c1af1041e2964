"""What several screens show of queues: services, tickets, calls and counts."""

import msgspec

from hallctl.core.plan import Words
from hallctl.core.views.floor_views import Shut


class ServiceChoice(msgspec.Struct, frozen=True, kw_only=True):
    """One service as the kiosk and the board offer it."""

    service: str
    letter: str
    name: Words
    icon: str
    waiting: int
    counters_open: int
    expected_wait_s: int | None
    """What a citizen who takes a number now may expect; None while no counter serves it."""
    longest_wait_s: int
    shut: Shut | None = None
    """Why it gives no numbers now; None when it does."""


class WaitingTicket(msgspec.Struct, frozen=True, kw_only=True):
    """Someone in the queue, in the order the counter would call."""

    ticket: str
    number: str
    service: str
    has_priority: bool
    """Whether, never why."""
    queued_at: int
    waited_s: int
    is_in_front: bool = False
    """It was put before everybody."""
    is_held: bool = False
    """Only this counter may call it."""
    appointment_at: int = 0
    """For when it was booked; 0 for a number taken without."""


class CurrentTicket(msgspec.Struct, frozen=True, kw_only=True):
    """The ticket a counter is asking for or serving."""

    ticket: str
    visit: str
    number: str
    service: str
    service_name: Words
    language: str
    has_priority: bool
    issued_at: int
    called_at: int
    calls: int
    then: tuple[Words, ...] = ()
    """The services that the visit still needs after this one."""
    notes: tuple[str, ...] = ()
    """What officials wrote down for whoever serves the visit next."""
    recall_from: int = 0
    """When it may be called again."""
    recalls_left: int | None = None
    """How often it may be; None without a limit."""
    dossier: str = ""
    """What the visit is about, where a receipt was scanned for its number."""
    appointment_at: int = 0
    """For when it was booked; 0 for a number taken without."""


class MissedTicket(msgspec.Struct, frozen=True, kw_only=True):
    """A no-show that may still be put back."""

    ticket: str
    number: str
    missed_at: int
    until: int | None = None
    """When the hall puts it back or ends it by itself; None if it does neither."""


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """One announcement; ``call`` counts up through the day, so that each is spoken once."""

    call: int
    ticket: str
    number: str
    counter: str
    service: str
    service_name: Words
    language: str
    called_at: int
    is_recall: bool
    is_current: bool
    """The counter still asks for or serves this ticket."""
    is_withdrawn: bool = False
    """It was called by mistake: whoever holds the number waits to be called again."""
    zone_name: Words | None = None
    """Where the counter is, if that is not the board's own zone."""
    direction: Words | None = None
    """The way there."""


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """The day in figures. For the hall, issued = waiting + at_counters + parked + finished
    + missed + cancelled + lapsed; a service adds ``moved_in`` and takes off ``moved_out``.
    """

    issued: int = 0
    waiting: int = 0
    at_counters: int = 0
    parked: int = 0
    finished: int = 0
    missed: int = 0
    cancelled: int = 0
    lapsed: int = 0
    moved_in: int = 0
    """Came from another service of the same visit, or by a transfer."""
    moved_out: int = 0
    """Went on to another service."""
    called: int = 0
    """Tickets called at least once."""
    within_target: int = 0
    """Of those, first called within the target wait."""
    average_wait_s: int | None = None
    longest_wait_s: int | None = None
    rated: int = 0
    satisfied: int = 0
    """Of the rated, both answers among the two best."""


class ServiceCounts(msgspec.Struct, frozen=True, kw_only=True):
    """One service's day in figures."""

    service: str
    counts: Counts
