"""How long a citizen may expect to wait: who takes a number now, and who has one already."""

from collections import Counter
from typing import NamedTuple

from hallctl.core.hall import Ticket
from hallctl.core.offering import Asked, why_shut
from hallctl.core.opening_hours import Break
from hallctl.core.outlook import Outlook
from hallctl.core.views import ServiceChoice
from hallctl.core.waits import longest_wait_s

STILL_CALLED_S = 900
"""Whoever would be called this soon after a break begins is mostly still called before it."""


def service_choices(outlook: Outlook) -> list[ServiceChoice]:
    """Each service as kiosks and boards offer it at that moment."""
    waits_s = _of_newcomers_s(outlook)
    return [
        _choice(
            Asked(outlook.hall, outlook.plan, one, outlook.at),
            outlook.counters_of(one.service),
            _by_the_clock(waits_s.get(one.service), outlook.breaks),
        )
        for one in outlook.plan.services
    ]


class Prospect(NamedTuple):
    """What is before a waiting ticket."""

    wait_s: int | None
    """Seconds until it is called; None while nobody serves it."""
    others_first: int
    """Who come for other services and are called before, by the counter that gets to it soonest."""


def prospect_of(outlook: Outlook, ticket: Ticket) -> Prospect:
    """What a waiting ticket may expect at that moment."""
    before = outlook.before(ticket.lane, ticket.place)
    wait_s = _by_the_clock(outlook.waits_s(before).get(ticket.queue), outlook.breaks)
    return Prospect(wait_s, outlook.others_first(ticket.queue, before))


def _of_newcomers_s(outlook: Outlook) -> dict[str, float]:
    """Seconds that somebody who takes a number now waits in each queue.

    Those with an appointment before they would be called count, though they are not here yet.
    """
    everybody = outlook.everybody()
    now = outlook.waits_s(everybody)
    due_by, at = outlook.hall.appointments.due_by, outlook.at
    coming = Counter({one: due_by(one, at + round(s * 1000)) for one, s in now.items() if s})
    if not coming.total():
        return now
    then = outlook.waits_s(everybody + coming)
    return {one: then[one] if s else s for one, s in now.items()}


def _by_the_clock(wait_s: float | None, breaks: list[Break]) -> int | None:
    """The wait with every break that it reaches into: nobody is called then."""
    if wait_s is None:
        return None
    for one in breaks:
        if wait_s > one.begins_in_s + STILL_CALLED_S:
            wait_s += one.lasts_s
    return round(wait_s)


def _choice(asked: Asked, counters_open: int, expected_wait_s: int | None) -> ServiceChoice:
    hall, service = asked.hall, asked.service
    waiting = hall.queues.length(service.service)
    queues = hall.queues.queues_of(service.service) if waiting else ()
    return ServiceChoice(
        service=service.service,
        letter=service.letter,
        name=service.name,
        icon=service.icon,
        waiting=waiting,
        counters_open=counters_open,
        expected_wait_s=expected_wait_s,
        longest_wait_s=longest_wait_s(hall, queues, asked.at),
        shut=why_shut(asked) if hall.is_open else None,
    )
