"""How long the kiosk waits for someone who may have left."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds until the first screen comes back by itself."""

    idle_s: float = 60
    """Without a touch; then whoever may still be there is asked."""
    still_s: int = 20
    """For an answer; what they chose is forgotten afterwards."""
    thanks_s: int = 20
    trouble_s: int = 45


class Countdown(QObject):
    """Counts whole seconds down to nought and says so once."""

    def __init__(
        self, ended: Callable[[], None], ticked: Callable[[], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._ended, self._ticked = ended, ticked
        self.total_s = 0
        self.left_s = 0
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._on_second)

    def start(self, seconds: int) -> None:
        """Count down from ``seconds`` anew."""
        self.total_s = self.left_s = seconds
        self._timer.start()

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()
        self.left_s = 0

    def _on_second(self) -> None:
        self.left_s -= 1
        self._ticked()
        if self.left_s <= 0:
            self._timer.stop()
            self._ended()
