"""Coming for a result: a number of the return queue that knows its dossier."""

from hallctl.core import commands
from hallctl.core.dossier_life import DossierState
from hallctl.core.guards.dossier_guards import known_dossier
from hallctl.core.hall import Hall, Ticket
from hallctl.core.hall.dossier import Dossier
from hallctl.core.life import TicketState
from hallctl.core.plan import Plan
from hallctl.core.refusals import Refusal, Refused

IN_THE_HALL = frozenset({TicketState.WAITING, TicketState.CALLED, TicketState.PARKED})


def visited_dossier(hall: Hall, wish: commands.IssueTicket, plan: Plan) -> str:
    """The code of the dossier a visit is about, or empty; one number a dossier at a time.

    In the queue of results its result has to be ready.
    """
    if wish.dossier is None:
        return ""
    dossier = known_dossier(hall, wish.dossier)
    is_collecting = wish.service == plan.dossiers.return_service
    if is_collecting and dossier.state is not DossierState.FINISHED:
        raise Refused(Refusal.DOSSIER_NOT_READY, dossier=dossier.dossier, state=dossier.state)
    if ticket := ticket_of_dossier(hall, dossier.dossier):
        raise Refused(Refusal.DOSSIER_HAS_NUMBER, dossier=dossier.dossier, number=ticket.number)
    return dossier.dossier


def ticket_of_dossier(hall: Hall, dossier: str) -> Ticket | None:
    """The ticket of whoever is in the hall for that dossier's result."""
    held = (one for one in hall.tickets.values() if one.dossier == dossier)
    return next((one for one in held if one.state in IN_THE_HALL), None)


def collecting_service(dossier: Dossier, plan: Plan) -> str:
    """The queue to take a number of for its result, or empty: not ready, posted, or no such queue."""
    service = plan.dossiers.return_service
    is_ready = dossier.state is DossierState.FINISHED and dossier.return_by != "post"
    return service if is_ready and plan.service(service) else ""
