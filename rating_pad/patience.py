"""How long the pad waits for someone who may have left."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject

_STIRRING = frozenset(
    {
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.KeyPress,
    }
)


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds until the pad moves on by itself; a touch counts anew, but not in ``grace_s``."""

    question_s: float = 120
    """A question nobody has touched stays for so long."""
    answer_s: float = 45
    """A half-given answer waits for its other half, a changed language for its reader."""
    grace_s: float = 30
    """A half-given answer whose visit the hall no longer offers."""
    thanks_s: float = 6
    sorry_s: float = 10
    nothing_s: float = 10
    """That there is nothing to rate, to somebody who touched the resting pad."""
    double_tap_s: float = 0.5
    """A new screen takes no touch for so long: the second tap was meant for the one before."""


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
