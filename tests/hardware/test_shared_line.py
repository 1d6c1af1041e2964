"""A pad that speaks by itself on a line where others are asked: no press is lost among their answers."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hardware.lines.bus import LineBus
from hardware.lines.modbus_words import OF_A_REGISTER, found_by, register_in
from hardware.lines.pad_format import known_formats
from hardware.lines.pad_frames import GAP_S, find_press
from hardware.simulator.line_devices import SimulatedModbus
from hardware.transport.memory import MemoryTransport
from tests.hardware.test_line_devices import HASTY, Desk

FORMATS = known_formats()
PRESS = b"\x02044\x03"
KEY, REGISTER = b"\xaa\x03\x01\xae", b"\x05\x03\x02\x00\x04\x48\x47"


class Impatient:
    """Presses a button of pad 4 at the very moment that somebody else is asked."""

    def __init__(self, say: Callable[[bytes], None], *presses: int) -> None:
        self._say, self._left = say, list(presses)

    def hear(self, _data: bytes) -> bytes:
        if self._left:
            self._say(b"\x0204%d\x03" % self._left.pop(0))
        return b""


@pytest.mark.parametrize("place", [0, 99], ids=["before each answer", "after it"])
@pytest.mark.parametrize("echoes", [False, True])
def test_a_press_beside_an_answer_is_heard_and_so_is_the_answer(place: int, echoes: bool) -> None:
    desk = Desk()
    desk.line.echoes = echoes
    desk.line.devices.insert(place, Impatient(desk.line.say, 1, 2, 3, 4, 5))
    desk.keypad.held, desk.modbus_pad.registers[0] = 1, 4
    devices = desk.drive(lambda: MemoryTransport(desk.line), HASTY)
    devices.show("lamp", "on")
    pressed = [press for _ in range(4) for press in devices.turn()]
    assert [button for device, button in pressed if device == "pad"] == [
        f"both-{one}" for one in range(1, 6)
    ]
    others = [press for press in pressed if press[0] != "pad"]
    assert sorted(others) == [("keypad", "call"), ("modbus-pad", "both-4")]
    assert desk.relay.coils == {0: True}
    assert sum(one.errors for one in devices.health()) == 0


def test_a_press_while_the_hall_waits_for_a_device_that_is_gone_is_heard() -> None:
    desk = Desk()
    desk.line.devices.remove(desk.keypad)
    desk.line.devices.remove(desk.modbus_pad)
    devices = desk.drive(lambda: MemoryTransport(desk.line), HASTY)
    devices.turn()
    desk.line.devices.append(Impatient(desk.line.say, 1, 2))
    pressed = [press for _ in range(3) for press in devices.turn()]
    assert pressed == [("pad", "both-1"), ("pad", "both-2")]


def test_a_press_that_arrives_in_two_pieces_is_waited_for() -> None:
    desk = Desk()
    desk.line.devices.append(SimulatedModbus(77))
    devices = desk.drive(lambda: MemoryTransport(desk.line), HASTY)
    devices.turn()
    desk.line.say(PRESS[:2])
    bus: LineBus = devices._bus
    listens = bus.listen

    def listen(timeout_s: float) -> bytes:
        heard = listens(0.0)
        if heard:
            desk.line.say(PRESS[2:])
        return heard

    bus.listen = listen  # type: ignore[method-assign]
    assert devices.turn() == [("pad", "both-4")]


def test_half_a_frame_whose_rest_never_comes_keeps_nobody_waiting_for_good() -> None:
    desk = Desk()
    devices = desk.drive(lambda: MemoryTransport(desk.line), HASTY)
    devices.turn()
    waits: list[float] = []
    listens = devices._bus.listen

    def listen(timeout_s: float) -> bytes:
        waits.append(timeout_s)
        return listens(0.0)

    devices._bus.listen = listen  # type: ignore[method-assign]
    desk.line.say(PRESS[:2])
    devices.turn()
    assert waits.count(GAP_S) == 1
    later = devices._clock() + 2 * GAP_S
    devices._clock = lambda: later
    devices.turn()
    assert waits.count(GAP_S) == 1


@settings(max_examples=200, deadline=None)
@given(before=st.binary(max_size=12), after=st.binary(max_size=12), presses=st.integers(0, 3))
def test_an_answer_is_found_whole_wherever_it_stands(
    before: bytes, after: bytes, presses: int
) -> None:
    form = FORMATS["four-byte-sum"]
    begins = len(PRESS) * presses
    found = find_press(form, 3, PRESS * presses + KEY + PRESS)
    assert found == slice(begins, begins + len(KEY))
    heard = before + REGISTER + after
    place = found_by(lambda one: register_in(5, one) is not None, OF_A_REGISTER)(heard)
    assert place is not None
    assert register_in(5, heard[place]) is not None
