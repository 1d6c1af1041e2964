"""A visit of several services: one number, one leg after the other, in the shortest order.

A citizen who asked for several services at once holds a place in every one of their queues from
that moment on: while one leg is waited for and served, the claims of the others grow. So the
order matters, and the shortest stay is found by trying every order.
"""

from collections.abc import Iterable, Sequence
from itertools import permutations
from typing import NamedTuple

from hallctl.core.hall import Hall, Ticket
from hallctl.core.hall.queueing import Place
from hallctl.core.outlook import Outlook
from hallctl.core.plan import Plan

UNSERVED_S = 1_000_000.0
"""The wait for a service that no counter serves now: everything else comes first."""


class Leg(NamedTuple):
    """One service of a visit: how long until it could be called, and how long it takes."""

    service: str
    wait_s: float
    takes_s: float


def stay_s(legs: Iterable[Leg]) -> float:
    """How long a visit of these legs takes in this order; waits run at the same time."""
    passed = 0.0
    for leg in legs:
        passed = max(passed, leg.wait_s) + leg.takes_s
    return passed


def shortest(legs: Sequence[Leg]) -> tuple[str, ...]:
    """The services in the order that makes the stay shortest; as asked where it makes no odds."""
    best = min(permutations(legs), key=stay_s)
    return tuple(leg.service for leg in best)


def planned(
    hall: Hall, plan: Plan, services: Iterable[str], place: Place, group: str
) -> tuple[str, ...]:
    """The services of a citizen who comes now, in the order that makes the stay shortest."""
    outlook = Outlook(hall, plan, place.queued_at)
    return shortest([_leg(outlook, one, group, place) for one in services])


def next_legs(hall: Hall, plan: Plan, ticket: Ticket, at: int) -> tuple[str, ...]:
    """What is left of the visit, in the order that is shortest now."""
    legs, outlook = [], Outlook(hall, plan, at)
    for service in ticket.then:
        place = Place(asked_at(ticket, service), ticket.place.order, ticket.ticket)
        legs.append(_leg(outlook, service, ticket.group, place))
    return shortest(legs)


def asked_at(ticket: Ticket, service: str) -> int:
    """Since when the citizen waits for that service."""
    return ticket.added_at.get(service, ticket.issued_at)


def _leg(outlook: Outlook, service: str, group: str, place: Place) -> Leg:
    takes_s = outlook.takes_s(service)
    if takes_s is None:
        return Leg(service, UNSERVED_S, 0)
    waits_s = outlook.waits_s(outlook.before(group, place))
    return Leg(service, waits_s.get(service, UNSERVED_S), takes_s)
