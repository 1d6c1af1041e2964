"""Who comes to the hall in a day, when, for what, and how they behave. The same for one seed."""

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from hallctl.core.calendar import Shift
from hallctl.core.plan import NORMAL, Plan

PRIORITY_SHARE = 0.12
ENGLISH_SHARE = 0.06
ABSENT_SHARE = 0.07
RETURNING_SHARE = 0.5
LEAVING_SHARE = 0.03
RATING_SHARE = 0.65
BUSY_SHARE = 0.8
AROUND_A_VISIT_S = 45.0
"""Walking to the counter and the official's breath between two visits."""
LAST_MINUTES = 30
"""Nobody arrives in the last half hour of a shift."""


class Citizen(NamedTuple):
    """One person's day; times in seconds after midnight, spans in seconds."""

    arrives_at: float
    service: str
    group: str
    language: str
    is_absent: bool
    """Not there when called."""
    returns: bool
    """If absent, comes back and asks to be put in the queue again."""
    leaves_after: float | None
    """Gives up when still waiting then."""
    walks: float
    served_for: float
    result: int
    attitude: int
    rates: bool


def people_of_a_day(plan: Plan, count: int, random: Random) -> list[Citizen]:
    """``count`` citizens in order of arrival: busy in the first hours of each shift."""
    arrivals = sorted(_arrival(plan.shifts, random) for _ in range(count))
    return [citizen_at(plan, arrives_at, random) for arrives_at in arrivals]


def within_reach(people: list[Citizen], plan: Plan, officials: int) -> list[Citizen]:
    """The same people, with business short enough for so many officials to get through."""
    open_s = sum(closes - opens for opens, closes in map(seconds_of, plan.shifts))
    needed = sum(citizen.served_for for citizen in people)
    able = officials * open_s * BUSY_SHARE - len(people) * AROUND_A_VISIT_S
    pace = max(0.05, min(1.0, able / needed)) if needed else 1.0
    return [citizen._replace(served_for=citizen.served_for * pace) for citizen in people]


def _arrival(shifts: Sequence[Shift], random: Random) -> float:
    spans = [seconds_of(shift) for shift in shifts]
    opens, closes = random.choices(spans, [closes - opens for opens, closes in spans])[0]
    # Beta(1.3, 2.2): the crowd comes soon after opening and thins out.
    return opens + random.betavariate(1.3, 2.2) * (closes - opens - LAST_MINUTES * 60)


def citizen_at(plan: Plan, arrives_at: float, random: Random) -> Citizen:
    """Somebody who comes then."""
    service = random.choice(plan.services)
    groups = [group.group for group in plan.rules.groups if group.group != NORMAL]
    has_priority = bool(groups) and random.random() < PRIORITY_SHARE
    satisfied = random.random() < 0.94
    marks = (4, 5, 5, 5) if satisfied else (1, 2, 3)
    return Citizen(
        arrives_at=arrives_at,
        service=service.service,
        group=random.choice(groups) if has_priority else NORMAL,
        language="en" if random.random() < ENGLISH_SHARE else plan.rules.languages[0],
        is_absent=random.random() < ABSENT_SHARE,
        returns=random.random() < RETURNING_SHARE,
        leaves_after=random.uniform(900, 2700) if random.random() < LEAVING_SHARE else None,
        walks=random.uniform(10, 45),
        served_for=service.typical_minutes * 60 * random.lognormvariate(-0.125, 0.5),
        result=random.choice(marks),
        attitude=random.choice(marks),
        rates=random.random() < RATING_SHARE,
    )


def seconds_of(shift: Shift) -> tuple[float, float]:
    """When the shift opens and closes, in seconds after midnight."""
    opens, closes = shift.opens, shift.closes
    return opens.hour * 3600 + opens.minute * 60, closes.hour * 3600 + closes.minute * 60
