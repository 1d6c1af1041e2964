"""What screens and pages show of dossiers."""

from typing import Literal

import msgspec

from hallctl.core.deadlines import Term
from hallctl.core.plan import Words
from hallctl.core.views.view import View

Urgency = Literal["overdue", "one_day", "two_days"]
"""Past its due time, or due within one or two working days."""


class DueDossier(msgspec.Struct, frozen=True, kw_only=True):
    """A dossier whose clock runs out, or has."""

    dossier: str
    procedure: str
    procedure_name: Words
    state: str
    due_at: int
    urgency: Urgency


class UncollectedDossier(msgspec.Struct, frozen=True, kw_only=True):
    """A dossier whose result lies ready."""

    dossier: str
    procedure: str
    procedure_name: Words
    finished_at: int


class DossiersDue(msgspec.Struct, frozen=True, kw_only=True):
    """The dossiers of a counter's services that need to be hurried."""

    overdue: int = 0
    one_day: int = 0
    """Due today or on the next working day."""
    two_days: int = 0
    """Due on the working day after that."""
    first: tuple[DueDossier, ...] = ()
    """At most ten of them, soonest due first."""
    not_collected: int = 0
    """Finished, and the result not collected yet."""
    uncollected: tuple[UncollectedDossier, ...] = ()
    """At most ten of them, those that have waited longest first."""


class DossierCounts(msgspec.Struct, frozen=True, kw_only=True):
    """Dossiers in figures: what happened today, whenever they were received, and what stands."""

    received: int = 0
    finished_early: int = 0
    finished_on_time: int = 0
    finished_late: int = 0
    returned: int = 0
    in_process: int = 0
    """Received and not finished; their clock runs."""
    awaiting_supplement: int = 0
    not_collected: int = 0
    """Finished, and the result not collected yet."""


class DepartmentCounts(msgspec.Struct, frozen=True, kw_only=True):
    """Today's dossiers of one department; whoever works on them, it owns the procedure."""

    department: str
    """Empty for procedures that no department owns."""
    name: Words
    """Its short name, where the hall gave it one."""
    received: int = 0
    finished_in_time: int = 0
    """Early or on time."""
    finished_late: int = 0


class PastStep(msgspec.Struct, frozen=True, kw_only=True):
    """One step of a dossier's way so far."""

    step: str
    at: int
    department_name: Words | None
    """Whom it was handed to."""
    reason: str


class DossierView(View, frozen=True, kw_only=True, tag="dossier"):
    """A dossier's own page, as the holder of its receipt sees it; nobody is named."""

    dossier: str
    procedure: str
    procedure_name: Words
    department_name: Words
    """Who has it, or will."""
    state: str
    """A state of :class:`hallctl.core.dossier_life.DossierState`."""
    presented_at: int
    complete_at: int
    due_at: int
    """The time promised now; it stands still while a supplement is awaited."""
    term: Term | None
    in_working_time: bool
    """Whether its term counts working days or hours only."""
    is_late: bool
    """Not finished though it is due, or finished after it was."""
    asked: str
    """What is asked of the citizen while a supplement is awaited, a line each."""
    was_due_at: int | None
    """The time first promised, once it was given another."""
    delay_reason: str
    end_reason: str
    """Why it was refused or stopped."""
    finished_at: int | None
    returned_at: int | None
    return_by: str
    """How the citizen gets the result: counter, online or post."""
    steps: tuple[PastStep, ...]
    """At most thirty, oldest first."""
