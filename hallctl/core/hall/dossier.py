"""One dossier in memory, and its way so far: what decisions and screens need of it."""

from datetime import date

import msgspec

from hallctl.core.catalogue import Channel
from hallctl.core.deadlines import DeadlineRules, Term
from hallctl.core.dossier_life import DossierState, DossierStep


class DueDate(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """When a dossier is due, the date of it, and the day the term itself ends on."""

    due_at: int
    due_day: date
    last_day: date


class StepTaken(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """One step of a dossier's way so far, and the one before it."""

    step: DossierStep
    at: int
    before: "StepTaken | None"
    department: str = ""
    """Whom it was handed to."""
    reason: str = ""
    """Why, in words the citizen may read."""
    needs: tuple[str, ...] = ()
    """What the citizen was asked for; empty where the reason says it."""
    day: date | None = None
    """The hall's date."""
    was: DueDate | None = None
    """When it was due before, if the step changed that."""


class Dossier(msgspec.Struct, gc=False, array_like=True):
    """One dossier; times in milliseconds, days local."""

    dossier: str
    procedure: str
    department: str
    counted_for: str
    """The department it was received under, whoever works on it later."""
    service: str
    complete_at: int
    due_at: int
    due_day: date
    last_day: date
    """The day the term itself ends on, before it is moved off a day off."""
    term: Term | None
    rules: DeadlineRules
    calendar: str
    state_since: int
    state: DossierState = DossierState.RECEIVED
    supplements: int = 0
    is_reappointed: bool = False
    presented_at: int = 0
    return_by: Channel = "counter"
    channel: Channel = "counter"
    papers: tuple[str, ...] = ()
    was_due_at: int = 0
    """The time first promised, once it was given another."""
    last_step: StepTaken | None = None
    received_on: date = date.min
    received_at: int = 0

    @property
    def due(self) -> DueDate:
        """When it is due now."""
        return DueDate(self.due_at, self.due_day, self.last_day)
