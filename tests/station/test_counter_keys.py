"""What a press on a counter's keypad or pad asks of the hall."""

import pytest

from hallctl.core.commands import (
    CallNext,
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
from hallctl.station.counter_keys import Marks, acts_of


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
