"""Straightens bars and cuts them into strips, each averaged to one line.

The mean along the bars removes noise and keeps the edges, as long as the bars stand upright.
"""

from dataclasses import dataclass, replace

import cv2
import numpy as np

from hardware.scanning.code import Grey, Light, Points
from hardware.scanning.ean_patterns import unit
from hardware.scanning.regions import Region
from hardware.scanning.view import Matrix, View, straightened

STRIPS = 6
LINE_ROWS = 6  # rows a line is repeated: ZXing wants to see it more than once

_WIDE = 900  # a line so long shows every bar of a long code at several pixels
_WIDEST = 1600  # what is longer in the picture may be two codes side by side
_TALL = 96
_LEAST_SCALE, _MOST_SCALE = 0.5, 8.0
_MARGIN, _MARGIN_PX = 0.15, 20  # a region ends where the bars thin out, and the quiet zone counts
_INNER = 0.9  # of the height: the ends of the bars are ragged
_GLANCE = 160  # rows and columns of a coarse view in which to see how far the bars go
_FAINT = 2.0  # grey levels: what differs less is no edge
_LIKE_NEXT = 0.5
_COARSE_ROWS = 24
_SKEWS = np.linspace(-0.06, 0.06, 13)  # shift a row, for what the region's angle is off


@dataclass(frozen=True, slots=True)
class Strips:
    """Lines across the bars, (STRIPS, width), and the straightened view they come from.

    `scale` is how much larger than the picture the lines are.
    """

    view: View
    lines: Light
    scale: float

    def back(self, strip: int) -> Matrix:
        """The way to the picture from a view of one strip, LINE_ROWS high."""
        height = self.view.pixels.shape[0] / STRIPS
        down = [[1, 0, 0], [0, height / LINE_ROWS, height * strip], [0, 0, 1]]
        return self.view.back @ np.array(down, dtype=np.float64)

    def corners(self, strip: int, start: float, end: float) -> Points:
        """The corners in the picture of a text from `start` to `end` (left of it: upside down)."""
        top, bottom = (0, LINE_ROWS) if start <= end else (LINE_ROWS, 0)
        places = [[start, top], [end, top], [end, bottom], [start, bottom]]
        return View(self.view.pixels, self.back(strip)).in_picture(np.array(places))


def cut_strips(picture: Grey, region: Region) -> Strips:
    """The strips of a linear region, across its bars."""
    scale = float(np.clip(_WIDE / region.length, _LEAST_SCALE, _MOST_SCALE))
    if region.length > _WIDE:
        scale = min(1.0, _WIDEST / region.length)
    view = _upright(_level(picture, region, scale))
    width = view.pixels.shape[1]
    lines = cv2.resize(
        view.pixels.astype(np.float32), (width, STRIPS), interpolation=cv2.INTER_AREA
    )
    return Strips(view, np.asarray(lines, np.float32), scale)


def grown(picture: Grey, region: Region) -> Region:
    """The region as far along the bars as each row looks like the one before."""
    x, y = _directions(region)
    reach = max(region.length, region.height)
    back = np.eye(3)
    back[:2, 0], back[:2, 1] = x * region.length / _GLANCE, y * 2 * reach / _GLANCE
    back[:2, 2] = region.centre - x * region.length / 2 - y * reach
    seen = straightened(picture, back, (_GLANCE, _GLANCE)).pixels.astype(np.float32)
    edges = unit(np.diff(seen, axis=1), _FAINT)
    unlike = 1 + np.flatnonzero((edges[1:] * edges[:-1]).sum(axis=1) < _LIKE_NEXT)
    half = _GLANCE // 2
    upper = unlike[unlike <= half].max(initial=0)
    lower = unlike[unlike > half].min(initial=_GLANCE)
    row = 2 * reach / _GLANCE
    height = max(region.height, (lower - upper) * row)
    return replace(
        region, centre=region.centre + y * ((lower + upper) / 2 - half) * row, height=height
    )


def _directions(region: Region) -> tuple[Points, Points]:
    """One pixel across the bars, and one along them."""
    across = np.radians(region.degrees)
    x = np.array([np.cos(across), np.sin(across)])
    return x, np.array([-x[1], x[0]])


def _level(picture: Grey, region: Region, scale: float) -> View:
    length, height = region.length * (1 + _MARGIN) + _MARGIN_PX, region.height * _INNER
    x, y = _directions(region)
    rows = max(STRIPS, int(min(height * min(1.0, scale), _TALL)))
    back = np.eye(3)
    back[:2, 0], back[:2, 1] = x / scale, y * height / rows
    back[:2, 2] = region.centre - x * length / 2 - y * height / 2
    return straightened(picture, back, (int(length * scale), rows))


def _upright(view: View) -> View:
    """Sheared until the bars stand upright: then the mean of all rows has the sharpest edges."""
    rows, width = view.pixels.shape
    coarse = cv2.resize(view.pixels, (width, _COARSE_ROWS), interpolation=cv2.INTER_AREA)
    light = coarse.astype(np.float32)

    def sharpness(skew: float) -> float:
        shear = _shear(skew * rows / _COARSE_ROWS, _COARSE_ROWS)[:2]
        size = (width, _COARSE_ROWS)
        leaning = cv2.warpAffine(light, shear, size, borderMode=cv2.BORDER_REPLICATE)
        return float(np.square(np.diff(cv2.reduce(leaning, 0, cv2.REDUCE_AVG)[0])).sum())

    forth = _shear(max(_SKEWS, key=sharpness), rows)
    pixels = cv2.warpPerspective(view.pixels, forth, (width, rows), borderMode=cv2.BORDER_REPLICATE)
    return View(np.asarray(pixels, np.uint8), view.back @ np.linalg.inv(forth))


def _shear(skew: float, rows: int) -> Matrix:
    return np.array([[1, skew, -skew * rows / 2], [0, 1, 0], [0, 0, 1]])
