"""Turns an ESC/POS byte stream into commands, however the bytes are cut on their way.

Pure and bounded: any bytes parse, no more than one command is held back.
"""

from collections.abc import Callable

from hardware.simulator.commands import (
    Align,
    AskPaper,
    Command,
    Cut,
    Feed,
    Initialize,
    Present,
    Raster,
    Symbol,
    Words,
)

MOST_RASTER_BYTES = 1 << 20
MOST_WORDS = 1024
_DLE, _LF, _ESC, _GS = 0x10, 0x0A, 0x1B, 0x1D
_FIRST_LETTER = 0x20

# How many bytes a command takes in all, where that is not three.
_ESC_LENGTHS = {b"@": 2, b"i": 2, b"2": 2, b"p": 5, b"c": 4, b"*": 5, b"$": 4, b"\\": 4}
_GS_LENGTHS = {b"L": 4, b"W": 4, b"P": 4, b"\\": 4, b"$": 4}
_USUAL_LENGTH = 3
_PRESENT_LENGTHS = {3: 4, 32: 5}

_ESC_COMMANDS: dict[bytes, Callable[[bytes], Command]] = {
    b"@": Initialize,
    b"i": lambda raw: Cut(raw, to_cutter=True),
    b"J": lambda raw: Feed(raw, dots=raw[2]),
    b"d": lambda raw: Feed(raw, lines=raw[2]),
    b"a": lambda raw: Align(raw, raw[2] % 48),
}


class EscposParser:
    """Bytes in by `feed`, commands out by `take`."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    def feed(self, data: bytes) -> None:
        """Take in the next bytes of the stream."""
        self._bytes += data

    def __len__(self) -> int:
        """Bytes that have come in and belong to no command given out yet."""
        return len(self._bytes)

    def take(self) -> Command | None:
        """The next command, or None until more bytes have come."""
        self._drop_nul()
        if not self._bytes:
            return None
        first = self._bytes[0]
        if first >= _FIRST_LETTER:
            return self._words()
        starts = {_ESC: self._escape, _GS: self._group, _DLE: self._real_time, _LF: self._line_end}
        return starts.get(first, self._control)()

    def _drop_nul(self) -> None:
        """NUL between commands means nothing."""
        kept = self._bytes.lstrip(b"\0")
        if len(kept) != len(self._bytes):
            self._bytes = kept

    def _cut_out(self, length: int) -> bytes:
        raw = bytes(self._bytes[:length])
        del self._bytes[:length]
        return raw

    def _plain(self, length: int) -> Command | None:
        return Command(self._cut_out(length)) if len(self._bytes) >= length else None

    def _words(self) -> Command | None:
        """A run of letters, once its end is known."""
        for index, byte in enumerate(self._bytes[:MOST_WORDS]):
            if byte < _FIRST_LETTER:
                raw = self._cut_out(index)
                return Words(raw, raw)
        if len(self._bytes) < MOST_WORDS:
            return None
        raw = self._cut_out(MOST_WORDS)
        return Words(raw, raw)

    def _control(self) -> Command | None:
        return self._plain(1)

    def _real_time(self) -> Command | None:
        return self._plain(_USUAL_LENGTH)

    def _line_end(self) -> Command | None:
        return Feed(self._cut_out(1), lines=1)

    def _escape(self) -> Command | None:
        name = bytes(self._bytes[1:2])
        length = _ESC_LENGTHS.get(name, _USUAL_LENGTH)
        if not name or len(self._bytes) < length:
            return None
        if name == b"*":
            return self._column_image()
        return _ESC_COMMANDS.get(name, Command)(self._cut_out(length))

    def _column_image(self) -> Command | None:
        mode, low, high = self._bytes[2:5]
        columns = low + 256 * high
        return self._plain(5 + columns * (3 if mode in {32, 33} else 1))

    def _group(self) -> Command | None:
        name = bytes(self._bytes[1:2])
        if not name or len(self._bytes) < _USUAL_LENGTH:
            return None
        longer = {
            b"v": self._raster,
            b"V": self._cut,
            b"(": self._extended,
            b"k": self._barcode,
            b"e": self._present,
        }
        if name in longer:
            return longer[name]()
        if name == b"r":
            raw = self._cut_out(_USUAL_LENGTH)
            return AskPaper(raw, raw[2])
        return self._plain(_GS_LENGTHS.get(name, _USUAL_LENGTH))

    def _raster(self) -> Command | None:
        header = bytes(self._bytes[:8])
        if len(header) < 8:
            return None
        mode = header[3] % 48 & 0b11
        width_bytes, rows = header[4] + 256 * header[5], header[6] + 256 * header[7]
        size = width_bytes * rows
        if size > MOST_RASTER_BYTES:
            return self._plain(8)
        if len(self._bytes) < 8 + size:
            return None
        raw = self._cut_out(8 + size)
        return Raster(raw, width_bytes, raw[8:], 1 + (mode & 1), 1 + (mode >> 1))

    def _cut(self) -> Command | None:
        feeds = self._bytes[2] in {65, 66}
        if not feeds:
            return Cut(self._cut_out(3), to_cutter=False)
        if len(self._bytes) < 4:
            return None
        raw = self._cut_out(4)
        return Cut(raw, to_cutter=True, dots=raw[3])

    def _present(self) -> Command | None:
        length = _PRESENT_LENGTHS.get(self._bytes[2], _USUAL_LENGTH)
        if len(self._bytes) < length:
            return None
        raw = self._cut_out(length)
        return Present(raw, raw[2])

    def _extended(self) -> Command | None:
        """GS ( x: two bytes say how many follow."""
        if len(self._bytes) < 5:
            return None
        length = 5 + self._bytes[3] + 256 * self._bytes[4]
        if len(self._bytes) < length:
            return None
        raw = self._cut_out(length)
        if raw[2:3] == b"k" and raw[5:6] == b"1" and len(raw) >= 7:
            return Symbol(raw, raw[6], raw[7:])
        return Command(raw)

    def _barcode(self) -> Command | None:
        """GS k m n d…: passed over; only the form that states its length."""
        if self._bytes[2] < 65:
            return self._plain(3)
        return self._plain(4 + self._bytes[3]) if len(self._bytes) >= 4 else None
