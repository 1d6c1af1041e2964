"""A new station on a real hall: its code on the screen, its token on disk, and what it remembers."""

import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView
from pytestqt.qtbot import QtBot

from hallctl.certificates.authority import utc_now
from hallctl.certificates.keeping import Certificates
from hallctl.station.link import HallLink
from hallctl.station.pairing import newcomer
from hallctl.station.pairing.coming_in import Standing, come_in, still_holds
from hallctl.station.pairing.membership import (
    Membership,
    membership_file,
    remember,
    remembered,
)
from hallctl.station.pairing.newcomer import Newcomer
from tests.screens.item_tree import shown_items
from tests.screens.layout_lint import layout_faults
from tests.screens.touching import photograph
from tests.web.hall_at_work import HallAtWork
from tests.web.test_tls import encrypted_hall

pytestmark = [pytest.mark.screens, pytest.mark.usefixtures("qapp")]

TALL, WIDE = QSize(1080, 1920), QSize(1920, 1080)


@pytest.fixture(autouse=True)
def it_asks_again_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A station comes back with its claim every two seconds; nobody here need wait for that."""
    monkeypatch.setattr(newcomer, "AGAIN_MS", 50)


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[HallAtWork]:
    hall = HallAtWork(tmp_path / "hall")
    yield hall
    hall.close()


class Supervisor:
    """Looks at the station's screen and lets in what it shows."""

    def __init__(self, hall: HallAtWork, **place: str) -> None:
        self.faults: list[str] = []
        self._wire = hall.wire()
        self._place = {"name": "kiosk-9", "role": "kiosk"} | place
        self._look = QTimer(interval=20)
        self._look.timeout.connect(self._on_look)
        self._look.start()

    def _on_look(self) -> None:
        windows = [one for one in QGuiApplication.topLevelWindows() if one.isVisible()]
        for window in windows:
            assert isinstance(window, QQuickView)
            words = [str(item.property("text") or "") for item in shown_items(window)]
            code = next((one for one in words if len(one) == 7 and one[:3].isdigit()), "")
            if code:
                self._look.stop()
                if folder := os.environ.get("HALL_PICTURES"):
                    photograph(window, Path(folder) / f"pairing-{window.width()}.png")
                self.faults = layout_faults(window, 60)
                wish = {"code": code, **self._place}
                assert self._wire.request("POST", "/api/stations", wish).status == 200


@pytest.mark.parametrize("size", [TALL, WIDE], ids=["tall", "wide"])
def test_a_station_shows_its_code_and_comes_in(hall: HallAtWork, size: QSize) -> None:
    supervisor = Supervisor(hall)
    membership = come_in(f"http://127.0.0.1:{hall.port}", "kiosk", size)
    assert membership is not None
    assert (membership.name, membership.role) == ("kiosk-9", "kiosk")
    assert supervisor.faults == []
    assert still_holds(membership) is Standing.HOLDS


def test_a_revoked_station_is_told_so_and_a_hall_that_is_away_takes_nothing(
    hall: HallAtWork,
) -> None:
    supervisor = Supervisor(hall)
    membership = come_in(f"http://127.0.0.1:{hall.port}", "kiosk", WIDE)
    assert membership is not None
    assert supervisor.faults == []
    hall.wire().request("DELETE", "/api/stations/kiosk-9")
    assert still_holds(membership) is Standing.REVOKED
    gone = Membership(hall="http://127.0.0.1:9", name="k", role="kiosk", token="t")
    assert still_holds(gone) is Standing.UNREACHABLE


def test_a_screen_that_is_thrown_out_while_it_runs_shows_a_code_at_once(
    hall: HallAtWork, tmp_path: Path
) -> None:
    supervisor = Supervisor(hall, role="board", name="board-9")
    membership = come_in(f"http://127.0.0.1:{hall.port}", "board", WIDE)
    assert membership is not None
    assert supervisor.faults == []
    file = tmp_path / "membership.json"
    remember(file, membership)
    words = ["--hall", f"http://127.0.0.1:{hall.port}", "--windowed", "960x540", "--mute"]
    board = subprocess.Popen(
        [sys.executable, "-m", "hall_board", *words, "--membership", str(file)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"},
    )
    try:
        until(lambda: hall.assembly.doors.fan_out.listening == 1)
        assert hall.wire().request("DELETE", "/api/stations/board-9").status == 200
        until(lambda: hall.wire().get("/api/stations").json["asking"])
    finally:
        board.terminate()
        board.wait(20)


def until(is_so: Callable[[], object]) -> None:
    deadline = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


def test_what_a_station_remembers_is_its_owner_s_alone(tmp_path: Path) -> None:
    file = tmp_path / "state" / "kiosk.json"
    membership = Membership(hall="http://h:1", name="kiosk-9", role="kiosk", token="secret")
    remember(file, membership)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert remembered(file) == membership
    assert [one.name for one in file.parent.iterdir()] == ["kiosk.json"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"hall": 1}', b"\xff"])
def test_a_damaged_memory_is_none(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "kiosk.json"
    file.write_bytes(content)
    assert remembered(file) is None


def test_a_hall_that_has_moved_is_found_where_it_is_now(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.json"
    remember(file, Membership(hall="https://192.0.2.10:8080", name="k", role="kiosk", token="t"))
    moved = remembered(file, "https://192.0.2.77:8080/")
    assert moved is not None
    assert moved.address.base_url == "https://192.0.2.77:8080"
    assert moved.token == "t"
    stayed = remembered(file)
    assert stayed is not None
    assert stayed.hall == "https://192.0.2.10:8080"


def test_each_program_and_counter_remembers_for_itself() -> None:
    names = {membership_file(*one).name for one in (("kiosk", ""), ("pad", "1"), ("pad", "2"))}
    assert len(names) == 3


def test_a_hall_that_is_away_is_asked_again(hall: HallAtWork) -> None:
    newcomer = Newcomer("http://127.0.0.1:9", "kiosk")
    newcomer.start()
    deadline = QTimer(singleShot=True, interval=5000)
    deadline.start()
    while not newcomer.trouble and deadline.isActive():
        QGuiApplication.processEvents()
    assert newcomer.trouble == "unreachable"
    newcomer.stop()


@pytest.fixture
def encrypted(tmp_path: Path) -> Iterator[HallAtWork]:
    hall = encrypted_hall(tmp_path / "hall")
    yield hall
    hall.close()


def test_a_station_pins_the_authority_that_it_was_paired_under(
    encrypted: HallAtWork, qtbot: QtBot, tmp_path: Path
) -> None:
    supervisor = Supervisor(encrypted)
    port = encrypted.assembly.house.addresses.port
    membership = come_in(f"https://127.0.0.1:{port}", "kiosk", TALL)
    assert membership is not None
    assert supervisor.faults == []
    kept = (encrypted.directory.path / "secrets" / "authority.pem").read_text()
    assert membership.authority == kept
    assert still_holds(membership) is Standing.HOLDS
    link = HallLink(membership.address, "kiosk")
    with qtbot.waitSignal(link.view_changed, timeout=10_000):
        link.start()
    link.stop()
    stranger = Certificates(tmp_path / "other", "hall")
    stranger.authority(utc_now())
    wrong = msgspec.structs.replace(membership, authority=stranger.authority_file.read_text())
    assert still_holds(wrong) is Standing.UNREACHABLE
    deceived = HallLink(wrong.address, "kiosk")
    deceived.start()
    qtbot.wait(500)
    assert deceived.view is None
    assert deceived.state != "online"
    deceived.stop()
