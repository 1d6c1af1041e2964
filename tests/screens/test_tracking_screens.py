"""A dossier on the kiosk's screen: whole in every size and language, by scanner and by finger."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickView
from PySide6.QtTest import QTest

from kiosk.view_model import KioskViewModel
from tests.fakes.fake_link import FakeLink
from tests.screens.conftest import OpenKiosk
from tests.screens.dossier_samples import CODE, HERE, REFUSED, show
from tests.screens.item_tree import is_text, named, shown_items
from tests.screens.kiosk_cells import CELLS, Cell, Scene, faults_of
from tests.screens.touching import settle, touch

pytestmark = pytest.mark.screens


def typing(kiosk: KioskViewModel, _link: FakeLink) -> None:
    kiosk.track()


def typed(kiosk: KioskViewModel, _link: FakeLink) -> None:
    kiosk.track()
    kiosk.tracking.write("W00.W00.W00.W00.W00.W00.W00.W00-261116-100975")


def asking(kiosk: KioskViewModel, _link: FakeLink) -> None:
    kiosk.track()
    kiosk.tracking.write(CODE)
    kiosk.tracking.look()


def opened(name: str) -> Scene:
    def scene(kiosk: KioskViewModel, link: FakeLink) -> None:
        kiosk.scanned(CODE)
        show(link, name)

    scene.__name__ = name
    return scene


SCENES = (typing, typed, *(opened(name) for name in (*HERE, *REFUSED, "silence")), asking)


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: "-".join(map(str, cell)))
def test_every_scene_is_whole(open_sample: OpenKiosk, cell: Cell) -> None:
    assert faults_of(SCENES, cell, open_sample) == {}


def plain(text: str) -> str:
    """With ordinary spaces."""
    return text.replace("\xa0", " ")


def type_like_a_scanner(window: QQuickView, text: str) -> None:
    for letter in text:
        QTest.sendKeyEvent(
            QTest.KeyAction.Click, window, Qt.Key.Key_A, letter, Qt.KeyboardModifier.NoModifier
        )
    QTest.keyClick(window, Qt.Key.Key_Return)


def test_a_scanner_that_types_is_heard_on_every_page(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    screen.view_model.find()
    type_like_a_scanner(screen.window, CODE)
    assert [path for _, path, _ in link.requests] == [f"/api/dossiers/{CODE}"]
    show(link, "processing")
    settle()
    assert screen.view_model.scene == "dossier"


def test_a_finger_types_a_code_and_sees_the_dossier(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    touch(screen.window, named(screen.window, "Xem hồ sơ"))
    settle()
    for key in ("2", "6", "1", "Dấu gạch ngang", "0"):
        touch(screen.window, named(screen.window, key))
    assert screen.view_model.tracking.text == "261-0"
    touch(screen.window, named(screen.window, "Xem hồ sơ"))
    show(link, "late")
    settle()
    shown = [plain(one.property("text")) for one in shown_items(screen.window) if is_text(one)]
    assert "Đã quá hẹn, đang giải quyết" in shown


def test_a_finger_takes_the_number_for_a_result(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    screen.view_model.scanned(CODE)
    show(link, "finished")
    settle()
    touch(screen.window, named(screen.window, "Lấy số nhận kết quả"))
    assert [wish.dossier for wish in link.sent] == [CODE]
