"""What the rating pad says and sends, without a window."""

from typing import Any

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from hallctl.core.commands import RateVisit
from hallctl.core.refusals import Refusal
from rating_pad.patience import Patience
from rating_pad.view_model import PadViewModel
from rating_pad.wording import PAD_REFUSALS
from tests.fakes.fake_link import FakeLink
from tests.fakes.sample_views import NINE_O_CLOCK, pad_view, sign_view

pytestmark = pytest.mark.screens

SHORT = Patience(
    question_s=0.05, answer_s=0.05, grace_s=0.05, thanks_s=0.05, sorry_s=0.05, double_tap_s=0.0
)


def pad_of(view: Any = None, patience: Patience | None = None) -> tuple[Any, FakeLink]:
    link = FakeLink(view)
    return PadViewModel(link, patience or Patience(double_tap_s=0.0)), link


def answered(patience: Patience | None = None) -> tuple[Any, FakeLink]:
    """A pad whose visitor has just given both answers."""
    pad, link = pad_of(pad_view(), patience)
    pad.choose_result(5)
    pad.choose_attitude(4)
    return pad, link


def test_before_the_first_view_the_pad_connects(qtbot: QtBot) -> None:
    pad, link = pad_of()
    assert pad.scene == "connecting"
    link.show(sign_view())
    assert pad.scene == "connecting"


def test_without_a_visit_the_pad_rests(qtbot: QtBot) -> None:
    pad, _ = pad_of(pad_view(None))
    assert (pad.scene, pad.invitation) == ("rest", "")


def test_a_view_that_changes_nothing_it_shows_costs_a_pad_nothing(qtbot: QtBot) -> None:
    pad, link = pad_of(pad_view(None))
    with qtbot.assertNotEmitted(pad.changed), qtbot.assertNotEmitted(pad.clock.ticked):
        for number in range(2, 5):
            link.show(pad_view(None, journal_number=number, rated_today=0))
    with qtbot.waitSignal(pad.changed):
        link.show(pad_view(None, journal_number=6, is_open=False))


def test_who_touches_the_faces_of_a_resting_pad_hears_why_nothing_happens(qtbot: QtBot) -> None:
    pad, link = pad_of(pad_view(None), Patience(double_tap_s=0.0, nothing_s=0.02))
    pad.touch_rest()
    assert pad.rest_words == pad.preferences.say("rest_nothing")
    qtbot.waitUntil(lambda: pad.rest_words == pad.preferences.say("rest_open"))
    link.show(pad_view("visit-B002"))
    pad.touch_rest()
    assert pad.scene == "result"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "xong việc"),
        ({"is_open": False}, "chưa phục vụ"),
        ({"business_day": None}, "đang nghỉ"),
    ],
)
def test_at_rest_the_pad_says_why(qtbot: QtBot, changes: dict[str, Any], words: str) -> None:
    pad, _ = pad_of(pad_view(None, **changes))
    assert words in pad.rest_words.replace("\xa0", " ")


def test_a_finished_visit_is_asked_about_in_its_visitor_s_language(qtbot: QtBot) -> None:
    pad, link = pad_of(pad_view(None))
    link.show(pad_view("visit-B002", language="en"))
    assert pad.scene == "result"
    assert pad.number_words == "Number B002"
    assert "result" in pad.question


def test_result_then_attitude_become_one_rating(qtbot: QtBot) -> None:
    pad, link = answered()
    (wish,) = link.sent
    assert isinstance(wish, RateVisit)
    assert (wish.visit, wish.result, wish.attitude) == ("visit-A017", 5, 4)
    assert pad.under_way
    pad.choose_attitude(1)
    pad.step_back()
    assert len(link.sent) == 1
    link.grant()
    assert pad.scene == "thanks"


def test_one_may_step_back_and_think_again(qtbot: QtBot) -> None:
    pad, link = pad_of(pad_view())
    pad.choose_result(2)
    pad.step_back()
    assert (pad.scene, pad.chosen) == ("result", 2)
    pad.choose_result(4)
    pad.choose_attitude(4)
    assert link.sent[0].result == 4


def test_the_thanks_end_in_rest_by_themselves(qtbot: QtBot) -> None:
    pad, link = answered(SHORT)
    link.grant()
    link.show(pad_view(None))
    qtbot.waitUntil(lambda: pad.scene == "rest")


def test_a_question_nobody_answers_goes_away_and_can_be_asked_for(qtbot: QtBot) -> None:
    pad, link = pad_of(pad_view(), SHORT)
    pad.preferences.choose_language("en")
    qtbot.waitUntil(lambda: pad.scene == "rest")
    assert pad.preferences.language == "vi"
    link.show(pad_view(journal_number=2))
    assert pad.scene == "rest", "the same visit does not ask again by itself"
    assert "A017" in pad.invitation
    pad.ask()
    assert pad.scene == "result"


