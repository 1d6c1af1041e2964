"""Facts that correct earlier ones. Those stay; so do the figures that were sealed with them."""

from datetime import date

from hallctl.core.dossier_life import DossierState, DossierStep, Punctuality
from hallctl.core.events.dossier_events import DossierEvent
from hallctl.core.events.event import Event


class DossierStruck(DossierEvent, frozen=True, kw_only=True, gc=False):
    """A dossier was received by mistake, on the day ``received_on``; it counts nowhere."""

    reason: str
    received_on: date


class DossierStepUndone(DossierEvent, frozen=True, kw_only=True, gc=False):
    """The last step, of the day ``taken_on``, was wrong; the dossier stands where it stood before.

    ``punctuality`` is how the step had ended it, where it finished it.
    """

    reason: str
    step: DossierStep
    taken_on: date
    punctuality: Punctuality | None
    state: DossierState
    state_since: int
    department: str
    supplements: int
    due_at: int
    due_day: date
    last_day: date


class RatingStruck(Event, frozen=True, kw_only=True, gc=False):
    """A rating of that business day was not given by the visitor."""

    visit: str
    business_day: date
    service: str
    counter: str
    official: str
    result: int
    attitude: int
    reasons: tuple[str, ...]
    """Why its marks were low, as it was explained."""
    reason: str
    struck_by: str
