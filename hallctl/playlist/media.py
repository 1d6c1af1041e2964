"""One file of a playlist, looked at as a board will: what it is, and whether every frame can be shown."""

import hashlib
import warnings
from pathlib import Path
from typing import Literal

import msgspec
from PIL import Image, ImageSequence, UnidentifiedImageError

from hallctl.playlist.film_trial import UntriedFilmError, try_out
from hallctl.station.film_files import BrokenFilmError, is_film

LARGEST_BYTES = 64 * 1024 * 1024
LARGEST_EDGE = 4096
MOST_FRAMES = 1800
LONGEST_FILM_S = 600
FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
"""Of pictures; moving ones are WebP, GIF and APNG."""

Broken = Literal[
    "missing",
    "too_large",
    "unknown_format",
    "damaged",
    "too_wide",
    "too_long",
    "unreadable",
    "untried",
]


class BrokenMedia(Exception):  # noqa: N818 - says what the file is
    """It can't be shown; carries why."""

    def __init__(self, why: Broken) -> None:
        super().__init__(why)
        self.why = why


class Media(msgspec.Struct, frozen=True, kw_only=True):
    """A file that can be shown whole."""

    file: str
    digest: str
    media: Literal["picture", "clip"]
    seconds: float
    """How long a clip lasts once; 0 for a picture."""


def look_at(path: Path) -> Media:
    """What the file is. Raises :class:`BrokenMedia`."""
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise BrokenMedia("too_large")
        with path.open("rb") as content:
            digest = hashlib.file_digest(content, "sha256").hexdigest()[:32]
        moves = is_film(path)
    except FileNotFoundError as error:
        raise BrokenMedia("missing") from error
    except OSError as error:
        raise BrokenMedia("unreadable") from error
    frames, seconds = _film(path) if moves else _frames(path)
    return Media(
        file=path.name,
        digest=digest,
        media="clip" if frames > 1 else "picture",
        seconds=seconds,
    )


def _film(path: Path) -> tuple[int, float]:
    """As of every clip; only its ends are decoded."""
    try:
        size = try_out(path)
    except BrokenFilmError as error:
        raise BrokenMedia("damaged") from error
    except UntriedFilmError as error:
        raise BrokenMedia("untried") from error
    if max(size.width, size.height) > LARGEST_EDGE:
        raise BrokenMedia("too_wide")
    if size.seconds > LONGEST_FILM_S:
        raise BrokenMedia("too_long")
    return size.frames, size.seconds


def _frames(path: Path) -> tuple[int, float]:
    """How many, and how long they last together; every one is decoded."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=FORMATS) as image:
                if max(image.size) > LARGEST_EDGE:
                    raise BrokenMedia("too_wide")
                if getattr(image, "n_frames", 1) > MOST_FRAMES:
                    raise BrokenMedia("too_long")
                frames, milliseconds = 0, 0.0
                for frame in ImageSequence.Iterator(image):
                    frame.load()
                    frames += 1
                    milliseconds += float(frame.info.get("duration", 0) or 0)
    except UnidentifiedImageError as error:
        raise BrokenMedia("unknown_format") from error
    except (
        OSError,
        SyntaxError,
        ValueError,
        EOFError,
        Warning,
        Image.DecompressionBombError,
    ) as error:
        raise BrokenMedia("damaged") from error
    return frames, milliseconds / 1000 if frames > 1 else 0.0
