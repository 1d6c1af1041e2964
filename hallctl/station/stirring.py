"""Somebody is at a window: a touch, a click, a key."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject

_STIRRING = frozenset(
    {
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.KeyPress,
    }
)


class StirringWatch(QObject):
    """Hears that someone is at a window: a touch, a click, a key."""

    def __init__(self, window: QObject, stirred: Callable[[], None]) -> None:
        super().__init__(window)
        self._stirred = stirred
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Notice and let pass."""
        if event.type() in _STIRRING:
            self._stirred()
        return False
