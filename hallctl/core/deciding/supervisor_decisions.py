"""What is granted to whoever runs the hall."""

from collections.abc import Callable
from typing import Any

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.deciding.board_decisions import known_zone
from hallctl.core.deciding.counter_decisions import closed
from hallctl.core.guards import (
    free_counter,
    known_ticket,
    may_sit_at,
    open_business_day,
    priority_group,
    serving_counter,
)
from hallctl.core.hall import Hall
from hallctl.core.life import TicketState
from hallctl.core.refusals import Refusal, Refused


def change_services(hall: Hall, wish: commands.ChangeServices, by: Circumstances) -> Facts:
    serving_counter(hall, wish.counter, by.plan)
    for service in wish.services:
        if by.plan.service(service) is None:
            raise Refused(Refusal.UNKNOWN_SERVICE, service=service)
    services = tuple(dict.fromkeys(wish.services))
    yield events.ServicesChanged(at=by.at, counter=wish.counter, services=services)


def put_up_notice(hall: Hall, wish: commands.PutUpNotice, by: Circumstances) -> Facts:
    open_business_day(hall)
    zone = known_zone(by.plan, wish.zone)
    en = (wish.en or "").strip()
    yield events.NoticePutUp(at=by.at, vi=wish.vi.strip(), en=en, zone=zone)


def take_down_notice(hall: Hall, wish: commands.TakeDownNotice, by: Circumstances) -> Facts:
    zone = known_zone(by.plan, wish.zone)
    if (hall.boards.notices.get(zone) if zone else hall.notice) is None:
        raise Refused(Refusal.NO_NOTICE_UP)
    yield events.NoticeTakenDown(at=by.at, zone=zone)


def give_priority(hall: Hall, wish: commands.GivePriority, by: Circumstances) -> Facts:
    ticket = known_ticket(hall, wish.ticket)
    if ticket.state is not TicketState.WAITING:
        raise Refused(Refusal.NOT_WAITING, number=ticket.number, state=ticket.state)
    group = priority_group(wish.priority, by.plan)
    if ticket.group == group:
        raise Refused(Refusal.SAME_PRIORITY, number=ticket.number)
    yield events.TicketPrioritised(
        at=by.at, ticket=ticket.ticket, number=ticket.number, group=group
    )


def move_counter(hall: Hall, wish: commands.MoveCounter, by: Circumstances) -> Facts:
    serving = free_counter(hall, wish.counter, by.plan)
    if by.plan.counter(wish.to) is None:
        raise Refused(Refusal.UNKNOWN_COUNTER, counter=wish.to)
    may_sit_at(by.plan, serving.official, wish.to)
    there = hall.counters.get(wish.to)
    if there is not None:
        raise Refused(Refusal.COUNTER_ALREADY_OPEN, counter=wish.to, official=there.official)
    opened = events.CounterOpened(
        at=by.at,
        counter=wish.to,
        official=serving.official,
        services=serving.services,
        profile=serving.profile,
    )
    yield from closed(hall, serving, by.at)
    yield opened


DECIDE_FOR_SUPERVISORS: dict[
    type[commands.Command], Callable[[Hall, Any, Circumstances], Facts]
] = {
    commands.ChangeServices: change_services,
    commands.PutUpNotice: put_up_notice,
    commands.TakeDownNotice: take_down_notice,
    commands.GivePriority: give_priority,
    commands.MoveCounter: move_counter,
}
