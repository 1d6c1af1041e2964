"""A part of a picture, seen straightened, enlarged or enhanced, that knows where it came from."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from hardware.scanning.code import Grey, Points

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class View:
    """Pixels, and the 3 × 3 matrix that leads from them back to the picture."""

    pixels: Grey
    back: Matrix

    def through(self, enhance: Callable[[Grey], Grey]) -> "View":
        """The same place after `enhance`, which keeps the size."""
        return replace(self, pixels=enhance(self.pixels))

    def in_picture(self, points: Points) -> Points:
        """Where places of the view are in the picture."""
        led = np.c_[points, np.ones(len(points))] @ self.back.T
        return np.asarray(led[:, :2] / led[:, 2:])

    def from_picture(self, points: Points) -> Points:
        """Where places of the picture are in the view."""
        forth = np.asarray(np.linalg.inv(self.back), np.float64)
        return replace(self, back=forth).in_picture(points)


def whole(picture: Grey, most_pixels: float = np.inf) -> View:
    """All of the picture, made smaller where it has more than `most_pixels`."""
    scale = min(1.0, float(np.sqrt(most_pixels / picture.size)))
    return enlarged(View(picture, np.eye(3)), scale)


def enlarged(view: View, scale: float) -> View:
    """The view `scale` times as large: smoothly when larger, by area when smaller."""
    if scale == 1:
        return view
    height, width = (max(1, round(side * scale)) for side in view.pixels.shape)
    way = cv2.INTER_CUBIC if scale > 1 else cv2.INTER_AREA
    pixels = cv2.resize(view.pixels, (width, height), interpolation=way)
    x, y = view.pixels.shape[1] / width, view.pixels.shape[0] / height
    shrink = np.array([[x, 0, (x - 1) / 2], [0, y, (y - 1) / 2], [0, 0, 1]])
    return View(np.asarray(pixels, np.uint8), view.back @ shrink)


def cut_out(picture: Grey, centre: Points, half: float) -> View:
    """The square part around `centre`, `half` a side to each direction, as far as it is there."""
    height, width = picture.shape
    left, top = (int(max(0, at - half)) for at in centre)
    right, bottom = int(min(width, centre[0] + half)), int(min(height, centre[1] + half))
    back = np.array([[1.0, 0, left], [0, 1, top], [0, 0, 1]])
    return View(
        np.ascontiguousarray(picture[top : max(bottom, top + 1), left : max(right, left + 1)]), back
    )


def straightened(picture: Grey, back: Matrix, size: tuple[int, int]) -> View:
    """A view of `size` (width, height) that `back` leads from.

    Outside the picture it is as light as the light parts within, like a quiet zone.
    """
    pixels = cv2.warpPerspective(
        picture,
        back,
        size,
        flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=_light_in(picture, back, size),
    )
    return View(np.asarray(pixels, np.uint8), back)


def _light_in(picture: Grey, back: Matrix, size: tuple[int, int]) -> float:
    corners = View(picture, back).in_picture(np.array([[0, 0], [1, 0], [1, 1], [0, 1]]) * size)
    top = np.array(picture.shape[::-1])
    left, upper = np.clip(corners.min(axis=0), 0, top - 1).astype(int)
    right, lower = np.clip(corners.max(axis=0), [left + 1, upper + 1], top).astype(int)
    part = picture[upper:lower, left:right]
    coarse = part[:: 1 + part.shape[0] // 64, :: 1 + part.shape[1] // 64]
    return float(np.percentile(coarse, 90))
