"""The panel under real fingers and real keys."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_display import open_panel
from hallctl.core.commands import (
    CallNext,
    CloseCounter,
    FinishVisit,
    MarkNoShow,
    OpenCounter,
    Recall,
    Requeue,
)
from hallctl.station.screen import Screen
from tests.fakes.fake_link import FakeLink
from tests.fakes.sample_views import counter_view, current
from tests.screens.item_tree import accessible_name, named, shown_items
from tests.screens.touching import lift, press, settle, slide_off, touch

pytestmark = pytest.mark.screens

DESK, HAND = QSize(1366, 768), QSize(480, 800)


class Panel:
    """An open panel, its link, and who presses it."""

    def __init__(self, size: QSize, **changes: Any) -> None:
        self.link = FakeLink(counter_view(**changes))
        self.screen: Screen = open_panel(self.link, size)
        settle()

    def touch(self, name: str) -> None:
        touch(self.screen.window, named(self.screen.window, name))

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.screen.window, key)
        settle()

    def write(self, words: str) -> None:
        for letter in words:
            QTest.keyClick(self.screen.window, letter)
        settle()

    def grant(self) -> None:
        self.link.grant()
        settle()

    @property
    def sent(self) -> list[type]:
        return [type(command) for command in self.link.sent]

    def close(self) -> None:
        self.screen.close()
        settle()


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hallctl.station.link.press.SETTLE_S", 0.0)


@pytest.fixture
def open_one(qtbot: QtBot) -> Iterator[Any]:
    opened: list[Panel] = []

    def open_it(size: QSize = DESK, **changes: Any) -> Panel:
        opened.append(Panel(size, **changes))
        return opened[-1]

    yield open_it
    for panel in opened:
        panel.close()


@pytest.mark.parametrize("size", [DESK, HAND])
def test_a_touch_on_the_large_button_calls_next(open_one: Any, size: QSize) -> None:
    panel = open_one(size)
    panel.touch("Gọi tiếp")
    assert panel.sent == [CallNext]


def test_sliding_off_calls_nobody(open_one: Any) -> None:
    panel = open_one()
    slide_off(panel.screen.window, named(panel.screen.window, "Gọi tiếp"))
    assert panel.sent == []


@pytest.mark.parametrize("size", [DESK, HAND])
@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("Gọi lại", Recall),
        ("Vắng mặt", MarkNoShow),
        ("Xếp lại", Requeue),
        ("Kết thúc", FinishVisit),
    ],
)
def test_the_lesser_buttons_do_what_they_say(
    open_one: Any, size: QSize, name: str, command: type
) -> None:
    panel = open_one(size, current=current(), missed=())
    if size == HAND and name == "Vắng mặt":
        touch(panel.screen.window, [one for one in _buttons(panel) if one[0] == name][-1][1])
    else:
        panel.touch(name)
    assert panel.sent == [command]


def _buttons(panel: Panel) -> list[tuple[str, Any]]:
    return [
        (accessible_name(item).replace("\xa0", " "), item)
        for item in shown_items(panel.screen.window)
        if item.inherits("QQuickAbstractButton")
    ]


@pytest.mark.parametrize(
    ("key", "command"),
    [
        (Qt.Key.Key_Space, FinishVisit),
        (Qt.Key.Key_Return, FinishVisit),
        (Qt.Key.Key_Enter, FinishVisit),
        (Qt.Key.Key_F2, Recall),
        (Qt.Key.Key_F3, MarkNoShow),
        (Qt.Key.Key_F4, Requeue),
        (Qt.Key.Key_F5, FinishVisit),
    ],
)
def test_each_key_does_what_its_button_does(open_one: Any, key: Qt.Key, command: type) -> None:
    panel = open_one(current=current())
    panel.press(key)
    assert panel.sent == [command]


def test_f9_closes_a_free_counter_and_opens_a_closed_one(open_one: Any) -> None:
    panel = open_one()
    panel.press(Qt.Key.Key_F9)
    assert panel.sent == [CloseCounter]
    panel.grant()
    panel.link.show(counter_view(is_open=False))
    panel.press(Qt.Key.Key_F9)
    assert panel.sent == [CloseCounter, OpenCounter]


def test_a_key_held_down_calls_once(open_one: Any) -> None:
    panel = open_one()
    window = panel.screen.window
    QTest.keyPress(window, Qt.Key.Key_Space)
    panel.grant()
    for _ in range(5):
        QTest.keyEvent(QTest.KeyAction.Press, window, Qt.Key.Key_Space)
    settle()
    assert panel.sent.count(CallNext) >= 1
    assert FinishVisit not in panel.sent


def test_the_space_bar_still_calls_next_after_another_button_was_touched(open_one: Any) -> None:
    panel = open_one(current=current(), missed=())
    panel.touch("Gọi lại")
    panel.grant()
    panel.press(Qt.Key.Key_Space)
    assert panel.sent == [Recall, FinishVisit], "the space bar must not mark a no-show by surprise"


def test_tab_reaches_every_button_and_escape_leaves_them(open_one: Any) -> None:
    panel = open_one(current=current())
    window = panel.screen.window
    reached = set()
    for _ in range(20):
        panel.press(Qt.Key.Key_Tab)
        reached.add(accessible_name(window.activeFocusItem()).replace("\xa0", " "))
    expected = {name for name, item in _buttons(panel) if item.isEnabled()}
    assert expected <= reached
    panel.press(Qt.Key.Key_Escape)
    panel.press(Qt.Key.Key_Space)
    assert panel.sent == [FinishVisit]


def test_a_focused_button_answers_the_space_bar_itself(open_one: Any) -> None:
    panel = open_one(current=current())
    window = panel.screen.window
    for _ in range(20):
        panel.press(Qt.Key.Key_Tab)
        if accessible_name(window.activeFocusItem()) == "Gọi lại":
            break
    panel.press(Qt.Key.Key_Space)
    assert panel.sent == [Recall]


def test_a_missed_number_is_put_back_by_a_touch(open_one: Any) -> None:
    panel = open_one()
    panel.touch("Xếp lại B036")
    assert panel.link.sent[0].ticket == "ticket-B036"


def test_in_a_hand_the_missed_are_behind_their_own_tab(open_one: Any) -> None:
    panel = open_one(HAND)
    panel.touch("Vắng mặt")
    panel.touch("Xếp lại A012")
    assert panel.link.sent[0].ticket == "ticket-A012"


@pytest.mark.parametrize("size", [DESK, HAND])
def test_a_counter_is_opened_with_the_chosen_services(open_one: Any, size: QSize) -> None:
    panel = open_one(size, is_open=False, official="")
    panel.touch("Đất đai")
    panel.touch("Mở quầy")
    assert panel.link.sent[0].services == ("justice", "results")


def _to_the_name(panel: Any) -> None:
    window = panel.screen.window
    for _ in range(9):
        panel.press(Qt.Key.Key_Tab)
        if window.activeFocusItem().inherits("QQuickTextInput"):
            return


def test_the_name_of_the_official_is_typed(open_one: Any) -> None:
    panel = open_one(is_open=False, official="")
    _to_the_name(panel)
    panel.write("Lan")
    panel.press(Qt.Key.Key_Return)
    assert panel.link.sent[0].official == "Lan"


def test_the_keys_are_the_panels_again_once_the_name_is_given(open_one: Any) -> None:
    panel = open_one(is_open=False, official="")
    _to_the_name(panel)
    panel.press(Qt.Key.Key_Return)
    panel.grant()
    panel.link.show(counter_view())
    settle()
    panel.press(Qt.Key.Key_Space)
    assert panel.sent == [OpenCounter, CallNext]


def test_buttons_rest_while_a_command_is_under_way(open_one: Any) -> None:
    panel = open_one(current=current())
    panel.press(Qt.Key.Key_F2)
    resting = [name for name, item in _buttons(panel) if not item.isEnabled()]
    assert {"Gọi lại", "Vắng mặt", "Xếp lại", "Kết thúc", "Xong, gọi tiếp"} <= set(resting)
    panel.grant()
    assert named(panel.screen.window, "Xong, gọi tiếp").isEnabled()


def test_the_language_is_switched_in_one_touch(open_one: Any) -> None:
    panel = open_one()
    panel.touch("English")
    assert named(panel.screen.window, "Call next")
    panel.touch("Tiếng Việt")
    assert named(panel.screen.window, "Gọi tiếp")


def test_a_finger_on_a_missed_number_is_not_lost_when_a_view_arrives(open_one: Any) -> None:
    panel = open_one()
    window = panel.screen.window
    chip = named(window, "Xếp lại A012")
    press(window, chip)
    panel.link.show(counter_view(journal_number=2, waiting_total=7))
    settle()
    lift(window, chip)
    assert panel.sent == [Requeue]
