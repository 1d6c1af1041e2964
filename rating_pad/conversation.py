"""The talk with one visitor: first question, second question, thanks, and back to rest."""

from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from hallctl.core.commands import RateVisit
from hallctl.core.refusals import Refusal
from hallctl.core.views import PadView
from hallctl.station.addressing import new_command_id
from hallctl.station.answering import Answer, Link
from rating_pad.patience import Patience

BEST, WORST = 5, 1


class Scene(StrEnum):
    """One question a screen."""

    CONNECTING = "connecting"
    REST = "rest"
    RESULT = "result"
    ATTITUDE = "attitude"
    THANKS = "thanks"
    SORRY = "sorry"
    """The rating came too late, or the hall cannot take it."""
    UNHEARD = "unheard"
    """The hall could not be reached; it can be sent again."""


class Conversation(QObject):
    """Asks about the visit the hall offers, once, and returns to rest by itself.

    A visitor who has begun to answer is not interrupted by the next visit's offer; one who has
    not touched anything yet is: whoever stands here now is the next one. ``began`` carries the
    visitor's language.
    """

    changed = Signal()
    began = Signal(str)
    ended = Signal()

    def __init__(self, link: Link, patience: Patience, parent: QObject) -> None:
        super().__init__(parent)
        self.scene = Scene.CONNECTING
        self.asked = ""
        self.number = ""
        self.result = 0
        self.attitude = 0
        self.said = ""
        """Instead of plain thanks: "already", "late" or "other"."""
        self.is_sending = False
        self._link = link
        self._view: PadView | None = None
        self._now_ms = 0.0
        self._answered: set[str] = set()
        self._left: set[str] = set()
        self._idle = QTimer(self, singleShot=True, interval=int(patience.idle_s * 1000))
        self._thanks = QTimer(self, singleShot=True, interval=int(patience.thanks_s * 1000))
        self._settle = QTimer(self, singleShot=True, interval=int(patience.settle_s * 1000))
        self._idle.timeout.connect(self._on_idle)
        self._thanks.timeout.connect(self.rest)
        self._settle.timeout.connect(self.changed)

    @property
    def takes_touch(self) -> bool:
        """A finger means something: the question has been here for a moment."""
        return not self._settle.isActive() and not self.is_sending

    @property
    def may_begin(self) -> bool:
        """A visit was left unanswered and may still be rated."""
        visit = self._offer()
        return self.scene is Scene.REST and visit in self._left

    def choose_result(self, mark: int) -> None:
        """Go on to the second question."""
        if self.scene not in {Scene.RESULT, Scene.ATTITUDE}:
            self.begin()
        if self.scene is Scene.RESULT and WORST <= mark <= BEST:
            self.result = mark
            self._go(Scene.ATTITUDE)

    def choose_attitude(self, mark: int) -> None:
        """Send both answers."""
        if self.scene is Scene.ATTITUDE and not self.is_sending and WORST <= mark <= BEST:
            self.attitude = mark
            self._send()

    def back(self) -> None:
        """The first question again."""
        if self.scene is Scene.ATTITUDE and not self.is_sending:
            self._go(Scene.RESULT)

    def send_again(self) -> None:
        """After silence; should the hall have heard the first time, it says so and counts once."""
        if self.scene is Scene.UNHEARD and not self.is_sending:
            self._send()

    def begin(self) -> None:
        """Ask about the visit on offer, even one that was left."""
        self._left.discard(self._offer())
        self._ask_offered()

    def rest(self) -> None:
        """The visitor has gone; a visit still to be asked about comes next."""
        self.asked = ""
        self.result = self.attitude = 0
        self.ended.emit()
        self._go(Scene.REST if self._view else Scene.CONNECTING)
        self._ask_offered()

    def stirred(self) -> None:
        """Someone is at the pad: wait for them."""
        if self._idle.isActive():
            self._idle.start()

    def look(self, view: PadView, now_ms: float) -> None:
        """Take the newest view; ``now_ms`` is the hall's time."""
        self._view = view
        self._now_ms = now_ms
        if self.is_sending or self.scene in {Scene.ATTITUDE, Scene.UNHEARD}:
            return
        if view.visit and view.visit != self.asked and view.visit not in self._answered:
            self._ask_offered()
        if self.scene is Scene.CONNECTING or (self.scene is Scene.RESULT and not view.visit):
            self.rest()

    def look_at_clock(self, now_ms: float) -> None:
        """A question that nobody has begun to answer goes when its time is over."""
        self._now_ms = now_ms
        is_current = self._view is not None and self._view.visit == self.asked
        if self.scene is Scene.RESULT and is_current and not self._offer():
            self.rest()

    def _offer(self) -> str:
        """The visit that may be asked about now, or empty."""
        view = self._view
        if view is None or not view.visit:
            return ""
        return "" if view.rate_until and self._now_ms > view.rate_until else view.visit

    def _ask_offered(self) -> None:
        view, visit = self._view, self._offer()
        if view is None or self.is_sending or visit in {"", *self._answered, *self._left}:
            return
        self.asked, self.number = visit, view.number or ""
        self.result = self.attitude = 0
        self.began.emit(view.language)
        self._go(Scene.RESULT)

    def _send(self) -> None:
        self.is_sending = True
        self._idle.stop()
        self.changed.emit()
        wish = RateVisit(
            command_id=new_command_id(),
            visit=self.asked,
            result=self.result,
            attitude=self.attitude,
        )
        self._link.send(wish, self._on_answer)

    def _on_answer(self, answer: Answer) -> None:
        self.is_sending = False
        if answer.unreachable:
            self._go(Scene.UNHEARD)
            return
        self._answered.add(self.asked)
        known = {"": "", Refusal.ALREADY_RATED: "already", Refusal.RATING_OVER: "late"}
        self.said = known.get(answer.refused, "other")
        self._go(Scene.SORRY if self.said in {"late", "other"} else Scene.THANKS)

    def _go(self, scene: Scene) -> None:
        self.scene = scene
        self._thanks.stop()
        self._idle.stop()
        if scene in {Scene.THANKS, Scene.SORRY}:
            self._thanks.start()
        elif scene in {Scene.RESULT, Scene.ATTITUDE, Scene.UNHEARD}:
            self._idle.start()
            self._settle.start()
        self.changed.emit()

    def _on_idle(self) -> None:
        self._left.add(self.asked)
        self.rest()
