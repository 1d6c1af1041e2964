"""The guide's questions without a browser: what forms send becomes answers, and answers a hall."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl.core.plan import Words
from hallctl.first_run import offers, problems
from hallctl.settings.problems import Problem
from hallctl.web.first_run.steps import (
    OF_STEP,
    STEPS,
    Draft,
    answered,
    first_draft,
    lines,
    of_step,
)

OFFERS = offers()
HALL = {
    "kind": ["commune"],
    "name_vi": ["  Một cửa xã Hòa Vang "],
    "authority_vi": ["UBND xã Hòa Vang"],
    "place": ["Hòa Vang"],
    "agency": ["h17.32"],
}
HOURS = {
    "weekdays": ["1", "2", "6"],
    "morning_from": ["7:30"],
    "morning_to": ["11h30"],
    "afternoon_from": [""],
    "afternoon_to": [""],
}


@pytest.fixture
def draft() -> Draft:
    return first_draft(OFFERS, "commune")


@pytest.mark.parametrize("kind", OFFERS)
def test_what_the_guide_proposes_is_a_hall_already(kind: str) -> None:
    assert problems(first_draft(OFFERS, kind)) == ()


def test_the_hall_is_called_as_it_was_typed(draft: Draft) -> None:
    begun = answered(draft, "hall", HALL, OFFERS).begun
    assert begun.name == Words("Một cửa xã Hòa Vang")
    assert (begun.place, begun.agency) == ("Hòa Vang", "H17.32")


def test_another_kind_brings_its_own_services_and_keeps_what_was_typed(draft: Draft) -> None:
    after = answered(draft, "hall", HALL | {"kind": ["province"]}, OFFERS)
    assert set(after.begun.letters) == {one.service for one in OFFERS["province"].services}
    assert after.begun.name.vi == "Một cửa xã Hòa Vang"


def test_a_kind_there_is_none_of_is_no_answer(draft: Draft) -> None:
    with pytest.raises(KeyError):
        answered(draft, "hall", HALL | {"kind": ["moon"]}, OFFERS)


def test_hours_are_read_as_people_write_them(draft: Draft) -> None:
    begun = answered(draft, "hours", HOURS, OFFERS).begun
    assert begun.weekdays == (1, 2, 6)
    assert begun.shifts == ("07:30-11:30",)
    assert not begun.opens_by_itself


def test_a_time_that_is_none_is_told_at_its_step(draft: Draft) -> None:
    after = answered(draft, "hours", HOURS | {"morning_to": ["noon"]}, OFFERS)
    found = of_step("hours", problems(after))
    assert [one.path for one in found] == ["hours.shifts[1]"]


def test_only_ticked_services_are_offered_each_under_its_letter(draft: Draft) -> None:
    form = {
        "offered": ["land", "policy"],
        "letter-land": ["x"],
        "letter-policy": ["y"],
        "letter-business": ["Z"],
        "counters": ["3"],
        "spreads": ["yes"],
    }
    after = answered(draft, "services", form, OFFERS)
    assert after.begun.letters == {"land": "X", "policy": "Y"}
    assert (after.begun.counters, after.begun.spreads) == (3, True)
    assert problems(after) == ()


def test_a_letter_given_twice_is_told_at_its_step(draft: Draft) -> None:
    form = {
        "offered": ["land", "policy"],
        "letter-land": ["X"],
        "letter-policy": ["X"],
        "counters": ["1"],
    }
    found = of_step("services", problems(answered(draft, "services", form, OFFERS)))
    assert [one.path for one in found] == ["service.policy.letter"]


@pytest.mark.parametrize("counters", ["0", "", "many", "-3"])
def test_a_hall_without_counters_is_told_so(draft: Draft, counters: str) -> None:
    form = {"offered": ["land"], "letter-land": ["A"], "counters": [counters]}
    found = of_step("services", problems(answered(draft, "services", form, OFFERS)))
    assert any(one.path == "counter" for one in found)


def test_officials_are_named_a_line_each_and_once(draft: Draft) -> None:
    form = {"officials": ["Lan\r\n  Trần  Minh \r\n\r\nLan"], "reserves": ["Hoa"]}
    begun = answered(draft, "people", form, OFFERS).begun
    assert (begun.officials, begun.reserves) == (("Lan", "Trần Minh"), ("Hoa",))


def test_a_step_answers_for_itself_and_those_before_it() -> None:
    every = tuple(
        Problem("hall.toml", part, "wrong", "mend it")
        for parts in OF_STEP.values()
        for part in parts
    )
    assert [len(of_step(step, every)) for step in STEPS] == [2, 3, 5, 6]


@given(st.text())
def test_whatever_is_typed_as_names_becomes_lines_without_blanks(text: str) -> None:
    found = lines(text)
    assert len(set(found)) == len(found)
    assert all(line and line == " ".join(line.split()) for line in found)
