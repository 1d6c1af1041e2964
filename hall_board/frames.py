"""A picture or clip from its bytes, frame by frame, each already as large as its place.

Meant for a thread beside the screen: nothing here touches Qt's window.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageSequence
from PySide6.QtGui import QImage

SHORTEST_MS = 40
"""No clip is drawn faster than 25 times a second."""
USUAL_MS = 100
BROKEN = (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError)


class Frame(NamedTuple):
    """One frame, and for how long; 0 for a picture that stays."""

    image: QImage
    lasts_ms: int


class BrokenFileError(Exception):
    """The bytes are no picture or clip that this machine can show."""


def frames_of(content: bytes, width: int, height: int) -> Iterator[Frame]:
    """The frames, fitted into ``width`` × ``height``, once through. Raises BrokenFileError."""
    try:
        with Image.open(BytesIO(content)) as image:
            is_clip = getattr(image, "n_frames", 1) > 1
            for one in ImageSequence.Iterator(image):
                lasts = float(one.info.get("duration", 0) or USUAL_MS)
                yield Frame(
                    _fitted(one, width, height, is_clip=is_clip),
                    max(SHORTEST_MS, round(lasts)) if is_clip else 0,
                )
    except BROKEN as error:
        raise BrokenFileError(str(error)) from error


def _fitted(frame: Image.Image, width: int, height: int, *, is_clip: bool) -> QImage:
    scale = min(width / frame.width, height / frame.height)
    size = (max(1, round(frame.width * scale)), max(1, round(frame.height * scale)))
    how = Image.Resampling.BILINEAR if is_clip else Image.Resampling.LANCZOS
    drawn = frame.convert("RGBA").resize(size, how)
    image = QImage(drawn.tobytes(), *size, 4 * size[0], QImage.Format.Format_RGBA8888)
    # Qt's own copy, in the form that the screen is drawn in: the bytes go when Python lets go of them.
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
