"""Opening and closing the business day."""

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.deciding.carrying import SENT_AWAY, carried_over, sent_home
from hallctl.core.deciding.counter_decisions import closed, finished
from hallctl.core.deciding.reopening_decisions import (
    closing_taken_back,
    issuing_goes_on,
    may_go_on_issuing,
)
from hallctl.core.guards import open_business_day
from hallctl.core.hall import Hall
from hallctl.core.plan import Plan
from hallctl.core.refusals import Refusal, Refused


def open_day(hall: Hall, _wish: commands.OpenDay, by: Circumstances) -> Facts:
    if hall.business_day is not None and by.today < hall.business_day:
        raise Refused(Refusal.DAY_IN_THE_PAST, business_day=hall.business_day.isoformat())
    if hall.is_open and hall.business_day == by.today:
        if may_go_on_issuing(hall, by):
            return issuing_goes_on(hall, by)
        raise Refused(Refusal.DAY_ALREADY_OPEN, business_day=by.today.isoformat())
    return _opened(hall, by)


def _opened(hall: Hall, by: Circumstances) -> Facts:
    left = sent_home(hall, by.plan) if hall.is_open else []
    if hall.is_open:  # yesterday was never closed: it ended with its last fact, not overnight
        yield from _end_day(hall, by.plan, hall.last_at)
    target_s = round(by.plan.rules.target_minutes * 60)
    is_new = hall.business_day != by.today
    yield events.DayOpened(at=by.at, business_day=by.today, target_s=target_s)
    yield from carried_over(hall, by, left) if is_new else closing_taken_back(hall, by)


def close_day(hall: Hall, _wish: commands.CloseDay, by: Circumstances) -> Facts:
    yield events.ClosingBegun(at=by.at, business_day=open_business_day(hall))
    yield from _end_day(hall, by.plan, by.at)


def _end_day(hall: Hall, plan: Plan, at: int) -> Facts:
    for counter in hall.counters.values():
        if counter.ticket:
            yield finished(hall.tickets[counter.ticket], counter, at)
        yield from closed(hall, counter, at)
    is_kept = plan.floor.at_closing == "tomorrow"
    kind = events.TicketCarriedOver if is_kept else events.TicketLapsed
    for ticket in hall.tickets.values():
        if ticket.state in SENT_AWAY:
            yield kind(at=at, ticket=ticket.ticket, number=ticket.number)
    yield events.DayClosed(at=at, business_day=open_business_day(hall))