def test_a_half_given_answer_is_forgotten_when_its_visitor_has_gone(qtbot: QtBot) -> None:
    pad, link = pad_of(pad_view(), SHORT)
    pad.choose_result(1)
    qtbot.waitUntil(lambda: pad.scene == "rest")
    assert link.sent == []
    assert pad.result == 0


def test_whoever_is_at_the_pad_is_waited_for(qtbot: QtBot) -> None:
    pad, _ = pad_of(pad_view(), Patience(question_s=60.0, double_tap_s=0.0))
    pad._wait.start(5_000)  # the question is nearly taken away
    pad.stirred()
    assert pad._wait.remainingTime() > 50_000
    assert pad.scene == "result"


def test_the_next_visit_s_offer_replaces_the_question(qtbot: QtBot) -> None:
    pad, link = pad_of(pad_view())
    pad.choose_result(1)
    link.show(pad_view("visit-A018"))
    assert (pad.scene, pad.result) == ("result", 0)
    pad.choose_result(5)
    pad.choose_attitude(5)
    assert link.sent[0].visit == "visit-A018"


def test_the_next_visit_is_asked_about_during_the_thanks(qtbot: QtBot) -> None:
    pad, link = answered()
    link.grant()
    link.show(pad_view("visit-A018"))
    assert pad.scene == "result"


def test_an_answer_for_one_visit_never_thanks_the_next(qtbot: QtBot) -> None:
    pad, link = answered()
    link.show(pad_view("visit-A018"))
    link.grant()
    assert pad.scene == "result"


def test_a_time_that_is_over_takes_the_question_away(qtbot: QtBot) -> None:
    pad, _ = pad_of(pad_view(rate_until=NINE_O_CLOCK + 30))
    assert pad.scene == "result"
    qtbot.waitUntil(lambda: pad.scene == "rest")
    assert pad.invitation == ""


def test_a_second_tap_has_no_time_to_answer_the_second_question(qtbot: QtBot) -> None:
    pad, _ = pad_of(pad_view(), Patience(double_tap_s=0.05))
    qtbot.waitUntil(lambda: pad.takes_touch)
    pad.choose_result(5)
    assert not pad.takes_touch
    qtbot.waitUntil(lambda: pad.takes_touch)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_refusal_is_worded_kindly(qtbot: QtBot, language: str) -> None:
    for code in (*Refusal, *sorted(PAD_REFUSALS - set(Refusal)), "something_new"):
        pad, link = answered()
        pad.preferences.choose_language(language)
        link.refuse(code)
        assert pad.scene == "sorry", code
        assert pad.sorry_title, code
        assert len(pad.sorry_words) > 15, code
        assert code not in pad.sorry_words


def test_an_answer_that_was_not_heard_may_be_given_again(qtbot: QtBot) -> None:
    pad, link = answered(SHORT)
    link.lose()
    assert pad.scene == "sorry"
    qtbot.waitUntil(lambda: pad.scene == "rest")
    assert pad.invitation


def test_out_of_touch_with_the_hall_nobody_is_asked(qtbot: QtBot) -> None:
    pad, link = pad_of(pad_view())
    link.become("offline")
    assert (pad.scene, pad.online) == ("rest", False)
    pad.choose_result(5)
    assert link.sent == []
    link.become("online")
    assert pad.scene == "result"


def test_a_half_given_answer_outlives_a_short_silence(qtbot: QtBot) -> None:
    pad, link = pad_of(pad_view())
    pad.choose_result(5)
    link.become("offline")
    assert pad.scene == "attitude"
    pad.choose_attitude(5)
    assert len(link.sent) == 1


def test_help_is_shown_and_left_again(qtbot: QtBot) -> None:
    pad, _ = pad_of(pad_view())
    pad.show_help()
    assert pad.scene == "help"
    pad.show_help()
    assert pad.scene == "result"


def test_at_rest_the_pad_thanks_and_tells_todays_rate_where_the_hall_shows_it() -> None:
    at_rest = {"visit": None, "number": None, "rate_until": None, "finished_at": None}
    pad, link = pad_of(replace(pad_view(), **at_rest))
    assert pad.rest_rate == "Xin cảm\u00a0ơn ông/bà đã góp\u00a0ý."
    link.show(replace(pad_view(), **at_rest, rated_today=154, satisfied_today=151))
    assert "98% trong 154 lượt" in pad.rest_rate
    link.show(replace(pad_view(), **at_rest, business_day=None))
    assert pad.rest_rate == ""
