"""How long a citizen who takes a number now may expect to wait."""

from hallctl.core.hall import Hall, OpenCounter
from hallctl.core.hall.counting import Tally
from hallctl.core.offering import Asked, why_shut
from hallctl.core.plan import Plan, Service
from hallctl.core.views import ServiceChoice
from hallctl.core.waits import longest_wait_s

NO_VISITS = Tally()
TYPICAL_WEIGHT = 5
"""The plan's typical service time counts as that many visits beside today's own."""


_Hand = tuple[bool, int]
"""An open counter as one of its services sees it: whether it is free, how many wait for it."""


def service_choices(hall: Hall, plan: Plan, at: int) -> list[ServiceChoice]:
    """Each service as kiosks and boards offer it at this moment."""
    hands = _hands(hall)
    asked = (Asked(hall, plan, service, at) for service in plan.services)
    return [_choice(one, hands.get(one.service.service, [])) for one in asked]


def expected_wait_s(hall: Hall, service: Service, ahead: int) -> int | None:
    """Seconds until a ticket with ``ahead`` before it is called; None while nobody serves it.

    The work ahead is shared by the open counters, each giving the service the part of its time
    that the service has of the people waiting for that counter.
    """
    hands = [_hand(hall, one) for one in hall.counters.values() if service.service in one.services]
    return _expected_wait_s(hall, service, ahead, hands)


def wait_of_newcomer_s(hall: Hall, service: Service, hands: list["_Hand"], at: int) -> int | None:
    """What somebody who takes a number now may expect.

    Those with an appointment before they would be called count, though they are not here yet.
    """
    waiting = hall.queues.length(service.service)
    wait = _expected_wait_s(hall, service, waiting, hands)
    if not wait:
        return wait
    coming = hall.appointments.due_by(service.service, at + wait * 1000)
    return _expected_wait_s(hall, service, waiting + coming, hands) if coming else wait


def mean_service_s(hall: Hall, service: Service) -> float:
    """Mean seconds at the counter, today's own beside the plan's typical time."""
    tally = hall.tallies.get(service.service, NO_VISITS)
    typical = TYPICAL_WEIGHT * service.typical_minutes * 60
    return (typical + tally.served_for / 1000) / (TYPICAL_WEIGHT + tally.served)


def _hands(hall: Hall) -> dict[str, list[_Hand]]:
    """Who serves each service now."""
    hands = dict[str, list[_Hand]]()
    for counter in hall.counters.values():
        hand = _hand(hall, counter)
        for service in counter.services:
            hands.setdefault(service, []).append(hand)
    return hands


def _hand(hall: Hall, counter: OpenCounter) -> _Hand:
    return not counter.ticket, sum(map(hall.queues.length, counter.services))


def _expected_wait_s(hall: Hall, service: Service, ahead: int, hands: list[_Hand]) -> int | None:
    if not hands:
        return None
    if ahead == 0 and any(is_free for is_free, _ in hands):
        return 0
    # Whoever asks counts as one more in the queue, at every counter.
    own, at_work = hall.queues.length(service.service) + 1, 0.0
    for _, wanted_by in hands:
        at_work += own / (wanted_by + 1)
    return round((ahead + 0.5) * mean_service_s(hall, service) / at_work)


def _choice(asked: Asked, hands: list[_Hand]) -> ServiceChoice:
    hall, service = asked.hall, asked.service
    waiting = hall.queues.length(service.service)
    queues = hall.queues.queues_of(service.service) if waiting else ()
    return ServiceChoice(
        service=service.service,
        letter=service.letter,
        name=service.name,
        icon=service.icon,
        waiting=waiting,
        counters_open=len(hands),
        expected_wait_s=wait_of_newcomer_s(hall, service, hands, asked.at),
        longest_wait_s=longest_wait_s(hall, queues, asked.at),
        shut=why_shut(asked) if hall.is_open else None,
    )
