"""Profiles: a strict order, a mixture by weights, and the guard against the longest wait."""

from collections import Counter as Tally
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl.core import commands as c
from hallctl.core.plan import Counter, Plan
from hallctl.core.plan.floor_rules import FloorRules, Profile
from tests.core.one_day import PLAN, OneDay, wish

SERVICES = ("birth", "land", "tax")


def plan_of(order: str, weights: tuple[int, ...] = (), guard: float = 0, **more: Any) -> Plan:
    profile = Profile(profile="desk", services=SERVICES, order=order, weights=weights)
    counters = (Counter(counter="1", services=SERVICES, profile="desk"), *PLAN.counters[1:])
    floor = FloorRules(profiles=(profile,), longest_wait_minutes=guard, **more)
    return msgspec.structs.replace(PLAN, counters=counters, floor=floor)


def day_of(plan: Plan) -> OneDay:
    return OneDay(plan).open("1", "3")


def takes(day: OneDay, services: str) -> None:
    """``BAC``: three people, a minute apart, for the services with those letters."""
    names = {one.letter: one.service for one in PLAN.services}
    for letter in services:
        day.issue(names[letter])
        day.wait(1)


def calls(day: OneDay, times: int) -> str:
    """The letters of the next calls, served at once."""
    return "".join(day.serve("1").number[0] for _ in range(times))


def test_a_strict_order_empties_the_first_service_first() -> None:
    day = day_of(plan_of("strict"))
    takes(day, "CBABAC")
    assert [one.number for one in day.artist.counter(day.at, "1").waiting] == [
        "A001", "A002", "B001", "B002", "C001", "C002",
    ]  # fmt: skip
    assert calls(day, 6) == "AABBCC"


def test_a_mixture_calls_so_many_of_each() -> None:
    day = day_of(plan_of("mixture", (3, 2, 1)))
    takes(day, "ABC" * 12)
    called = Tally(calls(day, 18))
    assert called == {"A": 9, "B": 6, "C": 3}


def test_a_service_that_was_empty_does_not_catch_up() -> None:
    day = day_of(plan_of("mixture", (1, 1, 1)))
    takes(day, "A" * 6)
    assert calls(day, 4) == "AAAA"
    takes(day, "BBBBBB")
    assert calls(day, 4) == "BABA"


def test_an_undone_call_does_not_count_in_the_mixture() -> None:
    day = day_of(plan_of("mixture", (1, 1, 1)))
    takes(day, "AABB")
    day.call("1")
    day.do(wish(c.UndoLast, counter="1"))
    assert calls(day, 3) == "ABA"


@given(st.lists(st.sampled_from("ABC"), min_size=1, max_size=30), st.integers(0, 30))
def test_the_list_shows_the_order_in_which_they_are_called(arrived: list[str], at: int) -> None:
    day = day_of(plan_of("mixture", (3, 1, 2), guard=20))
    takes(day, "".join(arrived))
    day.wait(at)
    shown = [one.number for one in day.artist.counter(day.at, "1").waiting]
    assert [day.serve("1").number for _ in shown] == shown


@pytest.mark.parametrize("order", ["strict", "waiting", "mixture"])
def test_beyond_the_longest_wait_no_fresher_one_of_another_service_is_called(order: str) -> None:
    weights = (5, 1, 1) if order == "mixture" else ()
    day = day_of(plan_of(order, weights, guard=10))
    day.issue("tax")
    day.wait(10.1)
    for _ in range(5):
        day.issue("birth", "elderly")
    assert calls(day, 2) == "CA"


def test_inside_the_overdue_service_the_claims_decide() -> None:
    day = day_of(plan_of("strict", guard=10))
    day.issue("tax")
    day.wait(9.8)
    with_priority = day.issue("tax", "elderly")
    day.wait(0.3)
    day.issue("birth")
    assert day.call("1") is with_priority


@given(st.lists(st.tuples(st.sampled_from(SERVICES), st.integers(0, 6)), max_size=25))
def test_whoever_is_called_is_as_old_as_the_guard_or_nobody_older_stands_back(
    arrived: list[tuple[str, int]],
) -> None:
    guard = 12
    day = day_of(plan_of("strict", guard=guard))
    for service, minutes in arrived:
        day.issue(service)
        day.wait(minutes)
    while day.artist.counter(day.at, "1").waiting:
        before = {n: t for n, t in day.hall.tickets.items() if t.state == "waiting"}
        called = day.call("1")
        overdue = [
            one
            for one in before.values()
            if one.service != called.service and day.at - one.issued_at > guard * 60_000
        ]
        oldest = min(one.issued_at for one in before.values() if one.service == called.service)
        assert all(oldest <= one.issued_at for one in overdue)
        day.finish("1")
        day.wait(1)


def test_somebody_put_in_front_goes_before_order_and_guard() -> None:
    day = day_of(plan_of("strict", guard=5))
    day.issue("birth")
    day.wait(10)
    day.issue("tax")
    day.do(wish(c.CallNumber, counter="3", number="C001"))
    day.do(wish(c.Transfer, counter="3", service="land", place="front"))
    assert day.call("1").number == "C001"


def test_what_is_held_for_the_counter_belongs_to_its_service() -> None:
    day = day_of(plan_of("strict"))
    takes(day, "CA")
    day.do(wish(c.CallNumber, counter="3", number="C001"))
    day.do(wish(c.Transfer, counter="3", to_counter="1"))
    assert calls(day, 2) == "AC"
