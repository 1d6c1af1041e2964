"""Signing in at the panel: scanner, fingers and keys, and what the hall says to it."""

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from counter_display.signing_in import PATH
from tests.fakes.sample_views import counter_view
from tests.screens.item_tree import shown_items
from tests.screens.test_counter_touch import HAND, Panel

pytestmark = pytest.mark.screens


@pytest.fixture
def panel() -> Iterator[Panel]:
    panel = Panel(HAND, is_open=False, sign_in=True)
    panel.link.say(200, {"official": ""})
    yield panel
    panel.close()


def sign_in_by_badge(panel: Panel) -> None:
    panel.write("CB-000123")
    panel.press(Qt.Key.Key_Return)
    panel.write("482913")
    panel.press(Qt.Key.Key_Return)


def test_it_asks_the_hall_who_is_signed_in(panel: Panel) -> None:
    assert panel.link.requests == [("GET", PATH, b"")]
    assert panel.screen.view_model.scene == "sign_in"


def test_a_scanned_badge_and_a_typed_pin_are_sent_together(panel: Panel) -> None:
    sign_in_by_badge(panel)
    method, path, body = panel.link.requests[-1]
    assert (method, path) == ("POST", PATH)
    assert json.loads(body) == {"name": "CB-000123", "pin": "482913"}


def test_fingers_on_the_pad_do_the_same_and_one_digit_can_be_taken_back(panel: Panel) -> None:
    panel.write("lan")
    for key in ("4", "8", "2", "9", "1", "7", "Xóa số vừa bấm", "3"):
        panel.touch(key)
    assert panel.screen.view_model.signing_in.pin_length == 6
    panel.touch("Đăng nhập")
    assert json.loads(panel.link.requests[-1][2]) == {"name": "lan", "pin": "482913"}


def test_whoever_signed_in_opens_the_counter_in_their_own_name(panel: Panel) -> None:
    sign_in_by_badge(panel)
    panel.link.say(200, {"official": "Nguyễn Thị Lan"})
    panel.screen.window.grabWindow()  # a new card is laid out when it is drawn
    assert panel.screen.view_model.scene == "closed"
    words = {str(item.property("text")) for item in shown_items(panel.screen.window)}
    assert "Nguyễn Thị Lan" in words
    panel.touch("Đổi người")
    assert panel.link.requests[-1] == ("DELETE", PATH, b"")
    panel.link.say(200, {"official": ""})
    assert panel.screen.view_model.scene == "sign_in"


@pytest.mark.parametrize(
    ("status", "details", "words"),
    [
        (403, {"why": "wrong", "wait_s": 0}, "không đúng"),
        (429, {"why": "wait", "wait_s": 8}, "sau 8\u00a0giây"),
        (403, {"why": "locked", "wait_s": 0}, "bị khóa"),
        (403, {"why": "brand_new", "wait_s": 0}, "kỹ thuật viên"),
        (0, None, "Chưa liên lạc được"),
    ],
)
def test_a_refusal_is_said_kindly_and_the_pin_is_gone(
    panel: Panel, status: int, details: object, words: str
) -> None:
    sign_in_by_badge(panel)
    assert panel.screen.view_model.signing_in.pin_length == 0
    body = {"refused": "not_admitted", "details": details} if details else b""
    panel.link.say(status, body)
    assert words in panel.screen.view_model.notice.text
    assert panel.screen.view_model.scene == "sign_in"


def test_closing_the_counter_signs_out(panel: Panel) -> None:
    sign_in_by_badge(panel)
    panel.link.say(200, {"official": "Lan"})
    panel.link.show(counter_view(is_open=True, sign_in=True))
    panel.link.show(counter_view(is_open=False, sign_in=True))
    assert panel.link.requests[-1] == ("DELETE", PATH, b"")


def test_a_hall_without_sign_in_asks_for_nothing() -> None:
    panel = Panel(HAND, is_open=False)
    assert panel.link.requests == []
    assert panel.screen.view_model.scene == "closed"
    panel.close()
