"""Proves what stands on a printed paper: its dots are those of these words, and of no others."""

import msgspec
from PIL import Image, ImageOps

from hallctl.core.paper import Document, Text
from hardware.slips.paper import Paper as Roll
from hardware.slips.raster import draw_receipt
from hardware.slips.receipt import decode_receipt


def words_on(picture: Image.Image, document: Document) -> tuple[str, ...]:
    """The document's lines, once the picture has proved to show exactly them."""
    drawn = draw_receipt(decode_receipt(msgspec.json.encode(document)), Roll())
    assert _trimmed(picture).tobytes() == _trimmed(drawn).tobytes()
    return tuple(block.text for block in document.blocks if isinstance(block, Text))


def _trimmed(picture: Image.Image) -> Image.Image:
    """Without the white around it."""
    grey = picture.convert("L")
    return grey.crop(ImageOps.invert(grey).getbbox())
