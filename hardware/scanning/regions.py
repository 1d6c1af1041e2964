"""Finds the places where a code may be, by how fine and how aligned the edges are.

A code is a crowd of strong edges. Those of bars all run one way, those of a QR code run both ways
alike; the structure tensor (sums of products of the gradient) tells both and the bars' direction.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray

from hardware.scanning.code import Grey, Light, Points

T = TypeVar("T", np.uint8, np.float32)

Kind = Literal["linear", "matrix"]

_POOLED_SIDE = 240  # a code to be read covers several of so many cells
_WINDOW = 0.038  # of the longer side: several modules of a code that fills a quarter of it
_FINE_SIDE = 800  # edges are looked for at this size at most, then summed into cells
_ALIGNED, _CROSSED = 0.55, 0.5  # coherence: 1 when all edges are parallel
_LEVELS = (0.3, 0.55)  # of the strongest: one for codes apart, one for codes close together
_MOST_REGIONS = 8  # of a kind
_LEAST_SIDE = 16  # pixels; below, nothing is to be read
_LIKE_KNOWN = 0.6  # of the strength of a code that was read
_LEAST_LENGTH: dict[Kind, float] = {"linear": 60.0, "matrix": 16.0}
_LEAST_HEIGHT: dict[Kind, float] = {"linear": 5.0, "matrix": 16.0}
"""In pixels: shorter, no code has modules of a pixel."""
_GROWN = 1.2  # a known code with its margins

# The logarithm makes an edge in the shade as strong as one in the light; the 12 keeps noise down.
_LOGARITHM = (80 * (np.log(np.arange(256) + 12) - np.log(12))).astype(np.uint8)


@dataclass(frozen=True, slots=True)
class Region:
    """A place for a code: centre, sides, and the direction across the bars, in the picture.

    `length` goes along `degrees` (from x towards y), `height` across it. `edges` tells how much
    there is to see, to compare regions of one picture.
    """

    kind: Kind
    centre: Points
    length: float
    height: float
    degrees: float
    edges: float

    def quad(self) -> Points:
        """Its corners as (4, 2)."""
        sides = (self.length, self.height)
        box = ((float(self.centre[0]), float(self.centre[1])), sides, self.degrees)
        return np.asarray(cv2.boxPoints(box), np.float64)

    def is_nearly(self, other: "Region") -> bool:
        """Whether both are of one kind and looking at one shows what the other does."""
        size = max(other.length, other.height)
        apart = np.hypot(*(self.centre - other.centre))
        ratio = max(self.length, self.height) / size
        return self.kind == other.kind and apart < 0.08 * size and 0.87 < ratio < 1.15


@dataclass(frozen=True, slots=True)
class _Tensor:
    """The structure tensor in cells, smoothed, and how many cells there are to a pixel."""

    across: Light
    down: Light
    both: Light
    scale: float

    @property
    def strength(self) -> Light:
        return self.across + self.down

    @property
    def coherence(self) -> Light:
        apart = np.hypot(self.across - self.down, 2 * self.both)
        return np.asarray(apart / (self.strength + 1e-3), np.float32)


def find_regions(picture: Grey, known: tuple[Points, ...] = ()) -> list[Region]:
    """Places where a code may be, the most promising first.

    Beside `known` quads only places count that are much like them.
    """
    if min(picture.shape) < _LEAST_SIDE:
        return []
    tensor, window, least = _tensor(picture, known)
    strength, coherence = tensor.strength, tensor.coherence
    top = float(strength.max())
    regions: list[Region] = []
    masks: tuple[tuple[Kind, Grey], ...] = (
        ("linear", np.asarray(coherence > _ALIGNED)),
        ("matrix", np.asarray(coherence < _CROSSED)),
    )
    for kind, mask in masks:
        for level in _LEVELS:
            crowd = np.asarray(mask & (strength > max(top * level, least)), np.uint8)
            regions += _components(crowd, kind, tensor, window)
    different: list[Region] = []
    for region in sorted(regions, key=lambda region: -region.edges):
        alike = [other for other in different if other.kind == region.kind]
        if len(alike) < _MOST_REGIONS and not any(region.is_nearly(other) for other in alike):
            different.append(region)
    return different


def _tensor(picture: Grey, known: tuple[Points, ...]) -> tuple[_Tensor, int, float]:
    """The tensor, the window it is smoothed by in cells, and the least strength that counts."""
    finer = -(-max(picture.shape) // _FINE_SIDE)
    fine = _shrunk(picture, finer)
    pooled = max(1, round(max(fine.shape) / _POOLED_SIDE))
    scale = 1 / (finer * pooled)
    cells = [_shrunk(product, pooled) for product in _edges(fine)]
    size = cells[0].shape
    inside = np.zeros(cells[0].shape, np.uint8)
    least = 0.0
    for quad in known:
        middle = quad.mean(axis=0)
        here = np.zeros_like(inside)
        cv2.fillConvexPoly(here, (quad * scale).astype(np.int32), 1)
        strength = cv2.mean(cells[0] + cells[1], here)[0] * _LIKE_KNOWN
        least = min(least, strength) if least else strength
        cv2.fillConvexPoly(
            inside, ((middle + _GROWN * (quad - middle)) * scale).astype(np.int32), 1
        )
    window = max(5, int(max(size) * _WINDOW) | 1)
    smooth = [
        np.asarray(cv2.blur(np.where(inside, 0, part), (window, window)), np.float32)
        for part in cells
    ]
    return _Tensor(smooth[0], smooth[1], smooth[2], scale), window, least


def _edges(picture: Grey) -> tuple[Light, Light, Light]:
    """The gradient's products xx, yy, xy at each place of the picture."""
    light = cv2.GaussianBlur(cv2.LUT(picture, _LOGARITHM), (3, 3), 0)
    x, y = (
        np.asarray(cv2.Sobel(light, cv2.CV_32F, *along, ksize=3), np.float32)
        for along in ((1, 0), (0, 1))
    )
    across, down = x * x, y * y
    both, size = x, y  # in their places: fresh memory costs more than the reckoning
    both *= y
    np.add(across, down, out=size)
    size += 1
    np.sqrt(size, out=size)
    for product in (across, down, both):  # divided, an edge counts as strong as it is, not squared
        np.divide(product, size, out=product)
    return across, down, both


