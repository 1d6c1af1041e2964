"""What moves a dossier's day: the clock that stood still, and the one re-appointment."""

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.deadlines import Reckoning
from hallctl.core.dossier_life import DossierStep
from hallctl.core.dossier_time import moment, to_the_minute, wall_clock
from hallctl.core.guards.dossier_guards import (
    act_of,
    day_worked,
    dossier_day,
    dossier_that_may,
    step_of,
)
from hallctl.core.hall import Hall
from hallctl.core.hall.dossier import Dossier
from hallctl.core.refusals import Refusal, Refused


def resume_dossier(hall: Hall, wish: commands.ResumeDossier, by: Circumstances) -> Facts:
    dossier = dossier_that_may(hall, wish, DossierStep.RESUME)
    zone = hall.dossiers.timezone(dossier)
    due = resumed(hall, dossier, by.at if wish.taken_at is None else wish.taken_at)
    yield events.DossierResumed(
        **step_of(hall, dossier, wish, by),
        due_at=moment(due.due_at, zone),
        due_day=due.due_at.date(),
        last_day=due.last_day,
    )


def resumed(hall: Hall, dossier: Dossier, at: int) -> Reckoning:
    """When a dossier that waits for a supplement would be due if it came at ``at`` (ms)."""
    zone = hall.dossiers.timezone(dossier)
    before = Reckoning(wall_clock(dossier.due_at, zone), dossier.last_day, ())
    stopped_at, resumed_at = wall_clock(dossier.state_since, zone), wall_clock(at, zone)
    return hall.dossiers.reckoner(dossier).resumed(before, stopped_at, resumed_at)


def reappoint_dossier(hall: Hall, wish: commands.ReappointDossier, by: Circumstances) -> Facts:
    """Once, at the latest one day before the due day (Decree 61/2018, article 19)."""
    dossier = dossier_that_may(hall, wish, DossierStep.REAPPOINT)
    if dossier.is_reappointed:
        raise Refused(Refusal.ALREADY_REAPPOINTED, dossier=dossier.dossier, due_at=dossier.due_at)
    if dossier_day(hall, by) >= dossier.due_day:
        raise Refused(Refusal.TOO_LATE_TO_REAPPOINT, dossier=dossier.dossier, due_at=dossier.due_at)
    _new_date(hall, dossier, wish.due_at)
    yield events.DossierReappointed(
        **act_of(hall, dossier.dossier, wish.counter, by),
        reason=wish.reason,
        was_due_at=dossier.due_at,
        due_at=to_the_minute(wish.due_at),
        due_day=wall_clock(wish.due_at, hall.dossiers.timezone(dossier)).date(),
    )


def _new_date(hall: Hall, dossier: Dossier, due_at: int) -> None:
    """Refuse a date that is no delay, or on which nobody is there."""
    if due_at <= dossier.complete_at:
        raise Refused(Refusal.DUE_BEFORE_RECEIPT, due_at=due_at, complete_at=dossier.complete_at)
    if to_the_minute(due_at) <= dossier.due_at:
        raise Refused(Refusal.DUE_NOT_LATER, due_at=due_at, was_due_at=dossier.due_at)
    new_day = wall_clock(due_at, hall.dossiers.timezone(dossier)).date()
    day_worked(new_day, due_at, hall.dossiers.reckoner(dossier).calendar)
