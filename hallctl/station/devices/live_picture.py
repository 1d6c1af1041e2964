"""A camera by its address, and what it sees as people are shown it."""

import cv2
import numpy as np
from PySide6.QtGui import QImage

from hardware.transport.camera import ConnectCamera, Frame, VideoCamera

LIVE_WIDTH = 640


def camera_at(source: str) -> ConnectCamera:
    """What opens the camera at ``0``, ``/dev/video2`` or ``rtsp://…``."""
    return lambda: VideoCamera(source, (1280, 720))


def live_picture(frame: Frame) -> QImage:
    """A frame as it is shown: small, and mirrored, as people see themselves."""
    height, width = frame.shape[:2]
    size = (LIVE_WIDTH, max(1, round(LIVE_WIDTH * height / width)))
    small = cv2.resize(frame, size, interpolation=cv2.INTER_AREA)
    rgb = np.ascontiguousarray(cv2.cvtColor(cv2.flip(small, 1), cv2.COLOR_BGR2RGB))
    return QImage(rgb.data, *size, 3 * size[0], QImage.Format.Format_RGB888).copy()
