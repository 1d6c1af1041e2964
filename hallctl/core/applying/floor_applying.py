"""Facts of a busy floor change the hall; like all facts, none of them may refuse."""

from collections.abc import Callable
from typing import Any

from hallctl.core.applying.profile_applying import profile_chosen
from hallctl.core.applying.remembering import remembered
from hallctl.core.applying.ticket_moving import (
    free_counter_of,
    leave_line,
    move,
    move_to_service,
    stand_in_line,
)
from hallctl.core.applying.undoing import undo
from hallctl.core.events import floor_events as events
from hallctl.core.events.event import Event
from hallctl.core.hall import Hall
from hallctl.core.hall.queueing import FRONT
from hallctl.core.life import TicketState


def _ticket_parked(hall: Hall, event: events.TicketParked) -> None:
    ticket = hall.tickets[event.ticket]
    free_counter_of(hall, ticket, event.at)
    move(hall, ticket, TicketState.PARKED)
    ticket.parked_at = event.at
    ticket.park_reason = event.reason
    hall.parked[event.ticket] = None
    for hand in hall.hands(event.counter, ticket.official):
        hand.parked += 1


def _ticket_resumed(hall: Hall, event: events.TicketResumed) -> None:
    ticket = hall.tickets[event.ticket]
    counter = hall.counters[event.counter]
    hall.parked.pop(event.ticket, None)
    move(hall, ticket, TicketState.CALLED)
    ticket.called_at = event.at
    ticket.counter = event.counter
    ticket.official = counter.official
    ticket.recalls = ticket.recalled_at = 0
    counter.ticket = event.ticket


def _ticket_transferred(hall: Hall, event: events.TicketTransferred) -> None:
    ticket = hall.tickets[event.ticket]
    free_counter_of(hall, ticket, event.at)
    move(hall, ticket, TicketState.WAITING)
    ticket.came_from = ticket.service if ticket.service != event.service else ""
    move_to_service(hall, ticket, event.service)
    ticket.counter = ticket.official = ""
    ticket.leg += 1
    ticket.lane = FRONT if event.is_in_front else ticket.group
    ticket.held_for = event.to_counter
    if event.then is not None:
        ticket.then = event.then
    stand_in_line(hall, ticket, event.queued_at)
    for hand in hall.hands(event.counter, event.official):
        hand.transferred += 1


def _ticket_released(hall: Hall, event: events.TicketReleased) -> None:
    ticket = hall.tickets[event.ticket]
    leave_line(hall, ticket)
    ticket.held_for = ""
    stand_in_line(hall, ticket, ticket.place.queued_at)


def _services_planned(hall: Hall, event: events.ServicesPlanned) -> None:
    ticket = hall.tickets[event.ticket]
    for service in event.services:
        if service not in ticket.then:
            ticket.added_at = {**ticket.added_at, service: event.at}
    ticket.then = event.services


def _leg_finished(hall: Hall, event: events.LegFinished) -> None:
    ticket = hall.tickets[event.ticket]
    served_for = event.at - ticket.called_at
    free_counter_of(hall, ticket, event.at)
    move(hall, ticket, TicketState.WAITING).finish(served_for)
    ticket.came_from = ticket.service
    move_to_service(hall, ticket, event.service)
    ticket.counter = ticket.official = ""
    ticket.leg += 1
    ticket.then = event.then
    ticket.lane, ticket.held_for = ticket.group, ""
    stand_in_line(hall, ticket, event.queued_at)
    for hand in hall.hands(event.counter, event.official):
        hand.finished += 1
        hand.served_for += served_for


def _visit_noted(hall: Hall, event: events.VisitNoted) -> None:
    ticket = hall.tickets[event.ticket]
    ticket.notes = (*ticket.notes, event.note)


def _ticket_ended(hall: Hall, event: events.TicketEnded) -> None:
    hall.missed.pop(event.ticket, None)
    move(hall, hall.tickets[event.ticket], TicketState.ENDED)


def _break_started(hall: Hall, event: events.BreakStarted) -> None:
    counter = hall.counters[event.counter]
    counter.break_reason, counter.break_from = event.reason, event.at
    for hand in hall.hands(event.counter, event.official):
        hand.breaks += 1


def _break_ended(hall: Hall, event: events.BreakEnded) -> None:
    counter = hall.counters[event.counter]
    for hand in hall.hands(event.counter, event.official):
        hand.break_for += event.at - counter.break_from
    counter.break_reason, counter.break_from = "", 0
    hall.desk(event.counter).free_since = event.at


def _official_substituted(hall: Hall, event: events.OfficialSubstituted) -> None:
    counter = hall.counters[event.counter]
    counter.official = event.official
    if counter.ticket:
        hall.tickets[counter.ticket].official = event.official


APPLY_ON_THE_FLOOR: dict[type[Event], Callable[[Hall, Any], None]] = {
    events.TicketParked: remembered(_ticket_parked),
    events.TicketResumed: remembered(_ticket_resumed),
    events.TicketTransferred: remembered(_ticket_transferred),
    events.TicketReleased: _ticket_released,
    events.ServicesPlanned: _services_planned,
    events.LegFinished: remembered(_leg_finished),
    events.VisitNoted: _visit_noted,
    events.PressUndone: undo,
    events.TicketEnded: _ticket_ended,
    events.BreakStarted: _break_started,
    events.BreakEnded: _break_ended,
    events.OfficialSubstituted: _official_substituted,
    events.ProfileChosen: profile_chosen,
}
