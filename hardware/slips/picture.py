"""A picture on a slip: greys set in black dots, so that a thermal printer can burn them."""

from base64 import b64decode
from binascii import Error as NotBase64
from io import BytesIO

from PIL import Image

from hardware.slips.paper import Paper

LARGEST = (576, 400)
"""Dots at 203 dpi: as wide as the paper of most printers, as high as a slip can bear."""


class PictureError(ValueError):
    """That is no picture that can be printed."""


def draw_picture(png: str, paper: Paper) -> Image.Image:
    """A strip as wide as the paper with the picture in its middle, dithered. Raises PictureError."""
    grey = greys_of(png)
    share = min(1.0, paper.width_dots / paper.dots(grey.width))
    size = tuple(max(1, round(paper.dots(side) * share)) for side in grey.size)
    dots = grey.resize((size[0], size[1]), Image.Resampling.LANCZOS).convert("1").convert("L")
    strip = Image.new("L", (paper.width_dots, dots.height), 255)
    strip.paste(dots, ((strip.width - dots.width) // 2, 0))
    return strip


def greys_of(png: str) -> Image.Image:
    """The picture itself. Raises PictureError."""
    try:
        with Image.open(BytesIO(b64decode(png, validate=True)), formats=("PNG",)) as found:
            if found.width > LARGEST[0] or found.height > LARGEST[1]:
                raise PictureError(f"{found.width} × {found.height} dots are too many")
            return found.convert("L")
    except (NotBase64, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise PictureError("not a picture") from error
