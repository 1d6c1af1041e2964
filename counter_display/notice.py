"""A quiet sentence that goes away by itself."""

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

STAYS_S = 7.0


class Notice(QObject):
    """What the official should know about the last press; empty when there is nothing."""

    changed = Signal()

    def __init__(self, parent: QObject, stays_s: float = STAYS_S) -> None:
        super().__init__(parent)
        self._text = ""
        self._tone = "soft"
        self._gone = QTimer(self, singleShot=True, interval=int(stays_s * 1000))
        self._gone.timeout.connect(self.dismiss)

    def say(self, text: str, tone: str = "soft") -> None:
        """Show ``text`` for a while; tone is "good", "warn" or "soft"."""
        self._text, self._tone = text, tone
        self._gone.start()
        self.changed.emit()

    @Slot()
    def dismiss(self) -> None:
        """Take it away now."""
        if self._text:
            self._text = ""
            self._gone.stop()
            self.changed.emit()

    text = Property(str, lambda self: self._text, notify=changed)
    tone = Property(str, lambda self: self._tone, notify=changed)
