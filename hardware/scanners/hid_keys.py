"""What a scanner that acts as a keyboard types: key codes of Linux to texts, without I/O.

Such a scanner knows the US keys only. Letters beyond them come as Alt and the digits of the code
point on the number pad, where it is set so. Codes: linux/input-event-codes.h.
"""

from typing import Final

from hardware.vietnamese import as_typed

MOST_SIGNS = 4096

_ROWS: Final = {
    2: ("1234567890-=", "!@#$%^&*()_+"),
    16: ("qwertyuiop[]", "QWERTYUIOP{}"),
    30: ("asdfghjkl;'`", 'ASDFGHJKL:"~'),
    43: ("\\zxcvbnm,./", "|ZXCVBNM<>?"),
}
_SIGNS: Final = {
    first + place: (plain, shifted)
    for first, (lower, upper) in _ROWS.items()
    for place, (plain, shifted) in enumerate(zip(lower, upper, strict=True))
} | {57: (" ", " "), 15: ("\t", "\t")}
_PAD: Final = dict(zip((82, 79, 80, 81, 75, 76, 77, 71, 72, 73), "0123456789", strict=True))
_PAD_SIGNS: Final = _PAD | {98: "/", 55: "*", 74: "-", 78: "+", 83: "."}
_SHIFTS: Final = frozenset({42, 54})
_ALTS: Final = frozenset({56, 100})
_CAPS_LOCK: Final = 58
_ENTERS: Final = frozenset({28, 96})
_UP, _DOWN = 0, 1


class KeyLine:
    """Gathers key events to texts; a text ends with Enter."""

    def __init__(self) -> None:
        self._signs: list[str] = []
        self._held: set[int] = set()
        self._capitals = False
        self._numbered = ""

    def press(self, key: int, value: int) -> str | None:
        """Take one key event (value 0 up, 1 down, 2 repeated); the text when it is complete."""
        if value == _UP:
            self._held.discard(key)
            if key in _ALTS:
                self._end_number()
            return None
        if value != _DOWN:  # a scanner holds no key; what repeats is stuck
            return None
        if key in _SHIFTS | _ALTS:
            self._held.add(key)
        elif key == _CAPS_LOCK:
            self._capitals = not self._capitals
        elif key in _ENTERS:
            return self._end()
        else:
            self._type(key)
        return None

    def _type(self, key: int) -> None:
        if self._held & _ALTS:
            self._numbered += _PAD.get(key, "")
        elif sign := self._sign(key):
            self._add(sign)

    def _sign(self, key: int) -> str | None:
        if key in _PAD_SIGNS:
            return _PAD_SIGNS[key]
        if key not in _SIGNS:
            return None
        plain, shifted = _SIGNS[key]
        upper = bool(self._held & _SHIFTS) ^ (self._capitals and plain.isalpha())
        return shifted if upper else plain

    def _end_number(self) -> None:
        number, self._numbered = self._numbered[:8], ""
        if number and 31 < int(number) < 0x11_0000 and not 0xD800 <= int(number) < 0xE000:
            self._add(chr(int(number)))

    def _add(self, sign: str) -> None:
        if len(self._signs) < MOST_SIGNS:
            self._signs.append(sign)

    def _end(self) -> str | None:
        text = as_typed("".join(self._signs)).strip()
        self._signs.clear()
        return text or None
