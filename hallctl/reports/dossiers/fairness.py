"""What officials' times may fairly be held against: the kinds of work each did, and how long those take."""

from collections import defaultdict
from typing import NamedTuple

from hallctl.ledger.period import Period
from hallctl.ledger.visits.work_sums import work_in
from hallctl.reports.orders import Sources

MOST_KINDS = 4


class Work(NamedTuple):
    """The letters of the services an official served most, and the hall's mean time of that mix."""

    letters: str
    expected_s: int | None


NO_WORK = Work("", None)


def kinds_of_work(period: Period, sources: Sources) -> dict[str, Work]:
    """By official. The mean of a service is that of everybody who served it in the period."""
    served: dict[str, dict[str, int]] = defaultdict(dict)
    visits: dict[str, int] = defaultdict(int)
    took: dict[str, int] = defaultdict(int)
    for one in work_in(sources.ledger, period):
        served[one.official][one.service] = one.visits
        visits[one.service] += one.visits
        took[one.service] += one.served_ms
    letters = {one.service: one.letter for one in sources.plan.services}
    means = {service: took[service] / number for service, number in visits.items()}
    return {official: _work(mix, letters, means) for official, mix in served.items()}


def _work(mix: dict[str, int], letters: dict[str, str], means: dict[str, float]) -> Work:
    most = sorted(mix, key=lambda service: -mix[service])[:MOST_KINDS]
    expected = sum(number * means[service] for service, number in mix.items())
    return Work(
        " ".join(letters.get(service, service) for service in most),
        round(expected / sum(mix.values()) / 1000),
    )
