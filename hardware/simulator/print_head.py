"""Turns commands into rows of dots, keeping the few settings that bear on them."""

from collections.abc import Iterator

from PIL import Image, ImageDraw

from hardware.simulator.commands import Align, Command, Feed, Initialize, Raster, Symbol, Words
from hardware.slips.linebreak import tidy
from hardware.slips.qr_symbol import QUIET_MODULES, qr_modules
from hardware.slips.typeface import words_font

_LINE_DOTS = 30  # the line spacing after power-on, 1/6 inch
_LETTER_DOTS = 24
_SET_DOTS, _STORE, _PRINT = 67, 80, 81  # functions of GS ( k for QR codes
_MOST_SYMBOL_BYTES = 2000


class PrintHead:
    """One printer's line, alignment and stored QR code."""

    def __init__(self, row_bytes: int) -> None:
        self._row_bytes = row_bytes
        self._reset()

    def _reset(self) -> None:
        self._line = b""
        self._place = 0
        self._symbol = b""
        self._symbol_dots = 3

    def rows(self, command: Command) -> Iterator[bytes]:
        """The rows that `command` burns; none for a setting."""
        match command:
            case Initialize():
                self._reset()
            case Align(place=place):
                self._place = place
            case Words(letters=letters):
                self._line = (self._line + letters)[:200]
            case Feed():
                yield from self._end_line(command)
            case Raster():
                yield from _raster_rows(command)
            case Symbol():
                yield from self._symbol_rows(command)

    def _end_line(self, command: Feed) -> Iterator[bytes]:
        printed = 0
        if self._line:
            rows = list(self._placed(_set_line(self._line, self._row_bytes * 8)))
            printed, self._line = len(rows), b""
            yield from rows
        blank = command.dots + command.lines * _LINE_DOTS - (printed if command.lines else 0)
        for _ in range(blank):
            yield b""

    def _symbol_rows(self, command: Symbol) -> Iterator[bytes]:
        match command.function:
            case 67 if command.body:
                self._symbol_dots = min(max(command.body[0], 1), 16)
            case 80:
                self._symbol = command.body[1 : _MOST_SYMBOL_BYTES + 1]
            case 81 if self._symbol:
                yield from self._placed(self._draw_symbol())

    def _draw_symbol(self) -> Image.Image:
        """The stored code without a quiet zone, as printers draw it; 1 is black."""
        modules = qr_modules(self._symbol.decode("utf-8", "replace"))
        inner = [row[QUIET_MODULES:-QUIET_MODULES] for row in modules[QUIET_MODULES:-QUIET_MODULES]]
        small = Image.new("1", (len(inner), len(inner)))
        small.putdata([int(module) for row in inner for module in row])
        side = len(inner) * self._symbol_dots
        return small.resize((side, side), Image.Resampling.NEAREST)

    def _placed(self, picture: Image.Image) -> Iterator[bytes]:
        width = self._row_bytes * 8
        room = width - picture.width
        sheet = Image.new("1", (width, picture.height))
        sheet.paste(picture, ((0, room // 2, room)[min(self._place, 2)], 0))
        dots = sheet.tobytes()
        for start in range(0, len(dots), self._row_bytes):
            yield dots[start : start + self._row_bytes]


def _raster_rows(raster: Raster) -> Iterator[bytes]:
    if not raster.width_bytes:
        return
    for start in range(0, len(raster.dots), raster.width_bytes):
        row = raster.dots[start : start + raster.width_bytes]
        if raster.zoom_across > 1:
            wide = Image.frombytes("1", (len(row) * 8, 1), row)
            row = wide.resize((len(row) * 16, 1), Image.Resampling.NEAREST).tobytes()
        for _ in range(raster.zoom_down):
            yield row


def _set_line(letters: bytes, width: int) -> Image.Image:
    """Characters sent as text; the real printer's own letters differ."""
    font = words_font(_LETTER_DOTS, "regular")
    text = tidy(letters.decode("latin-1"))
    line = Image.new("1", (min(width, round(font.getlength(text)) + 1), _LINE_DOTS))
    ImageDraw.Draw(line).text((0, _LETTER_DOTS), text, fill=1, font=font, anchor="ls")
    return line
