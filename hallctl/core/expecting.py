"""How long a citizen who takes a number now may expect to wait."""

from collections.abc import Iterable

from hallctl.core.counting import Tally
from hallctl.core.hall import Hall, OpenCounter
from hallctl.core.plan import Service
from hallctl.core.queueing import Moment
from hallctl.core.views import ServiceChoice

NO_VISITS = Tally()
TYPICAL_WEIGHT = 5
"""The plan's typical service time counts as that many visits beside today's own."""


def service_choices(
    hall: Hall, services: Iterable[Service], moment: Moment
) -> tuple[ServiceChoice, ...]:
    """Each service as kiosks and boards offer it at this moment."""
    return tuple(_choice(hall, service, moment) for service in services)


def expected_wait_s(hall: Hall, service: Service, ahead: int) -> int | None:
    """Seconds until a ticket with ``ahead`` before it is called; None while nobody serves it.

    The work ahead is shared by the open counters, each giving the service the part of its time
    that the service has of the people waiting for that counter.
    """
    serving = [one for one in hall.counters.values() if service.service in one.services]
    if not serving:
        return None
    if ahead == 0 and any(not counter.ticket for counter in serving):
        return 0
    hands = sum(_part(hall, counter, service.service) for counter in serving)
    return round((ahead + 0.5) * mean_service_s(hall, service) / hands)


def mean_service_s(hall: Hall, service: Service) -> float:
    """Mean seconds at the counter, today's own beside the plan's typical time."""
    tally = hall.tallies.get(service.service, NO_VISITS)
    typical = TYPICAL_WEIGHT * service.typical_minutes * 60
    return (typical + tally.served_for / 1000) / (TYPICAL_WEIGHT + tally.served)


def _part(hall: Hall, counter: OpenCounter, service: str) -> float:
    own = hall.queues.length(service) + 1
    others = sum(hall.queues.length(one) for one in counter.services if one != service)
    return own / (own + others)


def _choice(hall: Hall, service: Service, moment: Moment) -> ServiceChoice:
    waiting = hall.queues.length(service.service)
    oldest = hall.queues.oldest(service.service)
    serving = (one for one in hall.counters.values() if service.service in one.services)
    return ServiceChoice(
        service=service.service,
        letter=service.letter,
        name=service.name,
        icon=service.icon,
        waiting=waiting,
        counters_open=sum(1 for _ in serving),
        expected_wait_s=expected_wait_s(hall, service, waiting),
        longest_wait_s=0 if oldest is None else max(0, moment.at - oldest) // 1000,
    )
