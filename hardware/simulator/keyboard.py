"""A simulated scanner that types: the keys of a US keyboard, and Alt with the number pad."""

import threading
from collections import deque

from hardware.transport.link import TransportGone

_ROWS = {
    2: ("1234567890-=", "!@#$%^&*()_+"),
    16: ("qwertyuiop[]", "QWERTYUIOP{}"),
    30: ("asdfghjkl;'`", 'ASDFGHJKL:"~'),
    43: ("\\zxcvbnm,./", "|ZXCVBNM<>?"),
}
_PAD = (82, 79, 80, 81, 75, 76, 77, 71, 72, 73)
_SPACE, _ENTER, _SHIFT, _ALT = 57, 28, 42, 56


class SimulatedKeyboard:
    """Types what is held to it, and can be unplugged; one owner at a time."""

    def __init__(self) -> None:
        self._events: deque[tuple[int, int]] = deque()
        self._changed = threading.Condition()
        self._plugged = True
        self.opened = 0
        self.is_taken = False

    def connect(self) -> "SimulatedKeyboard":
        """Take it, or raise TransportGone."""
        if not self._plugged or self.is_taken:
            raise TransportGone("the keyboard is not there")
        self.opened += 1
        self.is_taken = True
        return self

    def scan(self, text: str) -> None:
        """Hold a code of `text` before it."""
        with self._changed:
            for sign in text:
                self._events.extend(_keys_of(sign))
            self._events.extend(_tap(_ENTER))
            self._changed.notify_all()

    def press(self, *events: tuple[int, int]) -> None:
        """Any key events."""
        with self._changed:
            self._events.extend(events)
            self._changed.notify_all()

    def unplug(self) -> None:
        """Whoever has it loses it."""
        with self._changed:
            self._plugged = False
            self._events.clear()
            self._changed.notify_all()

    def plug(self) -> None:
        """It can be taken again."""
        self._plugged = True

    def keys(self, timeout_s: float) -> list[tuple[int, int]]:
        """See KeyDevice."""
        with self._changed:
            self._changed.wait_for(lambda: self._events or not self._plugged, timeout_s)
            if not self._plugged:
                raise TransportGone("the keyboard is gone")
            events = list(self._events)
            self._events.clear()
        return events

    def close(self) -> None:
        """See KeyDevice."""
        self.is_taken = False


def _tap(key: int) -> list[tuple[int, int]]:
    return [(key, 1), (key, 0)]


def _keys_of(sign: str) -> list[tuple[int, int]]:
    if sign == " ":
        return _tap(_SPACE)
    for first, (plain, shifted) in _ROWS.items():
        if sign in plain:
            return _tap(first + plain.index(sign))
        if sign in shifted:
            return [(_SHIFT, 1), *_tap(first + shifted.index(sign)), (_SHIFT, 0)]
    digits = [event for digit in str(ord(sign)) for event in _tap(_PAD[int(digit)])]
    return [(_ALT, 1), *digits, (_ALT, 0)]
