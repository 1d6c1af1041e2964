"""What an official asks at a counter: open, call, recall, no-show, finish, close."""

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.guards import (
    free_counter,
    may_take,
    open_business_day,
    ticket_at_counter,
)
from hallctl.core.hall import Hall, OpenCounter, Ticket
from hallctl.core.life import Step
from hallctl.core.queueing import Moment, next_ticket
from hallctl.core.refusals import Refusal, Refused


def open_counter(hall: Hall, wish: commands.OpenCounter, by: Circumstances) -> Facts:
    open_business_day(hall)
    counter = by.plan.counter(wish.counter)
    if counter is None:
        raise Refused(Refusal.UNKNOWN_COUNTER, counter=wish.counter)
    holder = hall.counters.get(wish.counter)
    if holder is not None:
        raise Refused(Refusal.COUNTER_ALREADY_OPEN, counter=wish.counter, official=holder.official)
    for service in wish.services:
        if by.plan.service(service) is None:
            raise Refused(Refusal.UNKNOWN_SERVICE, service=service)
    services = tuple(dict.fromkeys(wish.services)) or counter.services
    yield events.CounterOpened(
        at=by.at, counter=wish.counter, official=wish.official, services=services
    )


def close_counter(hall: Hall, wish: commands.CloseCounter, by: Circumstances) -> Facts:
    free_counter(hall, wish.counter, by.plan)
    yield events.CounterClosed(at=by.at, counter=wish.counter)


def call_next(hall: Hall, wish: commands.CallNext, by: Circumstances) -> Facts:
    counter = free_counter(hall, wish.counter, by.plan)
    name = next_ticket(hall.queues, counter.services, Moment(by.plan.rules, by.at))
    if name is None:
        raise Refused(Refusal.NOBODY_WAITING, counter=wish.counter)
    ticket = hall.tickets[name]
    may_take(ticket, Step.CALL)
    yield events.TicketCalled(
        at=by.at,
        ticket=name,
        number=ticket.number,
        counter=wish.counter,
        call=hall.calls_made + 1,
    )


def recall(hall: Hall, wish: commands.Recall, by: Circumstances) -> Facts:
    ticket = ticket_at_counter(hall, wish.counter, by.plan, Step.RECALL)
    yield events.TicketRecalled(
        at=by.at,
        ticket=ticket.ticket,
        number=ticket.number,
        counter=wish.counter,
        call=hall.calls_made + 1,
    )


def mark_no_show(hall: Hall, wish: commands.MarkNoShow, by: Circumstances) -> Facts:
    ticket = ticket_at_counter(hall, wish.counter, by.plan, Step.MISS)
    yield events.TicketMissed(
        at=by.at, ticket=ticket.ticket, number=ticket.number, counter=wish.counter
    )


def finish_visit(hall: Hall, wish: commands.FinishVisit, by: Circumstances) -> Facts:
    ticket = ticket_at_counter(hall, wish.counter, by.plan, Step.FINISH)
    yield finished(ticket, hall.counters[wish.counter], by.at)


def finished(ticket: Ticket, counter: OpenCounter, at: int) -> events.VisitFinished:
    return events.VisitFinished(
        at=at,
        visit=ticket.visit,
        ticket=ticket.ticket,
        number=ticket.number,
        counter=counter.counter,
        official=counter.official,
    )
