"""The rating pad under real fingers and keys."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hallctl.station.screen import Screen
from rating_pad import open_pad
from rating_pad.patience import Patience
from tests.fakes.fake_link import FakeLink
from tests.fakes.sample_views import REASONS, pad_view
from tests.screens.item_tree import accessible_name, named, shown_items
from tests.screens.touching import lift, press, settle, slide_off, touch

pytestmark = pytest.mark.screens

LYING, UPRIGHT = QSize(1280, 800), QSize(800, 1280)


class Pad:
    """An open pad, its link, and the visitor's finger."""

    def __init__(self, size: QSize, patience: Patience) -> None:
        self.link = FakeLink(pad_view())
        self.screen: Screen = open_pad(self.link, size, patience)
        self.model: Any = self.screen.view_model
        settle()

    def item(self, name: str) -> Any:
        return named(self.screen.window, name)

    def touch(self, name: str) -> None:
        touch(self.screen.window, self.item(name))


@pytest.fixture
def open_one(qtbot: QtBot) -> Iterator[Any]:
    opened: list[Pad] = []

    def open_it(size: QSize = LYING, patience: Patience | None = None) -> Pad:
        opened.append(Pad(size, patience or Patience(double_tap_s=0.0)))
        return opened[-1]

    yield open_it
    for pad in opened:
        pad.screen.close()
        settle()


@pytest.mark.parametrize("size", [LYING, UPRIGHT])
def test_two_touches_rate_a_visit(open_one: Any, size: QSize) -> None:
    pad = open_one(size)
    pad.touch("Rất hài lòng")
    assert pad.model.scene == "attitude"
    pad.touch("Bình thường")
    (wish,) = pad.link.sent
    assert (wish.result, wish.attitude) == (5, 3)
    pad.link.grant()
    assert pad.model.scene == "thanks"


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("Rất hài lòng", 5),
        ("Hài lòng", 4),
        ("Bình thường", 3),
        ("Không hài lòng", 2),
        ("Rất không hài lòng", 1),
    ],
)
def test_every_face_says_what_it_counts(open_one: Any, words: str, level: int) -> None:
    pad = open_one()
    pad.touch(words)
    assert pad.model.result == level


def test_the_way_back_leads_to_the_first_question(open_one: Any) -> None:
    pad = open_one()
    pad.touch("Hài lòng")
    pad.touch("Câu trước")
    assert pad.model.scene == "result"


def test_sliding_off_a_face_is_no_answer(open_one: Any) -> None:
    pad = open_one()
    slide_off(pad.screen.window, pad.item("Rất hài lòng"))
    assert pad.model.scene == "result"


def test_a_double_tap_answers_one_question(open_one: Any, qtbot: QtBot) -> None:
    pad = open_one(LYING, Patience(double_tap_s=0.2))
    qtbot.waitUntil(lambda: pad.model.takes_touch)
    pad.touch("Rất hài lòng")
    pad.touch("Rất hài lòng")
    assert (pad.model.scene, pad.link.sent) == ("attitude", [])
    qtbot.waitUntil(lambda: pad.model.takes_touch)
    pad.touch("Rất hài lòng")
    assert len(pad.link.sent) == 1


def test_a_finger_on_a_face_is_not_lost_when_a_view_arrives(open_one: Any) -> None:
    pad = open_one()
    face = pad.item("Rất hài lòng")
    press(pad.screen.window, face)
    pad.link.show(pad_view(journal_number=2))
    settle()
    lift(pad.screen.window, face)
    assert pad.model.scene == "attitude"


def test_faces_rest_while_the_answer_is_on_its_way(open_one: Any) -> None:
    pad = open_one()
    pad.touch("Hài lòng")
    pad.touch("Hài lòng")
    assert not pad.item("Rất hài lòng").isEnabled()
    pad.touch("Rất hài lòng")
    assert len(pad.link.sent) == 1


def test_the_language_is_chosen_at_the_bottom(open_one: Any) -> None:
    pad = open_one()
    pad.touch("English")
    assert pad.item("Very happy")


def test_the_faces_are_reached_by_tab_and_pressed_by_key(open_one: Any) -> None:
    pad = open_one()
    window = pad.screen.window
    for _ in range(12):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        if accessible_name(window.activeFocusItem()).startswith("Rất không"):
            break
    QTest.keyClick(window, Qt.Key.Key_Space)
    settle()
    assert pad.model.result == 1


def test_every_face_is_a_picture_with_words(open_one: Any) -> None:
    pad = open_one()
    pictures = {
        str(item.property("source").toString()).split("/face/")[1][0]
        for item in shown_items(pad.screen.window)
        if item.inherits("QQuickImage") and "/face/" in item.property("source").toString()
    }
    assert pictures == {"1", "2", "3", "4", "5"}


def low_marks(pad: Any) -> None:
    """A visitor who is unhappy with the result; the hall has taken the marks."""
    pad.link.show(pad_view("visit-A018", reasons=REASONS))
    settle()
    pad.touch("Không hài lòng")
    pad.touch("Hài lòng")
    pad.link.grant()
    settle()


@pytest.mark.parametrize("size", [LYING, UPRIGHT])
def test_a_low_mark_is_explained_with_one_touch_a_reason(open_one: Any, size: QSize) -> None:
    pad = open_one(size)
    low_marks(pad)
    assert pad.model.scene == "reasons"
    pad.touch("Chờ đợi lâu")
    pad.touch("Hướng dẫn chưa rõ")
    pad.touch("Chờ đợi lâu")
    pad.touch("Gửi")
    wish = pad.link.sent[-1]
    assert (wish.visit, wish.reasons) == ("visit-A018", ("guidance",))
    pad.touch("Chờ đợi lâu")
    pad.link.grant()
    assert pad.model.scene == "thanks"


def test_whoever_names_no_reason_is_thanked(open_one: Any) -> None:
    pad = open_one()
    low_marks(pad)
    pad.touch("Bỏ qua")
    assert pad.model.scene == "thanks"
    assert len(pad.link.sent) == 1


def test_marks_are_recorded_whatever_becomes_of_the_reasons(open_one: Any) -> None:
    pad = open_one()
    low_marks(pad)
    pad.touch("Chờ đợi lâu")
    pad.touch("Gửi")
    pad.link.refuse("rating_over")
    assert pad.model.scene == "thanks"


def test_a_hall_without_reasons_asks_nobody_why(open_one: Any) -> None:
    pad = open_one()
    pad.touch("Rất không hài lòng")
    pad.touch("Rất không hài lòng")
    pad.link.grant()
    assert pad.model.scene == "thanks"


def test_the_next_visitor_is_asked_their_own_questions(open_one: Any) -> None:
    pad = open_one()
    low_marks(pad)
    pad.touch("Chờ đợi lâu")
    pad.link.show(pad_view("visit-A019", reasons=REASONS))
    settle()
    assert (pad.model.scene, pad.model.reasons_named) == ("result", [])
