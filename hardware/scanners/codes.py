"""Reads QR codes and barcodes from a picture."""

import numpy as np
from PIL import Image

from hardware.scanning.code import Code, Corner, Grey
from hardware.scanning.decoder import CodeFormatError
from hardware.scanning.engine import scan
from hardware.scanning.patience import LIVE, STILL, Patience

__all__ = [
    "DEFAULT_FORMATS",
    "LIVE",
    "STILL",
    "Code",
    "CodeFormatError",
    "Corner",
    "Patience",
    "grey",
    "read_codes",
]

DEFAULT_FORMATS = ("QRCode", "Code128", "EAN13")


def read_codes(
    image: Image.Image, formats: tuple[str, ...] = DEFAULT_FORMATS, patience: Patience = STILL
) -> tuple[Code, ...]:
    """Every code of the given formats in `image`. Raises CodeFormatError for an unknown format.

    Few formats make false findings rare: ask for those that are expected.
    """
    return tuple(scan(grey(image), formats, patience))


def grey(image: Image.Image) -> Grey:
    """The picture as (height, width), 0 is black; what is transparent is white."""
    if image.mode.startswith(("I", "F")):  # more than 8 bits: Pillow would cut, not scale
        deep = np.asarray(image, dtype=np.float64)
        least, spread = deep.min(), max(float(np.ptp(deep)), 1.0)
        return np.asarray((deep - least) * (255 / spread), np.uint8)
    if image.has_transparency_data:
        paper = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(paper, image.convert("RGBA"))
    return np.asarray(image.convert("L"))
