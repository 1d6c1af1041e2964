"""A picture, clip or film from its file, frame by frame, each already as large as its place.

Meant for a thread beside the screen: nothing here touches Qt's window.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageSequence
from PySide6.QtGui import QImage

from hallctl.station.film_files import BrokenFilmError, is_film

SHORTEST_MS = 40
"""No clip is drawn faster than 25 times a second."""
USUAL_MS = 100
BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    Image.DecompressionBombError,
    BrokenFilmError,
)


DRAWN = QImage.Format.Format_ARGB32_Premultiplied
"""The form that the screen is drawn in; an image made over bytes is copied before they go."""


class Frame(NamedTuple):
    """One frame, and for how long; 0 for a picture that stays."""

    image: QImage
    lasts_ms: int
    is_after_a_gap: bool = False
    """Frames before it were left out, because this machine was late."""


class BrokenFileError(Exception):
    """The bytes are no picture or clip that this machine can show."""


def frames_of(file: Path, width: int, height: int) -> Iterator[Frame]:
    """The frames, fitted into ``width`` × ``height``, once through. Raises BrokenFileError."""
    try:
        yield from (_of_film if is_film(file) else _of_picture)(file, (width, height))
    except BROKEN as error:
        raise BrokenFileError(str(error)) from error


def _of_picture(file: Path, place: tuple[int, int]) -> Iterator[Frame]:
    with Image.open(file) as image:
        is_clip = getattr(image, "n_frames", 1) > 1
        how = Image.Resampling.BILINEAR if is_clip else Image.Resampling.LANCZOS
        size = _fitted(image.size, place)
        for one in ImageSequence.Iterator(image):
            lasts = float(one.info.get("duration", 0) or USUAL_MS)
            drawn = one.convert("RGBA").resize(size, how)
            kept = QImage(drawn.tobytes(), *size, 4 * size[0], QImage.Format.Format_RGBA8888)
            lasts_ms = max(SHORTEST_MS, round(lasts)) if is_clip else 0
            yield Frame(kept.convertToFormat(DRAWN), lasts_ms)


def _of_film(file: Path, place: tuple[int, int]) -> Iterator[Frame]:
    from hallctl.station.films import frames_of_film  # noqa: PLC0415 - slow to load

    for one in frames_of_film(file, lambda size: _fitted(size, place)):
        height, width = one.image.shape[:2]
        image = QImage(one.image.data, width, height, 4 * width, DRAWN)
        yield Frame(image.copy(), round(one.lasts_ms), one.is_after_a_gap)


def _fitted(size: tuple[int, int], place: tuple[int, int]) -> tuple[int, int]:
    """As large as the place lets it be, width first."""
    scale = min(place[0] / size[0], place[1] / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
