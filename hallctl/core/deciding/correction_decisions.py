"""What may be corrected, by whoever answers for the figures, and with a reason."""

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.dossier_life import DossierState, DossierStep, Punctuality
from hallctl.core.dossier_time import to_the_minute
from hallctl.core.guards.dossier_guards import act_of, dossier_that_may, known_dossier
from hallctl.core.hall import Hall
from hallctl.core.hall.dossier import Dossier, StepTaken
from hallctl.core.refusals import Refusal, Refused

LEADS_TO = {
    DossierStep.FORWARD: DossierState.FORWARDED,
    DossierStep.TAKE_UP: DossierState.PROCESSING,
    DossierStep.REQUEST_SUPPLEMENT: DossierState.AWAITING_SUPPLEMENT,
    DossierStep.RESUME: DossierState.PROCESSING,
    DossierStep.FINISH: DossierState.FINISHED,
}
"""Where the steps lead after which another may be taken; a new date leads nowhere else."""


def strike_dossier(hall: Hall, wish: commands.StrikeDossier, by: Circumstances) -> Facts:
    dossier = dossier_that_may(hall, wish, DossierStep.STRIKE)
    yield events.DossierStruck(
        **act_of(hall, dossier.dossier, wish.counter, by),
        reason=wish.reason,
        received_on=dossier.received_on,
    )


def undo_dossier_step(hall: Hall, wish: commands.UndoDossierStep, by: Circumstances) -> Facts:
    dossier = known_dossier(hall, wish.dossier)
    last = dossier.last_step
    if last is None or last.step is DossierStep.STRIKE or last.step != wish.step:
        raise Refused(
            Refusal.NOT_THE_LAST_STEP,
            dossier=dossier.dossier,
            step=wish.step,
            last_step=last.step if last else "",
        )
    before = _standing_step(last.before)
    due = last.was or dossier.due
    yield events.DossierStepUndone(
        **act_of(hall, dossier.dossier, wish.counter, by),
        reason=wish.reason,
        step=last.step,
        taken_on=last.day or dossier.received_on,
        punctuality=_kept(dossier, last),
        state=_state_before(dossier, last, before),
        state_since=before.at if before else dossier.received_at,
        department=_department_before(dossier, last),
        supplements=dossier.supplements - (last.step is DossierStep.REQUEST_SUPPLEMENT),
        due_at=due.due_at,
        due_day=due.due_day,
        last_day=due.last_day,
    )


def strike_rating(hall: Hall, wish: commands.StrikeRating, by: Circumstances) -> Facts:
    rating = hall.ratings.get(wish.visit)
    if rating is None:
        raise Refused(Refusal.UNKNOWN_RATING, visit=wish.visit)
    yield events.RatingStruck(
        at=by.at,
        visit=wish.visit,
        business_day=rating.business_day,
        service=rating.service,
        counter=rating.counter,
        official=rating.official,
        result=rating.result,
        attitude=rating.attitude,
        reasons=rating.reasons,
        reason=wish.reason,
        struck_by=by.actor.name,
    )


def _standing_step(step: StepTaken | None) -> StepTaken | None:
    """The newest step that led into a state; a new date leaves the state as it is."""
    while step is not None and step.step is DossierStep.REAPPOINT:
        step = step.before
    return step


def _state_before(dossier: Dossier, last: StepTaken, before: StepTaken | None) -> DossierState:
    if last.step is DossierStep.REAPPOINT:
        return dossier.state
    return LEADS_TO[before.step] if before else DossierState.RECEIVED


def _department_before(dossier: Dossier, last: StepTaken) -> str:
    if last.step is not DossierStep.FORWARD:
        return dossier.department
    step = last.before
    while step is not None and step.step is not DossierStep.FORWARD:
        step = step.before
    return step.department if step else dossier.counted_for


def _kept(dossier: Dossier, last: StepTaken) -> Punctuality | None:
    """How the dossier had been finished, if that is what is undone."""
    if last.step is not DossierStep.FINISH:
        return None
    if to_the_minute(last.at) > dossier.due_at:
        return Punctuality.LATE
    is_early = (last.day or dossier.received_on) < dossier.due_day
    return Punctuality.EARLY if is_early else Punctuality.ON_TIME
