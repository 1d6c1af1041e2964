"""A simulated camera: shows what it is given, and can be unplugged."""

from collections import deque
from collections.abc import Iterable

import numpy as np

from hardware.transport.camera import Frame
from hardware.transport.link import TransportGone

_NOTHING = np.full((480, 640, 3), 160, np.uint8)


class SimulatedCamera:
    """Frames in their order, then an empty desk."""

    def __init__(self, frames: Iterable[Frame] = ()) -> None:
        """`frames` are (height, width, 3)."""
        self._frames = deque(frames)
        self._plugged = True
        self.opened = 0

    def connect(self) -> "SimulatedCamera":
        """Open it, or raise TransportGone."""
        if not self._plugged:
            raise TransportGone("the camera is not there")
        self.opened += 1
        return self

    def show(self, *frames: Frame) -> None:
        """What to see next."""
        self._frames.extend(frames)

    def unplug(self) -> None:
        """No more frames."""
        self._plugged = False

    def plug(self) -> None:
        """It can be opened again."""
        self._plugged = True

    def grab(self) -> Frame:
        """See Camera."""
        if not self._plugged:
            raise TransportGone("the camera is gone")
        return self._frames.popleft() if self._frames else _NOTHING

    def close(self) -> None:
        """See Camera."""
