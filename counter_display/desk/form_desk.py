"""A dossier's official forms on the official's own machine: opened, saved, printed."""

from functools import partial
from typing import Protocol
from urllib.parse import quote

from PySide6.QtCore import Property, QObject, Signal, Slot

from counter_display.desk.heard import why_not
from counter_display.desk.refusing import Refusing
from hallctl.station.answering import Link, Said
from hallctl.station.form_papers import FormPapers, PaperError
from hallctl.station.preferences import Preferences

PAPERS = ("a4", "a5")
ACTS = ("open", "save", "print")


class Papers(Protocol):
    """What becomes of a PDF; ``hallctl.station.form_papers.FormPapers`` is the real one."""

    def open(self, name: str, pdf: bytes) -> str:
        """Show it."""

    def save(self, name: str, pdf: bytes) -> str:
        """Keep it; gives where."""

    def print(self, name: str, pdf: bytes) -> str:
        """Put it on paper; gives the printer."""

    def forget(self) -> None:
        """Delete what was only shown."""


class FormDesk(QObject):
    """The forms of one dossier; ``message`` says what became of the last one."""

    changed = Signal()

    def __init__(
        self,
        link: Link,
        preferences: Preferences,
        refusing: Refusing,
        parent: QObject,
        papers: Papers | None = None,
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._preferences = preferences
        self._refusing = refusing
        self._papers = papers or FormPapers()
        self._dossier = ""
        self._numbers: tuple[str, ...] = ()
        self._paper = "a5"
        self._message, self._tone = "", "soft"
        self._is_busy = False
        self._turn = 0

    def look(self, dossier: str, numbers: tuple[str, ...]) -> None:
        """Offer the forms that the dossier has."""
        if dossier != self._dossier:
            self._message = ""
            self._turn += 1
            self._is_busy = False
        self._dossier, self._numbers = dossier, numbers
        self.changed.emit()

    def forget(self) -> None:
        """The dossier is put away, and what was shown of it."""
        self.look("", ())
        self._papers.forget()

    @Slot(str)
    def choose_paper(self, paper: str) -> None:
        """On which paper: a4 or a5."""
        if paper in PAPERS:
            self._paper = paper
            self.changed.emit()

    @Slot(str, str)
    def do(self, act: str, number: str) -> None:
        """``open``, ``save`` or ``print`` the form of that number."""
        if act not in ACTS or self._is_busy or not self._dossier:
            return
        self._is_busy = True
        self._message, self._tone = self._preferences.say("form_fetching"), "soft"
        self._turn += 1
        path = f"/api/dossiers/{quote(self._dossier)}/forms/{number}.pdf?paper={self._paper}"
        heard = partial(self._on_form, self._turn, act, f"{self._dossier}-{number}")
        self._link.request("GET", path, b"", heard)
        self.changed.emit()

    def _on_form(self, turn: int, act: str, name: str, said: Said) -> None:
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

    def _lines(self) -> list[dict[str, str]]:
        return [
            {"number": number, "name": self._preferences.say(f"form_name_{number}")}
            for number in self._numbers
        ]

    lines = Property(list, _lines, notify=changed)
    paper = Property(str, lambda self: self._paper, notify=changed)
    message = Property(str, lambda self: self._message, notify=changed)
    tone = Property(str, lambda self: self._tone, notify=changed)
    is_busy = Property(bool, lambda self: self._is_busy, notify=changed)