def _shrunk(pixels: NDArray[T], times: int) -> NDArray[T]:
    """By a whole number, which is fast; what is left over at the edges is dropped."""
    height, width = (side // times for side in pixels.shape)
    if times == 1 or not height * width:
        return pixels
    part = pixels[: height * times, : width * times]
    return np.asarray(cv2.resize(part, (width, height), interpolation=cv2.INTER_AREA), pixels.dtype)


def _components(crowd: Grey, kind: Kind, tensor: _Tensor, window: int) -> Iterator[Region]:
    closing = np.ones((window // 2 | 1, window // 2 | 1), np.uint8)
    closed = cv2.morphologyEx(crowd, cv2.MORPH_CLOSE, closing)
    count, labels, boxes, _ = cv2.connectedComponentsWithStats(closed)
    for label in range(1, count):
        left, top, width, height, area = (int(number) for number in boxes[label])
        if area >= 0.8 * window * window:
            cells = np.s_[top : top + height, left : left + width]
            region = _region(labels[cells] == label, kind, tensor, (left, top))
            if region.length > _LEAST_LENGTH[kind] and region.height > _LEAST_HEIGHT[kind]:
                yield region


def _region(inside: Grey, kind: Kind, tensor: _Tensor, corner: tuple[int, int]) -> Region:
    left, top = corner
    cells = np.s_[top : top + inside.shape[0], left : left + inside.shape[1]]
    across, down, both = (part[cells][inside] for part in (tensor.across, tensor.down, tensor.both))
    outlines, _ = cv2.findContours(
        inside.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE
    )
    (x, y), (width, height), tilt = cv2.minAreaRect(max(outlines, key=len))
    degrees = float(np.degrees(np.arctan2(2 * both.sum(), (across - down).sum())) / 2)
    if abs((degrees - tilt + 90) % 180 - 90) > 45:  # the rectangle's other side runs along them
        width, height = height, width
    if kind == "matrix":
        degrees = float(tilt)
    return Region(
        kind=kind,
        centre=np.array([x + left + 0.5, y + top + 0.5]) / tensor.scale,
        length=float(width + 1) / tensor.scale,
        height=float(height + 1) / tensor.scale,
        degrees=degrees,
        edges=float((across + down).sum()),
    )
