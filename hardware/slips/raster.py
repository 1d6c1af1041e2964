"""Draws a receipt as black dots: what a thermal printer burns, or a picture of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

from hardware.slips.bar_symbol import draw_bars
from hardware.slips.linebreak import balance_lines, break_lines, natural_width, tidy
from hardware.slips.paper import Paper
from hardware.slips.picture import draw_picture
from hardware.slips.qr_symbol import QUIET_MODULES, draw_qr, module_dots, qr_modules
from hardware.slips.receipt import (
    Align,
    Barcode,
    Block,
    Pair,
    Picture,
    QrCode,
    Receipt,
    Rule,
    Size,
    Space,
    Text,
    Weight,
)
from hardware.slips.typeface import number_font, words_font

NATIVE_QR_BYTES = 500
_LINE_HEIGHT = 1.32
_ABOVE_BASELINE = 1.17  # Ễ reaches 1.15 em, above the ascent the font itself states
_BELOW_BASELINE = 0.28
_NUMBER_SHARE = 0.93  # of the paper's width, at most
_BLACK_BELOW = 150  # of 255; a little above the middle keeps thin strokes whole


@dataclass(frozen=True, slots=True)
class NativeQr:
    """A code that the printer draws itself, `dots` to a module."""

    text: str
    dots: int


def draw_receipt(receipt: Receipt, paper: Paper) -> Image.Image:
    """The whole slip as a 1-bit picture, `paper.width_dots` wide; black is 0."""
    strips = [strip for block in receipt.blocks for strip in _strips(block, paper)]
    return _stack(strips, paper)


def draw_around_qr(receipt: Receipt, paper: Paper) -> Iterator[Image.Image | NativeQr]:
    """The slip in order, with its codes left for the printer to draw.

    A code longer than NATIVE_QR_BYTES is drawn here all the same: printers' memory for it is small.
    """
    strips: list[Image.Image] = []
    for block in receipt.blocks:
        if not isinstance(block, QrCode) or len(block.text.encode()) > NATIVE_QR_BYTES:
            strips.extend(_strips(block, paper))
            continue
        dots = _qr_dots(len(qr_modules(block.text)), paper)
        quiet = _blank(paper, QUIET_MODULES * dots)
        yield _stack([*strips, quiet], paper)
        yield NativeQr(block.text, dots)
        strips = [quiet, *_caption(block.caption, paper)]
    if strips:
        yield _stack(strips, paper)


def _stack(strips: list[Image.Image], paper: Paper) -> Image.Image:
    height = max(1, sum(strip.height for strip in strips))
    sheet = Image.new("L", (paper.width_dots, height), 255)
    top = 0
    for strip in strips:
        sheet.paste(strip, (0, top))
        top += strip.height
    return sheet.point([0] * _BLACK_BELOW + [255] * (256 - _BLACK_BELOW), mode="1")


def _strips(block: Block, paper: Paper) -> list[Image.Image]:
    match block:
        case Text(size="number"):
            return _number(block, paper)
        case Text():
            return _words(block, paper)
        case Pair():
            return _pair(block, paper)
        case Rule():
            return [_rule(paper)]
        case Space(rows=rows):
            return [_blank(paper, paper.dots(rows))]
        case Picture() | QrCode() | Barcode():
            return _drawn(block, paper)


def _drawn(block: Picture | QrCode | Barcode, paper: Paper) -> list[Image.Image]:
    if isinstance(block, Picture):
        return [draw_picture(block.png, paper)]
    return [_symbol(block, paper), *_caption(block.caption, paper)]


def _blank(paper: Paper, height: int) -> Image.Image:
    return Image.new("L", (paper.width_dots, height), 255)


def _words(block: Text, paper: Paper) -> list[Image.Image]:
    font = words_font(paper.em(block.size), block.weight)
    into_lines = balance_lines if block.align == "center" else break_lines
    lines = into_lines(block.text, paper.width_dots, font.getlength)
    strip = _lines_strip(len(lines), font, paper)
    for row, line in enumerate(lines):
        _write(strip, line, font, block.align, row)
    return [strip]


def _lines_strip(lines: int, font: ImageFont.FreeTypeFont, paper: Paper) -> Image.Image:
    """Blank paper for so many lines, with room for the highest accent and the lowest tail."""
    ems = _ABOVE_BASELINE + (lines - 1) * _LINE_HEIGHT + _BELOW_BASELINE
    return _blank(paper, round(font.size * ems))


def _write(
    strip: Image.Image, line: str, font: ImageFont.FreeTypeFont, align: Align, row: int
) -> None:
    left, _, right, _ = font.getbbox(line, anchor="ls")
    room = strip.width - (right - left)
    start = max(0.0, {"left": 0.0, "center": room / 2, "right": room}[align]) - left
    baseline = font.size * (_ABOVE_BASELINE + row * _LINE_HEIGHT)
    position = (round(start), round(baseline))
    ImageDraw.Draw(strip).text(position, line, fill=0, font=font, anchor="ls")


def _number(block: Text, paper: Paper) -> list[Image.Image]:
    """One line of figures as large as fits; what would end smaller than `huge` wraps as words."""
    text = tidy(block.text).replace("\n", " ").strip()
    wished = paper.em("number")
    wide = number_font(wished, block.weight).getlength(text)
    em = min(wished, int(wished * paper.width_dots * _NUMBER_SHARE / max(wide, 1)))
    if em < paper.em("huge"):
        return _words(Text(text, "huge", block.weight, block.align), paper)
    return [_figures(text, number_font(em, block.weight), block.align, paper)]


def _figures(text: str, font: ImageFont.FreeTypeFont, align: Align, paper: Paper) -> Image.Image:
    left, top, right, bottom = font.getbbox(text, anchor="ls")
    air = round(font.size * 0.1)
    strip = _blank(paper, round(bottom - top) + 2 * air)
    room = strip.width - (right - left)
    start = {"left": 0.0, "center": room / 2, "right": room}[align] - left
    position = (round(start), air - round(top))
    ImageDraw.Draw(strip).text(position, text, fill=0, font=font, anchor="ls")
    return strip


def _pair(block: Pair, paper: Paper) -> list[Image.Image]:
    size: Size = "huge" if block.size == "number" else block.size
    label, value = (words_font(paper.em(size), weight) for weight in _PAIR_WEIGHTS)
    gap = paper.em(size)
    right_width = min(
        natural_width(block.right, value.getlength),
        max(
            paper.width_dots / 2,
            paper.width_dots - gap - natural_width(block.left, label.getlength),
        ),
    )
    lefts = break_lines(block.left, paper.width_dots - gap - right_width, label.getlength)
    rights = break_lines(block.right, right_width + 1, value.getlength)
    strip = _lines_strip(max(len(lefts), len(rights)), label, paper)
    for row, line in enumerate(lefts):
        _write(strip, line, label, "left", row)
    for row, line in enumerate(rights):
        _write(strip, line, value, "right", row)
    return [strip]


_PAIR_WEIGHTS: tuple[Weight, Weight] = ("regular", "bold")


def _rule(paper: Paper) -> Image.Image:
    strip = _blank(paper, paper.dots(34))
    top = paper.dots(16)
    ImageDraw.Draw(strip).rectangle((0, top, paper.width_dots - 1, top + paper.dots(2) - 1), fill=0)
    return strip


def _qr_dots(modules: int, paper: Paper) -> int:
    wished = paper.dots(288) if paper.em("normal") == paper.dots(27) else paper.dots(236)
    return module_dots(modules, paper.width_dots, wished)


def _symbol(block: QrCode | Barcode, paper: Paper) -> Image.Image:
    if isinstance(block, Barcode):
        symbol = draw_bars(block.text, paper.width_dots, paper.dpi)
    else:
        modules = qr_modules(block.text)
        symbol = draw_qr(modules, _qr_dots(len(modules), paper))
    strip = _blank(paper, symbol.height)
    strip.paste(symbol, ((strip.width - symbol.width) // 2, 0))
    return strip


def _caption(words: str, paper: Paper) -> list[Image.Image]:
    return _words(Text(words, size="small", align="center"), paper) if words else []
