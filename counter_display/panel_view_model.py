"""What an official's panel shows and does, without a line of drawing."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QObject, Signal, Slot

from counter_display.counter_opening import CounterOpening
from counter_display.desk.desk import Desk, Surroundings
from counter_display.desk.pdf_desk import Papers
from counter_display.floor import Floor
from counter_display.message import SupervisorMessage
from counter_display.notice import Notice
from counter_display.queue_reading import (
    Line,
    figure_lines,
    missed_lines,
    waiting_lines,
    with_appointment,
)
from counter_display.serving import Serving
from counter_display.signing_in import SigningIn
from counter_display.wording import minutes_words, refusal_words, stopwatch
from hallctl.core.plan import Words
from hallctl.core.views import CounterView, CurrentTicket, TicketView
from hallctl.station.clock import HallClock
from hallctl.station.emergency import Emergency
from hallctl.station.link.answering import Answer, Link
from hallctl.station.preferences import Preferences
from hallctl.station.row_model import RowModel
from hallctl.station.telling import Telling

WORDS = Path(__file__).parent / "words"
LINES_SHOWN = 12
"""Of those who wait: more have no room on any panel."""


class PanelViewModel(QObject):
    """The counter's newest view, worded; what is pressed goes through ``serving``."""

    changed = Signal()
    ticked = Signal()
    # A list is told of only when a word of it changes: its lines are drawn anew then, and a
    # finger that is on one of them would be lost.
    missed_changed = Signal()

    def __init__(
        self,
        link: Link,
        official: str = "",
        slips: Link | None = None,
        papers: Papers | None = None,
    ) -> None:
        """``slips`` is the link of this counter's own printer, ``papers`` where forms go."""
        super().__init__()
        self._link = link
        self._view: CounterView | None = None
        self._waiting = RowModel(self, key="ticket")
        self._missed: list[Line] = []
        self._figures = RowModel(self)
        self._preferences = Preferences(WORDS, self)
        self._clock = HallClock(self)
        self._emergency = Emergency(link, self)
        self._message = SupervisorMessage(link, self)
        self._notice = Notice(self)
        self._opening = CounterOpening(self._preferences, official, self)
        self._signing_in = SigningIn(link, self._preferences, self._notice, self)
        self._serving = Serving(link, self._preferences, self._notice, self._opening, self)
        self._floor = Floor(self._serving, self._opening, self._preferences, self._clock, self)
        self._desk = Desk(Surroundings(link, slips, self._preferences, self._clock, papers), self)
        self._desk.ticket_scanned.connect(self._on_ticket)
        self._telling, self._ticking = Telling(self), Telling(self, "ticked")
        self._signing_in.changed.connect(self._tell)
        self._preferences.language_changed.connect(self._clock.set_language)
        self._preferences.changed.connect(self._on_words)
        self._clock.ticked.connect(self._on_tick)
        link.view_changed.connect(self._on_view)
        link.state_changed.connect(self._tell)
        self._on_view(link.view)

    @Slot(str, str, result=str)
    def requeue_words(self, number: str, missed_at: str) -> str:
        """What a missed number's button is called aloud."""
        return self._preferences.say("missed_again", number=number, time=missed_at)

    @Slot(str, str, str, result=str)
    def parked_words(self, number: str, reason: str, since: str) -> str:
        """What a parked number's button is called aloud."""
        return self._preferences.say("parked_resume", number=number, reason=reason, time=since)

    @Slot(str, int, result=str)
    def count_words(self, key: str, count: int) -> str:
        """The title of a list with so many numbers."""
        return self._preferences.say(key, count=count)

    @Slot(str, result=str)
    def call_words(self, number: str) -> str:
        """What a waiting number's line is called aloud."""
        return self._preferences.say("waiting_call", number=number)

    @Slot()
    def show_missed(self) -> None:
        """All who did not come, where they have no room side by side."""
        self._floor.show_missed(self._missed)

    @Slot(object)
    def _on_view(self, view: object) -> None:
        if not isinstance(view, CounterView):
            return
        self._view = view
        self._clock.set_hall_time(view.shown_at, view.timezone)
        self._opening.look(view)
        self._signing_in.look(view)
        self._serving.look(view)
        self._floor.look(view)
        self._desk.look(view)
        self._read_lists(view)
        self._tell()

    @Slot(object)
    def _on_ticket(self, scanned: object) -> None:
        """A ticket was held to the scanner: where it stands, and whether it may be called."""
        if isinstance(scanned, TicketView):
            self._floor.show_ticket(scanned)
        else:
            words = refusal_words(self._preferences, Answer(refused=str(scanned)))
            self._notice.say(words, "warn")

    @Slot()
    def _tell(self) -> None:
        self._telling.tell()

    @Slot()
    def _on_words(self) -> None:
        if self._view is not None:
            self._read_lists(self._view)
        self._tell()

    @Slot()
    def _on_tick(self) -> None:
        self._count_waiting()
        self._ticking.tell()

    def _read_lists(self, view: CounterView) -> None:
        self._count_waiting()
        self._figures.show(figure_lines(view, self._preferences))
        missed = missed_lines(view)
        if missed != self._missed:
            self._missed = missed
            self.missed_changed.emit()

    def _count_waiting(self) -> None:
        """Minutes go on between views."""
        if self._view is None:
            return
        lines = waiting_lines(self._view, self._preferences, self._age_s())
        self._waiting.show(lines[:LINES_SHOWN])

    def _age_s(self) -> float:
        """How old the view is; last data of a lost hall don't grow older."""
        now = self._clock.now()
        if now is None or self._view is None or not self._is_online():
            return 0.0
        return now.timestamp() - self._view.shown_at / 1000

    def _since_s(self, moment_ms: int) -> float:
        now = self._clock.now()
        return now.timestamp() - moment_ms / 1000 if now else 0.0

    def _is_online(self) -> bool:
        return self._link.state == "online"

    def _scene(self) -> str:
        if self._view is None:
            return "connecting"
        if self._view.business_day is None:
            return "hall_closed"
        if not self._view.is_open:
            return "sign_in" if self._signing_in.is_needed else "closed"
        if self._view.on_break:
            return "break"
        return "serving" if self._view.current else "free"

    def _spoken(self, words: Words | None) -> str:
        return self._preferences.name_of(words) if words else ""

    def _current(self) -> Line:
        current = self._view.current if self._view else None
        if current is None:
            return {}
        since = max(current.issued_at, current.appointment_at)
        waited_s = max(0, current.called_at - since) / 1000
        waited = minutes_words(self._preferences, waited_s)
        calls = self._preferences.say("called_times", count=current.calls)
        return {
            "number": current.number,
            "service": self._service_of(current),
            "has_priority": current.has_priority,
            "waited": self._preferences.say("waited_before", minutes=waited),
            "calls": calls if current.calls > 1 else "",
            "then": self._then(current.then),
            "notes": " · ".join(current.notes),
        }

    def _service_of(self, current: CurrentTicket) -> str:
        said, view = self._spoken(current.service_name), self._view
        if view is None:
            return said
        return with_appointment(said, current.appointment_at, view, self._preferences)

    def _then(self, services: tuple[Words, ...]) -> str:
        names = ", ".join(self._spoken(one) for one in services)
        return self._preferences.say("then_services", services=names) if names else ""

    def _at_counter(self) -> str:
        current = self._view.current if self._view else None
        return stopwatch(self._since_s(current.called_at)) if current else ""

    def _break_title(self) -> str:
        return self._preferences.say("break_title", reason=self._floor.break_text)

    def _offline_text(self) -> str:
        if self._is_online() or self._view is None:
            return ""
        told = datetime.fromtimestamp(self._view.shown_at / 1000, ZoneInfo(self._view.timezone))
        return self._preferences.say("offline_text", time=f"{told:%H:%M}")

    def _waiting_title(self) -> str:
        title = self._preferences.say("waiting_title", count=self._total())
        oldest_s = self._view.oldest_wait_s if self._view else 0
        if oldest_s < 60 or not self._total():
            return title
        oldest = minutes_words(self._preferences, oldest_s)
        return f"{title} · {self._preferences.say('oldest_wait', minutes=oldest)}"

    def _total(self) -> int:
        return self._view.waiting_total if self._view else 0

    def _counter(self) -> str:
        return self._view.counter if self._view else ""

    def _official(self) -> str:
        return self._view.official if self._view else ""

    preferences = Property(QObject, lambda self: self._preferences, constant=True)
    message = Property(QObject, lambda self: self._message, constant=True)
    emergency = Property(QObject, lambda self: self._emergency, constant=True)
    clock = Property(QObject, lambda self: self._clock, constant=True)
    notice = Property(QObject, lambda self: self._notice, constant=True)
    opening = Property(QObject, lambda self: self._opening, constant=True)
    signing_in = Property(QObject, lambda self: self._signing_in, constant=True)
    serving = Property(QObject, lambda self: self._serving, constant=True)
    floor = Property(QObject, lambda self: self._floor, constant=True)
    desk = Property(QObject, lambda self: self._desk, constant=True)
    scene = Property(str, _scene, notify=changed)
    is_online = Property(bool, _is_online, notify=changed)
    offline_text = Property(str, _offline_text, notify=changed)
    counter = Property(str, _counter, notify=changed)
    official = Property(str, _official, notify=changed)
    hall = Property(str, lambda self: self._spoken(self._view and self._view.hall), notify=changed)
    current = Property(dict, _current, notify=changed)
    break_title = Property(str, _break_title, notify=changed)
    at_counter = Property(str, _at_counter, notify=ticked)
    waiting = Property(QObject, lambda self: self._waiting, constant=True)
    waiting_total = Property(int, _total, notify=changed)
    waiting_title = Property(str, _waiting_title, notify=changed)
    missed = Property(list, lambda self: self._missed, notify=missed_changed)
    figures = Property(QObject, lambda self: self._figures, constant=True)
