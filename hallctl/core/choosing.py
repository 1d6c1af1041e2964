"""Whom a counter calls next, by its profile: the strongest claim, a strict order, or a mixture.

Whatever the order, somebody who was put in front comes first; and once a service's oldest has
waited longer than the hall allows, nobody of another, fresher service is called before. Inside
a service the claims decide.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from hallctl.core.hall import Desk, Hall, OpenCounter
from hallctl.core.hall.queueing import (
    MS_A_MINUTE,
    Claim,
    Moment,
    Place,
    Queues,
    claim,
    first_tickets,
    groups_of,
    held_queue,
    next_ticket,
)
from hallctl.core.plan import Plan, PriorityGroup
from hallctl.core.plan.floor_rules import Profile
from hallctl.core.profiles import profile_in_use


class Calling(NamedTuple):
    """A counter, what it serves, and the rules it calls by."""

    hall: Hall
    plan: Plan
    counter: str
    services: Sequence[str]
    chosen: str = ""
    """The profile that was chosen there; empty: its usual one."""

    @property
    def queues(self) -> tuple[str, ...]:
        """Its services' queues, and what is held for it alone."""
        return (*self.services, *self.hall.queues.held_for(self.counter))

    @property
    def profile(self) -> Profile:
        """How it chooses."""
        return profile_in_use(self.plan, self.counter, self.chosen)

    @property
    def is_plain(self) -> bool:
        """Whether claims alone decide."""
        return self.profile.order == "waiting" and not self.plan.floor.longest_wait_minutes

    @property
    def follows_own_calls(self) -> bool:
        """Whether the order depends on whom this very counter has called before."""
        return self.profile.order == "mixture"


def next_for(hall: Hall, counter: OpenCounter, plan: Plan, at: int) -> str | None:
    """The ticket that the open counter calls next, or None when nobody waits for it."""
    calling = Calling(hall, plan, counter.counter, counter.services, counter.profile)
    if calling.is_plain:
        return next_ticket(hall.queues, calling.queues, Moment(plan.rules, at))
    return next(_in_order(calling, at), None)


def first_for(calling: Calling, at: int, count: int) -> list[str]:
    """The ``count`` tickets the counter would call next if time stood still, in order."""
    if calling.is_plain:
        moment = Moment(calling.plan.rules, at)
        return first_tickets(calling.hall.queues, calling.queues, moment, count)
    return list(islice(_in_order(calling, at), count))


class _Lane:
    """One line of a service, read from its head without taking anybody out."""

    def __init__(self, rule: PriorityGroup | None, line: list[Place]) -> None:
        self._rule = rule
        self._line = line
        self._next = 0

    @property
    def is_over(self) -> bool:
        return self._next == len(self._line)

    @property
    def head(self) -> Place:
        return self._line[self._next]

    def claim(self, at: int) -> Claim:
        return claim(self._rule, self.head, at)

    def pass_on(self) -> None:
        self._next += 1


class _Choice(NamedTuple):
    """A service that somebody waits for, and who of it would be next."""

    service: str
    lanes: list[_Lane]
    at: int

    @property
    def best(self) -> _Lane:
        return min(self.lanes, key=lambda lane: lane.claim(self.at))

    @property
    def claim(self) -> Claim:
        return self.best.claim(self.at)

    @property
    def oldest(self) -> int:
        return min(lane.head for lane in self.lanes).queued_at


def _in_order(calling: Calling, at: int) -> Iterator[str]:
    """Everybody who waits for the counter, as it would call them while time stands still."""
    every = _lanes_by_service(calling)
    called = [*calling.hall.desks.get(calling.counter, Desk()).services_called]
    while choices := _choices(every, at):
        chosen = _choose(choices, calling, called)
        lane = chosen.best
        called.append(chosen.service)
        yield lane.head.ticket
        lane.pass_on()


def _lanes_by_service(calling: Calling) -> dict[str, list[_Lane]]:
    """In the order of the profile; what is held for the counter goes with its service."""
    order = calling.profile.services or calling.services
    own = sorted(calling.services, key=lambda one: _rank(order, one))
    queues, groups = calling.hall.queues, groups_of(calling.plan.rules)
    held = set(queues.held_for(calling.counter))
    every: dict[str, list[_Lane]] = {}
    for service in own:
        with_held = held_queue(service, calling.counter)
        held.discard(with_held)
        every[service] = _lanes(queues, (service, with_held), groups)
    return {name: _lanes(queues, (name,), groups) for name in sorted(held)} | every


def _rank(order: Sequence[str], service: str) -> int:
    return order.index(service) if service in order else len(order)


def _lanes(queues: Queues, names: tuple[str, ...], groups: dict[str, PriorityGroup]) -> list[_Lane]:
    return [_Lane(groups.get(group), line) for group, line in queues.lines(names)]


def _choices(every: dict[str, list[_Lane]], at: int) -> list[_Choice]:
    waiting = {
        service: [one for one in lanes if not one.is_over] for service, lanes in every.items()
    }
    return [_Choice(service, lanes, at) for service, lanes in waiting.items() if lanes]


def _choose(choices: list[_Choice], calling: Calling, called: list[str]) -> _Choice:
    strongest = min(choices, key=lambda one: one.claim)
    if strongest.claim.negative_score == float("-inf"):  # put in front of everybody
        return strongest
    overdue = [one for one in choices if _is_overdue(one, calling.plan)]
    if overdue:
        return min(overdue, key=lambda one: one.oldest)
    match calling.profile.order:
        case "strict":
            return choices[0]
        case "mixture":
            return _due_by_weight(choices, calling.profile, called)
    return strongest


def _is_overdue(choice: _Choice, plan: Plan) -> bool:
    most = plan.floor.longest_wait_minutes * MS_A_MINUTE
    return bool(most) and choice.at - choice.oldest > most


def _due_by_weight(choices: list[_Choice], profile: Profile, called: list[str]) -> _Choice:
    """Of the last calls that make up one round, whose part is furthest behind its weight.

    A round is made of the services that somebody waits for, so the others leave no gap and
    have nothing to catch up with when they are back.
    """
    known = dict(zip(profile.services, profile.weights, strict=False))
    weights = {choice.service: known.get(choice.service, 1) for choice in choices}
    round_length = sum(weights.values()) - 1
    of_round = [service for service in called if service in weights]
    lately = of_round[-round_length:] if round_length else []

    def behind(choice: _Choice) -> int:
        return weights[choice.service] - lately.count(choice.service)

    return max(choices, key=behind)
