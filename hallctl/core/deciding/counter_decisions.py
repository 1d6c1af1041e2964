"""What an official asks at a counter: open, call, recall, no-show, finish, close."""

from hallctl.core import commands, events
from hallctl.core.choosing import next_for
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.deciding.profile_decisions import profile_meant
from hallctl.core.guards import (
    at_no_other_counter,
    calling_counter,
    free_counter,
    known_reason,
    may_sit_at,
    may_take,
    open_business_day,
    ticket_at_counter,
)
from hallctl.core.guards.signed_in import who_serves
from hallctl.core.hall import Hall, OpenCounter, Ticket
from hallctl.core.legs import asked_at, next_legs
from hallctl.core.life import Step
from hallctl.core.refusals import Refusal, Refused


def open_counter(hall: Hall, wish: commands.OpenCounter, by: Circumstances) -> Facts:
    open_business_day(hall)
    counter = by.plan.counter(wish.counter)
    if counter is None:
        raise Refused(Refusal.UNKNOWN_COUNTER, counter=wish.counter)
    holder = hall.counters.get(wish.counter)
    if holder is not None:
        raise Refused(Refusal.COUNTER_ALREADY_OPEN, counter=wish.counter, official=holder.official)
    official = who_serves(by, wish.counter, wish.official)
    at_no_other_counter(hall, official, wish.counter)
    may_sit_at(by.plan, official, wish.counter)
    for service in wish.services:
        if by.plan.service(service) is None:
            raise Refused(Refusal.UNKNOWN_SERVICE, service=service)
    profile = profile_meant(by.plan, counter, wish.profile)
    yield events.CounterOpened(
        at=by.at,
        counter=wish.counter,
        official=official,
        services=tuple(dict.fromkeys(wish.services)) or profile.services,
        profile=profile.profile,
    )


def close_counter(hall: Hall, wish: commands.CloseCounter, by: Circumstances) -> Facts:
    yield from closed(hall, free_counter(hall, wish.counter, by.plan), by.at)


def closed(hall: Hall, counter: OpenCounter, at: int) -> Facts:
    """A break ends with it; whoever waits for this counter only may go to any."""
    if counter.break_reason:
        yield events.BreakEnded(at=at, counter=counter.counter, official=counter.official)
    yield events.CounterClosed(at=at, counter=counter.counter)
    for _, line in hall.queues.lines(hall.queues.held_for(counter.counter)):
        for place in line:
            number = hall.tickets[place.ticket].number
            yield events.TicketReleased(at=at, ticket=place.ticket, number=number)


def call_next(hall: Hall, wish: commands.CallNext, by: Circumstances) -> Facts:
    counter = calling_counter(hall, wish.counter, by.plan)
    name = next_for(hall, counter, by.plan, by.at)
    if name is None:
        raise Refused(Refusal.NOBODY_WAITING, counter=wish.counter)
    yield called(hall, hall.tickets[name], wish.counter, by.at)


def called(hall: Hall, ticket: Ticket, counter: str, at: int) -> events.TicketCalled:
    """The counter asks for that ticket, which must be one that may be called."""
    may_take(ticket, Step.CALL)
    return events.TicketCalled(
        at=at,
        ticket=ticket.ticket,
        number=ticket.number,
        counter=counter,
        call=hall.calls_made + 1,
    )


def recall(hall: Hall, wish: commands.Recall, by: Circumstances) -> Facts:
    ticket = ticket_at_counter(hall, wish.counter, by.plan, Step.RECALL)
    _may_recall(ticket, by)
    yield events.TicketRecalled(
        at=by.at,
        ticket=ticket.ticket,
        number=ticket.number,
        counter=wish.counter,
        call=hall.calls_made + 1,
    )


def _may_recall(ticket: Ticket, by: Circumstances) -> None:
    floor = by.plan.floor
    if floor.recall_limit and ticket.recalls >= floor.recall_limit:
        raise Refused(Refusal.RECALLS_USED_UP, number=ticket.number, recalls=floor.recall_limit)
    since = max(ticket.called_at, ticket.recalled_at)
    wait_ms = since + floor.recall_every_s * 1000 - by.at
    if wait_ms > 0:
        raise Refused(Refusal.RECALL_TOO_SOON, number=ticket.number, wait_s=-(-wait_ms // 1000))


def mark_no_show(hall: Hall, wish: commands.MarkNoShow, by: Circumstances) -> Facts:
    ticket = ticket_at_counter(hall, wish.counter, by.plan, Step.MISS)
    yield events.TicketMissed(
        at=by.at, ticket=ticket.ticket, number=ticket.number, counter=wish.counter
    )


def finish_visit(hall: Hall, wish: commands.FinishVisit, by: Circumstances) -> Facts:
    ticket = ticket_at_counter(hall, wish.counter, by.plan, Step.FINISH)
    outcome = known_reason(by.plan, "outcome", wish.outcome) if wish.outcome else ""
    counter = hall.counters[wish.counter]
    if ticket.then:
        may_take(ticket, Step.GO_ON)
        yield _leg_finished(hall, ticket, counter, outcome, by)
    else:
        yield finished(ticket, counter, by.at, outcome)


def _leg_finished(
    hall: Hall, ticket: Ticket, counter: OpenCounter, outcome: str, by: Circumstances
) -> events.LegFinished:
    service, *then = next_legs(hall, by.plan, ticket, by.at)
    return events.LegFinished(
        at=by.at,
        visit=ticket.visit,
        ticket=ticket.ticket,
        number=ticket.number,
        counter=counter.counter,
        official=counter.official,
        service=service,
        then=tuple(then),
        queued_at=asked_at(ticket, service),
        outcome=outcome,
    )


def finished(
    ticket: Ticket, counter: OpenCounter, at: int, outcome: str = ""
) -> events.VisitFinished:
    """The visit is over, whatever it had still meant to do."""
    return events.VisitFinished(
        at=at,
        visit=ticket.visit,
        ticket=ticket.ticket,
        number=ticket.number,
        counter=counter.counter,
        official=counter.official,
        outcome=outcome,
    )
