"""What the pages behind the counter share: asked for while they are open, one wish at a time."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple, TypeVar

import msgspec
from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from counter_display.desk.heard import read, why_not
from counter_display.desk.pdf_desk import Papers, PdfDesk
from counter_display.desk.refusing import Refusing
from hallctl.core.commands import Command
from hallctl.core.views import CounterView
from hallctl.station.link.answering import Answer, Link, Said
from hallctl.station.link.press import Press
from hallctl.station.preferences import Preferences

REFRESH_MS = 1000
_Kind = TypeVar("_Kind", bound=msgspec.Struct)


class Around(NamedTuple):
    """What a page stands on."""

    link: Link
    preferences: Preferences
    refusing: Refusing
    papers: Papers
    timezone: Callable[[], str]


class Page(QObject):
    """``message`` tells what became of the last wish; ``state`` is asking, shown or lost.

    A page's own properties tell through a signal of the page's own class, sent with ``changed``:
    Qt knows no other for them.
    """

    changed = Signal()

    def __init__(self, around: Around, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self._link, self._preferences = around.link, around.preferences
        self._pdf = PdfDesk(around.link, around.preferences, around.refusing, around.papers, self)
        self._press = Press(around.link, self)
        self._is_open = False
        self._seen = -1
        self._state = "asking"
        self._message, self._tone = "", "soft"
        self._turns: dict[str, int] = {}
        self._refresh = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._refresh.timeout.connect(self._fetch_if_open)
        self._press.changed.connect(self.changed)
        self._pdf.changed.connect(self.changed)
        around.preferences.language_changed.connect(self.changed)
        around.link.state_changed.connect(self._on_state)

    def open(self) -> None:
        """Ask for what it shows."""
        self._is_open = True
        self._message = ""
        self._fetch()
        self.changed.emit()

    def close(self) -> None:
        """Ask for nothing more."""
        self._is_open = False
        self._refresh.stop()
        self._pdf.forget()

    def look(self, view: CounterView) -> None:
        """Something has happened in the hall: ask again, soon."""
        if self._is_open and view.journal_number > self._seen:
            self._seen = view.journal_number
            if not self._refresh.isActive():
                self._refresh.start()

    def _fetch(self) -> None:
        """Ask the hall for what the page shows."""
        raise NotImplementedError

    def _get(self, path: str, kind: type[_Kind], taken: Callable[[_Kind], None]) -> None:
        """Ask for a document; only the newest asking of its kind is heard."""
        turn = self._turns[kind.__name__] = self._turns.get(kind.__name__, 0) + 1

        def heard(said: Said) -> None:
            if turn != self._turns[kind.__name__]:
                return
            found = read(said, kind)
            if found is None:
                self._state = "lost" if said.status == 0 else self._state
                if said.status:
                    self._say(self._around.refusing.words(why_not(said)), "warn")
            else:
                self._state = "shown"
                taken(found)
            self.changed.emit()

        self._link.request("GET", path, b"", heard)

    def _wish(self, command: Command, done: Callable[[Answer], None] | None = None) -> None:
        self._press.ask(command, partial(self._on_done, command, done))

    def _on_done(
        self, command: Command, done: Callable[[Answer], None] | None, answer: Answer
    ) -> None:
        if answer.granted:
            self._say(self._preferences.say(f"done_{type(command).__name__}"), "good")
            if done is not None:
                done(answer)
            self._fetch()
        else:
            self._say(self._around.refusing.words(answer), "warn")
        self.changed.emit()

    def _say(self, text: str, tone: str) -> None:
        self._message, self._tone = text, tone

    @Slot()
    def _fetch_if_open(self) -> None:
        if self._is_open:
            self._fetch()

    @Slot(str)
    def _on_state(self, state: str) -> None:
        if state == "online":
            self._fetch_if_open()
        self.changed.emit()

    def _is_busy(self) -> bool:
        return self._press.is_busy or self._link.state != "online"

    pdf = Property(QObject, lambda self: self._pdf, constant=True)
    state = Property(str, lambda self: self._state, notify=changed)
    message = Property(str, lambda self: self._message, notify=changed)
    tone = Property(str, lambda self: self._tone, notify=changed)
    is_busy = Property(bool, _is_busy, notify=changed)
