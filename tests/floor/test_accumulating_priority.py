"""Accumulating priority on the hall's own rules: the exact means, and the laws that hold always."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl.core.hall.queueing import Moment, Place, Queues, next_ticket
from hallctl.core.plan import NORMAL, PriorityGroup, Rules, Words
from tests.floor.waiting_lines import HOUR, TWO_TO_ONE, Floor, Waits, bounds, simulate

ONE_COUNTER = Floor(servers=1, priority=0.3, normal=0.5)
TEN_COUNTERS = Floor(servers=10, priority=1.9, normal=7.6)
MINUTE = 60_000

people = st.lists(
    st.tuples(st.sampled_from(("priority", NORMAL)), st.integers(0, 240)), min_size=1, max_size=40
)
"""Group and minute of arrival."""


def rules_of(rate: float, head_start: float = 0) -> Rules:
    words = Words("Ưu tiên")
    group = PriorityGroup(group="priority", name=words, rate=rate, head_start=head_start)
    return Rules(groups=(group,))


def queue_of(arrived: list[tuple[str, int]]) -> tuple[Queues, dict[str, tuple[str, Place]]]:
    queues, known = Queues(), {}
    for order, (group, minute) in enumerate(arrived):
        place = Place(minute * MINUTE, order, f"T{order}")
        queues.add("land", group, place)
        known[place.ticket] = (group, place)
    return queues, known


@pytest.mark.parametrize(
    ("floor", "priority", "normal", "people"),
    [(ONE_COUNTER, 2.8235, 4.7059, 4_000), (TEN_COUNTERS, 0.9579, 1.8245, 6_000)],
)
def test_the_waits_of_both_groups_are_the_exact_means(
    floor: Floor, priority: float, normal: float, people: int
) -> None:
    waits = simulate(floor, TWO_TO_ONE, people, stretches=40, seed=20261123)
    everybody = [one.everybody for one in waits]
    assert floor.mean_wait == pytest.approx(
        (floor.priority * priority + floor.normal * normal) / floor.arrivals, rel=1e-3
    )
    for group, exact in (("priority", priority), ("normal", normal)):
        found = bounds([getattr(one, group) for one in waits], everybody, floor.mean_wait)
        assert abs(found.mean - exact) <= found.within, (group, found)
        assert found.within < 0.02 * exact, "the bounds are too wide to say anything"


def test_other_rates_are_told_apart_from_two_to_one() -> None:
    """What the bounds are worth: three to one lies outside them."""
    waits: list[Waits] = simulate(ONE_COUNTER, rules_of(3), 4_000, stretches=40, seed=7)
    everybody = [one.everybody for one in waits]
    found = bounds([one.priority for one in waits], everybody, ONE_COUNTER.mean_wait)
    assert abs(found.mean - 2.8235) > found.within


@given(people)
def test_equal_rates_are_first_come_first_served(arrived: list[tuple[str, int]]) -> None:
    queues, known = queue_of(arrived)
    called, at = [], 300 * MINUTE
    while (ticket := next_ticket(queues, ("land",), Moment(rules_of(1), at))) is not None:
        queues.remove("land", *known[ticket])
        called.append(known[ticket][1])
        at += MINUTE
    assert all(before < after for before, after in pairwise(called))


@given(people, st.integers(2, 6), st.integers(1, 9))
def test_a_normal_ticket_is_overtaken_only_by_the_early_priority_arrivals(
    arrived: list[tuple[str, int]], rate: int, every: int
) -> None:
    """One that waited W is overtaken by priority arrivals of its first (1 − 1/rate)·W alone."""
    queues, known = queue_of(arrived)
    at, served = 240 * MINUTE, []
    while (ticket := next_ticket(queues, ("land",), Moment(rules_of(rate), at))) is not None:
        group, place = known[ticket]
        if group == NORMAL:
            waited = at - place.queued_at
            for other in served:
                later = known[other][1].queued_at - place.queued_at
                if known[other][0] == "priority" and later > 0:
                    assert later <= (1 - 1 / rate) * waited
        queues.remove("land", group, place)
        served.append(ticket)
        at += every * MINUTE


def test_nobody_starves_however_many_with_priority_come() -> None:
    """One with priority comes before every call, and the patient one is called all the same."""
    rate, head_start, every = 5, 30, 2
    queues = Queues()
    patient = Place(0, 0, "patient")
    queues.add("land", NORMAL, patient)
    for call in range(1, 200):
        at = call * every * MINUTE
        place = Place(at, call, f"P{call}")
        queues.add("land", "priority", place)
        ticket = next_ticket(queues, ("land",), Moment(rules_of(rate, head_start), at))
        if ticket == "patient":
            break
        queues.remove("land", "priority", Place(at, call, str(ticket)))
    else:
        pytest.fail("the patient one was never called")
    assert call * every * MINUTE < HOUR
