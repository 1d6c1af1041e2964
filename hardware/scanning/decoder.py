"""Hands a view to ZXing and takes its findings back into the picture."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import zxingcpp

from hardware.scanning.code import Code, rounded
from hardware.scanning.view import View
from hardware.scanning.wording import worded

MATRIX_FORMATS = frozenset({"QRCode", "MicroQRCode", "RMQRCode", "DataMatrix", "Aztec", "PDF417"})
"""Formats with error correction, whose text proves itself."""

_NARROWER = {"QRCode": "QRCodeModel2"}
"""To ZXing the first means Micro QR codes too, whose few modules are easily seen in what is none."""


class CodeFormatError(ValueError):
    """A name that is no format of codes."""


@dataclass(frozen=True, slots=True)
class Looking:
    """How to look: formats by name, and what ZXing tries besides the picture as it is."""

    formats: tuple[str, ...]
    binarizer: zxingcpp.Binarizer = zxingcpp.Binarizer.LocalAverage
    turned: bool = True
    smaller: bool = True
    inverted: bool = True


def look(view: View, looking: Looking) -> list[Code]:
    """The codes ZXing reads in the view, with corners in the picture."""
    if not looking.formats:
        return []
    sightings = zxingcpp.read_barcodes(
        view.pixels,
        formats=_formats(looking.formats),
        text_mode=zxingcpp.TextMode.Plain,
        binarizer=looking.binarizer,
        try_rotate=looking.turned,
        try_downscale=looking.smaller,
        try_invert=looking.inverted,
    )
    return [_code(one, view) for one in sightings if one.valid and one.text]


@cache
def _formats(names: tuple[str, ...]) -> zxingcpp.BarcodeFormats:
    return zxingcpp.BarcodeFormats(tuple(known_format(_NARROWER.get(name, name)) for name in names))


def known_format(name: str) -> zxingcpp.BarcodeFormat:
    """The format called `name`, such as QRCode. Raises CodeFormatError."""
    known = getattr(zxingcpp.BarcodeFormat, name, None)
    if not isinstance(known, zxingcpp.BarcodeFormat):
        raise CodeFormatError(f"{name!r} is no format; known are QRCode, Code128, EAN13 and more")
    return known


def _code(one: zxingcpp.Barcode, view: View) -> Code:
    position = one.position
    places = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    corners = view.in_picture(np.array([[place.x, place.y] for place in places]))
    raw = bytes(one.bytes)
    text = worded(raw, one.text) if one.format.name in MATRIX_FORMATS else one.text
    return Code(text, one.format.name, rounded(corners), raw)
