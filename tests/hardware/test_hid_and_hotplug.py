"""Scanners that type, taken from everybody else; and devices that come and go."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.hotplug import InjectedPlugs, Plug, UdevPlugs, plug_of
from hardware.scanners.hid_scanner import HidScanner
from hardware.scanners.scanner import ScannerHealth, ScannerTrouble
from hardware.scanners.scanner_reader import REOPEN_S
from hardware.simulator.keyboard import SimulatedKeyboard
from hardware.transport.key_device import EvdevKeys
from hardware.transport.link import TransportGone


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def keyboard() -> SimulatedKeyboard:
    return SimulatedKeyboard()


def text_of(scanner: HidScanner) -> str | None:
    scan = scanner.next_scan(0)
    return scan.text if scan else None


@pytest.mark.parametrize(
    "text",
    [
        "H15.50.05.13-261008-0975",
        "https://hall.example.vn/d/k3v7?x=1&y=2",
        "Nguyễn Thị Đào|01021990|Nữ",
        "a|B~c\\d\"e'f",
    ],
)
def test_what_is_typed_is_the_text_that_was_scanned(keyboard: SimulatedKeyboard, text: str) -> None:
    scanner = HidScanner(keyboard.connect)
    keyboard.scan(text)
    assert text_of(scanner) == text


def test_a_keyboard_is_taken_while_it_is_used(keyboard: SimulatedKeyboard) -> None:
    scanner = HidScanner(keyboard.connect)
    assert scanner.health().trouble is None
    assert keyboard.is_taken
    scanner.close()
    assert not keyboard.is_taken


def test_one_code_held_still_is_one_scan(keyboard: SimulatedKeyboard) -> None:
    clock = Clock()
    scanner = HidScanner(keyboard.connect, clock)
    keyboard.scan("A017")
    keyboard.scan("A017")
    assert (text_of(scanner), text_of(scanner)) == ("A017", None)
    clock.now = 2
    keyboard.scan("A017")
    assert text_of(scanner) == "A017"


def test_a_scanner_that_is_pulled_out_is_gone_and_back(keyboard: SimulatedKeyboard) -> None:
    clock = Clock()
    scanner = HidScanner(keyboard.connect, clock)
    keyboard.scan("A001")
    assert text_of(scanner) == "A001"
    keyboard.press((30, 1), (30, 0))
    assert text_of(scanner) is None
    keyboard.unplug()
    assert text_of(scanner) is None
    assert scanner.health().trouble is ScannerTrouble.GONE
    keyboard.plug()
    clock.now += REOPEN_S
    assert scanner.health() == ScannerHealth(None, 0, 1)
    keyboard.scan("A002")
    assert text_of(scanner) == "A002", "what was half typed before is forgotten"
    assert keyboard.opened == 2


@given(st.lists(st.tuples(st.integers(0, 700), st.integers(-1, 3)), max_size=200))
def test_any_keys_are_a_text_or_none(events: list[tuple[int, int]]) -> None:
    keyboard = SimulatedKeyboard()
    scanner = HidScanner(keyboard.connect)
    keyboard.press(*events)
    text = text_of(scanner)
    assert text is None or text


def test_a_keyboard_that_is_not_there_is_gone() -> None:
    with pytest.raises(TransportGone):
        EvdevKeys("/dev/input/no-such-keyboard")
    with pytest.raises(TransportGone):
        EvdevKeys("/dev/null")


def test_udev_tells_what_comes_and_goes_by_its_stable_names_first() -> None:
    device = SimpleNamespace(
        device_node="/dev/ttyUSB0",
        device_links=["/dev/serial/by-path/b", "/dev/serial/by-id/a"],
    )
    names = ("/dev/serial/by-id/a", "/dev/serial/by-path/b", "/dev/ttyUSB0")
    assert plug_of("add", "tty", device) == Plug("added", "tty", names)
    assert plug_of("remove", "tty", device) == Plug("removed", "tty", names)
    assert plug_of("change", "tty", device) is None
    bare = SimpleNamespace(device_node=None, device_links=list)
    assert plug_of("add", "usb", bare) == Plug("added", "usb", ())


def test_events_are_told_one_by_one() -> None:
    plugs, plug = InjectedPlugs(), Plug("added", "tty", ("/dev/ttyUSB0",))
    plugs.inject(plug)
    assert plugs.next(0.0) == plug
    assert plugs.next(0.0) is None


def test_the_machines_own_udev_is_listened_to_where_it_can_be() -> None:
    try:
        plugs = UdevPlugs()
    except OSError as error:
        pytest.skip(f"no udev here: {error}")
    assert plugs.next(0.0) is None
