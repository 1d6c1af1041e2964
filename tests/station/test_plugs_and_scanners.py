"""Devices of a screen: tried again when plugged in, told to the hall, and scanners that type."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from hallctl.station import printing, starting
from hallctl.station.devices.device_machine import DeviceMachine
from hallctl.station.devices.device_scanner import DeviceScanner, type_text, typing_scans
from hallctl.station.devices.plug_watch import PlugWatch
from hallctl.station.link.addressing import HallAddress
from hallctl.station.printing import SlipPrinting
from hallctl.station.printing.station_printer import StationPrinter
from hallctl.station.upkeep import looking_after
from hardware.device_health import DeviceState
from hardware.hotplug import InjectedPlugs, Plug
from hardware.printer.escpos_printer import Patience, ReceiptPrinter
from hardware.scanners.hid_scanner import HidScanner
from hardware.scanners.serial_scanner import SerialScanner
from hardware.simulator.keyboard import SimulatedKeyboard
from hardware.simulator.receipt_printer import SimulatedPrinter
from hardware.simulator.scanner import SimulatedScanner
from hardware.simulator.usb_bus import SimulatedUsbBus, SimulatedUsbDevice
from hardware.transport.address import UsbAddress
from hardware.transport.memory import MemoryTransport
from hardware.transport.usb_port import UsbTransport
from tests.fakes.fake_link import FakeLink
from tests.station.test_printing import AttentiveHall
from tests.web.hall_at_work import HallAtWork

pytestmark = pytest.mark.screens
PATIENCE_MS = 30_000

HASTE = Patience(answer_s=0.1, stall_s=0.1, confirm_s=0.3, look_s=0.02, quiet_s=0.02)
PLUGGED = Plug("added", "usb", ("/dev/bus/usb/001/005",))


class Typed(QObject):
    """A window that remembers what is typed into it."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self.text += event.text()
        return True


@pytest.fixture
def plugs() -> Iterator[tuple[PlugWatch, InjectedPlugs]]:
    injected = InjectedPlugs()
    watch = PlugWatch(lambda: injected)
    watch.start()
    yield watch, injected
    watch.stop()


def test_a_printer_that_is_plugged_in_again_prints_at_once(
    plugs: tuple[PlugWatch, InjectedPlugs],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(printing, "LOOK_AGAIN_S", 3600.0)
    watch, injected = plugs
    simulated = SimulatedPrinter()
    device, bus = SimulatedUsbDevice(simulated), SimulatedUsbBus()
    printer = ReceiptPrinter(lambda: UsbTransport(UsbAddress(), bus), patience=HASTE)
    hall = AttentiveHall("A001")
    station = SlipPrinting(hall.link, printer, tmp_path / "slips.db")
    watch.plugged.connect(station.wake)
    station.start()
    qtbot.waitUntil(lambda: hall.reports == [("A001", "gone")], timeout=PATIENCE_MS)
    bus.plug(device)
    injected.inject(PLUGGED)
    qtbot.waitUntil(lambda: hall.confirmed == ["A001"], timeout=PATIENCE_MS)
    station.stop()
    assert len(simulated.papers) == 1


def test_what_is_pulled_out_wakes_nobody(
    plugs: tuple[PlugWatch, InjectedPlugs], qtbot: QtBot
) -> None:
    watch, injected = plugs
    injected.inject(Plug("removed", "tty", ("/dev/ttyUSB0",)))
    with qtbot.assertNotEmitted(watch.plugged, wait=400):
        pass


def test_a_machine_without_udev_goes_on_by_the_clock(qtbot: QtBot) -> None:
    def none() -> InjectedPlugs:
        raise OSError("no udev")

    watch = PlugWatch(none)
    watch.start()
    watch.stop()
    DeviceMachine(FakeLink()).wake()


def test_the_hall_hears_how_a_kiosks_printer_is(tmp_path: Path, qtbot: QtBot) -> None:
    hall = HallAtWork(tmp_path / "hall")
    address = HallAddress(f"http://127.0.0.1:{hall.port}", hall.token("kiosk-1"))
    printer = StationPrinter(FakeLink(), tmp_path / "slips.db", "simulate")
    wire = hall.wire()
    try:
        with looking_after(address, printer):
            qtbot.waitUntil(
                lambda: bool(wire.get("/api/views/upkeep").json["stations"]), timeout=PATIENCE_MS
            )
        (station,) = wire.get("/api/views/upkeep").json["stations"]
        assert station["station"] == "kiosk-1"
        assert [(one["device"], one["state"]) for one in station["devices"]] == [("printer", "ok")]
    finally:
        printer.stop()
        hall.close()


def test_the_first_scanner_that_is_there_is_read(qtbot: QtBot) -> None:
    serial, keyboard = SimulatedScanner(), SimulatedKeyboard()
    keyboard.unplug()
    reading = DeviceScanner(
        (HidScanner(keyboard.connect), SerialScanner(lambda: MemoryTransport(serial)))
    )
    with qtbot.waitSignal(reading.scanned, timeout=PATIENCE_MS) as heard:
        reading.start()
        qtbot.waitUntil(lambda: len(reading.health()) == 2, timeout=PATIENCE_MS)
        serial.scan("Nguyễn Thị Đào")
    assert heard.args == ["Nguyễn Thị Đào"]
    assert [one.state for one in reading.health()] == [DeviceState.GONE, DeviceState.OK]
    keyboard.plug()
    qtbot.waitUntil(lambda: reading.health()[0].state is DeviceState.OK, timeout=PATIENCE_MS)
    with qtbot.waitSignal(reading.scanned, timeout=PATIENCE_MS) as heard:
        keyboard.scan("H47-260915-6326")
    assert heard.args == ["H47-260915-6326"]
    reading.stop()


def test_what_is_scanned_is_typed_where_the_cursor_is(qtbot: QtBot) -> None:
    window = Typed()
    type_text("Đào|A017", lambda: window)
    assert window.text == "Đào|A017\r"
    type_text("nobody looks", lambda: None)
    with typing_scans(()):
        pass


def test_a_screen_knows_its_scanners_from_the_command_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    parser = starting.station_parser("kiosk", "…")
    words = ["--token-file", "t", "--scanner", "serial:/dev/ttyACM0"]
    assert len(parser.parse_args([*words, "--scanner", "hid:/dev/input/event3"]).scanner) == 2
    with pytest.raises(SystemExit):
        parser.parse_args([*words, "--scanner", "hid:"])
    assert "use hid:/dev/input/by-id/NAME" in capsys.readouterr().err
