"""What happens to a dossier between reception and return."""

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.delivery_decisions import in_the_hall
from hallctl.core.dossier_guards import act_of, dossier_day, dossier_that_may
from hallctl.core.dossier_life import DossierStep, Punctuality
from hallctl.core.dossier_shelf import Dossier
from hallctl.core.dossier_time import to_the_minute
from hallctl.core.hall import Hall
from hallctl.core.refusals import Refusal, Refused


def forward_dossier(hall: Hall, wish: commands.ForwardDossier, by: Circumstances) -> Facts:
    dossier = dossier_that_may(hall, wish, DossierStep.FORWARD)
    department = wish.department or dossier.department
    known = {one.department for one in by.plan.departments}
    if wish.department is not None and department not in known:
        raise Refused(Refusal.UNKNOWN_DEPARTMENT, department=department)
    act = act_of(hall, dossier.dossier, wish.counter, by)
    yield events.DossierForwarded(**act, department=department)


def process_dossier(hall: Hall, wish: commands.ProcessDossier, by: Circumstances) -> Facts:
    dossier = dossier_that_may(hall, wish, DossierStep.TAKE_UP)
    yield events.DossierTakenUp(**act_of(hall, dossier.dossier, wish.counter, by))


def request_supplement(hall: Hall, wish: commands.RequestSupplement, by: Circumstances) -> Facts:
    dossier = dossier_that_may(hall, wish, DossierStep.REQUEST_SUPPLEMENT)
    act = act_of(hall, dossier.dossier, wish.counter, by)
    # A second one is allowed; the national indicators count the dossier as late from then on.
    request = dossier.supplements + 1
    yield events.SupplementRequested(**act, reason=wish.reason, request=request, needs=wish.needs)


def finish_dossier(hall: Hall, wish: commands.FinishDossier, by: Circumstances) -> Facts:
    dossier = dossier_that_may(hall, wish, DossierStep.FINISH)
    act = act_of(hall, dossier.dossier, wish.counter, by)
    yield events.DossierFinished(**act, punctuality=punctuality(hall, dossier, by))


def return_dossier(hall: Hall, wish: commands.ReturnDossier, by: Circumstances) -> Facts:
    dossier = dossier_that_may(hall, wish, DossierStep.RETURN)
    in_the_hall(hall, dossier)
    yield events.DossierReturned(**act_of(hall, dossier.dossier, wish.counter, by))


def refuse_dossier(hall: Hall, wish: commands.RefuseDossier, by: Circumstances) -> Facts:
    dossier = dossier_that_may(hall, wish, DossierStep.REFUSE)
    act = act_of(hall, dossier.dossier, wish.counter, by)
    yield events.DossierRefused(**act, reason=wish.reason)


def withdraw_dossier(hall: Hall, wish: commands.WithdrawDossier, by: Circumstances) -> Facts:
    dossier = dossier_that_may(hall, wish, DossierStep.WITHDRAW)
    yield events.DossierWithdrawn(**act_of(hall, dossier.dossier, wish.counter, by))


def stop_dossier(hall: Hall, wish: commands.StopDossier, by: Circumstances) -> Facts:
    dossier = dossier_that_may(hall, wish, DossierStep.STOP)
    act = act_of(hall, dossier.dossier, wish.counter, by)
    yield events.DossierStopped(**act, reason=wish.reason)


def punctuality(hall: Hall, dossier: Dossier, by: Circumstances) -> Punctuality:
    """Early on a day before the due day, on time until the due minute, late after it."""
    if to_the_minute(by.at) > dossier.due_at:
        return Punctuality.LATE
    is_early = dossier_day(hall, by) < dossier.due_day
    return Punctuality.EARLY if is_early else Punctuality.ON_TIME
