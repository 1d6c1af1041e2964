"""What the sign above a counter says."""

from typing import Any

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from counter_display.sign_view_model import COMING_S, SignViewModel
from hallctl.core.plan import Words
from tests.fakes.fake_link import FakeLink
from tests.fakes.sample_views import (
    LONG_SERVICES,
    LONGEST,
    NINE_O_CLOCK,
    closed_sign,
    counter_view,
    current,
    sign_view,
)

pytestmark = pytest.mark.screens
SHORT_SERVICES = tuple(
    msgspec.structs.replace(one, name=Words("Đất", "Land")) for one in LONG_SERVICES[:4]
)


def sign_of(view: Any) -> tuple[Any, FakeLink]:
    link = FakeLink(view)
    return SignViewModel(link), link


@pytest.mark.parametrize(
    ("view", "scene"),
    [
        (None, "connecting"),
        (sign_view(business_day=None, is_open=False), "hall_closed"),
        (closed_sign(), "closed"),
        (sign_view(), "free"),
        (sign_view(current=current(minutes=0)), "coming"),
        (sign_view(current=current(minutes=5)), "serving"),
    ],
)
def test_every_view_has_its_scene_and_words_in_both_languages(
    qtbot: QtBot, view: Any, scene: str
) -> None:
    sign, _ = sign_of(view)
    assert sign.scene == scene
    assert sign.title
    assert sign.title_beside
    assert sign.title != sign.title_beside


def test_a_call_names_the_counter_in_both_languages(qtbot: QtBot) -> None:
    sign, _ = sign_of(sign_view(current=current(minutes=0)))
    assert sign.number == "A017"
    assert sign.title.replace("\xa0", " ") == "Mời đến quầy 3"
    assert sign.title_beside == "Please come to counter 3"


def test_a_new_call_lights_up(qtbot: QtBot) -> None:
    sign, link = sign_of(sign_view())
    with qtbot.waitSignal(sign.called):
        link.show(sign_view(current=current()))


def test_a_recall_lights_up_again_and_an_unchanged_call_does_not(qtbot: QtBot) -> None:
    sign, link = sign_of(sign_view(current=current()))
    with qtbot.assertNotEmitted(sign.called):
        link.show(sign_view(current=current(), journal_number=2))
    with qtbot.waitSignal(sign.called):
        link.show(sign_view(current=current(calls=2), journal_number=3))


def test_a_sign_that_has_just_started_does_not_blink_for_an_old_call(qtbot: QtBot) -> None:
    sign, link = sign_of(None)
    with qtbot.assertNotEmitted(sign.called):
        link.show(sign_view(current=current()))


def test_whoever_was_called_is_served_after_a_while(qtbot: QtBot) -> None:
    sign, _ = sign_of(sign_view(current=current(minutes=0)))
    with qtbot.waitSignal(sign.changed):
        sign.clock.set_hall_time(NINE_O_CLOCK + COMING_S * 1000, "Asia/Ho_Chi_Minh")
    assert sign.scene == "serving"


def test_a_free_counter_names_its_first_services_and_counts_the_others(qtbot: QtBot) -> None:
    sign, _ = sign_of(sign_view(services=LONG_SERVICES))
    assert sign.services_line.replace("\xa0", " ").endswith("và 5 lĩnh vực khác")
    sign, _ = sign_of(sign_view(services=SHORT_SERVICES))
    assert sign.services_line == "Đất~· Đất~· Đất~· và~1~lĩnh~vực~khác".replace("~", "\xa0")
    sign, _ = sign_of(sign_view(current=current()))
    assert sign.services_line == ""


def test_its_services_are_named_in_the_language_beside_too(qtbot: QtBot) -> None:
    sign, _ = sign_of(sign_view(services=LONG_SERVICES))
    assert sign.services_line_beside.replace("\xa0", " ").endswith("and 5 more services")
    assert LONGEST.en in sign.services_line_beside
    unnamed = msgspec.structs.replace(LONG_SERVICES[0], name=Words("Đất đai"))
    sign, _ = sign_of(sign_view(services=(unnamed,)))
    assert sign.services_line_beside == ""


def test_offline_is_said_in_both_languages(qtbot: QtBot) -> None:
    sign, link = sign_of(sign_view())
    assert sign.offline == ""
    link.become("offline")
    assert sign.offline.replace("\xa0", " ") == "Đang kết nối lại · Reconnecting"


def test_a_view_of_another_kind_is_left_alone(qtbot: QtBot) -> None:
    sign, link = sign_of(sign_view())
    link.show(counter_view(current=current()))
    assert sign.scene == "free"
