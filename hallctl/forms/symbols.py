"""QR codes and barcodes as drawings that stay sharp at any size."""

import re
from itertools import groupby
from typing import NamedTuple

import zxingcpp
from PIL import Image

from hallctl.forms.errors import FormError

LONGEST_LINK = 600
_BAR_TEXT = re.compile(r"[ -~]{1,60}")
_BARS_HIGH = 40


class Symbol(NamedTuple):
    """A code as SVG, and how many modules it is wide."""

    svg: str
    modules: int


def check_code(text: str) -> None:
    """Raise :class:`FormError` for what a barcode can't say."""
    if not _BAR_TEXT.fullmatch(text):
        raise FormError("a code is 1 to 60 of printable ASCII")


def qr_drawing(text: str) -> Symbol:
    """The QR code of ``text`` at error level M, a unit to a module, no quiet zone.

    Raises :class:`FormError` for a text that is empty or longer than LONGEST_LINK octets.
    """
    if not 0 < len(text.encode(errors="replace")) <= LONGEST_LINK:
        raise FormError(f"a link has 1 to {LONGEST_LINK} octets")
    symbol = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    return _drawing(_modules(symbol), 1)


def bar_drawing(text: str) -> Symbol:
    """The Code 128 of ``text``, a unit to a module across, no quiet zone.

    Raises :class:`FormError` for a text that is not 1 to 60 of printable ASCII.
    """
    check_code(text)
    symbol = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code128)
    return _drawing(_modules(symbol)[:1], _BARS_HIGH)


def _modules(symbol: zxingcpp.Barcode) -> list[list[bool]]:
    picture = Image.fromarray(symbol.to_image(scale=1, add_quiet_zones=False))
    dots, width = picture.tobytes(), picture.width
    return [[dot == 0 for dot in dots[at : at + width]] for at in range(0, len(dots), width)]


def _drawing(rows: list[list[bool]], height: int) -> Symbol:
    """One path: separate shapes would show hairlines between them."""
    path: list[str] = []
    for top, row in enumerate(rows):
        left = 0
        for is_black, run in groupby(row):
            length = len(list(run))
            if is_black:
                path.append(f"M{left} {top * height}h{length}v{height}h-{length}z")
            left += length
    size = f"{len(rows[0])} {len(rows) * height}"
    shape = f'<path d="{"".join(path)}"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}">{shape}</svg>'
    return Symbol(svg, len(rows[0]))
