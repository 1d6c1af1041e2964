"""What an official's presses ask of the hall, and which of them make sense now."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot

from counter_display.counter_opening import CounterOpening
from counter_display.notice import Notice
from counter_display.wording import refusal_words
from hallctl.core.commands import (
    CallNext,
    CloseCounter,
    Command,
    EndBreak,
    FinishVisit,
    MarkNoShow,
    OpenDay,
    Recall,
    Requeue,
)
from hallctl.core.refusals import Refusal
from hallctl.core.views import CounterView, CurrentTicket
from hallctl.station.link.addressing import new_command_id
from hallctl.station.link.answering import Answer, Link
from hallctl.station.link.press import Press
from hallctl.station.preferences import Preferences
from hallctl.station.telling import Telling

Done = Callable[[], None] | None


class Serving(QObject):
    """The panel's buttons. While one wish is under way none of them does anything."""

    changed = Signal()
    held_elsewhere = Signal(str, str, object)
    """Whoever was to be called waits for another counter: the number, that counter, the wish."""

    def __init__(
        self,
        link: Link,
        preferences: Preferences,
        notice: Notice,
        opening: CounterOpening,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._preferences = preferences
        self._notice = notice
        self._opening = opening
        self._view: CounterView | None = None
        self._press = Press(link, self)
        self._telling = Telling(self)
        self._press.changed.connect(self._tell)
        preferences.changed.connect(self._tell)
        link.state_changed.connect(self._tell)

    def look(self, view: CounterView) -> None:
        """Take the newest view."""
        self._view = view
        self._telling.tell()

    @Slot()
    def call_next(self) -> None:
        """Call whoever is next; a visit under way is finished first, in the same press."""
        current = self._current()
        if self._view and self._view.on_break:
            self._ask(EndBreak)
        elif current:
            self._ask(FinishVisit, lambda: self._call_after(current.number))
        elif self._may_call():
            self._ask(CallNext)
        elif self._is_ready():
            self._notice.say(self._preferences.say("refused_nobody_waiting"))

    @Slot()
    def recall(self) -> None:
        """Call the current ticket once more."""
        if self._has_current():
            self._ask(Recall, lambda: self._said("done_recalled"))

    @Slot()
    def mark_no_show(self) -> None:
        """The called citizen did not come."""
        if current := self._current():
            self._ask(MarkNoShow, lambda: self._said("done_missed", number=current.number))

    @Slot()
    def finish(self) -> None:
        """The visit is over; the counter stays free."""
        if current := self._current():
            self._ask(FinishVisit, lambda: self._said("done_finished", number=current.number))

    @Slot()
    def requeue_current(self) -> None:
        """Called by mistake: back in the queue with its place kept."""
        if current := self._current():
            self._requeue(current.ticket, current.number)

    @Slot(str, str)
    def requeue(self, ticket: str, number: str) -> None:
        """Someone who was missed is here after all."""
        if self._is_ready():
            self._requeue(ticket, number)

    @Slot()
    def open_counter(self) -> None:
        """Begin to serve, as chosen."""
        wish = self._opening.wish()
        if wish and self._may_open():
            self._press.ask(wish, lambda answer: self._on_answer(answer, None))

    @Slot()
    def close_counter(self) -> None:
        """Stop serving; only while nobody is at the counter."""
        if self._may_close():
            self._ask(CloseCounter)

    @Slot()
    def open_day(self) -> None:
        """The first official of the morning opens the hall's day."""
        if self._may_open_day():
            wish = OpenDay(command_id=new_command_id())
            self._press.ask(wish, lambda answer: self._on_answer(answer, None))

    def ask_for(
        self, kind: Callable[..., Command], done: str = "", number: str = "", /, **fields: object
    ) -> None:
        """Ask for something else at this counter; ``done`` is the key of what is said then."""
        said = (lambda: self._said(done, number=number)) if done else None
        if self.is_ready:
            wish = kind(command_id=new_command_id(), counter=self._counter(), **fields)
            self._press.ask(wish, lambda answer: self._on_asked(wish, answer, said))

    def _on_asked(self, wish: Command, answer: Answer, done: Done) -> None:
        if answer.refused == Refusal.HELD_FOR_ANOTHER:
            number, held_for = (str(answer.details[one]) for one in ("number", "held_for"))
            self.held_elsewhere.emit(number, held_for, wish)
        else:
            self._on_answer(answer, done)

    def _requeue(self, ticket: str, number: str) -> None:
        wish = Requeue(command_id=new_command_id(), ticket=ticket)
        done = lambda: self._said("done_requeued", number=number)  # noqa: E731
        self._press.ask(wish, lambda answer: self._on_answer(answer, done))

    def _ask(self, kind: Callable[..., Command], done: Done = None) -> None:
        if self._is_ready():
            wish = kind(command_id=new_command_id(), counter=self._counter())
            self._press.ask(wish, lambda answer: self._on_answer(answer, done))

    def _on_answer(self, answer: Answer, done: Done) -> None:
        if not answer.granted:
            self._notice.say(refusal_words(self._preferences, answer), "warn")
            return
        self._notice.dismiss()
        if done:
            done()

    def _call_after(self, finished: str) -> None:
        """The second half of "finish and call": nobody waiting is good news, not a refusal."""

        def answered(answer: Answer) -> None:
            if answer.refused == Refusal.NOBODY_WAITING:
                self._said("finished_nobody_waits", number=finished)
            else:
                self._on_answer(answer, None)

        if self._view and self._view.waiting_total == 0:
            self._said("finished_nobody_waits", number=finished)
        else:
            wish = CallNext(command_id=new_command_id(), counter=self._counter())
            self._press.follow(wish, answered)

    def _said(self, key: str, **values: object) -> None:
        self._notice.say(self._preferences.say(key, **values), "good")

    @Slot()
    def _tell(self) -> None:
        self._telling.tell()

    def _counter(self) -> str:
        return self._view.counter if self._view else ""

    def _current(self) -> CurrentTicket | None:
        return self._view.current if self._view else None

    def _is_ready(self) -> bool:
        """The hall is there, the counter is open, and nothing is under way."""
        is_open = self._view is not None and self._view.is_open
        return is_open and self._link.state == "online" and not self._press.is_busy

    def _has_current(self) -> bool:
        return self._is_ready() and self._current() is not None

    def _may_call(self) -> bool:
        """Someone waits, or is here whose visit can be finished; or a break can be ended."""
        view = self._view
        someone = view is not None and (view.waiting_total > 0 or view.current or view.on_break)
        return self._is_ready() and bool(someone)

    def _may_close(self) -> bool:
        return self._is_ready() and self._current() is None

    def _may_open(self) -> bool:
        view = self._view
        closed = view is not None and not view.is_open and view.business_day is not None
        return closed and self._link.state == "online" and not self._press.is_busy

    def _may_open_day(self) -> bool:
        is_closed = self._view is not None and self._view.business_day is None
        return is_closed and self._link.state == "online" and not self._press.is_busy

    def _call_words(self) -> str:
        if self._view and self._view.on_break:
            return self._preferences.say("end_break")
        if self._current() is None:
            return self._preferences.say("call_next")
        waits = self._view is not None and self._view.waiting_total > 0
        return self._preferences.say("finish_and_call" if waits else "finish")

    def _call_icon(self) -> str:
        """What the press does: come back, call, or only let the citizen go."""
        if self._view and self._view.on_break:
            return "log-in"
        waits = self._view is not None and self._view.waiting_total > 0
        return "megaphone" if waits or self._current() is None else "circle-check"

    def _call_hint(self) -> str:
        if self._view is None or not self._view.is_open or self._view.on_break:
            return ""
        if self._view.current and self._view.current.then:
            name = self._preferences.name_of(self._view.current.then[0])
            return self._preferences.say("then_goes_on", service=name)
        if not self._view.waiting:
            return self._preferences.say("nobody_waits")
        return self._preferences.say("next_is", number=self._view.waiting[0].number)

    is_busy = Property(bool, lambda self: self._press.is_busy, notify=changed)
    is_ready = Property(bool, _is_ready, notify=changed)
    has_current = Property(bool, _has_current, notify=changed)
    may_call = Property(bool, _may_call, notify=changed)
    may_close = Property(bool, _may_close, notify=changed)
    may_open = Property(bool, _may_open, notify=changed)
    may_open_day = Property(bool, _may_open_day, notify=changed)
    call_words = Property(str, _call_words, notify=changed)
    call_hint = Property(str, _call_hint, notify=changed)
    call_icon = Property(str, _call_icon, notify=changed)
