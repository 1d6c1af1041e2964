"""A Code 128 as crisp black bars of whole dots, lying on the paper or standing upright on it."""

from collections.abc import Sequence

import zxingcpp
from PIL import Image

QUIET_MODULES = 10  # ISO/IEC 15417, 4.2: ten modules of white before the first bar and after it
_INNER_QUIET_MODULES = 5  # lying, the paper's own unprinted edge gives the other half
_LEAST_DOTS = 2  # a quarter of a millimetre at 203 dpi; thinner bars run into each other
_MOST_DOTS = 3
_BAR_DOTS = 104  # 13 mm: a hand that shakes still crosses every bar
_AIR_DOTS = 12


def bar_modules(text: str) -> list[bool]:
    """The modules of `text` (printable ASCII) from left to right, True is black; no quiet zone."""
    symbol = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code128)
    picture = Image.fromarray(symbol.to_image(scale=1, add_quiet_zones=False))
    return [picture.getpixel((at, 0)) == 0 for at in range(picture.width)]


def draw_bars(text: str, width_dots: int, dpi: int = 203) -> Image.Image:
    """The code as a grey picture ("L", 0 is black), at most `width_dots` wide."""
    modules = bar_modules(text)
    least = max(1, round(_LEAST_DOTS * dpi / 203))
    fits = width_dots // (len(modules) + 2 * _INNER_QUIET_MODULES)
    bars, air = (round(dots * dpi / 203) for dots in (_BAR_DOTS, _AIR_DOTS))
    if fits >= least:
        lying = _row(modules, min(fits, round(_MOST_DOTS * dpi / 203)), bars)
        return _padded(lying, air)
    upright = _row(modules, least, min(bars, width_dots)).transpose(Image.Transpose.ROTATE_90)
    return _padded(upright, max(air, QUIET_MODULES * least))


def _row(modules: Sequence[bool], dots: int, height: int) -> Image.Image:
    row = Image.new("L", (len(modules), 1))
    row.putdata([0 if module else 255 for module in modules])
    return row.resize((len(modules) * dots, height), Image.Resampling.NEAREST)


def _padded(symbol: Image.Image, rows: int) -> Image.Image:
    """White above and below."""
    sheet = Image.new("L", (symbol.width, symbol.height + 2 * rows), 255)
    sheet.paste(symbol, (0, rows))
    return sheet
