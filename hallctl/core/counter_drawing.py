"""What a counter sees of its day: the ticket before it, who waits, who was missed."""

from itertools import islice

from hallctl.core import views
from hallctl.core.hall import Desk, Hall, Ticket
from hallctl.core.plan import NORMAL, Plan, Words
from hallctl.core.queueing import Moment, first_tickets

WAITING_SHOWN = 20
MISSED_SHOWN = 10


def current_ticket(hall: Hall, plan: Plan, counter: str) -> views.CurrentTicket | None:
    """The ticket the counter asks for or serves."""
    ticket = hall.current(counter)
    if ticket is None:
        return None
    return views.CurrentTicket(
        ticket=ticket.ticket,
        visit=ticket.visit,
        number=ticket.number,
        service=ticket.service,
        service_name=service_name(plan, ticket.service),
        language=ticket.language,
        has_priority=ticket.group != NORMAL,
        issued_at=ticket.issued_at,
        called_at=ticket.called_at,
        calls=ticket.calls,
    )


def waiting_tickets(
    hall: Hall, services: tuple[str, ...], moment: Moment
) -> tuple[views.WaitingTicket, ...]:
    """The first of those waiting for these services, in the order they would be called."""
    names = first_tickets(hall.queues, services, moment, WAITING_SHOWN)
    return tuple(_waiting(hall.tickets[name], moment.at) for name in names)


def missed_tickets(hall: Hall, services: tuple[str, ...]) -> tuple[views.MissedTicket, ...]:
    """The newest no-shows of these services."""
    newest = (hall.tickets[name] for name in reversed(hall.missed))
    ours = (ticket for ticket in newest if ticket.service in services)
    return tuple(
        views.MissedTicket(ticket=one.ticket, number=one.number, missed_at=one.missed_at)
        for one in islice(ours, MISSED_SHOWN)
    )


def own_figures(hall: Hall, counter: str) -> views.OwnFigures:
    """The counter's day so far."""
    desk = hall.desks.get(counter, Desk())
    average = desk.served_for // desk.finished // 1000 if desk.finished else None
    return views.OwnFigures(
        called=desk.called,
        finished=desk.finished,
        missed=desk.missed,
        average_service_s=average,
    )


def service_name(plan: Plan, service: str) -> Words:
    """The service's name, or its id where the plan has dropped it."""
    known = plan.service(service)
    return known.name if known else Words(service)


def _waiting(ticket: Ticket, at: int) -> views.WaitingTicket:
    return views.WaitingTicket(
        ticket=ticket.ticket,
        number=ticket.number,
        service=ticket.service,
        has_priority=ticket.group != NORMAL,
        queued_at=ticket.place.queued_at,
        waited_s=max(0, at - ticket.issued_at) // 1000,
    )
