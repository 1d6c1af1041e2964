"""Reads bars in several strips by several enhancements, and takes a vote.

Bars carry their text in one direction only. The place is straightened, cut into strips across the
bars, and each strip averaged to one line, which removes noise and keeps edges. Every line is read
by itself in several ways. A misread digit passes the check digit one time in ten, but not the
same in strip after strip: only what several strips say alike is believed.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

import cv2
import numpy as np
import zxingcpp

from hardware.scanning.code import Code, Grey, Light, corners_of, rounded
from hardware.scanning.decoder import Looking, look
from hardware.scanning.regions import Region
from hardware.scanning.view import View, straightened

STRIPS = 6
_WIDE = 900  # a line so long shows every bar of a long code at several pixels
_TALL = 96
_LINE_ROWS = 6  # ZXing wants to see a line in more than one row
_SKEWS = np.linspace(-0.06, 0.06, 13)  # shift a row, for what the region's angle is off
_MODULE = 2.0  # pixels of a line at which sharpening counts as fine, at scale 1

DOSSIER_CODE = re.compile(
    r"[A-Y]\d\d(\.[A-Z0-9]+)*-\d{6}-\d{4,7}|000(\.\d\d)+\.[A-Y]\d\d-\d{6}-\d{4,7}"
)
"""The hall's own: agency, day, serial of the day. A text of this shape is hardly an accident."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """One reading of one strip in one way."""

    strip: int
    way: str
    code: Code


def read_bars(picture: Grey, region: Region, formats: tuple[str, ...]) -> list[Code]:
    """The code in the region that enough of its strips agree on; at most one."""
    said = defaultdict(list)
    for ballot in ballots(picture, region, formats):
        said[ballot.code.format, ballot.code.text].append(ballot)
    ranked = sorted(said.values(), key=_weight, reverse=True)
    if not ranked or not _believed(ranked[0], ranked[1:]):
        return []
    return [_joined(ranked[0])]


def _weight(alike: list[Ballot]) -> tuple[int, int]:
    return len({ballot.strip for ballot in alike}), len(alike)


def _believed(alike: list[Ballot], others: list[list[Ballot]]) -> bool:
    strips, count = _weight(alike)
    ours = DOSSIER_CODE.fullmatch(alike[0].code.text) is not None
    against = sum(len(other) for other in others)
    enough = strips >= 2 and count >= 2 if ours else strips >= 3 and count >= 4
    return enough and count > 3 * against


def ballots(picture: Grey, region: Region, formats: tuple[str, ...]) -> Iterator[Ballot]:
    """What every strip says in every way."""
    scale = float(np.clip(_WIDE / region.length, 0.5, 4))
    view = _unskewed(_level(picture, region, scale))
    height, width = view.pixels.shape
    lines = cv2.resize(view.pixels.astype(np.float32), (width, STRIPS), interpolation=cv2.INTER_AREA)
    looking = Looking(formats, zxingcpp.Binarizer.GlobalHistogram, False, False, False)
    band = np.diag([1.0, height / STRIPS / _LINE_ROWS, 1.0])
    for way, enhanced in _ways(lines, scale):
        for strip in range(STRIPS):
            line = np.repeat(enhanced[strip : strip + 1], _LINE_ROWS, axis=0)
            down = np.array([[1, 0, 0], [0, 1, height * strip / STRIPS], [0, 0, 1.0]])
            for pixels in (line, 255 - line):
                for code in look(View(pixels, view.back @ down @ band), looking):
                    yield Ballot(strip, way, code)


def _level(picture: Grey, region: Region, scale: float) -> View:
    """The region with its bars upright and some quiet zone on both sides."""
    length, height = region.length * 1.15 + 20, region.height * 0.8
    across = np.radians(region.degrees)
    x = np.array([np.cos(across), np.sin(across)])
    y = np.array([-x[1], x[0]])
    width, rows = int(length * scale), max(STRIPS, int(min(height * min(1.0, scale), _TALL)))
    back = np.eye(3)
    back[:2, 0], back[:2, 1] = x / scale, y * height / rows
    back[:2, 2] = region.centre - x * length / 2 - y * height / 2
    return straightened(picture, back, width, rows)


def _unskewed(view: View) -> View:
    """Sheared so that the bars stand straight: then the mean of all rows has the sharpest edges."""
    rows, width = view.pixels.shape
    light = view.pixels.astype(np.float32)

    def shear(skew: float) -> np.ndarray:
        return np.array([[1, skew, -skew * rows / 2], [0, 1, 0]])

    def sharpness(skew: float) -> float:
        leaning = cv2.warpAffine(light, shear(skew), (width, rows), borderMode=cv2.BORDER_REPLICATE)
        return float(np.square(np.diff(leaning.mean(axis=0))).sum())

    forth = np.vstack([shear(max(_SKEWS, key=sharpness)), [0, 0, 1]])
    return View(
        cv2.warpPerspective(view.pixels, forth, (width, rows), borderMode=cv2.BORDER_REPLICATE),
        view.back @ np.linalg.inv(forth),
    )


def _ways(lines: Light, scale: float) -> Iterator[tuple[str, Grey]]:
    """Each line as it is, sharpened for blur, evened for shade, and both, weaker and stronger."""
    window = int(36 * scale) | 1
    mean = cv2.blur(lines, (window, 1))
    spread = np.sqrt(np.maximum(cv2.blur(lines * lines, (window, 1)) - mean * mean, 6.0))
    even = 128 + 55 * (lines - mean) / spread
    yield "plain", _grey(lines)
    yield "sharp", _grey(_sharp(lines, 1.5 * scale, 2.5))
    yield "even", _grey(even)
    yield "even sharp", _grey(_sharp(even, 1.2 * scale, 2.5))
    yield "even hard", _grey(_sharp(even, 2.0 * scale, 6.0))


def _sharp(lines: Light, sigma: float, amount: float) -> Light:
    smooth = cv2.GaussianBlur(lines, (0, 0), sigmaX=sigma, sigmaY=0.01)
    return np.asarray(lines + amount * (lines - smooth), np.float32)


def _grey(light: Light) -> Grey:
    return np.clip(light, 0, 255).astype(np.uint8)


def _joined(alike: list[Ballot]) -> Code:
    """One code over all strips that read it."""
    first, last = (pick(alike, key=lambda ballot: ballot.strip) for pick in (min, max))
    top, bottom = corners_of(first.code), corners_of(last.code)
    return replace(first.code, corners=rounded([top[0], top[1], bottom[2], bottom[3]]))
