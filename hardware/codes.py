"""Reads QR codes and barcodes from a picture."""

from dataclasses import dataclass

import zxingcpp
from PIL import Image

Corner = tuple[int, int]

DEFAULT_FORMATS = ("QRCode", "Code128", "EAN13")


class CodeFormatError(ValueError):
    """A name that is no format of codes."""


@dataclass(frozen=True, slots=True)
class Code:
    """One code found: its text, its format's name, and its corners.

    The corners are (x, y) in pixels: the code's own top left, top right, bottom right, bottom left.
    """

    text: str
    format: str
    corners: tuple[Corner, Corner, Corner, Corner]


def read_codes(image: Image.Image, formats: tuple[str, ...] = DEFAULT_FORMATS) -> tuple[Code, ...]:
    """Every code of the given formats in `image`. Raises CodeFormatError for an unknown format.

    Few formats make false findings rare: ask for those that are expected.
    """
    found = zxingcpp.read_barcodes(
        image.convert("L"),
        formats=zxingcpp.BarcodeFormats(tuple(_known_format(name) for name in formats)),
        text_mode=zxingcpp.TextMode.Plain,
    )
    return tuple(Code(one.text, one.format.name, _corners(one.position)) for one in found)


def _known_format(name: str) -> zxingcpp.BarcodeFormat:
    known = getattr(zxingcpp.BarcodeFormat, name, None)
    if not isinstance(known, zxingcpp.BarcodeFormat):
        raise CodeFormatError(f"{name!r} is no format; known are QRCode, Code128, EAN13 and more")
    return known


def _corners(position: zxingcpp.Position) -> tuple[Corner, Corner, Corner, Corner]:
    return (
        (position.top_left.x, position.top_left.y),
        (position.top_right.x, position.top_right.y),
        (position.bottom_right.x, position.bottom_right.y),
        (position.bottom_left.x, position.bottom_left.y),
    )
