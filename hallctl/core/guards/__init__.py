"""What decisions ask before they grant: each question answers with the thing or refuses."""

from datetime import date

from hallctl.core.hall import Hall, OpenCounter, Ticket
from hallctl.core.life import Step, after
from hallctl.core.permissions import Actor
from hallctl.core.plan import NORMAL, Plan, Service
from hallctl.core.plan.floor_rules import Kind
from hallctl.core.refusals import Refusal, Refused


def open_business_day(hall: Hall) -> date:
    if not hall.is_open or hall.business_day is None:
        raise Refused(Refusal.DAY_NOT_OPEN)
    return hall.business_day


def serving_counter(hall: Hall, counter: str, plan: Plan) -> OpenCounter:
    if plan.counter(counter) is None and counter not in hall.counters:
        raise Refused(Refusal.UNKNOWN_COUNTER, counter=counter)
    open_business_day(hall)
    if counter not in hall.counters:
        raise Refused(Refusal.COUNTER_NOT_OPEN, counter=counter)
    return hall.counters[counter]


def free_counter(hall: Hall, counter: str, plan: Plan) -> OpenCounter:
    serving = serving_counter(hall, counter, plan)
    if serving.ticket:
        number = hall.tickets[serving.ticket].number
        raise Refused(Refusal.COUNTER_BUSY, counter=counter, number=number)
    return serving


def calling_counter(hall: Hall, counter: str, plan: Plan) -> OpenCounter:
    """A free counter whose official is there."""
    serving = free_counter(hall, counter, plan)
    if serving.break_reason:
        raise Refused(Refusal.COUNTER_ON_BREAK, counter=counter, official=serving.official)
    return serving


def ticket_at_counter(hall: Hall, counter: str, plan: Plan, step: Step) -> Ticket:
    serving = serving_counter(hall, counter, plan)
    if not serving.ticket:
        raise Refused(Refusal.COUNTER_FREE, counter=counter)
    return may_take(hall.tickets[serving.ticket], step)


def known_ticket(hall: Hall, name: str) -> Ticket:
    ticket = hall.ticket(name)
    if ticket is None:
        raise Refused(Refusal.UNKNOWN_TICKET, ticket=name)
    return ticket


def may_take(ticket: Ticket, step: Step) -> Ticket:
    if after(ticket.state, step) is None:
        raise Refused(
            Refusal.TICKET_NOT_ALLOWED, number=ticket.number, state=ticket.state, step=step
        )
    return ticket


def known_service(plan: Plan, name: str) -> Service:
    service = plan.service(name)
    if service is None:
        raise Refused(Refusal.UNKNOWN_SERVICE, service=name)
    return service


def known_reason(plan: Plan, kind: Kind, reason: str) -> str:
    if all(one.reason != reason for one in plan.floor.reasons_for(kind)):
        raise Refused(Refusal.REASON_NOT_OFFERED, reason=reason, kind=kind)
    return reason


def at_no_other_counter(hall: Hall, official: str, counter: str) -> None:
    """One official holds one counter."""
    for other in hall.counters.values():
        if other.official == official and other.counter != counter:
            raise Refused(Refusal.OFFICIAL_ELSEWHERE, official=official, counter=other.counter)


def may_sit_at(plan: Plan, official: str, counter: str) -> None:
    """Some officials serve at some counters only."""
    if not plan.floor.may_sit_at(official, counter):
        raise Refused(Refusal.OFFICIAL_NOT_HERE, official=official, counter=counter)


def priority_group(priority: str | bool | None, plan: Plan) -> str:
    if not priority or priority == NORMAL:
        return NORMAL
    if priority is True:
        return next((one.group for one in plan.rules.groups if one.group != NORMAL), NORMAL)
    if plan.group(priority) is None:
        raise Refused(Refusal.UNKNOWN_PRIORITY, priority=priority)
    return priority


def spoken_language(language: str | None, plan: Plan) -> str:
    if language is None:
        return plan.rules.languages[0]
    if language not in plan.rules.languages:
        raise Refused(Refusal.UNKNOWN_LANGUAGE, language=language)
    return language


def own_counter(actor: Actor, counter: str) -> None:
    """A station at a counter touches nothing of another counter's."""
    if actor.counter and actor.counter != counter:
        raise Refused(Refusal.NOT_ALLOWED, role=actor.role, counter=actor.counter)
