"""Facts about appointments. They tell of nobody: who comes lies in a store of its own."""

from datetime import date

from hallctl.core.events.event import Event


class AppointmentFact(Event, frozen=True, kw_only=True, gc=False):
    """A fact about one appointment; ``on`` is the hall's local date it is for."""

    appointment: str
    on: date
    by: str


class AppointmentBooked(AppointmentFact, frozen=True, kw_only=True, gc=False):
    """A place in the slot from ``starts_at`` to ``ends_at`` is taken.

    ``marks`` are keyed hashes by which a person is known again; ``booked_on`` is the local date.
    """

    code: str
    service: str
    starts_at: int
    ends_at: int
    booked_on: date
    marks: tuple[str, ...]
    language: str
    told: bool
    channel: str


class AppointmentMoved(AppointmentFact, frozen=True, kw_only=True, gc=False):
    """The same visit, at another time; its place before is free."""

    starts_at: int
    ends_at: int


class AppointmentCancelled(AppointmentFact, frozen=True, kw_only=True, gc=False):
    """It will not take place."""

    reason: str


class AppointmentReleased(AppointmentFact, frozen=True, kw_only=True, gc=False):
    """Nobody came in time."""


class AppointmentReminded(AppointmentFact, frozen=True, kw_only=True, gc=False):
    """It is time to remind the citizen."""


class AppointmentCheckedIn(AppointmentFact, frozen=True, kw_only=True, gc=False):
    """The citizen has come and holds that ticket."""

    ticket: str


AppointmentEvent = (
    AppointmentBooked
    | AppointmentMoved
    | AppointmentCancelled
    | AppointmentReleased
    | AppointmentReminded
    | AppointmentCheckedIn
)
