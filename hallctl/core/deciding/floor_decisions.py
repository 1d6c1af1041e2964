"""What an official asks on a busy floor: a chosen call, park, resume, transfer, add, note."""

import re

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.deciding.counter_decisions import called
from hallctl.core.deciding.holding import is_held_elsewhere
from hallctl.core.guards import (
    calling_counter,
    known_reason,
    known_service,
    known_ticket,
    may_take,
    open_business_day,
    serving_counter,
    ticket_at_counter,
)
from hallctl.core.hall import Hall, OpenCounter, Ticket
from hallctl.core.life import Step, after
from hallctl.core.numbering import number_as_typed, ticket_of
from hallctl.core.refusals import Refusal, Refused

A_PERSON = re.compile(r"(?:\d[\s.\-]?){9,}|\S@\S")
"""A telephone, a citizen's number or an address of mail: none of it belongs in a journal."""


def call_ticket(hall: Hall, wish: commands.CallTicket, by: Circumstances) -> Facts:
    calling_counter(hall, wish.counter, by.plan)
    yield called(hall, _left_to(hall, known_ticket(hall, wish.ticket), wish), wish.counter, by.at)


def call_number(hall: Hall, wish: commands.CallNumber, by: Circumstances) -> Facts:
    counter = calling_counter(hall, wish.counter, by.plan)
    number = number_as_typed(wish.number)
    if number.isascii() and number.isdigit():
        number = _by_figures(hall, counter, number)
    ticket = hall.tickets.get(ticket_of(open_business_day(hall), number))
    if ticket is None:
        raise Refused(Refusal.UNKNOWN_NUMBER, number=number)
    yield called(hall, _left_to(hall, ticket, wish), wish.counter, by.at)


def _left_to(hall: Hall, ticket: Ticket, wish: commands.CallTicket | commands.CallNumber) -> Ticket:
    """Whoever was sent to an open counter is called elsewhere only by somebody who knows it."""
    if is_held_elsewhere(hall, ticket, wish.counter) and ticket.held_for != wish.held_for:
        raise Refused(Refusal.HELD_FOR_ANOTHER, number=ticket.number, held_for=ticket.held_for)
    return ticket


def _by_figures(hall: Hall, counter: OpenCounter, figures: str) -> str:
    """``12`` is the one number with these figures that the counter may call; else none, or unclear.

    Those who wait for another counter only are meant where nobody else is.
    """
    own, elsewhere = list[str](), list[str]()
    for one in hall.tickets.values():
        if int(one.number[1:]) == int(figures) and after(one.state, Step.CALL) is not None:
            if is_held_elsewhere(hall, one, counter.counter):
                elsewhere.append(one.number)
            elif one.held_for == counter.counter or one.service in counter.services:
                own.append(one.number)
    meant = own or elsewhere
    if len(meant) > 1:
        raise Refused(Refusal.NUMBER_NOT_CLEAR, number=figures, numbers=", ".join(meant))
    return meant[0] if meant else figures


def park(hall: Hall, wish: commands.Park, by: Circumstances) -> Facts:
    ticket = ticket_at_counter(hall, wish.counter, by.plan, Step.PARK)
    yield events.TicketParked(
        at=by.at,
        ticket=ticket.ticket,
        number=ticket.number,
        counter=wish.counter,
        reason=known_reason(by.plan, "park", wish.reason),
    )


def resume(hall: Hall, wish: commands.Resume, by: Circumstances) -> Facts:
    calling_counter(hall, wish.counter, by.plan)
    ticket = may_take(known_ticket(hall, wish.ticket), Step.RESUME)
    yield events.TicketResumed(
        at=by.at, ticket=ticket.ticket, number=ticket.number, counter=wish.counter
    )


def transfer(hall: Hall, wish: commands.Transfer, by: Circumstances) -> Facts:
    ticket = ticket_at_counter(hall, wish.counter, by.plan, Step.TRANSFER)
    service = _destination(hall, wish, ticket, by)
    yield events.TicketTransferred(
        at=by.at,
        ticket=ticket.ticket,
        number=ticket.number,
        counter=wish.counter,
        official=hall.counters[wish.counter].official,
        service=service,
        to_counter=wish.to_counter or "",
        is_in_front=wish.place == "front",
        queued_at=_since(ticket, wish, by.at),
        then=tuple(one for one in ticket.then if one != service),
    )


def _since(ticket: Ticket, wish: commands.Transfer, at: int) -> int:
    """From when its claim counts there: an appointed time that is still to come would be none."""
    return min(ticket.place.queued_at, at) if wish.place == "waited" else at


def _destination(hall: Hall, wish: commands.Transfer, ticket: Ticket, by: Circumstances) -> str:
    """The service it goes to. A transfer that leads nowhere else is refused."""
    service = known_service(by.plan, wish.service).service if wish.service else ticket.service
    if wish.to_counter:
        serving_counter(hall, wish.to_counter, by.plan)
    is_here = wish.to_counter in {None, wish.counter}
    if is_here and service == ticket.service:
        raise Refused(Refusal.NOWHERE_TO_TRANSFER, number=ticket.number)
    return service


def add_service(hall: Hall, wish: commands.AddService, by: Circumstances) -> Facts:
    ticket = ticket_at_counter(hall, wish.counter, by.plan, Step.GO_ON)
    service = known_service(by.plan, wish.service).service
    if service in {ticket.service, *ticket.then}:
        raise Refused(Refusal.SERVICE_PLANNED_ALREADY, number=ticket.number, service=service)
    yield events.ServicesPlanned(
        at=by.at,
        ticket=ticket.ticket,
        number=ticket.number,
        services=(*ticket.then, service),
    )


def note_visit(hall: Hall, wish: commands.NoteVisit, by: Circumstances) -> Facts:
    ticket = ticket_at_counter(hall, wish.counter, by.plan, Step.RECALL)
    note = " ".join(wish.note.split())
    if not note or A_PERSON.search(note):
        raise Refused(Refusal.NOTE_NAMES_A_PERSON, number=ticket.number)
    yield events.VisitNoted(
        at=by.at,
        visit=ticket.visit,
        ticket=ticket.ticket,
        number=ticket.number,
        counter=wish.counter,
        official=hall.counters[wish.counter].official,
        note=note,
    )
