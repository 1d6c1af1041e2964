"""Whether whoever stood here is still here: asked before anything that they chose is forgotten."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from hallctl.station.preferences import Preferences
from kiosk.resting import Countdown, Patience


class Staying(QObject):
    """Waits for a touch; without one for a while it asks, and then ``gone`` is told.

    ``may_lose`` says what leaving would cost: nothing (an empty word), something, or that the
    kiosk is busy for them.
    """

    changed = Signal()
    gone = Signal()

    def __init__(
        self,
        preferences: Preferences,
        patience: Patience,
        may_lose: Callable[[], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._still_s = patience.still_s
        self._may_lose = may_lose
        self._countdown = Countdown(self.leave, self.changed.emit, self)
        self.quiet = QTimer(self, singleShot=True, interval=round(patience.idle_s * 1000))
        self.quiet.timeout.connect(self._on_quiet)

    def stir(self) -> None:
        """Somebody is at the screen; where something is asked, they answer it themselves."""
        if self._countdown.left_s:
            self._countdown.start(self._still_s)
        else:
            self.quiet.start()

    @property
    def words(self) -> str:
        """The question as it is read out; empty while nothing is asked."""
        return self._preferences.say("still_title") if self._countdown.left_s else ""

    @Slot()
    def stay(self) -> None:
        """They are still here."""
        self._stop()
        self.quiet.start()

    @Slot()
    def leave(self) -> None:
        """They have left, or say that they are done."""
        self.quiet.stop()
        self._stop()
        self.gone.emit()

    @Slot()
    def _on_quiet(self) -> None:
        match self._may_lose():
            case "busy":
                self.quiet.start()
            case "something" if self._still_s:
                self._countdown.start(self._still_s)
                self.changed.emit()
            case _:
                self.leave()

    def _stop(self) -> None:
        if self._countdown.left_s:
            self._countdown.stop()
            self.changed.emit()

    def _share_left(self) -> float:
        return self._countdown.left_s / self._still_s if self._still_s else 0.0

    def _back_words(self) -> str:
        return self._preferences.say("back_by_itself", count=self._countdown.left_s)

    is_asking = Property(bool, lambda self: self._countdown.left_s > 0, notify=changed)
    share_left = Property(float, _share_left, notify=changed)
    back_words = Property(str, _back_words, notify=changed)
