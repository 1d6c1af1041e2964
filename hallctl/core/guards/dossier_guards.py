"""What decisions about dossiers ask before they grant: each answers with the thing or refuses."""

from datetime import date
from typing import TypedDict

from hallctl.core import commands
from hallctl.core.calendar import ONE_DAY, Calendar
from hallctl.core.catalogue import Procedure
from hallctl.core.circumstances import Circumstances
from hallctl.core.commands.dossier_commands import StepCommand
from hallctl.core.dossier_codes import CodeError, parse_code
from hallctl.core.dossier_life import DossierStep, dossier_after
from hallctl.core.hall import Hall
from hallctl.core.hall.dossier import Dossier
from hallctl.core.permissions import Role
from hallctl.core.refusals import Refusal, Refused


class Act(TypedDict):
    """What every fact about a dossier begins with: when, which, on what day, where and whose."""

    at: int
    dossier: str
    day: date
    counter: str
    official: str


class StepAct(Act):
    """The same of a step, and when it was really taken; 0 where that is now."""

    taken_at: int


def dossier_day(hall: Hall, by: Circumstances) -> date:
    """The hall's date for dossiers; a clock that steps back turns back neither it nor a seal."""
    sealed = hall.seals.dossiers
    after_seal = sealed.day + ONE_DAY if sealed else by.today
    return max(by.today, hall.dossiers.day or by.today, after_seal)


def act_of(hall: Hall, dossier: str, counter: str | None, by: Circumstances) -> Act:
    """Who acts on the dossier: the official at the counter, else the token's name."""
    if counter is not None and by.plan.counter(counter) is None:
        raise Refused(Refusal.UNKNOWN_COUNTER, counter=counter)
    place = counter or by.actor.counter
    serving = hall.counters.get(place)
    return Act(
        at=by.at,
        dossier=dossier,
        day=dossier_day(hall, by),
        counter=place,
        official=serving.official if serving else by.actor.name,
    )


def step_of(hall: Hall, dossier: Dossier, wish: StepCommand, by: Circumstances) -> StepAct:
    """The act of a step: taken now, or before and told of now."""
    act = act_of(hall, dossier.dossier, wish.counter, by)
    return StepAct(**act, taken_at=_told(dossier, wish, by))


def _told(dossier: Dossier, wish: StepCommand, by: Circumstances) -> int:
    """0 of a step taken now. Only the hall's own machine brings in what happened elsewhere."""
    if wish.taken_at is None:
        return 0
    if by.actor.role is not Role.ADMIN:
        raise Refused(Refusal.NOT_ALLOWED, role=by.actor.role)
    if wish.taken_at > by.at:
        raise Refused(Refusal.STEP_IN_THE_FUTURE, taken_at=wish.taken_at)
    last_at = max(dossier.last_step.at if dossier.last_step else 0, dossier.complete_at)
    if wish.taken_at < last_at:
        raise Refused(Refusal.STEP_BEFORE_THE_LAST, taken_at=wish.taken_at, last_at=last_at)
    return wish.taken_at


def known_dossier(hall: Hall, text: str) -> Dossier:
    """The dossier of a code as scanned or typed."""
    try:
        code = str(parse_code(text))
    except CodeError as error:
        raise Refused(
            Refusal.DOSSIER_CODE_DAMAGED, dossier=text, part=error.part, wrong=str(error)
        ) from error
    dossier = hall.dossiers.every.get(code)
    if dossier is None:
        raise Refused(Refusal.UNKNOWN_DOSSIER, dossier=code)
    return dossier


def dossier_that_may(hall: Hall, wish: commands.DossierCommand, step: DossierStep) -> Dossier:
    """The wish's dossier, if its state allows the step."""
    return dossier_may(known_dossier(hall, wish.dossier), step)


def dossier_may(dossier: Dossier, step: DossierStep) -> Dossier:
    """The dossier, if its state allows the step."""
    if dossier_after(dossier.state, step) is None:
        raise Refused(
            Refusal.DOSSIER_NOT_ALLOWED, dossier=dossier.dossier, state=dossier.state, step=step
        )
    return dossier


def handled_procedure(code: str, by: Circumstances, day: date) -> Procedure:
    """The catalogue's procedure, if this hall takes it in on that day."""
    procedure = by.plan.dossiers.procedure_on(code, day)
    if procedure is None:
        raise Refused(Refusal.UNKNOWN_PROCEDURE, procedure=code)
    if not procedure.is_handled(day):
        place = procedure.elsewhere
        raise Refused(
            Refusal.PROCEDURE_ELSEWHERE,
            procedure=code,
            where=place.where if place else "",
            why=place.why if place else "",
            here_from=procedure.here_from.isoformat() if procedure.here_from else "",
        )
    return procedure


def day_worked(due_day: date, due_at: int, hours: Calendar) -> None:
    """Refuse to promise a day on which nobody is there."""
    if not hours.is_working(due_day):
        raise Refused(Refusal.DUE_ON_A_DAY_OFF, due_at=due_at, holiday=hours.why_off(due_day))
