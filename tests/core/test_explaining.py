"""Why marks were low: asked once, of whoever gave them, while the rating counts."""

import pytest

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.refusals import Refusal
from hallctl.core.views import PadView
from tests.core.one_day import OneDay, dump, replayed, wish


def served(day: OneDay, result: int, attitude: int) -> str:
    """A visit that is over and rated so."""
    day.open("1")
    visit = day.issue().visit
    day.serve()
    day.do(wish(c.RateVisit, visit=visit, result=result, attitude=attitude))
    return visit


def explain(day: OneDay, visit: str, *reasons: str) -> Refusal | None:
    refused = day.refusal(wish(c.ExplainRating, visit=visit, reasons=reasons))
    return refused.refusal if refused else None


@pytest.mark.parametrize("marks", [(2, 5), (5, 2), (1, 1)])
def test_a_low_mark_is_explained_once(day: OneDay, marks: tuple[int, int]) -> None:
    visit = served(day, *marks)
    assert day.artist.ticket(day.at, visit).owes_reasons  # type: ignore[union-attr]
    assert explain(day, visit, "waiting", "manners", "waiting") is None
    (said,) = [one for one in day.facts if isinstance(one, events.RatingExplained)]
    assert (said.reasons, said.official, said.counter) == (
        ("waiting", "manners"), "official-1", "1",
    )  # fmt: skip
    assert explain(day, visit, "waiting") is Refusal.NO_REASONS_ASKED
    assert not day.artist.ticket(day.at, visit).owes_reasons  # type: ignore[union-attr]
    assert dump(replayed(day.facts)) == dump(day.hall)


def test_nobody_is_asked_why_marks_were_good(day: OneDay) -> None:
    assert explain(day, served(day, 3, 5), "waiting") is Refusal.NO_REASONS_ASKED


def test_marks_come_before_reasons(day: OneDay) -> None:
    day.open("1")
    visit = day.issue().visit
    day.serve()
    assert explain(day, visit, "waiting") is Refusal.NO_REASONS_ASKED


def test_a_reason_is_of_the_halls_list(day: OneDay) -> None:
    assert explain(day, served(day, 1, 1), "weather") is Refusal.UNKNOWN_REASON


def test_reasons_come_in_time(day: OneDay) -> None:
    visit = served(day, 1, 1)
    day.wait(31)
    assert explain(day, visit, "waiting") is Refusal.RATING_OVER


def test_the_pad_is_told_what_may_be_named(day: OneDay) -> None:
    day.open("1")
    view = day.artist.pad(day.at, "1")
    assert isinstance(view, PadView)
    assert [one.reason for one in view.reasons] == ["waiting", "manners"]


def test_the_phone_may_rate_until_the_time_is_over(day: OneDay) -> None:
    day.open("1")
    visit = day.issue().visit
    day.serve()
    view = day.artist.ticket(day.at, visit)
    assert view is not None
    assert view.rate_until is not None
    day.at = view.rate_until
    assert day.artist.ticket(day.at, visit).rate_until is not None  # type: ignore[union-attr]
    day.at += 1
    assert day.artist.ticket(day.at, visit).rate_until is None  # type: ignore[union-attr]
