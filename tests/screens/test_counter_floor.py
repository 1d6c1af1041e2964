"""What officials do on a busy floor, by fingers and by keys alone."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_display.sign_view_model import SignViewModel
from hallctl.core import commands as c
from hallctl.core.refusals import Refusal
from hallctl.station.link import press
from tests.fakes.fake_link import FakeLink
from tests.fakes.sample_views import (
    NINE_O_CLOCK,
    counter_view,
    current,
    on_break,
    parked,
    sign_view,
    undo_offer,
)
from tests.screens.at_a_panel import DESK, HAND, AtAPanel
from tests.screens.touching import settle

pytestmark = pytest.mark.screens

A_HANDS_PAUSE_MS = 80
"""Whoever presses sooner is a scanner that types."""
Key = Qt.Key
Open = Callable[..., "Panel"]


class Panel(AtAPanel):
    """What was wished there."""

    @property
    def sent(self) -> list[tuple[str, dict[str, object]]]:
        """Every wish by its name, with what it says beside its counter."""
        return [(type(one).__name__, _fields(one)) for one in self.link.sent]


def _fields(wish: c.Command) -> dict[str, object]:
    own = {name: getattr(wish, name) for name in type(wish).__struct_fields__}
    return {
        name: value
        for name, value in own.items()
        if name not in {"command_id", "counter"} and value is not None
    }


@pytest.fixture
def open_one(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Opens a panel at a desk; presses follow each other without the guard against double taps."""
    monkeypatch.setattr(press, "SETTLE_S", 0.0)
    panels: list[Panel] = []

    def opened(size: QSize = DESK, **changes: Any) -> Panel:
        panels.append(Panel(size, **changes))
        return panels[-1]

    yield opened
    for panel in panels:
        panel.screen.close()
    settle()


@pytest.mark.parametrize(
    ("keys", "wish"),
    [
        ((Key.Key_F6, Key.Key_2), ("Park", {"reason": "payment"})),
        (
            (Key.Key_F7, Key.Key_B, Key.Key_Return),
            ("Transfer", {"service": "land", "place": "waited"}),
        ),
        ((Key.Key_F7, Key.Key_1, Key.Key_2), ("Transfer", {"to_counter": "1", "place": "front"})),
        ((Key.Key_F7, Key.Key_T, Key.Key_3), ("Transfer", {"service": "results", "place": "end"})),
        ((Key.Key_F8, Key.Key_1, Key.Key_B), ("AddService", {"service": "land"})),
        ((Key.Key_F8, Key.Key_3, Key.Key_2), ("FinishVisit", {"outcome": "incomplete"})),
    ],
)
def test_a_busy_counter_does_everything_by_keys_alone(
    open_one: Open, keys: tuple[Any, ...], wish: tuple[str, dict[str, object]]
) -> None:
    panel = open_one(current=current())
    panel.keys(*keys)
    assert panel.sent == [wish]
    assert not panel.model.floor.sheet.is_open
    panel.link.grant()
    assert panel.model.notice.tone == "good"
    assert "A017" in panel.model.notice.text


@pytest.mark.parametrize("size", [DESK, HAND])
def test_a_busy_counter_transfers_by_touch(open_one: Open, size: QSize) -> None:
    panel = open_one(size, current=current())
    panel.touch("Chuyển")
    panel.touch("Quầy 1, Trần Văn Minh")
    panel.touch("Lên đầu hàng, trước mọi người")
    assert panel.sent == [("Transfer", {"to_counter": "1", "place": "front"})]


def test_a_note_is_written_and_warned_about(open_one: Open) -> None:
    panel = open_one(current=current())
    panel.keys(Key.Key_F8, Key.Key_2)
    assert "Không ghi tên" in panel.model.floor.sheet.hint
    for letter in "thieu to 2":
        QTest.keyClick(panel.screen.window, letter)
    panel.keys(Key.Key_Return)
    assert panel.sent == [("NoteVisit", {"note": "thieu to 2"})]
    panel.link.refuse(Refusal.NOTE_NAMES_A_PERSON)
    assert "căn\xa0cước" in panel.model.notice.text


def test_a_number_is_typed_at_a_free_counter_without_opening_anything(open_one: Open) -> None:
    panel = open_one()
    panel.keys("a", "1", "8", Key.Key_Return)
    assert panel.sent == [("CallNumber", {"number": "A18"})]


def test_a_number_is_put_together_by_touch(open_one: Open) -> None:
    panel = open_one()
    panel.touch("Gọi số…")
    assert panel.model.floor.sheet.is_open
    for key in ("T", "4", "2", "3"):
        panel.touch(key)
    panel.touch("Xóa")
    panel.touch("Gọi")
    assert panel.sent == [("CallNumber", {"number": "T42"})]


