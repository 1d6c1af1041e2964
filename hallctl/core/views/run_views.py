"""What screens and pages show of courier runs."""

import msgspec

from hallctl.core.plan import Words
from hallctl.core.views.view import View


class ManifestShown(msgspec.Struct, frozen=True, kw_only=True):
    """What a run carries to and from one department."""

    department: str
    department_name: Words
    out: int
    """Rows that leave the hall for it."""
    back: int
    """Rows that come from it."""
    on_its_way: int


class RunShown(msgspec.Struct, frozen=True, kw_only=True):
    """One run, and how many of its dossiers have arrived."""

    run: str
    trip: int
    leaves_at: int
    due_at: int
    is_open: bool
    is_late: bool
    """Something on it should have arrived by now."""
    scanned: int
    arrived: int
    on_its_way: int
    missing: int
    manifests: tuple[ManifestShown, ...]


class MissingDossier(msgspec.Struct, frozen=True, kw_only=True):
    """A dossier to be looked for: its run's time has passed, or the run is over."""

    dossier: str
    run: str
    row: int
    department_name: Words
    """Where it was bound for, or came from."""
    direction: str
    out_at: int
    due_at: int
    is_run_over: bool


class TripShown(msgspec.Struct, frozen=True, kw_only=True):
    """One line of today's timetable, or one more trip beside it."""

    trip: int
    leaves_at: int
    run: str = ""
    """The run it was opened as, or empty."""


class DepartmentShown(msgspec.Struct, frozen=True, kw_only=True):
    """Where dossiers are carried to."""

    department: str
    department_name: Words


class RunsView(View, frozen=True, kw_only=True, tag="runs"):
    """The day's courier runs for whoever watches over them, and everything missing."""

    runs: tuple[RunShown, ...]
    """In the order they were opened; older ones only while something is missing from them."""
    missing: tuple[MissingDossier, ...]
    """Longest missing first, at most a hundred."""
    missing_total: int
    next_leaves_at: int | None
    """When the next trip of today's timetable leaves that was not opened, or None."""
    trips: tuple[TripShown, ...] = ()
    """Today's, in their order."""
    departments: tuple[DepartmentShown, ...] = ()
