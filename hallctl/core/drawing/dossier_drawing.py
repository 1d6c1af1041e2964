"""A dossier as the holder of its receipt sees it: where it is, when it is due, what to do.

Nobody is named: whoever finds the receipt learns the procedure and its state, and no more.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from hallctl.core.dossier_life import IN_PROCESS, DossierState, DossierStep
from hallctl.core.dossier_time import to_the_minute, wall_clock
from hallctl.core.drawing.heading import head_of
from hallctl.core.hall import Hall
from hallctl.core.hall.dossier import Dossier, StepTaken
from hallctl.core.plan import Plan, Words
from hallctl.core.views import DossierView, PastStep

LONGEST_WAY = 30
"""The newest steps shown; no honest dossier has taken more."""
IN_WORKING_TIME = frozenset({"working_day", "hour"})
WITHOUT_RESULT = frozenset({DossierStep.REFUSE, DossierStep.STOP})


def dossier_view(hall: Hall, plan: Plan, code: str, at: int) -> DossierView | None:
    """The dossier of that code at that time (ms), or None when the hall never received it."""
    dossier = hall.dossiers.every.get(code)
    if dossier is None:
        return None
    way = list(islice(_backwards(dossier.last_step), LONGEST_WAY))[::-1]
    awaits = dossier.state is DossierState.AWAITING_SUPPLEMENT
    return DossierView(
        **head_of(hall, plan, at),
        dossier=dossier.dossier,
        procedure=dossier.procedure,
        procedure_name=procedure_name(dossier, plan),
        department_name=plan.department_name(dossier.department),
        state=dossier.state.value,
        presented_at=dossier.presented_at or dossier.complete_at,
        complete_at=dossier.complete_at,
        due_at=dossier.due_at,
        term=dossier.term,
        in_working_time=dossier.term is not None and dossier.term.unit in IN_WORKING_TIME,
        is_late=is_late(dossier, at),
        asked=_asked(way) if awaits else "",
        was_due_at=dossier.was_due_at or None,
        delay_reason=_reason(way, DossierStep.REAPPOINT),
        end_reason=_reason(way, *WITHOUT_RESULT),
        finished_at=_at(way, DossierStep.FINISH),
        returned_at=_at(way, DossierStep.RETURN),
        return_by=dossier.return_by,
        steps=tuple(_past(step, plan) for step in way),
    )


def procedure_name(dossier: Dossier, plan: Plan) -> Words:
    """Its name in the catalogue of the day of receipt, in the newest that has it, or its code."""
    rules = plan.dossiers
    received = rules.catalogue_on(wall_clock(dossier.complete_at, plan.timezone).date())
    for catalogue in (received, *reversed(rules.catalogues)):
        if procedure := catalogue.procedures.get(dossier.procedure):
            return Words(procedure.name)
    return Words(dossier.procedure)


def is_late(dossier: Dossier, at: int) -> bool:
    """Whether its result is not there though it is due, or came after it was."""
    if dossier.state in IN_PROCESS:
        return to_the_minute(at) > dossier.due_at
    finished_at = _at(_backwards(dossier.last_step), DossierStep.FINISH)
    return finished_at is not None and to_the_minute(finished_at) > dossier.due_at


def _backwards(step: StepTaken | None) -> Iterator[StepTaken]:
    while step is not None:
        yield step
        step = step.before


def _past(step: StepTaken, plan: Plan) -> PastStep:
    to = plan.department_name(step.department) if step.department else None
    return PastStep(step=step.step.value, at=step.at, department_name=to, reason=step.reason)


def _at(way: Iterable[StepTaken], step: DossierStep) -> int | None:
    return next((one.at for one in way if one.step is step), None)


def _asked(way: list[StepTaken]) -> str:
    """What is missing, a line each."""
    last = next(one for one in reversed(way) if one.step is DossierStep.REQUEST_SUPPLEMENT)
    return "\n".join(last.needs) or last.reason


def _reason(way: list[StepTaken], *steps: DossierStep) -> str:
    return next((one.reason for one in reversed(way) if one.step in steps), "")
