"""Films, H.264 or VP9 in MP4 or WebM: frame by frame and without sound, decoded by OpenCV."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import ceil
from pathlib import Path
from time import monotonic
from typing import NamedTuple

os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")  # a damaged film is told by us, once

import cv2  # reads that when it is loaded
import numpy as np
from numpy.typing import NDArray

from hallctl.station.film_files import BrokenFilmError, FilmSize

MOST_A_SECOND = 30
"""Frames; of a film that has more every second one is left out, or two of three."""
SLOWEST, FASTEST = 1.0, 240.0
"""Frames a second that are believed."""
END_S = 0.2
"""How many frames there are is often but estimated."""

Fit = Callable[[tuple[int, int]], tuple[int, int]]
"""Width and height of the film to those it is wanted in."""


class FilmFrame(NamedTuple):
    """``image``: height × width × 4 bytes: blue, green, red, and nothing."""

    image: NDArray[np.uint8]
    lasts_ms: float
    is_after_a_gap: bool = False
    """Frames before it were missed."""


def size_of(file: Path) -> FilmSize:
    """Of a film that can be shown where it begins and where it ends. Raises BrokenFilmError."""
    with _opened(file) as film:
        frames, rate = round(film.get(cv2.CAP_PROP_FRAME_COUNT)), _rate(film)
        begins, image = film.read()
        film.set(cv2.CAP_PROP_POS_FRAMES, max(0, frames - 1 - round(END_S * rate)))
        if not begins or frames < 1 or not film.grab():
            raise BrokenFilmError("it can't be shown whole")
        height, width = image.shape[:2]
        return FilmSize(width, height, frames, frames / rate)


def frames_of_film(file: Path, fit: Fit) -> Iterator[FilmFrame]:
    """Once through, as fast as it is asked; whoever asks late misses frames, not time.

    Raises BrokenFilmError where not even one can be decoded.
    """
    with _opened(file) as film:
        together = ceil(_rate(film) / MOST_A_SECOND)
        lasts_s = together / _rate(film)
        taken, given, began = 0, 0, 0.0
        while all(film.grab() for _ in range(together)):
            taken += 1
            if taken > 1 and monotonic() - began > (taken + 1) * lasts_s:
                continue
            is_whole, image = film.retrieve()
            if not is_whole:
                break
            began = began or monotonic()
            given += 1
            yield FilmFrame(_drawn(image, fit), 1000 * lasts_s, is_after_a_gap=given < taken)
        if not began:
            raise BrokenFilmError("it has no frame")


def _drawn(image: cv2.typing.MatLike, fit: Fit) -> NDArray[np.uint8]:
    height, width = image.shape[:2]
    size = fit((width, height))
    how = cv2.INTER_AREA if size[0] < width else cv2.INTER_LINEAR
    return cv2.cvtColor(cv2.resize(image, size, interpolation=how), cv2.COLOR_BGR2BGRA).astype(
        np.uint8, copy=False
    )


@contextmanager
def _opened(file: Path) -> Iterator[cv2.VideoCapture]:
    film = cv2.VideoCapture(str(file.absolute()), cv2.CAP_FFMPEG)
    try:
        if not film.isOpened():
            raise BrokenFilmError("it can't be opened")
        yield film
    finally:
        film.release()


def _rate(film: cv2.VideoCapture) -> float:
    """Frames a second."""
    return min(max(film.get(cv2.CAP_PROP_FPS), SLOWEST), FASTEST)
