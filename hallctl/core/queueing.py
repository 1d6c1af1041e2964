"""Who is next: queues per service and priority group, and accumulating priority across them.

Inside a group the order is by arrival. Between groups the claim of each head is
``head_start + rate × minutes waited``, and the highest claim is next; equal claims go to whoever
has waited longer. With rates above zero every claim grows without bound, so nobody starves.
Source of the rule: Kleinrock, "A delay dependent queue discipline" (1964).
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from functools import partial
from heapq import merge
from itertools import islice
from typing import NamedTuple

from hallctl.core.plan import PriorityGroup, Rules

MS_A_MINUTE = 60_000


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


class Queues:
    """The waiting tickets of a day: one line per service and priority group."""

    __slots__ = ("_lengths", "_lines")

    def __init__(self) -> None:
        self._lines: dict[str, dict[str, list[Place]]] = {}
        self._lengths: dict[str, int] = {}

    def add(self, service: str, group: str, place: Place) -> None:
        """Put a ticket in its line; almost always at the end."""
        try:
            line = self._lines[service][group]
        except KeyError:  # the first of that group today
            line = self._lines.setdefault(service, {}).setdefault(group, [])
            self._lengths.setdefault(service, 0)
        self._lengths[service] += 1
        if line and place < line[-1]:
            insort(line, place)
        else:
            line.append(place)

    def remove(self, service: str, group: str, place: Place) -> None:
        """Take a ticket out of its line, wherever it stands."""
        line = self._lines[service][group]
        self._lengths[service] -= 1
        if line[0] == place:  # whoever is called is nearly always the first
            del line[0]
        else:
            del line[bisect_left(line, place)]

    def length(self, service: str) -> int:
        """How many wait for the service."""
        return self._lengths.get(service, 0)

    def oldest(self, service: str) -> int | None:
        """When the one who has waited longest for the service joined, or None."""
        heads = [line[0] for line in self._lines.get(service, {}).values() if line]
        return min(heads).queued_at if heads else None

    def lines(self, services: Iterable[str]) -> Iterator[tuple[str, list[Place]]]:
        """Every non-empty line of these services, with its priority group."""
        for service in services:
            for group, line in self._lines.get(service, {}).items():
                if line:
                    yield group, line


def score(group: PriorityGroup | None, queued_at: int, at: int) -> float:
    """The claim of a ticket queued at ``queued_at`` at the moment ``at``, in minutes."""
    waited = (at - queued_at) / MS_A_MINUTE
    return waited if group is None else group.head_start + group.rate * waited


def next_ticket(queues: Queues, services: Iterable[str], moment: Moment) -> str | None:
    """The ticket to call next among these services, or None when nobody waits."""
    groups, at = _groups(moment.rules), moment.at
    heads = (_claim(groups.get(group), line[0], at) for group, line in queues.lines(services))
    best = min(heads, default=None)
    return None if best is None else best.place.ticket


def first_tickets(queues: Queues, services: Iterable[str], moment: Moment, count: int) -> list[str]:
    """The ``count`` tickets that would be called next if time stood still, in order."""
    groups, at = _groups(moment.rules), moment.at
    # Claims weaken along a line, so the lines merge in order and the rest is never weighed.
    merged = merge(
        *(_claims_of(line, groups.get(group), at) for group, line in queues.lines(services))
    )
    return [claim.place.ticket for claim in islice(merged, count)]


def ahead_of(queues: Queues, service: str, group: str, place: Place, moment: Moment) -> int:
    """How many of the same service would be called before a ticket at that place."""
    groups, at = _groups(moment.rules), moment.at
    own = _claim(groups.get(group), place, at)
    ahead = 0
    for other, line in queues.lines((service,)):
        rule = groups.get(other)
        if _claim(rule, line[-1], at) < own:  # whoever comes last has the whole line ahead
            ahead += len(line)
        else:  # claims weaken along a line, so it is sorted by claim too
            ahead += bisect_left(line, own, key=partial(_claim, rule, at=at))
    return ahead


def _claims_of(line: list[Place], group: PriorityGroup | None, at: int) -> Iterator[Claim]:
    return (_claim(group, place, at) for place in line)


def _claim(group: PriorityGroup | None, place: Place, at: int) -> Claim:
    return Claim(-score(group, place.queued_at, at), place)


def _groups(rules: Rules) -> dict[str, PriorityGroup]:
    return {group.group: group for group in rules.groups}
