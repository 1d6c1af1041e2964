"""What visitors say of a visit that is over: two marks, and why they were low."""

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.guards import own_counter
from hallctl.core.hall import Hall, Ticket
from hallctl.core.life import TicketState
from hallctl.core.refusals import Refusal, Refused

MS_A_MINUTE = 60_000


def rate_visit(hall: Hall, wish: commands.RateVisit, by: Circumstances) -> Facts:
    ticket = _finished(hall, wish.visit, by)
    if ticket.is_rated:
        raise Refused(Refusal.ALREADY_RATED, visit=wish.visit)
    yield events.VisitRated(
        at=by.at,
        visit=ticket.visit,
        ticket=ticket.ticket,
        number=ticket.number,
        counter=ticket.counter,
        official=ticket.official,
        result=wish.result,
        attitude=wish.attitude,
        station=by.actor.name,
        device=by.actor.device,
        is_staff=by.actor.is_staff,
    )


def explain_rating(hall: Hall, wish: commands.ExplainRating, by: Circumstances) -> Facts:
    ticket = _finished(hall, wish.visit, by)
    if not ticket.owes_reasons:
        raise Refused(Refusal.NO_REASONS_ASKED, visit=wish.visit)
    known = {one.reason for one in by.plan.rules.rating_reasons}
    reasons = tuple(dict.fromkeys(wish.reasons))
    for reason in reasons:
        if reason not in known:
            raise Refused(Refusal.UNKNOWN_REASON, reason=reason)
    yield events.RatingExplained(
        at=by.at,
        visit=ticket.visit,
        ticket=ticket.ticket,
        number=ticket.number,
        counter=ticket.counter,
        official=ticket.official,
        reasons=reasons,
    )


def _finished(hall: Hall, visit: str, by: Circumstances) -> Ticket:
    """The visit's ticket, while what its visitor says still counts."""
    ticket = hall.tickets.get(visit)
    if ticket is None:
        raise Refused(Refusal.UNKNOWN_VISIT, visit=visit)
    own_counter(by.actor, ticket.counter or by.actor.counter)
    if ticket.state is not TicketState.FINISHED:
        raise Refused(Refusal.VISIT_NOT_FINISHED, visit=visit, state=ticket.state)
    if by.at > ticket.finished_at + by.plan.rules.rating_minutes * MS_A_MINUTE:
        raise Refused(Refusal.RATING_OVER, visit=visit)
    return ticket
