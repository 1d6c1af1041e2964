"""Dossiers scanned out and in, one after the other as fast as a hand can: what became of each."""

from collections import deque
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from PySide6.QtCore import Property, QObject, Signal, Slot

from counter_display.desk.found import Found
from counter_display.desk.heard import read, why_not
from counter_display.desk.refusing import Refusing
from hallctl.core.commands import Command, ScanIn, ScanOut
from hallctl.station.link.addressing import new_command_id
from hallctl.station.link.answering import Answer, Link, Said
from hallctl.station.preferences import Preferences

IN_THE_HALL = ("out", "in", "result")
AT_A_DEPARTMENT = ("arrived", "back")
"""What may be scanned for: at the hall, and at a department."""
KEPT = 8


@dataclass(frozen=True, slots=True)
class _Scanned:
    code: str
    words: str
    tone: str


class RunScans(QObject):
    """One scan at a time goes to the hall; the others wait their turn. ``scanned``: one is settled."""

    changed = Signal()
    scanned = Signal()

    def __init__(
        self, link: Link, preferences: Preferences, refusing: Refusing, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._preferences = preferences
        self._refusing = refusing
        self._run = self._place = ""
        self._mode = IN_THE_HALL[0]
        self._waiting: deque[str] = deque()
        self._under_way = ""
        self._tape: deque[_Scanned] = deque(maxlen=KEPT)

    def look(self, run: str) -> None:
        """The run that takes what is scanned; empty for the one opened last."""
        self._run = run

    @Slot(str)
    def choose_mode(self, mode: str) -> None:
        """What is scanned is going out, or has come in."""
        if mode in self._modes():
            self._mode = mode
            self.changed.emit()

    @Slot(str)
    def choose_place(self, department: str) -> None:
        """Where this scanner stands: at a department, or at the hall where it is empty."""
        self._place = department
        self._mode = self._modes()[0]
        self.changed.emit()

    @Slot(str)
    def scan(self, text: str) -> None:
        """A receipt's barcode or QR code, or a typed code."""
        if text.strip():
            self._waiting.append(text.strip())
            self._next()
            self.changed.emit()

    def _next(self) -> None:
        if self._under_way or not self._waiting:
            return
        self._under_way = self._waiting.popleft()
        if "/" in self._under_way:
            path = f"/api/dossiers/{quote(self._under_way, safe='')}"
            self._link.request("GET", path, b"", self._on_found)
        else:
            self._ask(self._under_way)

    def _ask(self, code: str) -> None:
        self._link.send(self._command(code), partial(self._on_answer, code.upper()))

    def _command(self, code: str) -> Command:
        run, place, new = self._run or None, self._place or None, new_command_id()
        match self._mode:
            case "out":
                return ScanOut(command_id=new, dossier=code, run=run)
            case "back":
                return ScanOut(
                    command_id=new, dossier=code, run=run, direction="back", department=place
                )
            case "arrived":
                return ScanIn(command_id=new, dossier=code, department=place)
        return ScanIn(command_id=new, dossier=code, with_result=self._mode == "result")

    def _on_found(self, said: Said) -> None:
        """A QR code holds an address; its dossier has a code."""
        found = read(said, Found)
        if found is None:
            self._settle(self._under_way, self._refusing.words(why_not(said)), "bad")
        else:
            self._ask(found.dossier.dossier)

    def _on_answer(self, code: str, answer: Answer) -> None:
        if answer.granted:
            self._settle(code, self._preferences.say(f"scanned_{self._mode}"), "good")
        else:
            self._settle(code, self._refusing.words(answer), "bad")

    def _settle(self, code: str, words: str, tone: str) -> None:
        self._tape.appendleft(_Scanned(code, words, tone))
        self._under_way = ""
        self._next()
        self.scanned.emit()
        self.changed.emit()

    def _modes(self) -> tuple[str, ...]:
        return AT_A_DEPARTMENT if self._place else IN_THE_HALL

    def _mode_lines(self) -> list[dict[str, str]]:
        return [{"key": one, "name": self._preferences.say(f"scan_{one}")} for one in self._modes()]

    def _lines(self) -> list[dict[str, str]]:
        return [{"code": one.code, "words": one.words, "tone": one.tone} for one in self._tape]

    modes = Property(list, _mode_lines, notify=changed)
    mode = Property(str, lambda self: self._mode, notify=changed)
    place = Property(str, lambda self: self._place, notify=changed)
    tape = Property(list, _lines, notify=changed)
    waiting = Property(int, lambda self: len(self._waiting) + bool(self._under_way), notify=changed)
