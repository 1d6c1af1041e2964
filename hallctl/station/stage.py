"""Several screens in one process: turning Qt's events by hand, and photographs of windows."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView

LOOK_EVERY_MS = 2
LIGHTLY_PACKED = 80
"""Of Qt's qualities for PNG: hardly larger than it could be, and written in half the time."""


def has_display() -> bool:
    """Whether this machine can show windows to a person."""
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def play_offscreen() -> None:
    """Draw the screens without a display; to be called before the first window."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_QUICK_BACKEND"] = "software"


def turn_until(is_done: Callable[[], bool], patience_s: float) -> bool:
    """Let the screens live until ``is_done``; False when the patience is over before."""
    deadline = monotonic() + patience_s
    turning = QEventLoop()
    look = QTimer(interval=LOOK_EVERY_MS)
    look.timeout.connect(lambda: turning.quit() if is_done() or monotonic() > deadline else None)
    look.start()
    if not is_done():
        turning.exec()
    return is_done()


def photograph(window: QQuickView, path: Path) -> None:
    """Write what the window shows as a PNG."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not window.grabWindow().save(str(path), quality=LIGHTLY_PACKED):
        raise OSError(f"{path} could not be written")


def any_window_open() -> bool:
    """Whether the person at the desk has left a window open."""
    return any(window.isVisible() for window in QGuiApplication.topLevelWindows())


def window_size(width: int, height: int) -> QSize:
    """A size in pixels, for those who open screens without knowing Qt."""
    return QSize(width, height)


def place_window(window: QQuickView, x: int, y: int) -> None:
    """Put a window where there is room for it on the desktop."""
    window.setPosition(x, y)
