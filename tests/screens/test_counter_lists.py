"""Nobody at a counter is out of reach: those without room on the panel have a sheet, and a key."""

from typing import Any

import msgspec
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_display import open_panel
from counter_display.panel_view_model import PanelViewModel
from hallctl.core.commands import Requeue, Resume, Substitute, Transfer
from hallctl.core.views import OpenDesk
from tests.fakes.fake_link import FakeLink
from tests.fakes.sample_views import (
    counter_view,
    crowded_counter_view,
    current,
    on_break,
    parked,
)
from tests.screens.item_tree import is_text, named, shown_items
from tests.screens.layout_lint import layout_faults
from tests.screens.touching import settle, touch


def a_full_and_free_counter() -> Any:
    return msgspec.structs.replace(crowded_counter_view(), current=None)


def panel_of(view: Any) -> tuple[Any, FakeLink]:
    link = FakeLink(view)
    return PanelViewModel(link), link


def keys(panel: Any) -> list[str]:
    return [one["key"] for one in panel.floor.sheet.options]


def test_a_parked_number_without_room_is_resumed_by_touch_and_by_key(qtbot: QtBot) -> None:
    link = FakeLink(a_full_and_free_counter())
    screen = open_panel(link, QSize(1366, 768))
    settle()
    touch(screen.window, named(screen.window, "Xem cả: Tạm giữ: 12"))
    assert layout_faults(screen.window, 60) == []
    QTest.keyClick(screen.window, Qt.Key.Key_C)
    (wish,) = link.sent
    assert isinstance(wish, Resume)
    assert wish.ticket == "ticket-W911"
    screen.close()
    settle()


def test_one_who_was_missed_long_ago_is_put_back_too(qtbot: QtBot) -> None:
    panel, link = panel_of(crowded_counter_view())
    panel.show_missed()
    assert keys(panel) == [*"123456789", "A"]
    panel.floor.sheet.press("a")
    (wish,) = link.sent
    assert isinstance(wish, Requeue)
    assert wish.ticket == "ticket-W991"
    assert not panel.floor.sheet.is_open


def test_where_all_have_room_there_is_nothing_more_to_see(qtbot: QtBot) -> None:
    link = FakeLink(counter_view(parked=(parked("A009", 12),)))
    screen = open_panel(link, QSize(1920, 1080))
    settle()
    screen.window.grabWindow()
    names = [one.property("text") or "" for one in shown_items(screen.window)]
    assert "Tạm giữ: 1" in [name.replace("\xa0", " ") for name in names]
    assert not any(name.startswith("+") for name in names)
    screen.close()
    settle()


def test_twenty_two_reserves_have_a_key_each(qtbot: QtBot) -> None:
    names = tuple(f"Cán bộ dự phòng {number}" for number in range(22))
    panel, link = panel_of(counter_view(reserves=names))
    panel.floor.act(2)
    assert len(set(keys(panel))) == 22
    assert all(len(key) == 1 for key in keys(panel))
    panel.floor.sheet.press(keys(panel)[21])
    (wish,) = link.sent
    assert isinstance(wish, Substitute)
    assert wish.official == names[21]


def test_a_counter_with_two_digits_has_a_key_that_no_service_has(qtbot: QtBot) -> None:
    desks = tuple(
        OpenDesk(counter=str(number), official="Lan", is_on_break=False) for number in (1, 12, 30)
    )
    panel, link = panel_of(counter_view(current=current(), desks=desks))
    panel.floor.act(1)
    offered = keys(panel)
    assert len(set(offered)) == len(offered)
    panel.floor.sheet.press(offered[2])
    panel.floor.sheet.press("1")
    (wish,) = link.sent
    assert isinstance(wish, Transfer)
    assert wish.to_counter == "30"


def test_a_break_is_told_in_minutes_and_its_button_calls_nobody(qtbot: QtBot) -> None:
    panel, _ = panel_of(counter_view(on_break=on_break()))
    assert panel.floor.break_for == "Đã nghỉ 15 phút"
    assert panel.serving.call_words == panel.preferences.say("end_break")
    assert panel.serving.call_hint == ""


def test_before_the_first_view_nothing_is_said_of_a_queue(qtbot: QtBot) -> None:
    screen = open_panel(FakeLink(None, "connecting"), QSize(1366, 768))
    settle()
    words = [str(one.property("text")) for one in shown_items(screen.window) if is_text(one)]
    assert not [one for one in words if "chờ" in one or "vắng" in one]
    screen.close()
    settle()
