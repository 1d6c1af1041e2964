"""A machine without a screen in a real hall: real sockets, real pseudo-terminals, real bytes."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from pytestqt.exceptions import TimeoutError as QtTimeoutError
from pytestqt.qtbot import QtBot

from hallctl.station.devices.device_machine import DeviceMachine
from hallctl.station.devices.line_thread import Line, open_line
from hallctl.station.link import HallLink, press, reporting
from hallctl.station.link.addressing import HallAddress
from hallctl.station.link.reporting import DeviceReporting
from hardware.device_health import DeviceState
from hardware.lines.bus import BusTiming
from hardware.simulator.line import SimulatedLine
from hardware.simulator.line_devices import (
    SimulatedKeypad,
    SimulatedModbus,
    SimulatedPad,
    SimulatedTextBoard,
)
from hardware.simulator.serial_port import SerialPort
from tests.hall_clients import wish
from tests.station.halls_with_devices import hall_with_devices
from tests.web.hall_at_work import HallAtWork

pytestmark = pytest.mark.screens
PATIENCE_MS = 30_000


def prompt(port: str) -> Line:
    """The line as it is opened in life, at a pace for tests."""
    return Line(open_line(port).connect, BusTiming(115_200, answer_s=0.5, turnaround_s=0.005))


class Corner:
    """Counter 1 of a real hall, with a keypad, a pad, a sign and a lamp on one line."""

    def __init__(self, path: Path) -> None:
        self.line = SimulatedLine()
        self.keypad, self.relay = SimulatedKeypad(3), SimulatedModbus(9)
        self.board, self.pad = SimulatedTextBoard("edi", 1), SimulatedPad(5, self.line.say)
        self.line.devices += [self.keypad, self.relay, self.board, self.pad]
        self.port = SerialPort(self.line)
        self.hall = HallAtWork(hall_with_devices(path, f"serial:{self.port.path}?baud=115200"))
        self.hall.open("1")
        self.wire = self.hall.wire()
        address = HallAddress(f"http://127.0.0.1:{self.hall.port}", self.hall.token("devices-1"))
        self.link = HallLink(address, "devices")
        self.machine = DeviceMachine(self.link, prompt)
        self.reporting = DeviceReporting(address, self.machine.health)
        for part in (self.machine, self.link, self.reporting):
            part.start()

    def close(self) -> None:
        for part in (self.reporting, self.machine, self.link):
            part.stop()
        self.port.close()
        self.hall.close()

    def issue(self) -> str:
        answer = self.wire.ask(wish("IssueTicket", service="certification")).json
        return str(answer["events"][0]["number"])

    def view(self, kind: str) -> dict[str, Any]:
        return self.wire.get(f"/api/views/{kind}?counter=1").json

    def asked(self) -> int:
        """How often the keypad was asked for its key."""
        return self.line.frames.count(bytes((0x55, 3, 0x58)))

    def number(self) -> str:
        current = self.view("sign")["current"]
        return current["number"] if current else ""


@pytest.fixture
def corner(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Corner]:
    monkeypatch.setattr(press, "SETTLE_S", 0.05)
    monkeypatch.setattr(reporting, "_LOOK_S", 0.05)
    corner = Corner(tmp_path / "hall")
    yield corner
    corner.close()


def test_a_keypad_calls_the_sign_and_the_lamp_show_it_and_the_pad_rates(
    corner: Corner, qtbot: QtBot
) -> None:
    first, second = corner.issue(), corner.issue()
    corner.keypad.held = 1
    qtbot.waitUntil(lambda: corner.number() == first, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: corner.board.shown == first[1:], timeout=PATIENCE_MS)
    seen: set[bool | None] = set()
    qtbot.waitUntil(
        lambda: seen.add(corner.relay.coils.get(0)) or {True, False} <= seen, timeout=PATIENCE_MS
    )
    corner.keypad.held = 0
    asked = corner.asked()
    qtbot.waitUntil(lambda: corner.asked() > asked + 1, timeout=PATIENCE_MS)
    corner.keypad.held = 1  # finishes the first and calls the second
    qtbot.waitUntil(lambda: corner.number() == second, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: corner.board.shown == second[1:], timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: corner.view("pad")["number"] == first, timeout=PATIENCE_MS)
    qtbot.waitUntil(
        lambda: bool(corner.link.view and corner.link.view.counters[0].visit), timeout=PATIENCE_MS
    )
    press_until_heard(corner, qtbot, 4)
    assert corner.view("board")["counts"]["satisfied"] == 1
    assert corner.view("pad")["visit"] is None


def press_until_heard(corner: Corner, qtbot: QtBot, button: int) -> None:
    """A pad that speaks into another's answer is not heard, and whoever pressed presses again."""
    for _ in range(10):
        corner.pad.press(button)
        with suppress(QtTimeoutError):
            qtbot.waitUntil(lambda: corner.view("board")["counts"]["rated"] == 1, timeout=3000)
            return
    raise AssertionError("the pad was never heard")


def hold(corner: Corner, qtbot: QtBot, key: int) -> None:
    """Keep a key down until the machine has seen it."""
    corner.keypad.held, asked = key, corner.asked()
    qtbot.waitUntil(lambda: corner.asked() > asked + 1, timeout=PATIENCE_MS)


def test_a_number_typed_on_the_keypad_is_called(corner: Corner, qtbot: QtBot) -> None:
    corner.issue()
    second = corner.issue()

    for key in (*second.encode(), 1):
        hold(corner, qtbot, key)
        hold(corner, qtbot, 0)
    qtbot.waitUntil(lambda: corner.number() == second, timeout=PATIENCE_MS)


def test_a_closed_counter_is_dark(corner: Corner, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: corner.relay.coils.get(0) is True, timeout=PATIENCE_MS)
    corner.wire.ask(wish("CloseCounter", counter="1"))
    qtbot.waitUntil(lambda: corner.relay.coils.get(0) is False, timeout=PATIENCE_MS)


def test_the_hall_hears_that_a_line_went_away_and_came_back(corner: Corner, qtbot: QtBot) -> None:
    def states() -> set[str]:
        stations = corner.view("upkeep")["stations"]
        return {one["state"] for station in stations for one in station["devices"]}

    qtbot.waitUntil(lambda: states() == {"ok"}, timeout=PATIENCE_MS)
    (station,) = corner.view("upkeep")["stations"]
    assert station["station"] == "devices-1"
    assert {one["device"] for one in station["devices"]} == {
        "pad-1",
        "keypad-1",
        "sign-led-1",
        "lamp-1",
    }
    corner.line.is_silent = True
    qtbot.waitUntil(lambda: "silent" in states(), timeout=PATIENCE_MS)
    corner.line.is_silent = False
    qtbot.waitUntil(lambda: states() == {"ok"}, timeout=PATIENCE_MS)
    corner.port.close()
    qtbot.waitUntil(lambda: states() == {"gone"}, timeout=PATIENCE_MS)
    assert {one.state for one in corner.machine.health()} == {DeviceState.GONE}
    assert {one.breaks for one in corner.machine.health()} == {1}
