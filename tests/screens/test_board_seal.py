"""The newest signed day on the board: its code in turn with the queues, and while the hall rests."""

import cv2
import numpy as np
import pytest
import zxingcpp
from PySide6.QtCore import QObject, QSize

from hall_board.opening import open_board
from tests.board.states import STATES
from tests.fakes.fake_link import FakeLink
from tests.screens.layout_lint import layout_faults
from tests.screens.touching import photograph, settle

pytestmark = pytest.mark.screens
SIZES = {"landscape": QSize(1920, 1080), "portrait": QSize(1080, 1920)}
LINK = "http://192.168.10.20:8081/days/2026-11-23"


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("state", ["signed", "closed_and_signed"])
def test_a_phone_reads_the_signed_day_off_the_board(qapp, state, size, tmp_path):
    link = FakeLink()
    screen = open_board(link, size)
    STATES[state](link)
    settle()
    if (panel := screen.window.findChild(QObject, "turning")) is not None:
        panel.setProperty("turn", panel.property("turns") - 1)
        settle()
    assert layout_faults(screen.window) == []
    photograph(screen.window, tmp_path / "board.png")
    picture = cv2.imdecode(np.fromfile(tmp_path / "board.png", np.uint8), cv2.IMREAD_GRAYSCALE)
    assert [one.text for one in zxingcpp.read_barcodes(picture)] == [LINK]
    screen.close()
    settle()


def test_an_unsigned_hall_shows_no_code_and_never_turns_to_it(qapp):
    link = FakeLink()
    screen = open_board(link, SIZES["landscape"])
    STATES["busy_morning"](link)
    settle()
    assert screen.window.findChild(QObject, "turning").property("sealTurns") == 0
    screen.close()
    settle()
