"""Lays the grid of a QR code over a place where one seems to be, though no decoder sees it.

The place gives a rough square. Near its corners finder patterns are looked for, of every size that
a version has; three of four are enough to begin. Then the grid is moved, tilted and bent until all
that is the same in every code of that size (finders, timing, alignment) fits the picture best.
"""

from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from hardware.scanning.code import Grey, Light, Points
from hardware.scanning.enhancing import evened
from hardware.scanning.qr_layout import SIDES, fixed_modules
from hardware.scanning.view import Matrix, View

SQUARE = 240  # pixels of the rough square's side, once it is straightened
MARGIN = 44  # pixels around it
_WHOLE = SQUARE + 2 * MARGIN

Grids = NDArray[np.floating]
"""(count, 14): x and y of the four corners, how far the middles of the sides bulge, and how far

the quarters shift, as on a cylinder."""

_HYPOTHESES = 3
_FINDERS_LIKE = 1.7  # of 3: below, there are no finders
_FITS = 0.5  # true grids come to 0.55 and more, even blurred, others hardly to 0.5
_STEPS = (0.7, 0.35, 0.18, 0.09)  # modules
_SWEEPS = 8
_SOFT_PX = 1.5


@dataclass(frozen=True, slots=True)
class Grid:
    """A grid of `side` modules over a straightened view, and how well it fits (1 is perfect)."""

    side: int
    shape: Grids
    fit: float
    view: View

    def corners(self) -> Points:
        """The code's corners in the picture."""
        return self.view.in_picture(np.asarray(self.shape[:8].reshape(4, 2), np.float64))

    def sampled(self, pixels: Grey) -> Light:
        """`pixels` of the view at the middle of every module, (side, side)."""
        middles = (np.arange(self.side) + 0.5) / self.side
        u, v = (part.ravel()[None] for part in np.meshgrid(middles, middles))
        x, y = (
            part.reshape(self.side, self.side).astype(np.float32)
            for part in _places(self.shape[None], u, v)
        )
        return np.asarray(cv2.remap(pixels, x, y, cv2.INTER_LINEAR), np.float32)


def fit_grids(view: View, quad: Points) -> list[Grid]:
    """Grids that fit the place within `quad`, (4, 2) in pixels of the view; the best first."""
    square = _straight(view, quad)
    soft = _softened(evened(square.pixels, int(SQUARE * 0.45)))
    grids = []
    for side, three in _hypotheses(soft):
        shape, fit = _refined(soft, _begun(three, side), side)
        if fit > _FITS:
            grids.append(Grid(side, shape, fit, square))
    return sorted(grids, key=lambda grid: -grid.fit)


