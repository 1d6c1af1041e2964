"""A machine without a screen: pads, keypads, LED signs and lamps follow the hall, and ask it.

It knows its devices from its own view. A counter's keypad and pad send what the panel and the
rating pad would; its sign and lamp show what the sign's screen shows.
"""

import logging
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hallctl.core.commands import Command
from hallctl.core.views import CounterLight, Device, DevicesView
from hallctl.station.devices.counter_keys import Marks, acts_of
from hallctl.station.devices.line_thread import Line, LineThread, open_line
from hallctl.station.devices.typed_number import TypedNumber
from hallctl.station.link.answering import Answer, Link
from hallctl.station.link.press import Press
from hardware.device_health import DeviceHealth
from hardware.lines.line_devices import LAMP, LAMP_ON
from hardware.lines.pad_format import formats_with

log = logging.getLogger(__name__)

BLINKS_S = 8.0
"""How long a lamp blinks after a call."""
BLINK_S = 0.5


class DeviceMachine(QObject):
    """Drives every device that the hall names for this station."""

    _pressed = Signal(str, str)

    def __init__(
        self,
        link: Link,
        open_port: Callable[[str], Line] = open_line,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._open_port = open_port
        self._devices: dict[str, Device] = {}
        self._formats: tuple[str, ...] = ()
        self._lights: dict[str, CounterLight] = {}
        self._lines: dict[str, LineThread] = {}
        self._presses: dict[str, Press] = {}
        self._marks: defaultdict[str, Marks] = defaultdict(Marks)
        self._typed: defaultdict[str, TypedNumber] = defaultdict(TypedNumber)
        self._blinking: dict[str, tuple[int, float]] = {}
        self._is_lit = True
        self._pressed.connect(self._on_press)
        self._blink = QTimer(self, interval=int(BLINK_S * 1000))
        self._blink.timeout.connect(self._on_blink)
        link.view_changed.connect(self._on_view)

    def start(self) -> None:
        """Begin with what the link has heard already."""
        self._blink.start()
        self._on_view(self._link.view)

    def stop(self) -> None:
        """Let go of every port."""
        self._link.view_changed.disconnect(self._on_view)
        self._blink.stop()
        self._pressed.disconnect(self._on_press)
        self._close_lines()

    def health(self) -> list[DeviceHealth]:
        """How every device is."""
        return [one for line in self._lines.values() for one in line.health()]

    @Slot()
    def wake(self) -> None:
        """Something was plugged in: ports that are gone are tried at once."""
        for line in self._lines.values():
            line.wake()

    @Slot(object)
    def _on_view(self, view: object) -> None:
        if not isinstance(view, DevicesView):
            return
        devices = {one.device: one for one in view.devices}
        if (devices, view.formats) != (self._devices, self._formats):
            self._devices, self._formats = devices, view.formats
            self._open_lines()
        self._lights = {one.counter: one for one in view.counters}
        self._note_calls()
        self._show_all()

    def _open_lines(self) -> None:
        self._close_lines()
        formats = formats_with(self._formats)
        ports = dict.fromkeys(one.port for one in self._devices.values())
        for port in ports:
            here = [one for one in self._devices.values() if one.port == port]
            line = LineThread(here, self._open_port(port), formats, self._pressed.emit)
            self._lines[port] = line
            line.start()

    def _close_lines(self) -> None:
        lines, self._lines = self._lines, {}
        for line in lines.values():
            line.stop()

    def _note_calls(self) -> None:
        """A counter that has called once more blinks for a while."""
        for counter, light in self._lights.items():
            calls, left_s = self._blinking.get(counter, (0, 0.0))
            if light.calls != calls or not light.number:
                left_s = BLINKS_S if light.number else 0.0
            self._blinking[counter] = (light.calls, left_s)

    def _on_blink(self) -> None:
        self._is_lit = not self._is_lit
        for counter, (calls, left_s) in self._blinking.items():
            self._blinking[counter] = (calls, max(0.0, left_s - BLINK_S))
        self._show_all()

    def _show_all(self) -> None:
        for device in self._devices.values():
            light = self._lights.get(device.counter)
            if light is not None and device.kind in {"led_sign", LAMP}:
                self._lines[device.port].show(device.device, self._text(device, light))

    def _text(self, device: Device, light: CounterLight) -> str:
        if device.kind == LAMP:
            blinks = self._blinking[light.counter][1] > 0
            return LAMP_ON if light.is_open and (self._is_lit or not blinks) else ""
        return light.number if light.is_open else ""

    @Slot(str, str)
    def _on_press(self, name: str, button: str) -> None:
        device = self._devices.get(name)
        light = self._lights.get(device.counter) if device else None
        if device is None or light is None:
            return
        if device.kind == "pad":
            rating = self._marks[name].press(button, light)
            wishes: tuple[Command, ...] = (rating,) if rating else ()
        elif self._typed[name].press(button, monotonic()):
            return
        else:
            wishes = acts_of(button, light, self._typed[name].take(monotonic()))
        if wishes:
            press = self._presses.setdefault(name, Press(self._link, self))
            press.ask(wishes[0], partial(self._on_answer, press, wishes[1:]))

    def _on_answer(self, press: Press, rest: tuple[Command, ...], answer: Answer) -> None:
        if answer.granted and rest:
            press.follow(rest[0], partial(self._on_answer, press, rest[1:]))
        elif answer.refused:
            log.info("the hall refused a key: %s", answer.refused)
