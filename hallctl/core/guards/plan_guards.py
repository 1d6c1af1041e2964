"""What a changed plan would take from under somebody: asked before the running hall goes by it.

Facts never depend on the plan, so nothing is lost on disk. But a number whose service has gone is
called by nobody, and an official whose counter has gone has no panel: such a change waits.
"""

from collections.abc import Callable, Collection, Iterator
from typing import Literal, NamedTuple

from hallctl.core.appointment_life import AppointmentState
from hallctl.core.hall import Hall
from hallctl.core.life import TicketState
from hallctl.core.plan import Plan

Why = Literal["awaited", "booked", "open", "held", "serving", "entrusted", "printing"]
"""People hold numbers for it, have booked it, sit there, wait for it alone; it has work to do."""
Table = Literal["service", "counter", "official", "department", "station"]

IN_THE_HALL = frozenset(
    {TicketState.WAITING, TicketState.CALLED, TicketState.PARKED, TicketState.MISSED}
)


class InTheWay(NamedTuple):
    """Why an entry can't go now: how many it would leave behind, or who or where."""

    table: Table
    entry: str
    why: Why
    number: int = 0
    who: str = ""


def in_the_way(hall: Hall, before: Plan, after: Plan) -> Iterator[InTheWay]:
    """Everything that must be over before the hall may go from one plan to the other."""
    for service in _gone(before, after, lambda plan: [one.service for one in plan.services]):
        yield from _of_service(hall, service)
    for counter in _gone(before, after, lambda plan: [one.counter for one in plan.counters]):
        yield from _of_counter(hall, counter)
    officials = _gone(before, after, lambda plan: [one.official for one in plan.floor.officials])
    for desk in hall.counters.values():
        if desk.official in officials:
            yield InTheWay("official", desk.official, "serving", who=desk.counter)
    for gone in _gone(before, after, lambda plan: [one.department for one in plan.departments]):
        standing = hall.dossiers.standing.get(gone)
        if standing and standing.all:
            yield InTheWay("department", gone, "entrusted", standing.all)
    for station in _gone(before, after, lambda plan: plan.slip_stations):
        if waiting := _prints(hall, station):
            yield InTheWay("station", station, "printing", waiting)


def _gone(before: Plan, after: Plan, names: Callable[[Plan], Collection[str]]) -> list[str]:
    still = set(names(after))
    return [one for one in names(before) if one not in still]


def _of_service(hall: Hall, service: str) -> Iterator[InTheWay]:
    here = (one for one in hall.tickets.values() if one.state in IN_THE_HALL)
    awaited = sum(service in (one.service, *one.then) for one in (*here, *hall.carried))
    if awaited:
        yield InTheWay("service", service, "awaited", awaited)
    every = hall.appointments.every.values()
    booked = sum(one.service == service and one.state is AppointmentState.BOOKED for one in every)
    if booked:
        yield InTheWay("service", service, "booked", booked)


def _of_counter(hall: Hall, counter: str) -> Iterator[InTheWay]:
    desk = hall.counters.get(counter)
    if desk is not None:
        yield InTheWay("counter", counter, "open", who=desk.official)
    held = sum(len(line) for _, line in hall.queues.lines(hall.queues.held_for(counter)))
    if held and desk is None:
        yield InTheWay("counter", counter, "held", held)


def _prints(hall: Hall, station: str) -> int:
    return sum(
        station in (job.station, job.holder)
        for job in (*hall.unprinted.values(), *hall.slips.values())
    )
