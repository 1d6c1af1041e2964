"""Cameras as a stream of pictures: a USB camera, or one on the network by RTSP."""

import re
from collections.abc import Callable
from typing import Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from hardware.transport.link import TransportGone

Frame = NDArray[np.uint8]
"""(height, width, 3) in blue, green, red, as OpenCV has it."""

_WAIT_MS = 5000
_SECRET = re.compile(r"(?<=://)[^/@]*@")


class Camera(Protocol):
    """An open camera with one owner."""

    def grab(self) -> Frame:
        """The next picture, waiting for it. Raises TransportGone."""
        ...

    def close(self) -> None:
        """Let go of the camera; closing twice is no error."""
        ...


ConnectCamera = Callable[[], Camera]


class VideoCamera:
    """A camera that OpenCV opens."""

    def __init__(self, source: str, size: tuple[int, int] | None = None) -> None:
        """Open `source`: `0` for the first USB camera, `/dev/video2` or `rtsp://…`.

        `size` (width, height) is wished of a USB camera. Raises TransportGone.
        """
        self._name = _SECRET.sub("", source)
        try:
            self._stream = _opened(source, size)
        except cv2.error as error:
            raise TransportGone(f"camera {self._name} cannot be opened") from error
        if not self._stream.isOpened():
            raise TransportGone(f"camera {self._name} cannot be opened")

    def grab(self) -> Frame:
        """See Camera."""
        try:
            there, frame = self._stream.read()
        except cv2.error as error:
            raise TransportGone(f"camera {self._name} is gone") from error
        if not there or frame is None:
            raise TransportGone(f"camera {self._name} is gone")
        return np.asarray(frame, np.uint8)

    def close(self) -> None:
        """See Camera."""
        self._stream.release()


def _opened(source: str, size: tuple[int, int] | None) -> cv2.VideoCapture:
    if "://" in source:
        patience = [
            cv2.CAP_PROP_OPEN_TIMEOUT_MSEC,
            _WAIT_MS,
            cv2.CAP_PROP_READ_TIMEOUT_MSEC,
            _WAIT_MS,
        ]
        return cv2.VideoCapture(source, cv2.CAP_FFMPEG, patience)
    stream = cv2.VideoCapture(int(source) if source.isdecimal() else source)
    if size:
        stream.set(cv2.CAP_PROP_FRAME_WIDTH, size[0])
        stream.set(cv2.CAP_PROP_FRAME_HEIGHT, size[1])
    stream.set(cv2.CAP_PROP_BUFFERSIZE, 1)  # what waits is old
    return stream
