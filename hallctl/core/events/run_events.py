"""Facts about courier runs."""

from datetime import date

from hallctl.core.events.dossier_events import DossierEvent
from hallctl.core.events.event import Event


class RunOpened(Event, frozen=True, kw_only=True, gc=False):
    """A run takes dossiers; everything on it must have arrived by ``due_at``.

    ``trip`` is its place in the day's timetable, or past its end for one more.
    """

    run: str
    day: date
    trip: int
    leaves_at: int
    due_at: int
    counter: str
    official: str


class RunClosed(Event, frozen=True, kw_only=True, gc=False):
    """The run is over."""

    run: str
    day: date
    counter: str
    official: str


class DossierScannedOut(DossierEvent, frozen=True, kw_only=True, gc=False):
    """The dossier is on its way, as ``row`` of the run's manifest."""

    run: str
    row: int
    department: str
    direction: str


class DossierScannedIn(DossierEvent, frozen=True, kw_only=True, gc=False):
    """The dossier has arrived. ``place`` is the department it was scanned at, empty for the hall.

    ``was_listed`` is false for what a courier brought back though no manifest named it.
    """

    run: str
    row: int
    department: str
    direction: str
    place: str
    was_listed: bool = True


class DossierMissing(DossierEvent, frozen=True, kw_only=True, gc=False):
    """Its run was closed before the dossier arrived."""

    run: str
    row: int
    department: str
    direction: str
