"""Whatever differs between two halls is named."""

import pytest

from hallctl.checkpoint.comparing import difference
from hallctl.core.dossier_life import DossierStep
from hallctl.core.hall import Hall, Pause
from hallctl.core.hall.dossier import StepTaken
from hallctl.core.hall.packed_hall import packed, unpacked
from tests.core.one_day import OneDay


def a_hall() -> Hall:
    day = OneDay().open("1", "2")
    day.issue("land")
    day.issue("birth", "elderly")
    day.call("1")
    return day.hall


def test_a_copy_differs_in_nothing() -> None:
    hall = a_hall()
    assert difference(hall, unpacked(packed(hall))) == ""


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda hall: setattr(hall, "epoch", 7), "hall.epoch"),
        (lambda hall: setattr(hall, "is_open", 1), "hall.is_open"),
        (lambda hall: hall.calls.clear(), "hall.calls[0]"),
        (lambda hall: hall.paused.update(tax=Pause("Nghỉ", "Away", 0)), "hall.paused key"),
        (lambda hall: hall.serials.update(A=3), "hall.serials['A']"),
        (
            lambda hall: setattr(hall.tickets["2026-11-23-A001"], "notes", ("x",)),
            "hall.tickets['2026-11-23-A001'].notes[0]",
        ),
    ],
)
def test_a_field_that_is_not_the_same_is_named(change: object, named: str) -> None:
    hall = a_hall()
    other = unpacked(packed(hall))
    change(other)  # type: ignore[operator]
    assert difference(hall, other).startswith(named)


def test_another_order_is_another_hall() -> None:
    one, other = {"a": 1, "b": 2}, {"b": 2, "a": 1}
    assert difference(one, other) == "hall key 'a'"


def test_steps_by_the_thousand_are_compared_to_the_first() -> None:
    chains = []
    for first in (1, 2):
        step = StepTaken(DossierStep.FORWARD, first, None)
        for at in range(2_000):
            step = StepTaken(DossierStep.FORWARD, at, step)
        chains.append(step)
    assert difference(chains[0], chains[1]).endswith(".before.at")
    assert difference(chains[0], chains[0]) == ""
