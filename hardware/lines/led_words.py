"""Numbers as LED boards of several makers want them, without I/O.

Boards with figures only show the figures of a number: A017 is 017. An empty text is a dark board
where the board can be dark, and 0 where it can't.
"""

from collections.abc import Callable
from typing import Final

from hardware.lines.checksums import checksum
from hardware.lines.modbus_words import write_register, write_registers

GREEN = 1
_STX, _ETX = b"\x02", b"\x03"

LedWords = Callable[[int, str], bytes]
"""The bytes that show a text on the board of that number."""


def edi(board: int, text: str) -> bytes:
    """EDI: STX, two digits of the board's number, figures, ETX; spaces are dark."""
    return _STX + f"{board % 100:02d}".encode() + (figures(text) or "    ").encode() + _ETX


def andon(board: int, text: str) -> bytes:
    """Andon: board, value of two bytes, sum. `05 03 E7 EF` is 999 on board 5."""
    frame = bytes((board & 0xFF,)) + value(text, 9999).to_bytes(2, "big")
    return frame + checksum("sum8", frame)


def sunpn(board: int, text: str) -> bytes:
    """Sunpn: `3A`, board, value low byte first, colour, sum, `0A`.

    `3A 00 78 03 01 B6 0A` is 888 in green.
    """
    frame = bytes((0x3A, board & 0xFF)) + value(text, 9999).to_bytes(2, "little") + bytes((GREEN,))
    return frame + checksum("sum8", frame) + b"\n"


def armfly(board: int, text: str) -> bytes:
    """Armfly: `$001,02&` is 02 on board 1."""
    return f"${board % 1000:03d},{figures(text) or '0'}&".encode()


def modbus_dm36(board: int, text: str) -> bytes:
    """DM36 and others on Modbus RTU with the value in holding register 0."""
    return write_register(board, 0, value(text, 9999))


def modbus_dm56(board: int, text: str) -> bytes:
    """DM56: the value takes two registers, high word first."""
    number = value(text, 99_999)
    return write_registers(board, 0, [number >> 16, number & 0xFFFF])


LED_WORDS: Final[dict[str, LedWords]] = {
    "edi": edi,
    "andon": andon,
    "sunpn": sunpn,
    "armfly": armfly,
    "modbus-dm36": modbus_dm36,
    "modbus-dm56": modbus_dm56,
}
ANSWERING = frozenset({"modbus-dm36", "modbus-dm56"})
"""Boards that answer what they are told."""


def figures(text: str) -> str:
    """The figures in a number, at most six."""
    return "".join(sign for sign in text if sign in "0123456789")[-6:]


def value(text: str, most: int) -> int:
    """The figures as a number the board has room for."""
    return int(figures(text) or "0") % (most + 1)
