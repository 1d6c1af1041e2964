"""What a press on a counter's keypad or pad asks of the hall."""

import pytest

from hallctl.core.commands import (
    CallNext,
    CallNumber,
    EndBreak,
    FinishVisit,
    MarkNoShow,
    Park,
    RateVisit,
    Recall,
    StartBreak,
    UndoLast,
)
from hallctl.core.views import CounterLight
from hallctl.station.devices.counter_keys import Marks, acts_of
from hallctl.station.devices.typed_number import FORGOTTEN_S, TypedNumber


def light(number: str = "", visit: str | None = None) -> CounterLight:
    return CounterLight(
        counter="1",
        is_open=True,
        number=number,
        calls=0,
        called_at=None,
        visit=visit,
        rate_until=None,
    )


@pytest.mark.parametrize(
    ("button", "number", "acts"),
    [
        ("call", "", (CallNext,)),
        ("call", "A001", (FinishVisit, CallNext)),
        ("recall", "A001", (Recall,)),
        ("no-show", "A001", (MarkNoShow,)),
        ("finish", "A001", (FinishVisit,)),
        ("undo", "A001", (UndoLast,)),
        ("park-form", "A001", (Park,)),
        ("break-lunch", "", (StartBreak,)),
        ("back", "", (EndBreak,)),
        ("park-", "A001", ()),
        ("both-3", "A001", ()),
        ("coffee", "", ()),
    ],
)
def test_a_key_asks_what_the_panel_would(button: str, number: str, acts: tuple[type, ...]) -> None:
    wishes = acts_of(button, light(number))
    assert tuple(type(one) for one in wishes) == acts
    assert len({one.command_id for one in wishes}) == len(wishes)


@pytest.mark.parametrize(("button", "reason"), [("park-form", "form"), ("break-lunch", "lunch")])
def test_a_key_names_the_reason(button: str, reason: str) -> None:
    (wish,) = acts_of(button, light("A001"))
    assert getattr(wish, "reason", "") == reason


def rated(rating: RateVisit | None) -> tuple[str, int, int] | None:
    return (rating.visit, rating.result, rating.attitude) if rating else None


def test_one_row_of_buttons_marks_both_questions() -> None:
    assert rated(Marks().press("both-4", light(visit="v"))) == ("v", 4, 4)


def test_two_rows_are_both_needed() -> None:
    marks = Marks()
    assert marks.press("result-2", light(visit="v")) is None
    assert marks.press("result-3", light(visit="v")) is None
    assert rated(marks.press("attitude-5", light(visit="v"))) == ("v", 3, 5)


def test_half_a_rating_is_not_carried_to_the_next_visit() -> None:
    marks = Marks()
    marks.press("result-1", light(visit="v"))
    assert marks.press("attitude-5", light(visit="w")) is None


@pytest.mark.parametrize("button", ["both-0", "both-6", "both-44", "call", ""])
def test_what_is_no_mark_rates_nothing(button: str) -> None:
    assert Marks().press(button, light(visit="v")) is None


def test_nothing_is_rated_while_nobody_may() -> None:
    assert Marks().press("both-5", light()) is None


def typed(*buttons: str, pause_s: float = 0.5) -> str:
    """What is left of keys pressed one after the other, when ``call`` follows."""
    number, now = TypedNumber(), 0.0
    for button in buttons:
        now += pause_s
        assert number.press(button, now)
    return number.take(now + pause_s)


def test_a_number_is_typed_key_by_key() -> None:
    assert typed("letter-a", "digit-0", "digit-1", "digit-2") == "a012"
    assert typed("digit-1", "clear", "digit-2") == "2"
    assert typed("digit-1", "digit-2", pause_s=FORGOTTEN_S + 1) == ""
    assert typed() == ""


def test_other_keys_type_nothing() -> None:
    number = TypedNumber()
    assert not number.press("recall", 0.0)
    assert number.press("digit-7", 1.0)
    assert number.take(2.0) == "7"
    assert number.take(2.0) == "", "a number is called once"


@pytest.mark.parametrize(
    ("serving", "acts"), [("", (CallNumber,)), ("A001", (FinishVisit, CallNumber))]
)
def test_call_takes_the_number_that_was_typed(serving: str, acts: tuple[type, ...]) -> None:
    wishes = acts_of("call", light(serving), "a12")
    assert tuple(type(one) for one in wishes) == acts
    assert isinstance(wishes[-1], CallNumber)
    assert wishes[-1].number == "a12"
