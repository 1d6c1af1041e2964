"""What the rating pad shows: the conversation's scene in the visitor's words, without drawing."""

from pathlib import Path

from PySide6.QtCore import Property, QObject, Signal, Slot

from hallctl.core.plan import Words
from hallctl.core.views import PadView
from hallctl.station.answering import Link
from hallctl.station.clock import HallClock
from hallctl.station.preferences import Preferences
from rating_pad.conversation import BEST, WORST, Conversation
from rating_pad.patience import Patience

WORDS = Path(__file__).parent / "words"
TONES = {5: "good", 4: "good", 3: "soft", 2: "warn", 1: "bad"}


class PadViewModel(QObject):
    """The counter's newest pad view, and the conversation with whoever stands before it."""

    changed = Signal()
    # The faces are drawn anew when this is told, and a finger on one of them would be lost.
    levels_changed = Signal()

    def __init__(self, link: Link, patience: Patience | None = None) -> None:
        super().__init__()
        self._link = link
        self._view: PadView | None = None
        self._preferences = Preferences(WORDS, self)
        self._clock = HallClock(self)
        self._talk = Conversation(link, patience or Patience(), self)
        self._talk.began.connect(self._preferences.choose_language)
        self._talk.ended.connect(self._preferences.reset)
        self._talk.changed.connect(self.changed)
        self._preferences.language_changed.connect(self._clock.set_language)
        self._preferences.language_changed.connect(self.levels_changed)
        self._preferences.changed.connect(self._on_comfort)
        self._clock.ticked.connect(self._on_tick)
        link.view_changed.connect(self._on_view)
        link.state_changed.connect(self._on_state)
        self._on_view(link.view)

    @Slot(int)
    def choose_result(self, mark: int) -> None:
        """The answer to the first question, 1 (worst) to 5 (best)."""
        self._talk.choose_result(mark)

    @Slot(int)
    def choose_attitude(self, mark: int) -> None:
        """The answer to the second; both go to the hall, once."""
        self._talk.choose_attitude(mark)

    @Slot()
    def back(self) -> None:
        """The first question again."""
        self._talk.back()

    @Slot()
    def send_again(self) -> None:
        """The hall did not hear: try once more."""
        self._talk.send_again()

    @Slot()
    def begin(self) -> None:
        """Someone came back to a question that was left."""
        self._talk.begin()

    @Slot()
    def rest(self) -> None:
        """The visitor has gone."""
        self._talk.rest()

    @Slot(object)
    def _on_view(self, view: object) -> None:
        if not isinstance(view, PadView):
            return
        self._view = view
        self._clock.set_hall_time(view.shown_at, view.timezone)
        self._talk.look(view, self._now_ms())
        self.changed.emit()

    @Slot()
    def _on_tick(self) -> None:
        self._talk.look_at_clock(self._now_ms())

    @Slot()
    def _on_comfort(self) -> None:
        """Another language or size is a sign of life."""
        self._talk.stirred()
        self.changed.emit()

    @Slot(str)
    def _on_state(self, _state: str) -> None:
        self.changed.emit()

    def _now_ms(self) -> float:
        now = self._clock.now()
        return now.timestamp() * 1000 if now else 0.0

    def _spoken(self, words: Words | None) -> str:
        return self._preferences.name_of(words) if words else ""

    def _counter(self) -> str:
        return self._view.counter if self._view else ""

    def _title(self) -> str:
        return self._preferences.say("rest_title", counter=self._counter())

    def _rest_text(self) -> str:
        is_open = self._view is not None and self._view.is_open
        return self._preferences.say("rest_text" if is_open else "rest_closed")

    def _about(self) -> str:
        if not self._talk.asked:
            return ""
        return self._preferences.say("about", number=self._talk.number, counter=self._counter())

    def _begin_words(self) -> str:
        number = (self._view.number if self._view else None) or ""
        return self._preferences.say("begin", number=number)

    def _is_offline(self) -> bool:
        return self._view is not None and self._link.state != "online"

    def _thanks_words(self) -> str:
        said = self._talk.said
        return self._preferences.say(f"said_{said}" if said else "thanks_text")

    def _levels(self) -> list[dict[str, object]]:
        return [
            {"mark": mark, "words": self._preferences.say(f"level_{mark}"), "tone": TONES[mark]}
            for mark in range(BEST, WORST - 1, -1)
        ]

    preferences = Property(QObject, lambda self: self._preferences, constant=True)
    clock = Property(QObject, lambda self: self._clock, constant=True)
    scene = Property(str, lambda self: self._talk.scene.value, notify=changed)
    hall = Property(str, lambda self: self._spoken(self._view and self._view.hall), notify=changed)
    authority = Property(
        str, lambda self: self._spoken(self._view and self._view.authority), notify=changed
    )
    title = Property(str, _title, notify=changed)
    rest_text = Property(str, _rest_text, notify=changed)
    is_offline = Property(bool, _is_offline, notify=changed)
    is_sending = Property(bool, lambda self: self._talk.is_sending, notify=changed)
    takes_touch = Property(bool, lambda self: self._talk.takes_touch, notify=changed)
    about = Property(str, _about, notify=changed)
    levels = Property(list, _levels, notify=levels_changed)
    result = Property(int, lambda self: self._talk.result, notify=changed)
    attitude = Property(int, lambda self: self._talk.attitude, notify=changed)
    may_begin = Property(bool, lambda self: self._talk.may_begin, notify=changed)
    begin_words = Property(str, _begin_words, notify=changed)
    thanks_words = Property(str, _thanks_words, notify=changed)
