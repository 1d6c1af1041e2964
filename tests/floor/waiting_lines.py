"""A long simulated queue on the hall's own rules: who is called is decided by the real lines.

Arrivals are Poisson, service is exponential with mean 1, one unit of time is an hour. The waits
of all together do not depend on the order in which equals are served, and their mean is known
exactly (Erlang C): it is the control variate that makes the means of the groups precise.
"""

from collections.abc import Sequence
from heapq import heappop, heappush
from math import factorial, sqrt
from random import Random
from typing import NamedTuple

from hallctl.core.hall.queueing import Moment, Place, Queues, next_ticket
from hallctl.core.plan import NORMAL, PriorityGroup, Rules, Words

HOUR = 3_600_000
STUDENT_999 = 3.7
"""Two-sided 99.9 % of Student's t with 25 or more degrees of freedom."""
TWO_TO_ONE = Rules(groups=(PriorityGroup(group="priority", name=Words("Ưu tiên"), rate=2),))


class Floor(NamedTuple):
    """So many counters, and how often each group comes in an hour."""

    servers: int
    priority: float
    normal: float

    @property
    def arrivals(self) -> float:
        return self.priority + self.normal

    @property
    def mean_wait(self) -> float:
        """The exact mean wait of all, by Erlang C; hours."""
        load = self.arrivals
        free = sum(load**n / factorial(n) for n in range(self.servers))
        busy = load**self.servers / factorial(self.servers) * self.servers / (self.servers - load)
        return busy / (free + busy) / (self.servers - load)


class Waits(NamedTuple):
    """Mean waits of one stretch, in hours."""

    priority: float
    normal: float
    everybody: float


class Bounds(NamedTuple):
    """A mean and half the width of its confidence interval."""

    mean: float
    within: float


def simulate(floor: Floor, rules: Rules, people: int, stretches: int, seed: int) -> list[Waits]:
    """One long run in stretches of so many people; the first stretch warms up and is dropped."""
    random = Random(seed)
    queues, at, order, free = Queues(), 0.0, 0, floor.servers
    ends: list[float] = []
    groups: dict[str, str] = {}
    places: dict[str, Place] = {}
    waits: list[Waits] = []
    sums = {NORMAL: [0.0, 0], "priority": [0.0, 0]}

    def serve() -> None:
        ticket = next_ticket(queues, ("land",), Moment(rules, round(at * HOUR)))
        if ticket is not None:
            group, place = groups.pop(ticket), places.pop(ticket)
            queues.remove("land", group, place)
            sums[group][0] += at - place.queued_at / HOUR
            sums[group][1] += 1
            heappush(ends, at + random.expovariate(1.0))

    arrives = random.expovariate(floor.arrivals)
    while len(waits) <= stretches:
        if ends and ends[0] < arrives:
            at = heappop(ends)
            free += 1
        else:
            at, order = arrives, order + 1
            arrives = at + random.expovariate(floor.arrivals)
            group = "priority" if random.random() * floor.arrivals < floor.priority else NORMAL
            ticket = str(order)
            groups[ticket], places[ticket] = group, Place(round(at * HOUR), order, ticket)
            queues.add("land", group, places[ticket])
        if free and queues.length("land"):
            free -= 1
            serve()
        if sums[NORMAL][1] + sums["priority"][1] >= people:
            waits.append(_means(sums))
            sums = {NORMAL: [0.0, 0], "priority": [0.0, 0]}
    return waits[1:]


def _means(sums: dict[str, list[float]]) -> Waits:
    (normal, n), (priority, p) = sums[NORMAL], sums["priority"]
    return Waits(priority / p, normal / n, (normal + priority) / (n + p))


def bounds(values: Sequence[float], controls: Sequence[float], known: float) -> Bounds:
    """The mean of ``values``, freed of what their ``controls`` were off by chance."""
    count = len(values)
    mean, control = sum(values) / count, sum(controls) / count
    spread = sum((one - control) ** 2 for one in controls)
    slope = (
        sum((value - mean) * (one - control) for value, one in zip(values, controls, strict=True))
        / spread
    )
    rest = [
        value - mean - slope * (one - control) for value, one in zip(values, controls, strict=True)
    ]
    error = sqrt(sum(one * one for one in rest) / (count - 2))
    off = control - known
    return Bounds(mean - slope * off, STUDENT_999 * error * sqrt(1 / count + off * off / spread))
