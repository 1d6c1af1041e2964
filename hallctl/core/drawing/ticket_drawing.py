"""A ticket's own page: what its holder is told, wherever the ticket has got to."""

from typing import TypedDict

from hallctl.core import views
from hallctl.core.drawing.counter_drawing import service_name
from hallctl.core.drawing.glance import Glance
from hallctl.core.drawing.heading import head_of
from hallctl.core.expecting import Prospect, prospect_of
from hallctl.core.hall import Hall, Ticket
from hallctl.core.hall.queueing import Moment, ahead_of
from hallctl.core.life import TicketState
from hallctl.core.opening_hours import next_opening
from hallctl.core.plan import Plan, Words


class _Standing(TypedDict):
    """What has become of the ticket, beside its state."""

    came_from: Words | None
    to_counter: str
    park_reason: Words | None
    parked_at: int | None
    call_withdrawn: bool
    is_carried: bool
    is_carried_over: bool
    valid_at: int | None


def ticket_view(
    hall: Hall, plan: Plan, glance: Glance, at: int, name: str
) -> views.TicketView | None:
    """The page of a ticket of today; a number that was carried over is today's. Else None."""
    ticket = hall.ticket(name)
    if ticket is None:
        return None
    ahead = _ahead(hall, plan, ticket, at)
    is_waiting = ticket.state is TicketState.WAITING
    prospect = prospect_of(glance.outlook, ticket) if is_waiting else Prospect(None, 0)
    return views.TicketView(
        **head_of(hall, plan, at),
        ticket=ticket.ticket,
        visit=ticket.visit,
        number=ticket.number,
        service_name=service_name(plan, ticket.service),
        state=ticket.state.value,
        ahead=ahead,
        others_first=prospect.others_first,
        expected_wait_s=prospect.wait_s,
        counter=ticket.counter,
        issued_at=ticket.issued_at,
        called_at=ticket.called_at or None,
        calls=ticket.calls,
        language=ticket.language,
        rate_until=_rate_until(plan, ticket, at),
        owes_reasons=ticket.owes_reasons and at <= rating_ends(plan, ticket),
        reasons=glance.rating_reasons,
        then=tuple(service_name(plan, one) for one in ticket.then),
        appointment_at=ticket.appointment_at,
        near=plan.phone.near,
        comment_until=comment_until(plan, ticket, at),
        **_standing(hall, plan, ticket, at),
    )


def rating_ends(plan: Plan, ticket: Ticket) -> int:
    """Until when the finished visit may be rated (ms since 1970)."""
    return ticket.finished_at + round(plan.rules.rating_minutes * 60_000)


def services_at(hall: Hall, plan: Plan, counter: str) -> tuple[str, ...]:
    """What the counter serves; while it is closed, what it offers."""
    serving, planned = hall.counters.get(counter), plan.counter(counter)
    return serving.services if serving else planned.services if planned else ()


def _standing(hall: Hall, plan: Plan, ticket: Ticket, at: int) -> _Standing:
    is_parked = ticket.state is TicketState.PARKED
    is_carried_over = ticket.state is TicketState.LAPSED and ticket in hall.carried
    return {
        "came_from": service_name(plan, ticket.came_from) if ticket.came_from else None,
        "to_counter": ticket.held_for,
        "park_reason": plan.floor.reason_name(ticket.park_reason) if is_parked else None,
        "parked_at": ticket.parked_at if is_parked else None,
        "call_withdrawn": _is_call_withdrawn(hall, ticket),
        "is_carried": bool(ticket.carried_from),
        "is_carried_over": is_carried_over,
        "valid_at": next_opening(plan, at) if is_carried_over else None,
    }


def _is_call_withdrawn(hall: Hall, ticket: Ticket) -> bool:
    if ticket.state is not TicketState.WAITING or not ticket.calls:
        return False
    newest = next((one for one in reversed(hall.calls) if one.ticket == ticket.ticket), None)
    return newest is not None and newest.is_withdrawn


def _rate_until(plan: Plan, ticket: Ticket, at: int) -> int | None:
    is_open = ticket.state is TicketState.FINISHED and not ticket.is_rated
    until = rating_ends(plan, ticket)
    return until if is_open and at <= until else None


def comment_until(plan: Plan, ticket: Ticket, at: int) -> int | None:
    """Until when its visitor may write something beside the marks; None where not (yet)."""
    until = rating_ends(plan, ticket)
    may = plan.rating.comments and ticket.is_rated and ticket.state is TicketState.FINISHED
    return until if may and at <= until else None


def _ahead(hall: Hall, plan: Plan, ticket: Ticket, at: int) -> int:
    if ticket.state is not TicketState.WAITING:
        return 0
    names: tuple[str, ...] = (ticket.queue,)
    if ticket.held_for and ticket.service in services_at(hall, plan, ticket.held_for):
        names = (ticket.queue, ticket.service)
    return ahead_of(hall.queues, names, ticket.lane, ticket.place, Moment(plan.rules, at))
