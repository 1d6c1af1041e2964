"""What a scan finds, and how a picture is passed around."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from hardware.vietnamese import as_typed

Grey = NDArray[np.uint8]
"""A picture of (height, width), 0 is black."""
Light = NDArray[np.floating]
"""The same between two steps, not yet rounded."""
Points = NDArray[np.float64]
"""Places in a picture as (count, 2): x to the right, y down, in pixels."""

Corner = tuple[int, int]
Corners = tuple[Corner, Corner, Corner, Corner]


@dataclass(frozen=True, slots=True)
class Code:
    """One code found: its text exactly as written in it, its format's name, and its corners.

    The corners are (x, y) in pixels: the code's own top left, top right, bottom right, bottom left.
    `raw` is the content before it was taken for text.
    """

    text: str
    format: str
    corners: Corners
    raw: bytes = field(default=b"", repr=False)

    @property
    def typed(self) -> str:
        """The text as the hall takes it in; see `as_typed`."""
        return as_typed(self.text)


def corners_of(code: Code) -> Points:
    """The corners as (4, 2)."""
    return np.array(code.corners, dtype=np.float64)


def rounded(points: Points) -> Corners:
    """Four places as corners of a code, in whole pixels."""
    a, b, c, d = ((round(float(x)), round(float(y))) for x, y in points)
    return a, b, c, d
