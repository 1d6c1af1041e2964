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
    return View(np.ascontiguousarray(picture[top : max(bottom, top + 1), left : max(right, left + 1)]), back)


def straightened(picture: Grey, back: Matrix, width: int, height: int) -> View:
    """A view of `width` × `height` pixels that `back` leads from; edges continue outwards."""
    pixels = cv2.warpPerspective(
        picture,
        back,
        (width, height),
        flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return View(np.asarray(pixels, np.uint8), back)