def _straight(view: View, quad: Points) -> View:
    low, high = MARGIN, MARGIN + SQUARE
    flat = np.array([[low, low], [high, low], [high, high], [low, high]], np.float32)
    back: Matrix = np.asarray(
        cv2.getPerspectiveTransform(flat, quad.astype(np.float32)), np.float64
    )
    pixels = cv2.warpPerspective(
        view.pixels,
        back,
        (_WHOLE, _WHOLE),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return View(np.asarray(pixels, np.uint8), view.back @ back)


def _softened(pixels: Grey) -> Light:
    return np.asarray(cv2.GaussianBlur(pixels, (0, 0), _SOFT_PX), np.float32)


def _hypotheses(soft: Light) -> list[tuple[int, Points]]:
    """Sides with their three finders (top left, top right, bottom left), the likeliest first."""
    half = cv2.resize(soft, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    found = []
    for side in SIDES:
        peaks = [_finder_near(np.asarray(half), side, corner) for corner in range(4)]
        for missing in range(4):
            three = [(missing + 2 + turn) % 4 for turn in (0, 1, 3)]
            like = sum(peaks[corner][0] for corner in three)
            found.append((like, side, np.array([peaks[corner][1] for corner in three])))
    found.sort(key=lambda one: -one[0])
    return [(side, three) for like, side, three in found[:_HYPOTHESES] if like > _FINDERS_LIKE]


def _finder_near(half: Light, side: int, corner: int) -> tuple[float, Points]:
    """How like a finder the best place near a corner (clockwise from the top left) is, and where."""
    module = SQUARE / side / 2
    pattern = _finder(side)
    size = len(pattern)
    low, high = MARGIN / 2 + 3.5 * module, (MARGIN + SQUARE) / 2 - 3.5 * module
    middle = np.array([high if corner in (1, 2) else low, high if corner > 1 else low])
    reach = 2.5 * module + 0.025 * SQUARE + size / 2
    left, top = np.maximum(middle - reach, 0).astype(int)
    right, bottom = np.minimum(middle + reach, len(half)).astype(int)
    likeness = cv2.matchTemplate(half[top:bottom, left:right], pattern, cv2.TM_CCOEFF_NORMED)
    _, best, _, (x, y) = cv2.minMaxLoc(likeness)
    return best, 2 * (np.array([left + x, top + y]) + (size - 1) / 2) + 0.5


@cache
def _finder(side: int) -> Light:
    """A finder with its light ring, at half size; light is 1."""
    ideal = 1 - 2 * np.pad(fixed_modules(side)[:7, :7], 1).astype(np.float32)
    module = SQUARE / side / 2
    size = max(9, round(9 * module))
    drawn = cv2.resize(ideal, (size, size), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.GaussianBlur(drawn, (0, 0), max(0.5, 0.35 * module)), np.float32)


def _begun(three: Points, side: int) -> Grids:
    """A parallelogram through the middles of three finders."""
    top_left, top_right, bottom_left = three
    along, down = (top_right - top_left) / (side - 7), (bottom_left - top_left) / (side - 7)
    first = top_left - 3.5 * (along + down)
    corners = [first, first + side * along, first + side * (along + down), first + side * down]
    return np.concatenate([np.ravel(corners), np.zeros(6)])


@cache
def _expected(side: int) -> tuple[Light, Light, Light]:
    """u, v and lightness of the fixed modules, the last without mean and of length 1."""
    fixed = fixed_modules(side)
    rows, columns = np.nonzero(fixed >= 0)
    light = -fixed[rows, columns].astype(np.float64)
    light -= light.mean()
    return (columns + 0.5) / side, (rows + 0.5) / side, light / np.linalg.norm(light)


def _fit(soft: Light, shapes: Grids, side: int) -> Light:
    """How like the picture is to the fixed modules under each shape: correlations."""
    u, v, light = _expected(side)
    x, y = _places(shapes, u[None], v[None])
    last = len(soft) - 1
    rows, columns = (np.clip(part + 0.5, 0, last).astype(np.int32) for part in (y, x))
    seen = soft[rows, columns]
    seen = seen - seen.mean(axis=1, keepdims=True)
    return np.asarray(seen @ light / (np.linalg.norm(seen, axis=1) + 1e-6))


def _moves() -> Grids:
    single = np.eye(14)
    shifts = np.zeros((4, 14))
    shifts[0, 0:8:2] = shifts[1, 1:8:2] = 1
    shifts[2, [2, 4]] = shifts[3, [5, 7]] = 1
    return np.vstack([single, -single, shifts, -shifts])


_MOVES = _moves()


def _refined(soft: Light, shape: Grids, side: int) -> tuple[Grids, float]:
    """The shape moved step by step to where it fits best, and the fit there."""
    module = SQUARE / side
    best = float(_fit(soft, shape[None], side)[0])
    for step in _STEPS:
        for _ in range(_SWEEPS):
            tried = shape + _MOVES * step * module
            fits = _fit(soft, tried, side)
            if fits.max() <= best + 1e-4:
                break
            best, shape = float(fits.max()), tried[fits.argmax()]
    return shape, best


def _places(shapes: Grids, u: Light, v: Light) -> tuple[Light, Light]:
    """x and y, (shapes, places), of places in the unit square under each shape."""
    corners = shapes[:, :8].reshape(-1, 4, 2).transpose(1, 2, 0)[..., None]
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    dx1, dx2, sx = x1 - x2, x3 - x2, x0 - x1 + x2 - x3
    dy1, dy2, sy = y1 - y2, y3 - y2, y0 - y1 + y2 - y3
    turned = dx1 * dy2 - dx2 * dy1
    turned = np.where(np.abs(turned) < 1e-6, 1e-6, turned)
    g, h = (sx * dy2 - dx2 * sy) / turned, (dx1 * sy - sx * dy1) / turned
    away = g * u + h * v + 1
    away = np.where(np.abs(away) < 1e-3, 1e-3, away)
    bulge_u, bulge_v = 4 * u * (1 - u), 4 * v * (1 - v)
    bends = shapes[:, 8:, None].transpose(1, 0, 2)
    x = ((x1 - x0 + g * x1) * u + (x3 - x0 + h * x3) * v + x0) / away
    y = ((y1 - y0 + g * y1) * u + (y3 - y0 + h * y3) * v + y0) / away
    x += bends[0] * bulge_u + bends[1] * bulge_v + bends[4] * 2 * bulge_u * (1 - 2 * u)
    y += bends[2] * bulge_u + bends[3] * bulge_v + bends[5] * 2 * bulge_v * (1 - 2 * v)
    return x, y
