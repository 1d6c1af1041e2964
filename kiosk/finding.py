"""Finding a procedure at the kiosk: what is typed, what answers, and the one that was opened."""

from functools import partial
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from hallctl.station.preferences import Preferences
from hallctl.station.procedures import ProcedureLine, ProcedureLookUp, ProcedurePage
from kiosk.procedure_wording import NO_PAGE, lines_words, page_words

LONGEST = 40
"""Letters that fit on the line."""
MOST_ANSWERS = 6
PAUSE_MS = 180
"""Whoever types on within it is not answered in between."""


class Finding(QObject):
    """The words typed so far, the procedures that answer them, and the one opened."""

    changed = Signal()
    opened = Signal()
    """A procedure's page is there to be shown."""

    def __init__(
        self, look_up: ProcedureLookUp, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look_up = look_up
        self._preferences = preferences
        self._text = ""
        self._answered = ""
        self._lines: tuple[ProcedureLine, ...] = ()
        self._page: ProcedurePage | None = None
        self._is_lost = self._lists_papers = False
        self._turn = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        preferences.language_changed.connect(self.changed)

    @Slot(str)
    def type(self, letter: str) -> None:
        """One more letter, or a space."""
        self._become((self._text + letter).lstrip()[:LONGEST])

    @Slot()
    def erase(self) -> None:
        """Take the last letter back."""
        self._become(self._text[:-1])

    @Slot(str)
    def write(self, words: str) -> None:
        """Put these words in place of what was typed; empty ones clear the line."""
        self._become(words[:LONGEST])

    @Slot(str)
    def open(self, procedure: str) -> None:
        """Fetch that procedure's page."""
        self._turn += 1
        self._look_up.page(procedure, partial(self._on_page, self._turn))

    @Slot(bool)
    def list_papers(self, is_wanted: bool) -> None:
        """Show what has to be handed in, or the rest of the page again."""
        self._lists_papers = is_wanted and self._page is not None and bool(self._page.papers)
        self.changed.emit()

    def forget(self) -> None:
        """The person has left."""
        self._page, self._lists_papers = None, False
        self._become("")

    @property
    def shown(self) -> str:
        """The code of the procedure whose page is there, or empty."""
        return self._page.procedure if self._page else ""

    def _become(self, text: str) -> None:
        self._text = text
        self._turn += 1
        self._is_lost = False
        if text.strip():
            self._pause.start()
        else:
            self._pause.stop()
            self._lines, self._answered = (), ""
        self.changed.emit()

    @Slot()
    def _on_pause(self) -> None:
        answer = partial(self._on_lines, self._turn, self._text)
        self._look_up.find(self._text.strip(), MOST_ANSWERS, answer)

    def _on_lines(self, turn: int, asked: str, lines: tuple[ProcedureLine, ...] | None) -> None:
        if turn != self._turn:
            return
        self._is_lost = lines is None
        self._lines, self._answered = lines or (), asked
        self.changed.emit()

    def _on_page(self, turn: int, page: ProcedurePage | None) -> None:
        if turn != self._turn:
            return
        self._is_lost = page is None
        if page is not None:
            self._page, self._lists_papers = page, False
            self.opened.emit()
        self.changed.emit()

    def _state(self) -> str:
        if self._is_lost:
            return "lost"
        if not self._text.strip():
            return "empty"
        if self._lines:
            return "found"
        return "nothing" if self._answered == self._text else "asking"

    def _answers(self) -> list[dict[str, str]]:
        return lines_words(self._preferences, self._lines)

    def _procedure(self) -> dict[str, Any]:
        return page_words(self._preferences, self._page) if self._page else NO_PAGE

    def _needs(self) -> list[str]:
        return self._preferences.say("common_needs").split("|")

    text = Property(str, lambda self: self._text, notify=changed)
    state = Property(str, _state, notify=changed)
    answers = Property(list, _answers, notify=changed)
    procedure = Property(dict, _procedure, notify=changed)
    lists_papers = Property(bool, lambda self: self._lists_papers, notify=changed)
    common_needs = Property(list, _needs, notify=changed)
