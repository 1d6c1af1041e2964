"""What happens to a dossier between reception and return."""

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.deciding.delivery_decisions import in_the_hall
from hallctl.core.dossier_life import DossierStep, Punctuality
from hallctl.core.dossier_time import to_the_minute, wall_clock
from hallctl.core.guards.dossier_guards import dossier_day, dossier_that_may, step_of
from hallctl.core.hall import Hall
from hallctl.core.hall.dossier import Dossier
from hallctl.core.refusals import Refusal, Refused


def forward_dossier(hall: Hall, wish: commands.ForwardDossier, by: Circumstances) -> Facts:
    dossier = dossier_that_may(hall, wish, DossierStep.FORWARD)
    department = wish.department or dossier.department
    known = {one.department for one in by.plan.departments}
    if wish.department is not None and department not in known:
        raise Refused(Refusal.UNKNOWN_DEPARTMENT, department=department)
    act = step_of(hall, dossier, wish, by)
    yield events.DossierForwarded(**act, department=department)


def process_dossier(hall: Hall, wish: commands.ProcessDossier, by: Circumstances) -> Facts:
    dossier = dossier_that_may(hall, wish, DossierStep.TAKE_UP)
    yield events.DossierTakenUp(**step_of(hall, dossier, wish, by))


def request_supplement(hall: Hall, wish: commands.RequestSupplement, by: Circumstances) -> Facts:
    dossier = dossier_that_may(hall, wish, DossierStep.REQUEST_SUPPLEMENT)
    act = step_of(hall, dossier, wish, by)
    # A second one is allowed; the national indicators count the dossier as late from then on.
    request = dossier.supplements + 1
    yield events.SupplementRequested(**act, reason=wish.reason, request=request, needs=wish.needs)


def finish_dossier(hall: Hall, wish: commands.FinishDossier, by: Circumstances) -> Facts:
    dossier = dossier_that_may(hall, wish, DossierStep.FINISH)
    act = step_of(hall, dossier, wish, by)
    yield events.DossierFinished(**act, punctuality=punctuality(hall, dossier, by, wish.taken_at))


def return_dossier(hall: Hall, wish: commands.ReturnDossier, by: Circumstances) -> Facts:
    dossier = dossier_that_may(hall, wish, DossierStep.RETURN)
    in_the_hall(hall, dossier)
    yield events.DossierReturned(**step_of(hall, dossier, wish, by))


def refuse_dossier(hall: Hall, wish: commands.RefuseDossier, by: Circumstances) -> Facts:
    dossier = dossier_that_may(hall, wish, DossierStep.REFUSE)
    act = step_of(hall, dossier, wish, by)
    yield events.DossierRefused(**act, reason=wish.reason)


def withdraw_dossier(hall: Hall, wish: commands.WithdrawDossier, by: Circumstances) -> Facts:
    dossier = dossier_that_may(hall, wish, DossierStep.WITHDRAW)
    yield events.DossierWithdrawn(**step_of(hall, dossier, wish, by))


def stop_dossier(hall: Hall, wish: commands.StopDossier, by: Circumstances) -> Facts:
    dossier = dossier_that_may(hall, wish, DossierStep.STOP)
    act = step_of(hall, dossier, wish, by)
    yield events.DossierStopped(**act, reason=wish.reason)


def punctuality(
    hall: Hall, dossier: Dossier, by: Circumstances, told_of: int | None = None
) -> Punctuality:
    """Early on a day before the due day, on time until the due minute, late after it.

    ``told_of`` is when it was finished, where that is told later.
    """
    if to_the_minute(by.at if told_of is None else told_of) > dossier.due_at:
        return Punctuality.LATE
    day = dossier_day(hall, by)
    if told_of is not None:
        day = wall_clock(told_of, hall.dossiers.timezone(dossier)).date()
    return Punctuality.EARLY if day < dossier.due_day else Punctuality.ON_TIME
