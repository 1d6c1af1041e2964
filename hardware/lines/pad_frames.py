"""What a pad on a line sends: bytes to presses, however they are cut or spoilt; without I/O."""

from dataclasses import dataclass

from hardware.lines.pad_format import MOST_BYTES, PadFormat

NONE = "none"
"""The button of a pad that was asked and is not pressed."""
GAP_S = 0.25
"""A frame whose rest does not come within this is none: it is longer than any USB delay."""


@dataclass(frozen=True, slots=True)
class Press:
    """A button of the pad with that number; the number is 0 where frames have none."""

    number: int
    button: str


def find_press(form: PadFormat, number: int, heard: bytes) -> slice | None:
    """Where the frame of the pad with that number stands, among whatever else was said."""
    frames = PadFrames(form)
    frames.receive(heard, 0.0)
    return next((place for press, place in frames.found if press.number == number), None)


class PadFrames:
    """Gathers bytes to presses. `refused` counts frames that were not right."""

    def __init__(self, form: PadFormat) -> None:
        self._form = form
        self._start, self._end = bytes.fromhex(form.start), bytes.fromhex(form.end)
        self._buttons = {bytes.fromhex(code): name for code, name in form.buttons.items()}
        self._button_bytes = len(next(iter(self._buttons)))
        self._begun = bytearray()
        self._last_at = 0.0
        self._begins = 0
        """At which byte of all that were heard it began."""
        self.found: list[tuple[Press, slice]] = []
        """What the newest bytes completed, and where it stands among all."""
        self.refused = 0

    def is_awaited(self, at: float) -> bool:
        """Whether a frame has begun whose rest may still come at `at` seconds."""
        return bool(self._begun) and at - self._last_at <= GAP_S

    def receive(self, data: bytes, at: float) -> list[Press]:
        """The presses that `data`, arrived at `at` seconds, completes."""
        if self._begun and at - self._last_at > GAP_S:
            self.forget()
        self._last_at = at
        self.found = []
        for first in range(0, len(data), MOST_BYTES):  # bounded, however much comes at once
            self._begun += data[first : first + MOST_BYTES]
            self._complete()
        return [press for press, _ in self.found]

    def forget(self) -> None:
        """Drop what has begun: the line broke, or the rest never came."""
        self.refused += bool(self._begun)
        self._drop(len(self._begun))

    def _complete(self) -> None:
        while self._find_start():
            frame = self._frame()
            if frame is None:
                break
            press = self._press(frame)
            if press is None:
                self.refused += 1
                self._drop(1)  # a start may stand inside what was taken for a frame
            else:
                self.found.append((press, slice(self._begins, self._begins + len(frame))))
                self._drop(len(frame))

    def _drop(self, count: int) -> None:
        """So many bytes are dealt with."""
        del self._begun[:count]
        self._begins += count

    def _find_start(self) -> bool:
        """Drop what stands before a start; whether anything is left."""
        at = self._begun.find(self._start)
        if at < 0:
            kept = len(self._start) - 1
            self._drop(max(0, len(self._begun) - kept))
            return False
        self._drop(at)
        return bool(self._begun)

    def _frame(self) -> bytes | None:
        """The frame that begins here, right or wrong; None until more bytes have come."""
        if length := self._form.length:
            return bytes(self._begun[:length]) if len(self._begun) >= length else None
        end = self._begun.find(self._end, len(self._start))
        whole = end + len(self._end) + self._form.trailer
        if end >= 0:
            return bytes(self._begun[:whole]) if len(self._begun) >= whole else None
        return bytes(self._begun[:MOST_BYTES]) if len(self._begun) >= MOST_BYTES else None

    def _press(self, frame: bytes) -> Press | None:
        form = self._form
        ended = frame[: len(frame) - form.trailer]
        if not ended.endswith(self._end) or (form.check and not form.check.holds(frame)):
            return None
        body = len(ended) - len(self._end)
        code_ends = form.button_at + self._button_bytes
        address_ends = form.address.at + form.address.length if form.address else 0
        if not form.length and max(code_ends, address_ends) != body - self._check_bytes():
            return None  # a frame between start and end holds what is declared and no more
        button = self._buttons.get(frame[form.button_at : code_ends])
        number = form.address.read(frame) if form.address else 0
        return None if button is None or number is None else Press(number, button)

    def _check_bytes(self) -> int:
        """Those of a check that stands before the end."""
        check = self._form.check
        return 0 if check is None or check.after_end else check.length
