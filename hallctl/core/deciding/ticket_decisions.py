"""What happens to a ticket away from the counter: issued, printed, requeued, cancelled."""

from typing import NamedTuple

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.deciding.dossier_collecting import visited_dossier
from hallctl.core.deciding.holding import let_go
from hallctl.core.guards import (
    known_service,
    known_ticket,
    may_take,
    open_business_day,
    own_counter,
    priority_group,
    spoken_language,
)
from hallctl.core.hall import Hall
from hallctl.core.hall.queueing import Moment, Place, ahead_of
from hallctl.core.leasing import next_serial
from hallctl.core.legs import planned
from hallctl.core.life import Step, TicketState
from hallctl.core.numbering import number_of, ticket_of
from hallctl.core.offering import Asked, why_shut
from hallctl.core.permissions import Role
from hallctl.core.plan import APPOINTED, Service
from hallctl.core.refusals import Refusal, Refused


class TicketAsked(NamedTuple):
    """What a number is given for; with an appointment, for when."""

    group: str
    language: str
    then: tuple[str, ...] = ()
    dossier: str = ""
    appointment: str = ""
    appointment_at: int = 0
    command_id: str = ""
    """Of the wish."""


def issue_ticket(hall: Hall, wish: commands.IssueTicket, by: Circumstances) -> Facts:
    open_business_day(hall)
    asked = dict.fromkeys((wish.service, *wish.also))
    for name in asked:
        _must_be_offered(hall, known_service(by.plan, name), by)
    group = priority_group(wish.priority, by.plan)
    dossier = visited_dossier(hall, wish, by.plan)
    first, *then = asked
    if then:
        coming = Place(by.at, len(hall.tickets), "")
        first, *then = planned(hall, by.plan, asked, coming, group)
    language = spoken_language(wish.language, by.plan)
    service = known_service(by.plan, first)
    wished = TicketAsked(group, language, tuple(then), dossier, command_id=str(wish.command_id))
    yield issued(hall, by, service, wished)


def issued(
    hall: Hall, by: Circumstances, service: Service, asked: TicketAsked
) -> events.TicketIssued:
    """The next number of the service; its paper comes out where it was asked for."""
    serial = next_serial(hall, service.letter)
    number = number_of(service.letter, serial)
    ticket = ticket_of(open_business_day(hall), number)
    place = Place(asked.appointment_at or by.at, len(hall.tickets), ticket)
    lane = APPOINTED if asked.appointment else asked.group
    moment = Moment(by.plan.rules, by.at)
    return events.TicketIssued(
        at=by.at,
        ticket=ticket,
        visit=ticket,
        number=number,
        serial=serial,
        letter=service.letter,
        service=service.service,
        group=asked.group,
        language=asked.language,
        station=by.actor.name if by.actor.prints else "",
        ahead=ahead_of(hall.queues, (service.service,), lane, place, moment),
        then=asked.then,
        dossier=asked.dossier,
        channel="" if by.actor.role is Role.KIOSK else by.actor.role,
        appointment=asked.appointment,
        appointment_at=asked.appointment_at,
        command_id=asked.command_id if by.actor.prints else "",
    )


def _must_be_offered(hall: Hall, service: Service, by: Circumstances) -> None:
    shut = why_shut(Asked(hall, by.plan, service, by.at))
    if shut is not None:
        raise Refused(
            Refusal.SERVICE_SHUT,
            service=service.service,
            why=shut.why,
            again_at=shut.again_at or 0,
        )


def requeue(hall: Hall, wish: commands.Requeue, by: Circumstances) -> Facts:
    open_business_day(hall)
    ticket = known_ticket(hall, wish.ticket)
    may_take(ticket, Step.REQUEUE)
    if wish.state is not None and ticket.state != wish.state:
        raise Refused(Refusal.TICKET_HAS_MOVED_ON, number=ticket.number)
    if ticket.state is TicketState.CALLED:
        own_counter(by.actor, ticket.counter)
    # Called by mistake, or parked, keeps its place; whoever was absent waits again from now.
    queued_at = by.at if ticket.state is TicketState.MISSED else ticket.place.queued_at
    yield events.TicketRequeued(
        at=by.at, ticket=ticket.ticket, number=ticket.number, queued_at=queued_at
    )
    yield from let_go(hall, ticket, by.at)


def cancel_ticket(hall: Hall, wish: commands.CancelTicket, by: Circumstances) -> Facts:
    ticket = known_ticket(hall, wish.ticket)
    may_take(ticket, Step.CANCEL)
    yield events.TicketCancelled(at=by.at, ticket=ticket.ticket, number=ticket.number)
