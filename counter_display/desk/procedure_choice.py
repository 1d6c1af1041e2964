"""Choosing the procedure: the service's own and the last ones first, then what answers the words."""

from functools import partial

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from hallctl.station.preferences import Preferences
from hallctl.station.procedures import ProcedureLine, ProcedureLookUp, ProcedurePage
from hallctl.station.told_apart import shortened, told_apart
from hallctl.station.words import bind_compounds

SHOWN = 12
PAUSE_MS = 150
LONGEST_NAME = 160


class ProcedureChoice(QObject):
    """The words typed, the procedures offered for them, and the one that was chosen."""

    changed = Signal()
    chosen = Signal(str)
    """The code of the procedure taken; empty when it was put back."""

    def __init__(self, look_up: ProcedureLookUp, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._look_up = look_up
        self._preferences = preferences
        self._service = ""
        self._text = ""
        self._lines: tuple[ProcedureLine, ...] = ()
        self._page: ProcedurePage | None = None
        self._is_lost = False
        self._is_asking = False
        self._turn = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        preferences.language_changed.connect(self.changed)

    @property
    def procedure(self) -> str:
        """The code of the one chosen, or empty."""
        return self._page.procedure if self._page else ""

    def begin(self, service: str) -> None:
        """Offer what the service of the visit receives."""
        self._service = service
        self._page = None
        self._text = ""
        self._ask()

    @Slot(str)
    def write(self, text: str) -> None:
        """What the official types."""
        if text != self._text:
            self._text = text
            self._pause.start()
            self.changed.emit()

    @Slot(str)
    def choose(self, procedure: str) -> None:
        """Take the procedure of that code; what was still to be looked for is not any more."""
        self._turn += 1
        self._pause.stop()
        self._is_asking = False
        self._look_up.page(procedure, partial(self._on_page, self._turn))

    @Slot()
    def choose_first(self) -> None:
        """Enter on what was typed takes the best answer."""
        if self._lines and not self._pause.isActive() and not self._is_asking:
            self.choose(self._lines[0].procedure)

    @Slot()
    def put_back(self) -> None:
        """Choose another one."""
        self._page = None
        self.chosen.emit("")
        self._ask()

    @Slot()
    def ask_again(self) -> None:
        """The hall is back."""
        if self._is_lost:
            self._ask()

    @Slot()
    def _ask(self) -> None:
        self._turn += 1
        self._is_lost, self._is_asking = False, True
        heard = partial(self._on_lines, self._turn)
        if self._text.strip():
            self._look_up.find(self._text.strip(), SHOWN, heard)
        else:
            self._look_up.of_service(self._service, SHOWN, heard)
        self.changed.emit()

    def _on_lines(self, turn: int, lines: tuple[ProcedureLine, ...] | None) -> None:
        if turn != self._turn:
            return
        self._is_asking = False
        self._is_lost = lines is None
        # What is typed keeps its ranking, with the visit's own service before the others.
        self._lines = tuple(sorted(lines or (), key=lambda line: not self._is_own(line)))
        self.changed.emit()

    def _on_page(self, turn: int, page: ProcedurePage | None) -> None:
        if turn != self._turn:
            return
        self._is_lost = page is None
        self._page = page
        self.changed.emit()
        if page is not None:
            self.chosen.emit(page.procedure)

    def _is_own(self, line: ProcedureLine) -> bool:
        return line.queue is not None and line.queue.service == self._service

    def _state(self) -> str:
        if self._page is not None:
            return "chosen"
        if self._is_lost:
            return "lost"
        if self._lines:
            return "found"
        return "asking" if self._is_asking or self._pause.isActive() else "nothing"

    def _answers(self) -> list[dict[str, object]]:
        names = told_apart([line.name for line in self._lines], LONGEST_NAME)
        return [
            {
                "procedure": line.procedure,
                "name": bind_compounds(name),
                "is_own": self._is_own(line),
                "is_here": line.place.kind == "here",
            }
            for line, name in zip(self._lines, names, strict=True)
        ]

    def _name(self) -> str:
        return bind_compounds(shortened(self._page.name, LONGEST_NAME)) if self._page else ""

    def _about(self) -> str:
        if self._page is None:
            return ""
        parts = [self._page.procedure, bind_compounds(self._page.field)]
        if self._page.department:
            parts.append(self._preferences.name_of(self._page.department))
        return " · ".join(part for part in parts if part)

    text = Property(str, lambda self: self._text, notify=changed)
    state = Property(str, _state, notify=changed)
    answers = Property(list, _answers, notify=changed)
    code = Property(str, lambda self: self.procedure, notify=changed)
    name = Property(str, _name, notify=changed)
    about = Property(str, _about, notify=changed)
