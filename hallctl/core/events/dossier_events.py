"""Facts about dossiers."""

from datetime import date

from hallctl.core.calendar import Calendar
from hallctl.core.catalogue import Channel
from hallctl.core.deadlines import DeadlineRules, Term
from hallctl.core.dossier_life import Punctuality
from hallctl.core.events.event import Event


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

    @property
    def happened_at(self) -> int:
        """When it really happened, in ms."""
        return self.at


class DossierStepEvent(DossierEvent, frozen=True, kw_only=True, gc=False):
    """A step of a dossier; it counts on its ``day``, even where it was taken before and told of then."""

    taken_at: int = 0
    """When it was really taken, where it was told of later; else 0."""

    @property
    def happened_at(self) -> int:
        """When it really happened, in ms."""
        return self.taken_at or self.at


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


class DossierForwarded(DossierStepEvent, frozen=True, kw_only=True, gc=False):
    """The dossier was handed to a department."""

    department: str


class DossierTakenUp(DossierStepEvent, frozen=True, kw_only=True, gc=False):
    """Whoever solves it has begun."""


class SupplementRequested(DossierStepEvent, frozen=True, kw_only=True, gc=False):
    """The citizen is asked for more and the clock stands still; ``request`` counts from 1.

    ``needs`` is what is missing and ``reason`` why; without ``needs`` the lines of ``reason`` say
    what is missing.
    """

    reason: str
    request: int
    needs: tuple[str, ...] = ()


class DossierResumed(DossierStepEvent, frozen=True, kw_only=True, gc=False):
    """What was missing is there; the dossier is due later by what passed."""

    due_at: int
    due_day: date
    last_day: date


class DossierFinished(DossierStepEvent, frozen=True, kw_only=True, gc=False):
    """The result is ready."""

    punctuality: Punctuality


class DossierReturned(DossierStepEvent, frozen=True, kw_only=True, gc=False):
    """The citizen has the result."""


class DossierRefused(DossierStepEvent, frozen=True, kw_only=True, gc=False):
    """It could not be solved."""

    reason: str


class DossierWithdrawn(DossierStepEvent, frozen=True, kw_only=True, gc=False):
    """The citizen took it back."""


class DossierStopped(DossierStepEvent, frozen=True, kw_only=True, gc=False):
    """Solving it ended without a result."""

    reason: str


class DossierReappointed(DossierEvent, frozen=True, kw_only=True, gc=False):
    """The citizen was given a new date instead of ``was_due_at``, with an apology."""

    reason: str
    was_due_at: int
    due_at: int
    due_day: date
