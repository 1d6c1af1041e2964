"""Who is next: queues per service and priority group, and accumulating priority across them.

A queue has a line a priority group, and one more for those who were put in front of everybody.
Inside a group the order is by arrival. Between groups the claim of each head is
``head_start + rate × minutes waited``, and the highest claim is next; equal claims go to whoever
has waited longer. With rates above zero every claim grows without bound, so nobody starves.
Those who come by appointment have a line of their own, in which minutes count from the appointed
time and not from the arrival: before it a claim is small or below nothing, after it the strongest.
Source of the rule: Kleinrock, "A delay dependent queue discipline" (1964).
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from functools import partial
from heapq import merge
from itertools import islice
from math import inf
from typing import NamedTuple

import msgspec

from hallctl.core.plan import APPOINTED, PriorityGroup, Rules, Words

MS_A_MINUTE = 60_000

FRONT = "!front"
"""The line of those who were put in front: before every group, in the order they came there."""
_IN_FRONT = PriorityGroup(group=FRONT, name=Words(""), head_start=inf)
_HELD = "@"


class Place(NamedTuple):
    """A ticket's place: earlier sorts first; ``order`` settles two of one millisecond."""

    queued_at: int
    order: int
    ticket: str


class Claim(NamedTuple):
    """How strongly a ticket claims to be next; the smallest claim wins."""

    negative_score: float
    place: Place


class Moment(NamedTuple):
    """The rules in force and the time (ms) they are asked at."""

    rules: Rules
    at: int


def held_queue(service: str, counter: str) -> str:
    """The queue of those who wait for the service at that counter only; without one, at any."""
    return f"{service}{_HELD}{counter}" if counter else service


def service_of(queue: str) -> str:
    """The service that those in the queue wait for."""
    return queue.partition(_HELD)[0]


class Queues(msgspec.Struct):
    """The waiting tickets of a day: a queue a service, and one for what is held for a counter."""

    _lines: dict[str, dict[str, list[Place]]] = {}
    _lengths: dict[str, int] = {}
    _held: dict[str, list[str]] = {}
    """Each counter's and each service's held queues."""

    def add(self, queue: str, group: str, place: Place) -> None:
        """Put a ticket in its line; almost always at the end."""
        service = service_of(queue)
        try:
            line = self._lines[queue][group]
        except KeyError:  # the first of that group today
            line = self._begin(queue, service, group)
        self._lengths[service] += 1
        if line and place < line[-1]:
            insort(line, place)
        else:
            line.append(place)

    def remove(self, queue: str, group: str, place: Place) -> None:
        """Take a ticket out of its line, wherever it stands."""
        line = self._lines[queue][group]
        self._lengths[service_of(queue)] -= 1
        if line[0] == place:  # whoever is called is nearly always the first
            del line[0]
        else:
            del line[bisect_left(line, place)]

    def length(self, service: str) -> int:
        """How many wait for the service."""
        return self._lengths.get(service, 0)

    def queues_of(self, service: str) -> tuple[str, ...]:
        """The service's own queue, and those that are held for a counter."""
        return (service, *self._held.get(service, ()))

    def held_for(self, counter: str) -> list[str]:
        """The queues that only this counter calls from."""
        return self._held.get(_HELD + counter, [])

    def lines(self, queues: Iterable[str]) -> Iterator[tuple[str, list[Place]]]:
        """Every non-empty line of these queues, with its priority group."""
        for queue in queues:
            for group, line in self._lines.get(queue, {}).items():
                if line:
                    yield group, line

    def _begin(self, queue: str, service: str, group: str) -> list[Place]:
        self._lengths.setdefault(service, 0)
        if queue not in self._lines and queue != service:
            for whose in (service, queue[len(service) :]):
                self._held.setdefault(whose, []).append(queue)
        return self._lines.setdefault(queue, {}).setdefault(group, [])


def score(group: PriorityGroup | None, queued_at: int, at: int) -> float:
    """The claim of a ticket queued at ``queued_at`` at the moment ``at``, in minutes."""
    waited = (at - queued_at) / MS_A_MINUTE
    return waited if group is None else group.head_start + group.rate * waited


def claim(group: PriorityGroup | None, place: Place, at: int) -> Claim:
    """The claim of a place in a group's line at the moment ``at``."""
    return Claim(-score(group, place.queued_at, at), place)


def groups_of(rules: Rules) -> dict[str, PriorityGroup]:
    """Every line's rule by its group; a line without one grows like everybody's."""
    groups = {group.group: group for group in rules.groups}
    groups[FRONT] = _IN_FRONT
    groups[APPOINTED] = rules.appointed
    return groups


def next_ticket(queues: Queues, names: Iterable[str], moment: Moment) -> str | None:
    """The ticket to call next among these queues, or None when nobody waits."""
    groups, at = groups_of(moment.rules), moment.at
    heads = (claim(groups.get(group), line[0], at) for group, line in queues.lines(names))
    best = min(heads, default=None)
    return None if best is None else best.place.ticket


def first_tickets(queues: Queues, names: Iterable[str], moment: Moment, count: int) -> list[str]:
    """The ``count`` tickets that would be called next if time stood still, in order."""
    groups, at = groups_of(moment.rules), moment.at
    # Claims weaken along a line, so the lines merge in order and the rest is never weighed.
    merged = merge(
        *(_claims_of(line, groups.get(group), at) for group, line in queues.lines(names))
    )
    return [one.place.ticket for one in islice(merged, count)]


def ahead_of(queues: Queues, names: Iterable[str], group: str, place: Place, moment: Moment) -> int:
    """How many of these queues would be called before a ticket at that place."""
    groups, at = groups_of(moment.rules), moment.at
    own = claim(groups.get(group), place, at)
    ahead = 0
    for other, line in queues.lines(names):
        rule = groups.get(other)
        if claim(rule, line[-1], at) < own:  # whoever comes last has the whole line ahead
            ahead += len(line)
        else:  # claims weaken along a line, so it is sorted by claim too
            ahead += bisect_left(line, own, key=partial(claim, rule, at=at))
    return ahead


def _claims_of(line: list[Place], group: PriorityGroup | None, at: int) -> Iterator[Claim]:
    return (claim(group, place, at) for place in line)
