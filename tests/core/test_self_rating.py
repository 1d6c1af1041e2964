"""Signs of self-rating: every rule finds what it is for, and an ordinary day has none."""

from typing import Any

import msgspec
import pytest

from hallctl.core.plan.rating_rules import SignRules
from hallctl.core.self_rating import (
    RatedVisit,
    Rule,
    always_the_same_pad,
    bursts,
    faster_than_a_visit,
    faster_than_reading,
    own_device,
    signs_of,
    the_same_phone,
    without_a_visit,
)

MINUTE = 60_000
RULES = SignRules()


def visit(number: int, **different: Any) -> RatedVisit:
    """The number-th visit of an ordinary day: a wait, eight minutes, and a rating after ten seconds."""
    finished_at = (number + 1) * 15 * MINUTE
    usual = RatedVisit(
        visit=f"2026-11-23-A{number:03d}",
        number=f"A{number:03d}",
        day="2026-11-23",
        counter="1",
        official="Lan",
        issued_at=finished_at - 20 * MINUTE,
        called_at=finished_at - 8 * MINUTE,
        finished_at=finished_at,
        rated_at=finished_at + 10_000,
        result=5,
        attitude=4 + number % 2,
        station="pad-1",
    )
    return msgspec.structs.replace(usual, **different)


def found(rule: Rule, visits: list[RatedVisit], rules: SignRules = RULES) -> list[list[str]]:
    """The numbers of every sign."""
    return [[one.number for one in sign.visits] for sign in rule(visits, rules)]


def test_an_ordinary_day_has_no_signs() -> None:
    assert signs_of([visit(number) for number in range(30)], RULES) == []


def test_five_ratings_in_a_minute_are_a_burst() -> None:
    at = 100 * MINUTE
    dense = [visit(one, rated_at=at + one * 14_000) for one in range(5)]
    assert found(bursts, dense) == [["A000", "A001", "A002", "A003", "A004"]]
    assert found(bursts, dense[:4]) == []
    assert found(bursts, [msgspec.structs.replace(one, official=one.number) for one in dense]) == []
    assert found(bursts, dense, SignRules(burst_ratings=0)) == []


def test_a_number_that_was_taken_and_finished_at_once_was_nobody_s() -> None:
    ghost = visit(7, issued_at=visit(7).finished_at - 59_000)
    assert found(without_a_visit, [visit(6), ghost]) == [["A007"]]
    assert found(without_a_visit, [ghost], SignRules(shortest_stay_s=0)) == []


def test_a_visit_of_seconds_is_faster_than_a_visit_can_be() -> None:
    short = visit(7, called_at=visit(7).finished_at - 19_000)
    assert found(faster_than_a_visit, [visit(6), short]) == [["A007"]]
    assert found(faster_than_a_visit, [short], SignRules(shortest_visit_s=0)) == []


def test_two_answers_within_two_seconds_were_not_read() -> None:
    quick = visit(7, rated_at=visit(7).finished_at + 1_900)
    assert found(faster_than_reading, [visit(6), quick]) == [["A007"]]
    assert found(faster_than_reading, [quick], SignRules(fastest_s=0)) == []


def eager(count: int, **different: Any) -> list[RatedVisit]:
    """Full marks at one pad, each right after the end."""
    return [
        visit(
            one, result=5, **{"attitude": 5, **different}, rated_at=visit(one).finished_at + 3_000
        )
        for one in range(count)
    ]


def test_full_marks_at_one_pad_right_at_the_end_all_day_are_a_sign() -> None:
    assert len(found(always_the_same_pad, eager(12))) == 1
    assert found(always_the_same_pad, eager(11)) == []
    assert found(always_the_same_pad, eager(12, attitude=4)) == []
    slow = [visit(one, result=5, attitude=5) for one in range(20, 24)]
    assert found(always_the_same_pad, eager(12) + slow) == [], "a quarter took their time"
    other = [msgspec.structs.replace(one, station="pad-2") for one in eager(3)]
    assert found(always_the_same_pad, eager(12)[3:] + other) == []


def test_one_phone_for_many_visits_with_one_official_is_a_sign() -> None:
    phones = [visit(one, station="phone", device="a") for one in range(3)]
    assert found(the_same_phone, phones) == [["A000", "A001", "A002"]]
    family = [*phones[:2], visit(2, station="phone", device="b")]
    assert found(the_same_phone, family) == []
    assert found(the_same_phone, [*phones[:2], visit(2, device="a", official="Minh")]) == []


def test_a_browser_of_the_hall_s_own_people_is_a_sign() -> None:
    own = [visit(6), visit(7, is_staff=True)]
    assert found(own_device, own) == [["A007"]]
    assert found(own_device, own, SignRules(own_device=False)) == []


@pytest.mark.parametrize("count", [1, 3])
def test_signs_of_one_kind_about_one_official_and_day_are_told_together(count: int) -> None:
    own = [visit(one, is_staff=True) for one in range(count)]
    (sign,) = signs_of(own, RULES)
    assert (sign.rule, sign.official, len(sign.visits)) == ("own_device", "Lan", count)
