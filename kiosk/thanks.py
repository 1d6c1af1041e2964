"""The last screen: the number, its queue, its paper, and the way back to the first screen."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QObject, Signal

from hallctl.core.views import KioskView
from hallctl.station.preferences import Preferences
from kiosk.resting import Countdown, Patience
from kiosk.taking import Paper, TakenNumber
from kiosk.wording import wait_words


def appointed_time(at: int, view: KioskView) -> str:
    """The time of day that an appointment is for, or empty where there is none or it has begun."""
    if at <= view.shown_at:
        return ""
    return f"{datetime.fromtimestamp(at / 1000, ZoneInfo(view.timezone)):%H:%M}"


class Thanks(QObject):
    """A number just given; ``over`` when its holder has had time to take the paper."""

    changed = Signal()
    over = Signal()

    def __init__(self, preferences: Preferences, patience: Patience, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._patience = patience
        self._taken: TakenNumber | None = None
        self._paper = Paper("")
        self._is_spoken = False
        self._at = ""
        """The appointed time, while that is to come."""
        self._countdown = Countdown(self.over.emit, self.changed.emit, self)
        preferences.language_changed.connect(self.changed)

    def give(self, taken: TakenNumber, view: KioskView | None, *, is_spoken: bool = False) -> None:
        """Show this number from now on; for longer where it is being read out."""
        self._taken = taken
        self._at = "" if view is None else appointed_time(taken.appointment_at, view)
        self._is_spoken = is_spoken
        self._paper = Paper(taken.ticket)
        if view is not None:
            self._paper.look(view)
        self._countdown.start(self._patience_s())
        self.changed.emit()

    def look(self, view: KioskView) -> None:
        """See in the newest view whether the number is on paper; trouble needs more time."""
        was_in_trouble = self._paper.in_trouble
        self._paper.look(view)
        if self._countdown.left_s and self._paper.in_trouble and not was_in_trouble:
            self._countdown.start(self._patience.trouble_s)
        self.changed.emit()

    def linger(self) -> None:
        """Its holder is still here: count anew."""
        if self._countdown.left_s:
            self._countdown.start(self._patience_s())
            self.changed.emit()

    def leave(self) -> None:
        """Count no more; the number stays as it was shown last."""
        self._countdown.stop()

    @property
    def told(self) -> str:
        """The number with all that belongs to it, in one piece."""
        if self._taken is None:
            return ""
        said = (
            f"{self._preferences.say('thanks_title')}: {self._taken.number}",
            self._service(),
            f"{self._preferences.say('people_ahead')}: {self._ahead()}",
            f"{self._preferences.say('expected_wait')}: {self._expected()}",
            self._preferences.say("no_paper_title" if self._paper.in_trouble else "take_paper"),
        )
        return ". ".join(said)

    def _patience_s(self) -> int:
        is_long = self._paper.in_trouble or self._is_spoken
        return self._patience.trouble_s if is_long else self._patience.thanks_s

    def _service(self) -> str:
        if self._taken is None:
            return ""
        return self._preferences.name_of(self._taken.choice.name)

    def _ahead(self) -> str:
        if self._taken is None:
            return ""
        if self._taken.ahead is None:
            return self._preferences.say("not_known")
        return self._preferences.say("people", count=self._taken.ahead)

    def _expected(self) -> str:
        if self._taken is None:
            return ""
        if self._taken.ahead is None:
            return self._preferences.say("not_known")
        if self._at:
            return self._preferences.say("expected_at", time=self._at)
        expected_s = self._taken.expected_wait_s
        if expected_s is None:
            return self._preferences.say("expected_unknown")
        if expected_s < 60:
            return self._preferences.say("expected_soon")
        return wait_words(self._preferences, expected_s)

    def _back_words(self) -> str:
        return self._preferences.say("back_by_itself", count=self._countdown.left_s)

    def _share_left(self) -> float:
        total = self._countdown.total_s
        return self._countdown.left_s / total if total else 0.0

    number = Property(str, lambda self: self._taken.number if self._taken else "", notify=changed)
    has_priority = Property(
        bool, lambda self: bool(self._taken and self._taken.has_priority), notify=changed
    )
    service = Property(str, _service, notify=changed)
    ahead = Property(str, _ahead, notify=changed)
    expected = Property(str, _expected, notify=changed)
    in_trouble = Property(bool, lambda self: self._paper.in_trouble, notify=changed)
    status_link = Property(str, lambda self: self._paper.status_link, notify=changed)
    seconds_left = Property(int, lambda self: self._countdown.left_s, notify=changed)
    share_left = Property(float, _share_left, notify=changed)
    back_words = Property(str, _back_words, notify=changed)
