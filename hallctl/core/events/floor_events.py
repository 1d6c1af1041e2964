"""Facts of a busy floor: parked, transferred, gone on to the next service, undone, on a break."""

from hallctl.core.events.event import Event


class TicketParked(Event, frozen=True, kw_only=True, gc=False):
    """The citizen does something else meanwhile and may come back to any counter."""

    ticket: str
    number: str
    counter: str
    reason: str


class TicketResumed(Event, frozen=True, kw_only=True, gc=False):
    """The parked citizen is served again; nobody was called aloud."""

    ticket: str
    number: str
    counter: str


class TicketTransferred(Event, frozen=True, kw_only=True, gc=False):
    """The ticket waits for ``service``, its claim counted from ``queued_at``.

    ``to_counter`` alone may call it, or any where empty. ``is_in_front``: before everybody.
    """

    ticket: str
    number: str
    counter: str
    official: str
    service: str
    to_counter: str
    is_in_front: bool
    queued_at: int
    then: tuple[str, ...] | None = None
    """What the visit still needs after that; None in the oldest journals: what it needed before."""


class TicketReleased(Event, frozen=True, kw_only=True, gc=False):
    """The counter it waited for has closed: any counter of its service may call it."""

    ticket: str
    number: str


class ServicesPlanned(Event, frozen=True, kw_only=True, gc=False):
    """What the visit still needs after the service it is at, in order."""

    ticket: str
    number: str
    services: tuple[str, ...]


class LegFinished(Event, frozen=True, kw_only=True, gc=False):
    """One service of the visit is done; the ticket waits for the next, ``then`` for the others."""

    visit: str
    ticket: str
    number: str
    counter: str
    official: str
    service: str
    then: tuple[str, ...]
    queued_at: int
    outcome: str


class VisitNoted(Event, frozen=True, kw_only=True, gc=False):
    """An official wrote down something about the matter."""

    visit: str
    ticket: str
    number: str
    counter: str
    official: str
    note: str


class PressUndone(Event, frozen=True, kw_only=True, gc=False):
    """The counter took its last press back; ``undone`` is the fact it had become.

    The other fields say where the ticket stands again.
    """

    ticket: str
    number: str
    counter: str
    undone: str
    state: str
    service: str
    queued_at: int
    called_at: int


class TicketEnded(Event, frozen=True, kw_only=True, gc=False):
    """A no-show did not come back in time: the number is over."""

    ticket: str
    number: str


class BreakStarted(Event, frozen=True, kw_only=True, gc=False):
    """The official is away; the counter stays open and calls nobody."""

    counter: str
    official: str
    reason: str


class BreakEnded(Event, frozen=True, kw_only=True, gc=False):
    """The official is back."""

    counter: str
    official: str


class ProfileChosen(Event, frozen=True, kw_only=True, gc=False):
    """From its next call on the counter calls by that profile, for these services.

    Empty: by its usual one. ``is_undo``: its last choice was taken back.
    """

    counter: str
    profile: str
    services: tuple[str, ...]
    is_undo: bool = False


class OfficialSubstituted(Event, frozen=True, kw_only=True, gc=False):
    """Another official took the counter over."""

    counter: str
    official: str
    before: str
