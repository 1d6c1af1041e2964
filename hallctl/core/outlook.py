"""How the open counters will get through those who wait, as far as anybody can foresee it.

Whoever waits is taken by the counter that is free first among those that may call them, and what
they come for takes as long as it usually does. So the work is poured over the counters as water
fills vessels: what few counters serve first, since the others will then do the rest.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from hallctl.core.hall import Hall, OpenCounter
from hallctl.core.hall.counting import Tally
from hallctl.core.hall.queueing import Moment, Place, ahead_of, service_of
from hallctl.core.opening_hours import Break, breaks_ahead
from hallctl.core.plan import Plan, Service

NO_VISITS = Tally()
TYPICAL_WEIGHT = 5
"""The plan's typical service time counts as that many visits beside today's own."""
LEFT_AT_LEAST = 0.25
"""Of a usual visit: one that lasts longer than usual is over soon, but nobody knows when."""


class Outlook:
    """What is before each open counter of a hall at one moment (ms since 1970)."""

    def __init__(self, hall: Hall, plan: Plan, at: int) -> None:
        self.hall = hall
        self.plan = plan
        self.at = at
        self._takes_s = {one.service: mean_service_s(hall, one) for one in plan.services}
        self._free_in_s: dict[str, float] = {}
        self._counters: dict[str, list[str]] = {}
        self._queues: dict[str, tuple[str, ...]] = {}
        for counter in hall.counters.values():
            name = counter.counter
            self._free_in_s[name] = self._left_s(counter, at)
            self._queues[name] = (*counter.services, *hall.queues.held_for(name))
            for queue in self._queues[name]:
                self._counters.setdefault(queue, []).append(name)
        self._fewest_first = sorted(self._counters, key=self.counters_of)

    @cached_property
    def breaks(self) -> list[Break]:
        """In which nobody is called."""
        return breaks_ahead(self.plan, self.at)

    def takes_s(self, service: str) -> float | None:
        """How long it usually takes; None of a service that the plan does not know."""
        return self._takes_s.get(service)

    def counters_of(self, queue: str) -> int:
        """How many open counters call from it: from a service's queue, or from one held for a counter."""
        return len(self._counters.get(queue, ()))

    def everybody(self) -> Counter[str]:
        """How many wait in each of the queues."""
        lines = self.hall.queues.lines
        return Counter({one: sum(len(line) for _, line in lines((one,))) for one in self._counters})

    def before(self, group: str, place: Place) -> Counter[str]:
        """How many of each queue would be called before a ticket at that place."""
        queues, moment = self.hall.queues, Moment(self.plan.rules, self.at)
        return Counter(
            {one: ahead_of(queues, (one,), group, place, moment) for one in self._counters}
        )

    def others_first(self, queue: str, before: Mapping[str, int]) -> int:
        """How many of other queues the counter calls first that gets to this queue soonest."""
        others = (
            sum(before[one] for one in self._queues[counter] if one != queue)
            for counter in self._counters.get(queue, ())
        )
        return min(others, default=0)

    def waits_s(self, ahead: Mapping[str, int]) -> dict[str, float]:
        """Seconds until each queue's next is called, once so many of every queue have been."""
        free_in_s = dict(self._free_in_s)
        for queue in self._fewest_first:
            if count := ahead.get(queue, 0):
                work_s = count * self._takes_s.get(service_of(queue), 0.0)
                _pour(work_s, free_in_s, self._counters[queue])
        return {
            queue: min(free_in_s[one] for one in counters)
            for queue, counters in self._counters.items()
        }

    def _left_s(self, counter: OpenCounter, at: int) -> float:
        """Until the counter is free."""
        serving = self.hall.tickets.get(counter.ticket)
        if serving is None:
            return 0.0
        usual_s = self._takes_s.get(serving.service, 0.0)
        return max(usual_s - (at - serving.called_at) / 1000, usual_s * LEFT_AT_LEAST)


def mean_service_s(hall: Hall, service: Service) -> float:
    """Mean seconds at the counter, today's own beside the plan's typical time."""
    tally = hall.tallies.get(service.service, NO_VISITS)
    typical = TYPICAL_WEIGHT * service.typical_minutes * 60
    return (typical + tally.served_for / 1000) / (TYPICAL_WEIGHT + tally.served)


def _pour(work_s: float, free_in_s: dict[str, float], counters: Sequence[str]) -> None:
    """Share the work out, so that the last of these counters is done as early as can be."""
    soonest = sorted(counters, key=free_in_s.__getitem__)
    total_s = work_s
    for shared_by, counter in enumerate(soonest, 1):
        total_s += free_in_s[counter]
        done_in_s = total_s / shared_by
        if shared_by == len(soonest) or done_in_s <= free_in_s[soonest[shared_by]]:
            break
    free_in_s.update(dict.fromkeys(soonest[:shared_by], done_in_s))
