"""Papers of the hall on the official's own machine: fetched as PDF, then opened, saved or printed."""

from functools import partial
from typing import Protocol

from PySide6.QtCore import Property, QObject, Signal, Slot

from counter_display.desk.heard import why_not
from counter_display.desk.refusing import Refusing
from hallctl.station.link.answering import Link, Said
from hallctl.station.preferences import Preferences
from hallctl.station.printing.form_papers import PaperError

ACTS = ("open", "save", "print")


class Papers(Protocol):
    """What becomes of a PDF; ``hallctl.station.printing.form_papers.FormPapers`` is the real one."""

    printer: str
    """Where to print; empty for the machine's usual one."""

    def printers(self) -> tuple[str, ...]:
        """Those of this machine, the usual one first."""

    def open(self, name: str, pdf: bytes) -> str:
        """Show it."""

    def save(self, name: str, pdf: bytes) -> str:
        """Keep it; gives where."""

    def print(self, name: str, pdf: bytes) -> str:
        """Put it on paper; gives the printer."""

    def forget(self) -> None:
        """Delete what was only shown."""


class PdfDesk(QObject):
    """Fetches one paper at a time; ``message`` says what became of the last one."""

    changed = Signal()

    def __init__(
        self,
        link: Link,
        preferences: Preferences,
        refusing: Refusing,
        papers: Papers,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._preferences = preferences
        self._refusing = refusing
        self._papers = papers
        self._message, self._tone = "", "soft"
        self._is_busy = False
        self._turn = 0

    def fetch(self, act: str, name: str, path: str) -> None:
        """``open``, ``save`` or ``print`` what the hall has under ``path``."""
        if act not in ACTS or self._is_busy:
            return
        self._is_busy = True
        self._message, self._tone = self._preferences.say("form_fetching"), "soft"
        self._turn += 1
        self._link.request("GET", path, b"", partial(self._on_pdf, self._turn, act, name))
        self.changed.emit()

    def forget(self) -> None:
        """Put away what was shown, and what was said of it."""
        self._turn += 1
        self._message, self._is_busy = "", False
        self._papers.forget()
        self.changed.emit()

    @Slot()
    def next_printer(self) -> None:
        """Print at the next of this machine's printers from now on."""
        printers = self._papers.printers()
        if printers:
            place = printers.index(self._papers.printer) if self._papers.printer in printers else 0
            self._papers.printer = printers[(place + 1) % len(printers)]
            self.changed.emit()

    def _on_pdf(self, turn: int, act: str, name: str, said: Said) -> None:
        if turn != self._turn:
            return
        self._is_busy = False
        if said.is_good:
            self._hand_out(act, name, said.body)
        else:
            self._message, self._tone = self._refusing.words(why_not(said)), "warn"
        self.changed.emit()

    def _hand_out(self, act: str, name: str, pdf: bytes) -> None:
        try:
            where = getattr(self._papers, act)(name, pdf)
        except PaperError as error:
            self._message, self._tone = self._preferences.say(f"form_{error.code}"), "warn"
            return
        self._message = self._preferences.say(f"form_done_{act}", where=where)
        self._tone = "good"

    def _printer(self) -> str:
        """The printer's name, where there are several to choose from."""
        printers = self._papers.printers()
        return self._papers.printer or printers[0] if len(printers) > 1 else ""

    message = Property(str, lambda self: self._message, notify=changed)
    tone = Property(str, lambda self: self._tone, notify=changed)
    is_busy = Property(bool, lambda self: self._is_busy, notify=changed)
    printer = Property(str, _printer, notify=changed)
