"""The paper in a simulated printer: rows are burned at the head and cut a little further on."""

from dataclasses import dataclass

from PIL import Image

MOST_UNCUT_ROWS = 16_000  # two metres: by then someone tears it off


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """One cut piece: how it looks, margins included, and the bytes that made it."""

    index: int
    picture: Image.Image
    raw: bytes


class PaperRoll:
    """Rows of dots as bytes, 1 is black, from the last cut to the head."""

    def __init__(self, width_dots: int, side_margin: int, head_to_cutter: int) -> None:
        self.row_bytes = (width_dots + 7) // 8
        self.rows_left: int | None = None
        self._width_dots = width_dots
        self._side_margin = side_margin
        self._head_to_cutter = head_to_cutter
        self._rows = [bytes(self.row_bytes)] * head_to_cutter

    @property
    def is_out(self) -> bool:
        """Whether nothing is left to print on."""
        return self.rows_left == 0

    @property
    def has_print(self) -> bool:
        """Whether there are black dots on the uncut paper."""
        return any(any(row) for row in self._rows)

    @property
    def feed_to_cutter(self) -> int:
        """Rows from the head to the cutter."""
        return self._head_to_cutter

    @property
    def is_overlong(self) -> bool:
        """Whether the uncut paper hangs to the floor."""
        return len(self._rows) >= MOST_UNCUT_ROWS

    def burn(self, row: bytes) -> None:
        """Print one row, clipped to the paper, and move on by it."""
        self._rows.append(row[: self.row_bytes].ljust(self.row_bytes, b"\0"))
        if self.rows_left is not None:
            self.rows_left -= 1

    def cut(self) -> Image.Image:
        """Cut at the cutter; the piece as a 1-bit picture, black is 0."""
        at = max(1, len(self._rows) - self._head_to_cutter)
        piece, self._rows = self._rows[:at], self._rows[at:]
        dots = bytes(byte ^ 0xFF for byte in b"".join(piece))
        printed = Image.frombytes("1", (self.row_bytes * 8, len(piece)), dots)
        paper = Image.new("1", (self._width_dots + 2 * self._side_margin, len(piece)), 1)
        paper.paste(printed, (self._side_margin, 0))
        return paper
