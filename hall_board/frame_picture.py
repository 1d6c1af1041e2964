"""A QML item that draws a reel's newest frame in its middle; ``import Playlist`` knows it."""

from functools import cache

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtGui import QPainter
from PySide6.QtQml import qmlRegisterType
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from hall_board.reel import Reel


class FramePicture(QQuickPaintedItem):
    """Frames come already as large as the item: drawing one costs no scaling."""

    reel_changed = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._reel: Reel | None = None

    def paint(self, painter: QPainter) -> None:
        """The frame, in the middle."""
        if self._reel is None or self._reel.image.isNull():
            return
        image = self._reel.image
        painter.drawImage(
            round((self.width() - image.width()) / 2),
            round((self.height() - image.height()) / 2),
            image,
        )

    def _set_reel(self, reel: QObject | None) -> None:
        if isinstance(reel, Reel) and reel is not self._reel:
            self._reel = reel
            reel.frame_changed.connect(self.update)
            self.reel_changed.emit()

    reel = Property(QObject, lambda self: self._reel, _set_reel, notify=reel_changed)


@cache
def register_frame_picture() -> None:
    """Make ``Playlist.FramePicture`` known to QML, once a process."""
    qmlRegisterType(FramePicture, "Playlist", 1, 0, "FramePicture")  # type: ignore[call-overload]
