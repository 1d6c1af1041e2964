"""Pads, boards and lamps on one bus, on real pseudo-terminals, with all that befalls them."""

import time
from collections.abc import Callable, Iterator

import pytest

from hardware.device_health import DeviceState
from hardware.lines.bus import BusTiming, LineBus, without_echo
from hardware.lines.line_devices import LAMP, LAMP_ON, Board, LineDevices, Pad
from hardware.lines.pad_format import known_formats
from hardware.simulator.line import SimulatedLine
from hardware.simulator.line_devices import (
    SimulatedKeypad,
    SimulatedModbus,
    SimulatedPad,
    SimulatedSumBoard,
    SimulatedTextBoard,
)
from hardware.simulator.serial_port import SerialPort
from hardware.transport.address import SerialAddress
from hardware.transport.link import Connect, TransportGone
from hardware.transport.memory import MemoryTransport
from hardware.transport.serial_line import SerialTransport

FORMATS = known_formats()
PROMPT = BusTiming(baud=115_200, answer_s=2.0, turnaround_s=0.005)
HASTY = BusTiming(baud=115_200, answer_s=0.05, turnaround_s=0.005)
ECHOING = BusTiming(baud=115_200, answer_s=0.1, turnaround_s=0.005, echoes=True)


class Desk:
    """A bus with one of everything."""

    def __init__(self) -> None:
        self.line = SimulatedLine()
        self.keypad = SimulatedKeypad(3)
        self.modbus_pad = SimulatedModbus(5)
        self.relay = SimulatedModbus(9)
        self.edi = SimulatedTextBoard("edi", 1)
        self.andon = SimulatedSumBoard("andon", 2)
        self.sunpn = SimulatedSumBoard("sunpn", 8)
        self.armfly = SimulatedTextBoard("armfly", 6)
        self.dm36, self.dm56 = SimulatedModbus(7), SimulatedModbus(10)
        self.pad = SimulatedPad(4, self.line.say)
        self.line.devices += [self.keypad, self.modbus_pad, self.relay, self.edi, self.andon]
        self.line.devices += [self.dm36, self.dm56, self.pad, self.sunpn, self.armfly]

    def drive(self, connect: Connect, timing: BusTiming = PROMPT) -> LineDevices:
        pads = [
            Pad("keypad", FORMATS["four-byte-sum"], 3, "keypad"),
            Pad("modbus-pad", FORMATS["modbus-pad"], 5),
            Pad("pad", FORMATS["stx-etx"], 4),
        ]
        boards = [
            Board("edi", "edi", 1),
            Board("andon", "andon", 2),
            Board("dm36", "modbus-dm36", 7),
            Board("dm56", "modbus-dm56", 10),
            Board("sunpn", "sunpn", 8),
            Board("armfly", "armfly", 6),
            Board("lamp", LAMP, 9, coil=0, kind="lamp"),
        ]
        return LineDevices(LineBus(connect, timing), pads, boards)


def turn_until(devices: LineDevices, is_so: Callable[[], bool]) -> list[tuple[str, str]]:
    pressed: list[tuple[str, str]] = []
    deadline = time.monotonic() + 20
    while not is_so() and time.monotonic() < deadline:
        pressed += devices.turn()
    assert is_so()
    return pressed


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture(params=["memory", "serial"])
def connect(request: pytest.FixtureRequest, desk: Desk) -> Iterator[Connect]:
    if request.param == "memory":
        yield lambda: MemoryTransport(desk.line)
    else:
        with SerialPort(desk.line) as port:
            yield lambda: SerialTransport(SerialAddress(port.path))


def test_boards_and_lamps_show_what_they_are_told(desk: Desk, connect: Connect) -> None:
    devices = desk.drive(connect)
    for device in ("edi", "andon", "dm36", "dm56", "sunpn", "armfly"):
        devices.show(device, "A017")
    devices.show("lamp", LAMP_ON)
    turn_until(devices, lambda: desk.relay.coils.get(0) is True)
    turn_until(devices, lambda: desk.edi.shown == "017")
    assert desk.andon.shown == 17
    turn_until(devices, lambda: desk.armfly.shown == "017")
    assert desk.dm36.registers == {0: 17}
    assert desk.dm56.registers == {0: 0, 1: 17}
    assert (desk.sunpn.shown, desk.sunpn.colour) == (17, 1)
    devices.show("lamp", "")
    turn_until(devices, lambda: desk.relay.coils.get(0) is False)
    assert {one.state for one in devices.health()} == {DeviceState.OK}
    devices.close()


def test_every_press_is_one_press(desk: Desk, connect: Connect) -> None:
    devices = desk.drive(connect)
    devices.turn()
    desk.keypad.held, desk.modbus_pad.registers[0] = 1, 4
    pressed = [press for _ in range(4) for press in devices.turn()]
    desk.keypad.held, desk.modbus_pad.registers[0] = 0, 0
    devices.turn()
    desk.keypad.held = 1
    pressed += devices.turn()
    assert sorted(pressed) == [("keypad", "call"), ("keypad", "call"), ("modbus-pad", "both-4")]
    desk.pad.press(5)
    heard: list[tuple[str, str]] = []
    deadline = time.monotonic() + 20
    while not heard and time.monotonic() < deadline:
        heard += devices.turn()
    assert heard == [("pad", "both-5")]
    devices.close()


