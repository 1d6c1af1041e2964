"""The kiosk's camera: open only while a code is asked for, shown live, kept nowhere."""

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from hallctl.station.devices.live_picture import LIVE_WIDTH, camera_at, live_picture
from hallctl.station.screen import Screen
from hardware.simulator.camera import SimulatedCamera
from kiosk import open_kiosk
from kiosk.comfort import Comfort
from tests.fakes.fake_link import FakeLink
from tests.hardware.scan_torture import code128, qr_words, scene
from tests.screens.conftest import PORTRAIT, OpenKiosk
from tests.screens.item_tree import shown_items
from tests.screens.kiosk_samples import kiosk_view
from tests.screens.layout_lint import layout_faults
from tests.screens.touching import settle

PATIENCE_MS = 20_000


def frame(picture: np.ndarray) -> np.ndarray:
    return cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR)


class Lens:
    """A kiosk before a simulated camera."""

    def __init__(self, size: QSize = PORTRAIT) -> None:
        self.camera = SimulatedCamera()
        self.link = FakeLink(kiosk_view())
        comfort = Comfort(camera=self.camera.connect)
        self.screen: Screen = open_kiosk(self.link, size, comfort=comfort)
        settle()

    @property
    def kiosk(self):
        return self.screen.view_model


@pytest.fixture
def lens(qapp: QGuiApplication) -> Iterator[Lens]:
    lens = Lens()
    yield lens
    lens.screen.close()
    settle()


def test_it_is_closed_until_a_code_is_asked_for_and_closed_again_after(
    lens: Lens, qtbot: QtBot
) -> None:
    kiosk = lens.kiosk
    qtbot.wait(50)
    assert lens.camera.opened == 0
    kiosk.track()
    qtbot.waitUntil(lambda: kiosk.camera.is_on, timeout=PATIENCE_MS)
    assert lens.camera.opened == 1
    kiosk.go_home()
    assert not kiosk.camera.is_on
    turn = kiosk.camera.turn
    qtbot.wait(50)
    assert kiosk.camera.turn == turn
    assert lens.screen.view_model.camera.picture.isNull()


def test_a_receipt_held_before_it_is_looked_up_and_ticked(lens: Lens, qtbot: QtBot) -> None:
    shown = scene("easy", 5, code128)
    lens.kiosk.track()
    lens.camera.show(*[frame(shown.picture)] * 6)
    qtbot.waitUntil(lambda: bool(lens.link.requests), timeout=PATIENCE_MS)
    ((_, path, _),) = lens.link.requests
    assert path == f"/api/dossiers/{shown.texts[0]}"
    assert lens.kiosk.camera.has_read


def test_a_card_held_before_it_is_recognised_and_sent_nowhere(lens: Lens, qtbot: QtBot) -> None:
    from tests.hardware.scan_torture import qr_card

    shown = scene("easy", 7, qr_card)
    lens.kiosk.track()
    lens.camera.show(frame(shown.picture))
    qtbot.waitUntil(lambda: lens.kiosk.scene == "dossier", timeout=PATIENCE_MS)
    assert lens.link.requests == []
    assert shown.texts[0][:12] not in str(lens.kiosk.tracking.page)


def test_the_live_picture_is_drawn_small_and_mirrored(lens: Lens, qtbot: QtBot) -> None:
    picture = np.zeros((720, 1280, 3), np.uint8)
    picture[:, :640] = (0, 0, 255)
    shown = live_picture(picture)
    assert shown.width() == LIVE_WIDTH
    assert shown.pixelColor(10, 10).red() == 0
    assert shown.pixelColor(LIVE_WIDTH - 10, 10).red() == 255
    lens.kiosk.track()
    lens.camera.show(*[picture] * 50)
    qtbot.waitUntil(lambda: lens.kiosk.camera.is_on, timeout=PATIENCE_MS)
    settle()
    lens.screen.window.grabWindow()
    sources = [
        str(one.property("source").toString())
        for one in shown_items(lens.screen.window)
        if one.inherits("QQuickImage")
    ]
    assert any(one.startswith("image://camera/") for one in sources)


def test_an_unplugged_camera_comes_back_by_itself(lens: Lens, qtbot: QtBot) -> None:
    lens.camera.unplug()
    lens.kiosk.track()
    qtbot.wait(30)
    assert not lens.kiosk.camera.is_on
    lens.camera.plug()
    qtbot.waitUntil(lambda: lens.kiosk.camera.is_on, timeout=PATIENCE_MS)


def test_a_recorded_stream_is_read_like_a_camera(
    qapp: QGuiApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    shown = scene("easy", 3, qr_words)
    film = tmp_path / "film.avi"
    height, width = shown.picture.shape[:2]
    writer = cv2.VideoWriter(str(film), cv2.VideoWriter.fourcc(*"MJPG"), 10, (width, height))
    for _ in range(8):
        writer.write(frame(shown.picture))
    writer.release()
    link = FakeLink(kiosk_view())
    screen = open_kiosk(link, PORTRAIT, comfort=Comfort(camera=camera_at(str(film))))
    screen.view_model.track()
    qtbot.waitUntil(lambda: bool(link.requests), timeout=PATIENCE_MS)
    screen.close()
    settle()


def test_without_a_camera_nothing_of_it_is_shown(open_sample: OpenKiosk) -> None:
    screen, _ = open_sample()
    screen.view_model.track()
    settle()
    assert not screen.view_model.camera.is_there
    texts = [str(one.property("text")) for one in shown_items(screen.window)]
    assert not any("ống kính" in text for text in texts)


@pytest.mark.parametrize("size", [PORTRAIT, QSize(1920, 1080)], ids=["tall", "wide"])
def test_the_page_is_whole_with_it(qapp: QGuiApplication, size: QSize) -> None:
    lens = Lens(size)
    faults = []
    for _ in range(3):
        lens.kiosk.track()
        settle()
        faults += layout_faults(lens.screen.window)
        lens.kiosk.preferences.next_text_size()
    lens.screen.close()
    settle()
    assert faults == []
