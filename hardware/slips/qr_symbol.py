"""A QR code as crisp black squares of whole dots."""

import qrcode
from PIL import Image
from qrcode.constants import ERROR_CORRECT_M

QUIET_MODULES = 4  # ISO/IEC 18004, 9.1: four modules of white on every side
_LEAST_DOTS = 4  # half a millimetre at 203 dpi: a phone reads it at arm's length
_MOST_DOTS = 8


def qr_modules(text: str) -> list[list[bool]]:
    """The modules of `text` at error level M, True is black, with the quiet zone around."""
    symbol = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=QUIET_MODULES)
    symbol.add_data(text)
    symbol.make(fit=True)
    return [[bool(module) for module in row] for row in symbol.get_matrix()]


def module_dots(modules: int, width_dots: int, wished_dots: int) -> int:
    """Dots to a module for a code of `modules` a side, near `wished_dots` and within the paper."""
    comfortable = max(wished_dots // modules, _LEAST_DOTS)
    return max(1, min(comfortable, _MOST_DOTS, width_dots // modules))


def draw_qr(modules: list[list[bool]], dots: int) -> Image.Image:
    """A square grey picture ("L", 0 is black), `dots` to a module."""
    side = len(modules)
    small = Image.new("L", (side, side))
    small.putdata([0 if module else 255 for row in modules for module in row])
    return small.resize((side * dots, side * dots), Image.Resampling.NEAREST)
