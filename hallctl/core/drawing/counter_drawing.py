"""What a counter sees of its day: the ticket before it, who waits, who was missed."""

from itertools import islice

import msgspec

from hallctl.core import views
from hallctl.core.choosing import Calling
from hallctl.core.deciding.no_shows import due_at
from hallctl.core.drawing.floor_drawing import recall_from, recalls_left
from hallctl.core.hall import Desk, Hall, Ticket
from hallctl.core.hall.queueing import FRONT, Moment, first_tickets
from hallctl.core.plan import NORMAL, Plan, Words
from hallctl.core.plan.floor_rules import FloorRules
from hallctl.core.waits import waited_s

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
        then=tuple(service_name(plan, one) for one in ticket.then),
        notes=ticket.notes,
        dossier=ticket.dossier,
        appointment_at=ticket.appointment_at,
        recall_from=recall_from(ticket, plan.floor),
        recalls_left=recalls_left(ticket, plan.floor),
    )


def ticket_on_sign(hall: Hall, plan: Plan, counter: str) -> views.CurrentTicket | None:
    """The same for everybody's eyes: without what only the official needs to know of the visit."""
    current = current_ticket(hall, plan, counter)
    return current and msgspec.structs.replace(current, dossier="", notes=())


def waiting_tickets_of(
    hall: Hall, services: tuple[str, ...], moment: Moment, count: int
) -> tuple[views.WaitingTicket, ...]:
    """The first of those waiting for these services, in the order of their claims."""
    names = first_tickets(hall.queues, services, moment, count)
    return tuple(waiting_ticket(hall.tickets[name], moment.at) for name in names)


def waiting_total(calling: Calling) -> int:
    """Everybody the counter may call."""
    return sum(len(line) for _, line in calling.hall.queues.lines(calling.queues))


def missed_tickets(
    hall: Hall, services: tuple[str, ...], floor: FloorRules
) -> tuple[views.MissedTicket, ...]:
    """The newest no-shows of these services."""
    stays = floor.no_show_then == "stay"
    newest = (hall.tickets[name] for name in reversed(hall.missed))
    ours = (ticket for ticket in newest if ticket.service in services)
    return tuple(
        views.MissedTicket(
            ticket=one.ticket,
            number=one.number,
            missed_at=one.missed_at,
            until=None if stays else due_at(one, floor),
        )
        for one in islice(ours, MISSED_SHOWN)
    )


def own_figures(hall: Hall, counter: str) -> views.OwnFigures:
    """The official's day so far, or the counter's while nobody sits there."""
    serving = hall.counters.get(counter)
    desk = hall.work.get(serving.official) if serving else hall.desks.get(counter)
    desk = desk or Desk()
    average = desk.served_for // desk.finished // 1000 if desk.finished else None
    return views.OwnFigures(
        called=desk.called,
        finished=desk.finished,
        missed=desk.missed,
        average_service_s=average,
        parked=desk.parked,
        transferred=desk.transferred,
        breaks=desk.breaks,
        break_s=desk.break_for // 1000,
    )


def service_name(plan: Plan, service: str) -> Words:
    """The service's name, or its id where the plan has dropped it."""
    known = plan.service(service)
    return known.name if known else Words(service)


def waiting_ticket(ticket: Ticket, at: int) -> views.WaitingTicket:
    """Somebody who waits, as a panel lists them."""
    return views.WaitingTicket(
        ticket=ticket.ticket,
        number=ticket.number,
        service=ticket.service,
        has_priority=ticket.group != NORMAL,
        queued_at=ticket.place.queued_at,
        waited_s=waited_s(ticket, at),
        is_in_front=ticket.lane == FRONT,
        is_held=bool(ticket.held_for),
        appointment_at=ticket.appointment_at,
    )
