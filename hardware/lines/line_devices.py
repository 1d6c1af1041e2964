"""The devices on one bus: what they show and which button is pressed, for one thread.

What a board shows is told again every few seconds, so that one that lost its power is right soon.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from hardware.device_health import DeviceHealth, DeviceState
from hardware.lines.bus import LineBus
from hardware.lines.led_words import ANSWERING, LED_WORDS
from hardware.lines.modbus_words import (
    OF_A_REGISTER,
    OF_A_WRITE,
    confirms,
    found_by,
    read_register,
    register_in,
    switch,
)
from hardware.lines.pad_format import PadFormat
from hardware.lines.pad_frames import GAP_S, NONE, PadFrames, find_press

AGAIN_S = 5.0
LISTEN_S = 0.05
_MOST_SILENT = 3
"""Answers missed in a row until a device counts as silent."""


@dataclass
class Pad:
    """A pad or keypad; `number` is its own on the bus."""

    device: str
    form: PadFormat
    number: int = 0
    kind: str = "pad"
    held: str = NONE
    errors: int = 0
    missed: int = 0


@dataclass
class Board:
    """An LED board; `words` is a name in LED_WORDS. Or a lamp, `words` being `lamp`."""

    device: str
    words: str
    number: int = 0
    coil: int = 0
    kind: str = "led_sign"
    wanted: str = ""
    shown: str | None = None
    told_at: float = field(default=float("-inf"))
    errors: int = 0
    missed: int = 0

    @property
    def frame(self) -> bytes:
        """What shows what is wanted."""
        if self.words == LAMP:
            return switch(self.number, self.coil, on=self.wanted == LAMP_ON)
        return LED_WORDS[self.words](self.number, self.wanted)

    @property
    def answers(self) -> bool:
        """Whether it answers what it is told."""
        return self.words == LAMP or self.words in ANSWERING


LAMP, LAMP_ON = "lamp", "on"


class LineDevices:
    """Every device on one bus. `turn` is called over and over by one thread."""

    def __init__(
        self,
        bus: LineBus,
        pads: list[Pad],
        boards: list[Board],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._bus = bus
        self._pads = pads
        self._boards = boards
        self._clock = clock
        self._opened = 0
        speaking = {pad.form.name: pad.form for pad in pads if not pad.form.is_asked}
        self._frames = {name: PadFrames(form) for name, form in speaking.items()}

    def show(self, device: str, text: str) -> None:
        """What that board is to show, or `on` for a lamp; from any thread."""
        for board in self._boards:
            if board.device == device:
                board.wanted = text

    def turn(self) -> list[tuple[str, str]]:
        """Tell boards what they lack, ask and hear pads; the presses as (device, button)."""
        if not self._bus.is_open:
            self._bus.listen(LISTEN_S)
            return []
        if self._opened != self._bus.opened:
            self._opened = self._bus.opened
            self._begin_anew()
        for board in self._boards:
            self._tell(board)
        pressed = [press for pad in self._pads if pad.form.is_asked for press in self._ask(pad)]
        return pressed + self._hear()

    def health(self) -> list[DeviceHealth]:
        """How each device is."""
        every: list[Pad | Board] = [*self._pads, *self._boards]
        return [self._health(one) for one in every]

    def wake(self) -> None:
        """Try a port that is gone at once; from any thread."""
        self._bus.retry_now()

    def close(self) -> None:
        """Let go of the port."""
        self._bus.close()

    def _begin_anew(self) -> None:
        """The port is back: boards may have forgotten, and half a frame is none."""
        for board in self._boards:
            board.shown = None
        for pad in self._pads:
            pad.held = NONE
        for frames in self._frames.values():
            frames.forget()

    def _tell(self, board: Board) -> None:
        now, wanted = self._clock(), board.wanted
        if board.shown == wanted and now - board.told_at < AGAIN_S:
            return
        if board.missed >= _MOST_SILENT and now - board.told_at < AGAIN_S:
            return  # one that is not there must not slow the others
        frame, board.told_at = board.frame, now
        if not board.answers:
            board.shown = wanted if self._bus.tell(frame) else None
        elif self._bus.ask(frame, found_by(confirms(board.number, frame), OF_A_WRITE)):
            board.shown, board.missed = wanted, 0
        else:
            board.shown = None
            board.missed += 1
            board.errors += 1

    def _ask(self, pad: Pad) -> list[tuple[str, str]]:
        button = self._modbus_button(pad) if pad.form.framing == "modbus" else self._button(pad)
        if button is None:
            pad.missed += 1
            return []
        was, pad.held, pad.missed = pad.held, button, 0
        return [(pad.device, button)] if button not in {NONE, was} else []

    def _button(self, pad: Pad) -> str | None:
        request = pad.form.request(pad.number)
        answer = self._bus.ask(request, lambda heard: find_press(pad.form, pad.number, heard))
        presses = PadFrames(pad.form).receive(answer, 0.0)
        pad.errors += not presses
        return presses[0].button if presses else None

    def _modbus_button(self, pad: Pad) -> str | None:
        request = read_register(pad.number, pad.form.register)
        tells = found_by(lambda heard: register_in(pad.number, heard) is not None, OF_A_REGISTER)
        register = register_in(pad.number, self._bus.ask(request, tells))
        if register is None:
            pad.errors += 1
            return None
        return pad.form.buttons.get(f"{register:04X}", NONE)

    def _hear(self) -> list[tuple[str, str]]:
        heard = self._bus.listen(LISTEN_S)  # where nothing speaks, it is a rest, and finds a break
        pressed = self._told_in(heard)
        now = self._clock()
        if any(frames.is_awaited(now) for frames in self._frames.values()):
            pressed += self._told_in(self._bus.listen(GAP_S))  # before others are asked, and wait
        return [press for press in pressed if press[1] != NONE]

    def _told_in(self, heard: bytes) -> list[tuple[str, str]]:
        pressed = []
        for name, frames in self._frames.items():
            for press in frames.receive(heard, self._clock()) if heard else []:
                pressed += [
                    (pad.device, press.button)
                    for pad in self._pads
                    if pad.form.name == name and press.number in {pad.number, 0}
                ]
        return pressed

    def _health(self, one: Pad | Board) -> DeviceHealth:
        state = DeviceState.OK
        if not self._bus.is_open:
            state = DeviceState.GONE
        elif one.missed >= _MOST_SILENT:
            state = DeviceState.SILENT
        errors = one.errors
        if isinstance(one, Pad) and one.form.name in self._frames:
            errors += self._frames[one.form.name].refused
        return DeviceHealth(one.device, one.kind, state, "", errors, self._bus.breaks)
