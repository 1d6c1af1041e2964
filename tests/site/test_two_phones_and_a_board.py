"""Two citizens scan the code off a real board with their phones, and follow their numbers."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cv2
import pytest
import zxingcpp
from playwright.sync_api import Browser, Page, expect
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

from hall_board.opening import open_board
from hallctl.station.link import HallLink
from hallctl.station.link.addressing import HallAddress
from hallctl.station.screen import Screen
from hallctl.station.stage import turn_until
from tests.hall_clients import wish
from tests.screens.touching import photograph, settle
from tests.web.hall_at_work import HallAtWork, granted

pytestmark = pytest.mark.screens
PATIENCE_S = 15.0


class Board:
    """The wall board of a real hall, and a camera in front of it."""

    def __init__(self, hall: HallAtWork, room: Path) -> None:
        self._picture = room / "board.png"
        self.link = HallLink(
            HallAddress(f"http://127.0.0.1:{hall.port}", hall.token("board-1")), "board"
        )
        self.screen: Screen = open_board(self.link, QSize(1920, 1080), reduce_motion=True)
        self.link.start()

    @property
    def model(self) -> Any:
        return self.screen.view_model

    def code(self) -> str:
        """What a phone reads off the wall."""
        assert turn_until(lambda: bool(self.model.code["address"]), PATIENCE_S)
        settle()
        photograph(self.screen.window, self._picture)
        found = zxingcpp.read_barcodes(cv2.imread(str(self._picture)))
        return str(found[0].text)

    def calls(self, number: str) -> bool:
        """Whether it calls that number before long."""
        return turn_until(lambda: self.model.gold["number"] == number, PATIENCE_S)

    def close(self) -> None:
        self.link.stop()
        self.screen.close()
        settle()


@pytest.fixture
def own_hall(tmp_path: Path) -> Iterator[HallAtWork]:
    hall = HallAtWork(tmp_path / "hall")
    yield hall
    hall.close()


def phone_of(chromium: Browser) -> Page:
    """A phone as old people have it: 360 by 740."""
    context = chromium.new_context(
        viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE_S * 1000)
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    return page


def take_number(page: Page, code: str) -> str:
    """Scan, touch the first service, take the number; gives it."""
    page.goto(code)
    page.locator(".offer").first.tap()
    page.get_by_role("button", name="Tiếp tục").tap()
    page.get_by_role("button", name="Lấy số").tap()
    expect(page.locator("body")).to_have_attribute("data-live", "online")
    return page.locator("[data-slot=number]").inner_text()


def test_two_phones_take_numbers_off_a_board_and_follow_them(
    chromium: Browser, own_hall: HallAtWork, tmp_path: Path, qapp: QGuiApplication
) -> None:
    admin = own_hall.open("1")
    board = Board(own_hall, tmp_path)
    hers, his = phone_of(chromium), phone_of(chromium)
    try:
        code = board.code()
        assert (take_number(hers, code), take_number(his, code)) == ("A001", "A002")
        hers.goto(code)
        expect(hers.locator("[data-slot=number]")).to_have_text("A001")
        expect(his.locator("body")).to_have_attribute("data-face", "near")
        hers.locator("#alert").tap()
        granted(admin.ask(wish("CallNext", counter="1")))
        expect(hers.locator("body")).to_have_attribute("data-face", "called")
        expect(hers.locator("[data-slot=counter]")).to_have_text("1")
        expect(his.locator("body")).to_have_attribute("data-face", "next")
        assert board.calls("A001")
        his.locator("#leave").tap()
        his.locator("#leave-yes").tap()
        expect(his.locator("body")).to_have_attribute("data-face", "cancelled")
    finally:
        hers.context.close()
        his.context.close()
        board.close()
