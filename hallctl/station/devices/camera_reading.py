"""A camera that reads codes while somebody wants it to, with a small live picture; nothing is kept.

It is open only while wanted, and its light with it. The picture lives in memory until the next one.
"""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QSize, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

if TYPE_CHECKING:
    from hardware.transport.camera import Camera

ConnectCamera = Callable[[], "Camera"]
"""Opens the camera; raises OSError where there is none."""

_REST_S = 0.5
"""Between two tries of a camera that is not there."""
TICK_FRAMES = 20
"""How long the tick stays after a code was read, in pictures."""


class CameraReading(QObject):
    """Reads on a thread of its own; ``scanned`` carries each text, ``changed`` a new picture."""

    changed = Signal()
    scanned = Signal(str)
    _seen = Signal(object, bool)

    def __init__(self, connect: ConnectCamera | None, parent: QObject | None = None) -> None:
        """Without ``connect`` there is no camera, and nothing is ever opened."""
        super().__init__(parent)
        self._connect = connect
        self._wanted, self._stopping = threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None
        self._picture = QImage()
        self._turn = self._tick = 0
        self._seen.connect(self._on_seen)

    @property
    def picture(self) -> QImage:
        """What the camera sees now; empty while it is closed."""
        return self._picture

    def want(self, *, wanted: bool) -> None:
        """Open the camera, or close it and forget what it saw."""
        if self._connect is None or wanted == self._wanted.is_set():
            return
        if wanted:
            self._wanted.set()
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="camera", daemon=True)
                self._thread.start()
        else:
            self._wanted.clear()
            self._picture, self._tick = QImage(), 0
        self.changed.emit()

    def stop(self) -> None:
        """Close the camera for good."""
        self._stopping.set()
        self._wanted.set()
        if self._thread is not None:
            self._thread.join()
        self._picture = QImage()

    def _run(self) -> None:
        # OpenCV takes a third of a second to load: a kiosk without a camera goes without.
        from hallctl.station.devices.live_picture import live_picture  # noqa: PLC0415
        from hardware.scanners.camera_scanner import CameraScanner  # noqa: PLC0415

        assert self._connect is not None  # noqa: S101 - the thread is only begun with one
        while not self._stopping.is_set():
            self._wanted.wait()
            scanner = CameraScanner(self._connect)
            while self._wanted.is_set() and not self._stopping.is_set():
                sight = scanner.look()
                if sight is None:
                    self._stopping.wait(_REST_S)
                    continue
                self._seen.emit(live_picture(sight.frame), bool(sight.seen))
                for code in sight.scanned:
                    self.scanned.emit(code.text)
            scanner.close()

    @Slot(object, bool)
    def _on_seen(self, picture: QImage, is_read: bool) -> None:
        if not self._wanted.is_set() or self._stopping.is_set():
            return
        self._picture = picture
        self._turn += 1
        self._tick = TICK_FRAMES if is_read else max(0, self._tick - 1)
        self.changed.emit()

    is_there = Property(bool, lambda self: self._connect is not None, constant=True)
    is_on = Property(bool, lambda self: not self._picture.isNull(), notify=changed)
    has_read = Property(bool, lambda self: self._tick > 0, notify=changed)
    turn = Property(int, lambda self: self._turn, notify=changed)


class LivePictures(QQuickImageProvider):
    """Gives QML the picture of the moment, whatever number stands in its address."""

    def __init__(self, reading: CameraReading) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._reading = reading

    def requestImage(self, _source: str, size: QSize, _wanted: QSize) -> QImage:  # noqa: N802 - Qt's name
        """The newest picture; one grey pixel while there is none."""
        picture = self._reading.picture
        if picture.isNull():
            picture = QImage(1, 1, QImage.Format.Format_RGB888)
            picture.fill(0x808080)
        size.setWidth(picture.width())
        size.setHeight(picture.height())
        return picture
