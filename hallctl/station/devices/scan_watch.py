"""Hears a scanner that types into a window: its letters come at once, with Enter at the end."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from hallctl.station.devices.typed_scans import TypedScans

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ScanWatch(QObject):
    """Gives every scan to ``scanned``; keys that belong to one reach nobody else."""

    def __init__(self, window: QObject, scanned: Callable[[str], None]) -> None:
        super().__init__(window)
        self._scans = TypedScans(scanned)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the keys of a scan, let others pass."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _ENTER:
            return self._scans.enter()
        letter = event.text()
        return bool(letter) and letter.isprintable() and self._scans.letter(letter)
