"""A dossier's official forms on the official's own machine: opened, saved, printed."""

from urllib.parse import quote

from PySide6.QtCore import Property, QObject, Signal, Slot

from counter_display.desk.pdf_desk import Papers, PdfDesk
from counter_display.desk.refusing import Refusing
from hallctl.station.link.answering import Link
from hallctl.station.preferences import Preferences

PAPERS = ("a4", "a5")


class FormDesk(PdfDesk):
    """The forms of one dossier, on the paper chosen."""

    forms_changed = Signal()
    """With ``changed``: a property tells through a signal of its own class."""

    def __init__(
        self,
        link: Link,
        preferences: Preferences,
        refusing: Refusing,
        papers: Papers,
        parent: QObject,
    ) -> None:
        super().__init__(link, preferences, refusing, papers, parent)
        self._dossier = ""
        self._numbers: tuple[str, ...] = ()
        self._paper = "a5"
        self.changed.connect(self.forms_changed)

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
        super().forget()

    @Slot(str)
    def choose_paper(self, paper: str) -> None:
        """On which paper: a4 or a5."""
        if paper in PAPERS:
            self._paper = paper
            self.changed.emit()

    @Slot(str, str)
    def do(self, act: str, number: str) -> None:
        """``open``, ``save`` or ``print`` the form of that number."""
        if self._dossier:
            path = f"/api/dossiers/{quote(self._dossier)}/forms/{number}.pdf?paper={self._paper}"
            self.fetch(act, f"{self._dossier}-{number}", path)

    def _lines(self) -> list[dict[str, str]]:
        return [
            {"number": number, "name": self._preferences.say(f"form_name_{number}")}
            for number in self._numbers
        ]

    lines = Property(list, _lines, notify=forms_changed)
    paper = Property(str, lambda self: self._paper, notify=forms_changed)