def test_a_converter_that_echoes_changes_nothing(desk: Desk) -> None:
    desk.line.echoes = True
    devices = desk.drive(lambda: MemoryTransport(desk.line), ECHOING)
    desk.modbus_pad.registers[0] = 2
    devices.show("lamp", LAMP_ON)
    assert devices.turn() == [("modbus-pad", "both-2")]
    assert desk.relay.coils == {0: True}
    desk.line.devices.remove(desk.relay)
    devices.show("lamp", "")
    for _ in range(3):
        devices.turn()
        devices._boards[-1].told_at = float("-inf")
    (lamp,) = [one for one in devices.health() if one.device == "lamp"]
    assert lamp.state is DeviceState.SILENT, "an echo is no answer"


def test_silence_cut_answers_and_noise_press_nothing(desk: Desk) -> None:
    devices = desk.drive(lambda: MemoryTransport(desk.line), HASTY)
    desk.keypad.held, desk.modbus_pad.registers[0] = 1, 4
    desk.line.is_silent = True
    assert [press for _ in range(3) for press in devices.turn()] == []
    states = {one.device: one.state for one in devices.health()}
    assert states["keypad"] is states["modbus-pad"] is DeviceState.SILENT
    desk.line.is_silent, desk.line.cuts_answers = False, True
    assert devices.turn() == []
    desk.line.cuts_answers, desk.line.noise_share = False, 1.0
    assert devices.turn() == []
    desk.line.noise_share = 0.0
    assert sorted(devices.turn()) == [("keypad", "call"), ("modbus-pad", "both-4")]
    health = {one.device: one for one in devices.health()}
    assert health["keypad"].state is DeviceState.OK
    assert health["keypad"].errors >= 5


def test_a_port_that_is_pulled_out_is_gone_and_back_and_boards_are_told_again(desk: Desk) -> None:
    plugged = True

    def connect() -> MemoryTransport:
        if not plugged:
            raise TransportGone("unplugged")
        return MemoryTransport(desk.line)

    now = [0.0]

    def sleep(seconds: float) -> None:
        now[0] += seconds

    bus = LineBus(connect, PROMPT, lambda: now[0], sleep)
    devices = LineDevices(bus, [], [Board("edi", "edi", 1)], lambda: now[0])
    devices.show("edi", "A001")
    turn_until(devices, lambda: desk.edi.shown == "001")
    plugged = False
    desk.line.unplug()
    turn_until(devices, lambda: {one.state for one in devices.health()} == {DeviceState.GONE})
    desk.edi.shown = ""
    plugged = True
    began = now[0]
    turn_until(devices, lambda: desk.edi.shown == "001")
    assert now[0] - began < 2
    assert {one.breaks for one in devices.health()} == {1}


class BreakingPort(MemoryTransport):
    """A port whose calls fail as the kernel and pyserial let them fail."""

    def __init__(self, line: SimulatedLine, error: Exception, call: str) -> None:
        super().__init__(line)
        self.error, self.call = error, call

    def write(self, data: bytes, timeout_s: float) -> int:
        if self.call == "write":
            raise TransportGone from self.error
        return super().write(data, timeout_s)

    def read(self, timeout_s: float) -> bytes:
        if self.call == "read":
            raise TransportGone from self.error
        return super().read(timeout_s)


@pytest.mark.parametrize("call", ["read", "write"])
def test_whatever_call_fails_the_port_is_opened_again(desk: Desk, call: str) -> None:
    ports = [BreakingPort(desk.line, OSError(5, "Input/output error"), call)]
    devices = desk.drive(lambda: ports.pop() if ports else MemoryTransport(desk.line))
    devices.show("edi", "A002")
    turn_until(devices, lambda: desk.edi.shown == "002")


def test_one_request_is_in_flight_and_frames_are_apart(desk: Desk) -> None:
    now = [100.0]
    sent: list[float] = []

    class Watched(MemoryTransport):
        def write(self, data: bytes, timeout_s: float) -> int:
            sent.append(now[0])
            return super().write(data, timeout_s)

    def sleep(seconds: float) -> None:
        now[0] += seconds

    timing = BusTiming(baud=9600, turnaround_s=0.05)
    bus = LineBus(lambda: Watched(desk.line), timing, lambda: now[0], sleep)
    assert bus.tell(b"\x0201017\x03")
    assert bus.tell(b"\x0201018\x03")
    apart = sent[1] - sent[0]
    assert apart >= timing.takes_s(b"\x0201017\x03") + timing.turnaround_s + timing.gap_s
    assert timing.gap_s == pytest.approx(3.5 * 11 / 9600)
    assert BusTiming(baud=38_400).gap_s == 0.001_75


def test_an_echo_is_taken_off_whole_or_in_part() -> None:
    assert without_echo(b"askanswer", b"ask") == b"answer"
    assert without_echo(b"as", b"ask") == b""
    assert without_echo(b"answer", b"ask") == b"answer"