def test_one_who_waits_is_called_by_touching_the_line(open_one: Open) -> None:
    panel = open_one()
    panel.touch("Gọi A019")
    assert panel.sent == [("CallTicket", {"ticket": "ticket-A019"})]


def test_a_busy_counter_calls_nobody_out_of_turn(open_one: Open) -> None:
    panel = open_one(current=current())
    panel.model.floor.call("ticket-A019", "A019")
    panel.keys("a")
    assert panel.sent == []
    assert not panel.model.floor.sheet.is_open


@pytest.mark.parametrize("size", [DESK, HAND])
def test_a_parked_number_goes_on_with_one_touch(open_one: Open, size: QSize) -> None:
    panel = open_one(size, parked=(parked("A009", 12),))
    if size == HAND:
        panel.touch("Tạm giữ")
    panel.touch("Tiếp tục A009, Điền tờ khai, từ 08:48")
    assert panel.sent == [("Resume", {"ticket": "ticket-A009"})]


@pytest.mark.parametrize("by_touch", [True, False])
def test_the_last_press_is_undone_while_it_is_offered(open_one: Open, by_touch: bool) -> None:
    panel = open_one(current=current(), undo=undo_offer())
    assert panel.model.floor.undo_text == "Vừa gọi A017."
    if by_touch:
        panel.touch("Hoàn tác")
    else:
        QTest.keyClick(panel.screen.window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        settle()
    assert panel.sent == [("UndoLast", {})]


def test_an_undo_that_is_too_old_is_not_offered(open_one: Open) -> None:
    panel = open_one(current=current(), undo=undo_offer(until=NINE_O_CLOCK - 1))
    assert panel.model.floor.undo_text == ""
    QTest.keyClick(panel.screen.window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert panel.sent == []


def test_a_break_begins_with_a_reason_and_ends_with_the_large_button(open_one: Open) -> None:
    panel = open_one()
    panel.keys(Key.Key_F7, Key.Key_2)
    assert panel.sent == [("StartBreak", {"reason": "lunch"})]
    panel.link.grant()
    panel.link.show(counter_view(on_break=on_break()))
    settle()
    assert panel.model.break_title == "Đang nghỉ: Nghỉ\xa0trưa"
    QTest.qWait(A_HANDS_PAUSE_MS)
    panel.keys(Key.Key_Space)
    assert panel.sent[1:] == [("EndBreak", {})]


def test_a_reserve_takes_over_with_one_touch(open_one: Open) -> None:
    panel = open_one()
    panel.keys(Key.Key_F8)
    panel.touch("Phạm Thu Hà")
    assert panel.sent == [("Substitute", {"official": "Phạm Thu Hà"})]


def test_escape_leads_back_one_question_at_a_time(open_one: Open) -> None:
    panel = open_one(current=current())
    panel.keys(Key.Key_F7, Key.Key_B)
    sheet = panel.model.floor.sheet
    assert sheet.title == "Xếp vào chỗ nào?"
    panel.keys(Key.Key_Escape)
    assert sheet.title == "Chuyển đến đâu?"
    panel.keys(Key.Key_Escape)
    assert not sheet.is_open
    panel.keys(Key.Key_F2)
    assert panel.sent == [("Recall", {})]


def test_a_sheet_about_a_ticket_that_is_gone_goes_too(open_one: Open) -> None:
    panel = open_one(current=current())
    panel.keys(Key.Key_F6)
    panel.link.show(counter_view())
    assert not panel.model.floor.sheet.is_open


def test_a_sign_tells_why_nobody_is_there(qtbot: QtBot) -> None:
    sign: Any = SignViewModel(FakeLink(sign_view(on_break=on_break())))
    assert (sign.scene, sign.title, sign.text, sign.text_beside) == (
        "break",
        "Quầy tạm nghỉ",
        "Nghỉ\xa0trưa",
        "Lunch",
    )


@pytest.mark.parametrize("size", [DESK, HAND], ids=["desk", "hand"])
def test_whoever_waits_for_another_counter_is_called_by_one_press_more(
    open_one: Open, size: QSize
) -> None:
    panel = open_one(size)
    panel.keys("a", "1", "8", Key.Key_Return)
    panel.link.refuse(Refusal.HELD_FOR_ANOTHER, number="A018", held_for="12")
    settle()
    sheet = panel.model.floor.sheet
    assert sheet.title == "A018 đang chờ riêng quầy 12"
    panel.keys(Key.Key_1)
    assert panel.sent[-1] == ("CallNumber", {"number": "A018", "held_for": "12"})
    assert not sheet.is_open
