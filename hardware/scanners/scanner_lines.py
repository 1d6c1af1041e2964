"""What a scanner on a line sends: bytes to texts, without I/O.

Scanners end a text with CR, LF, both, or nothing at all; then only a quiet line tells its end. Some
put an AIM identifier such as `]Q1` before it, or frame it in STX and ETX.
"""

import re
from dataclasses import dataclass

from hardware.vietnamese import as_typed

QUIET_S = 0.08
"""A line at 9600 baud pauses for less within a text, and a hand can't scan two so fast."""
MOST_BYTES = 4096
"""More than the largest QR code holds."""

_ENDS = re.compile(rb"[\r\n]")
_FRAME = bytes(range(32)) + b" \x7f"
_AIM = re.compile(r"\](?P<kind>[A-Za-z])(?P<way>[0-9A-Za-z])")
_FORMATS = {"Q": "QRCode", "C": "Code128", "E": "EAN13"}


@dataclass(frozen=True, slots=True)
class Scan:
    """One text as the hall takes it in, what it was before, and the format where it was told."""

    text: str
    raw: bytes
    format: str | None = None


class ScanLines:
    """Gathers bytes to scans. `refused` counts what was too long or no text."""

    def __init__(self) -> None:
        self._begun = bytearray()
        self._last_at = 0.0
        self._overflowed = False
        self.refused = 0

    def receive(self, data: bytes, at: float) -> list[Scan]:
        """The scans that `data`, arrived at `at` seconds, completes."""
        ended = self.settle(at)
        self._last_at = at
        *complete, rest = _ENDS.split(data)
        for part in complete:
            self._gather(part)
            ended += self._end()
        self._gather(rest)
        return ended

    def settle(self, now: float) -> list[Scan]:
        """The scan that ended without an end mark, when the line has been quiet since."""
        return self._end() if now - self._last_at >= QUIET_S else []

    def forget(self) -> None:
        """Drop what has begun: the line broke."""
        self._begun.clear()
        self._overflowed = False

    def _gather(self, part: bytes) -> None:
        if len(self._begun) + len(part) > MOST_BYTES:
            self._begun.clear()
            self._overflowed = True
        elif not self._overflowed:
            self._begun += part

    def _end(self) -> list[Scan]:
        raw, overflowed = bytes(self._begun), self._overflowed
        self.forget()
        scan = None if overflowed else read_scan(raw)
        if scan is None and (overflowed or raw.strip(_FRAME)):
            self.refused += 1
        return [scan] if scan else []


def read_scan(raw: bytes) -> Scan | None:
    """The scan that `raw` is, without its end marks; None when it is empty or no text.

    A scanner set for Windows sends Vietnamese in code page 1258; everything else is UTF-8.
    """
    content = raw.strip(_FRAME)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        try:
            text = content.decode("cp1258")
        except UnicodeDecodeError:
            return None
    aim = _AIM.match(text)
    text = text[aim.end() :] if aim else text
    if not text:
        return None
    return Scan(as_typed(text), content, _FORMATS.get(aim["kind"]) if aim else None)
