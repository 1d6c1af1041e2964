"""Scanners on lines and cameras, with what happens to them in a hall."""

import threading
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from hardware.scanners.camera_scanner import CameraScanner, FrameVotes
from hardware.scanners.codes import Code
from hardware.scanners.scanner import ScannerTrouble
from hardware.scanners.serial_scanner import SerialScanner
from hardware.simulator.camera import SimulatedCamera
from hardware.simulator.scanner import SimulatedScanner
from hardware.simulator.serial_port import SerialPort
from hardware.transport.address import SerialAddress
from hardware.transport.camera import Frame, VideoCamera
from hardware.transport.link import TransportGone
from hardware.transport.memory import MemoryTransport
from hardware.transport.serial_line import SerialTransport
from tests.hardware.scan_torture import code128, qr_words, scene

CORNERS = ((0, 0), (9, 0), (9, 9), (0, 9))


class Clock:
    """Seconds that pass when told, and by a little at each look."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 0.001
        return self.now


@pytest.fixture
def simulated() -> SimulatedScanner:
    return SimulatedScanner()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def scanner(simulated: SimulatedScanner, clock: Clock) -> Iterator[SerialScanner]:
    driver = SerialScanner(lambda: MemoryTransport(simulated), clock)
    driver.health()
    yield driver
    driver.close()


def texts(scanner: SerialScanner) -> list[str]:
    found = []
    while scan := scanner.next_scan(0):
        found.append(scan.text)
    return found


def test_a_scan_comes_out_as_text(scanner: SerialScanner, simulated: SimulatedScanner) -> None:
    simulated.scan("Ðặng Đức Ân")
    simulated.scan("A017")
    assert texts(scanner) == ["Đặng Đức Ân", "A017"]


def test_a_code_held_still_is_one_scan(
    scanner: SerialScanner, simulated: SimulatedScanner, clock: Clock
) -> None:
    for _ in range(3):
        simulated.scan("A017")
        clock.now += 1
    assert texts(scanner) == ["A017"]
    clock.now += 2
    simulated.scan("A017")
    assert texts(scanner) == ["A017"]


def test_an_unplugged_scanner_comes_back(
    scanner: SerialScanner, simulated: SimulatedScanner, clock: Clock
) -> None:
    simulated.send(b"A0")
    scanner.next_scan(0)
    simulated.unplug()
    assert scanner.next_scan(0) is None
    clock.now += 1
    assert scanner.health().breaks == 1
    simulated.scan("A018")
    assert texts(scanner) == ["A018"]
    assert scanner.health().trouble is None


def test_a_scanner_that_is_not_there_is_told(clock: Clock) -> None:
    tries = []

    def missing() -> MemoryTransport:
        tries.append(clock.now)
        raise TransportGone("no such port")

    scanner = SerialScanner(missing, clock)
    assert scanner.health().trouble is ScannerTrouble.GONE
    clock.now += 0.1
    assert scanner.next_scan(0) is None
    assert len(tries) == 1
    clock.now += 1
    scanner.health()
    assert len(tries) == 2


def test_a_scanner_on_a_port_is_read_and_closed_from_outside() -> None:
    simulated = SimulatedScanner(ending=b"")
    with SerialPort(simulated) as port:
        scanner = SerialScanner(lambda: SerialTransport(SerialAddress(port.path)))
        assert scanner.health().trouble is None
        simulated.scan("H47-260915-6326")
        scan = scanner.next_scan(5)
        assert scan is not None
        assert scan.text == "H47-260915-6326"
        closing = threading.Timer(0.05, scanner.close)
        closing.start()
        assert scanner.next_scan(30) is None
        closing.join()


def frame(ordeal: str = "easy", seed: int = 1, bars: bool = False) -> tuple[Frame, str]:
    shown = scene(ordeal, seed, code128 if bars else qr_words)
    return cv2.cvtColor(shown.picture, cv2.COLOR_GRAY2BGR), shown.texts[0]


def test_a_camera_reads_a_qr_code_at_first_sight(clock: Clock) -> None:
    shown, text = frame()
    camera = SimulatedCamera([shown, shown])
    scanner = CameraScanner(camera.connect, clock=clock)
    first, second, empty = scanner.look(), scanner.look(), scanner.look()
    assert first is not None
    assert second is not None
    assert empty is not None
    assert [code.text for code in first.scanned] == [text]
    assert [code.text for code in second.seen] == [text]
    assert second.scanned == empty.seen == ()


def test_bars_count_when_a_second_frame_agrees(clock: Clock) -> None:
    shown, text = frame(bars=True)
    scanner = CameraScanner(SimulatedCamera([shown, shown]).connect, clock=clock)
    first, second = scanner.look(), scanner.look()
    assert first is not None
    assert second is not None
    assert first.scanned == ()
    assert [code.text for code in second.scanned] == [text]


def test_two_frames_that_differ_confirm_nothing() -> None:
    votes = FrameVotes()
    bars = [Code(text, "EAN13", CORNERS) for text in ("8930903747301", "8930804999090")]
    assert votes.confirmed((bars[0],), 0.0) == ()
    assert votes.confirmed((bars[1],), 0.1) == ()
    assert votes.confirmed((bars[0],), 5.0) == ()


def test_an_unplugged_camera_comes_back(clock: Clock) -> None:
    camera = SimulatedCamera()
    scanner = CameraScanner(camera.connect, clock=clock)
    assert scanner.look() is not None
    camera.unplug()
    assert scanner.look() is None
    assert scanner.health().trouble is ScannerTrouble.GONE
    camera.plug()
    clock.now += 1
    assert scanner.look() is not None
    assert scanner.health().breaks == 1
    scanner.close()


def test_a_stream_that_ends_is_gone(tmp_path: Path) -> None:
    file = str(tmp_path / "desk.avi")
    writer = cv2.VideoWriter(file, cv2.VideoWriter.fourcc(*"MJPG"), 5, (64, 48))
    writer.write(np.full((48, 64, 3), 200, np.uint8))
    writer.release()
    camera = VideoCamera(file, size=(64, 48))
    assert camera.grab().shape == (48, 64, 3)
    with pytest.raises(TransportGone):
        camera.grab()
    camera.close()
    camera.close()


def test_a_camera_that_is_not_there_is_gone_and_keeps_its_password() -> None:
    with pytest.raises(TransportGone) as gone:
        VideoCamera("rtsp://hall:secret@127.0.0.1:1/none")
    assert "secret" not in str(gone.value)
