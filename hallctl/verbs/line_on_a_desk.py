"""A simulated serial line with one of everything, for a machine that has none: keys are typed."""

from collections.abc import Callable

from hardware.simulator.line import SimulatedLine
from hardware.simulator.line_devices import (
    SimulatedKeypad,
    SimulatedModbus,
    SimulatedPad,
    SimulatedTextBoard,
)
from hardware.simulator.serial_port import SerialPort

_KEYS = {"none": 0, "call": 1, "recall": 2, "no-show": 3, "finish": 4}
_SETTINGS = """\
[[device]]
device = "{device}"
kind = "{kind}"
station = "devices-1"
counter = "1"
port = "serial:{port}?baud=115200"
format = "{format}"
unit = {unit}
"""
_DEVICES = (
    ("pad-1", "pad", "stx-etx", 5),
    ("keypad-1", "keypad", "four-byte-sum", 3),
    ("led-1", "led_sign", "edi", 1),
    ("lamp-1", "lamp", "lamp", 9),
)


class _ToldBoard(SimulatedTextBoard):
    """A board that tells when what it shows has changed."""

    def __init__(self, number: int, tell: Callable[[str], None]) -> None:
        super().__init__("edi", number)
        self._tell = tell

    def hear(self, data: bytes) -> bytes:
        before = self.shown
        answer = super().hear(data)
        if self.shown != before:
            self._tell(f"led-1: {self.shown or '(dark)'}")
        return answer


class LineOnADesk:
    """A pseudo-terminal with a pad, a keypad, a board and a lamp; a context manager."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._line = SimulatedLine()
        self._keypad = SimulatedKeypad(3)
        self._pad = SimulatedPad(5, self._line.say)
        self._line.devices += [self._keypad, self._pad, _ToldBoard(1, tell), SimulatedModbus(9)]
        self._port = SerialPort(self._line)
        self._tell = tell

    def __enter__(self) -> "LineOnADesk":
        """The line, ready to be opened."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Unplug."""
        self._port.close()

    def settings(self) -> str:
        """What to write into ``hall.toml`` to find these devices."""
        return "\n".join(
            _SETTINGS.format(device=device, kind=kind, port=self._port.path, format=form, unit=unit)
            for device, kind, form, unit in _DEVICES
        )

    def type(self, line: str) -> None:
        """``pad 4`` presses the pad's fourth button, ``keypad call`` a key, ``keypad none`` none."""
        match line.split():
            case ["pad", button] if button in {"1", "2", "3", "4", "5"}:
                self._pad.press(int(button))
            case ["keypad", key] if key in _KEYS:
                self._keypad.held = _KEYS[key]
            case []:
                return
            case _:
                self._tell(f"type: pad 1 … pad 5, or keypad {' | '.join(_KEYS)}")
