"""What else a person has handed in, by their identity number; every search is logged by the hall."""

from functools import partial
from typing import Any

import msgspec
from PySide6.QtCore import Property, QObject, Signal, Slot

from counter_display.desk.found import TONES
from counter_display.desk.heard import read, why_not
from counter_display.desk.moments import short_moment
from counter_display.desk.refusing import Refusing
from hallctl.core.plan import Words
from hallctl.station.link.answering import Link, Said
from hallctl.station.preferences import Preferences

PATH = "/api/applicants/search"


class _Line(msgspec.Struct):
    dossier: str
    procedure_name: Words
    state: str
    due_at: int


class _Dossiers(msgspec.Struct):
    dossiers: tuple[_Line, ...]


class OtherDossiers(QObject):
    """``state`` is empty, asking, shown or refused."""

    changed = Signal()

    def __init__(
        self, link: Link, preferences: Preferences, refusing: Refusing, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._preferences = preferences
        self._refusing = refusing
        self._own = ""
        self._state = self._refused = ""
        self._found: tuple[_Line, ...] = ()
        self._timezone = ""
        self._turn = 0

    def look(self, own: str, timezone: str) -> None:
        """The dossier that is open already is left out."""
        self._own, self._timezone = own, timezone

    @Slot(str)
    def find(self, identity: str) -> None:
        """Look for everything of whoever has that number."""
        if not identity.strip():
            return
        self._turn += 1
        self._state = "asking"
        body = msgspec.json.encode({"identity": identity.strip()})
        self._link.request("POST", PATH, body, partial(self._on_found, self._turn))
        self.changed.emit()

    @Slot()
    def close(self) -> None:
        """Nobody else is to read it."""
        self._turn += 1
        self._state, self._found = "", ()
        self.changed.emit()

    def _on_found(self, turn: int, said: Said) -> None:
        if turn != self._turn:
            return
        found = read(said, _Dossiers)
        if found is None:
            self._state, self._refused = "refused", self._refusing.words(why_not(said))
        else:
            others = (one for one in found.dossiers if one.dossier != self._own)
            self._state, self._found = "shown", tuple(others)
        self.changed.emit()

    def _words(self) -> str:
        if self._state == "refused":
            return self._refused
        if self._state == "shown" and not self._found:
            return self._preferences.say("others_none")
        return self._preferences.say("person_asking") if self._state == "asking" else ""

    def _lines(self) -> list[dict[str, Any]]:
        say = self._preferences.say
        return [
            {
                "dossier": one.dossier,
                "name": self._preferences.name_of(one.procedure_name),
                "time": short_moment(one.due_at, self._timezone),
                "urgency": say(f"state_{one.state}"),
                "tone": TONES.get(one.state, "soft"),
            }
            for one in self._found
        ]

    state = Property(str, lambda self: self._state, notify=changed)
    words = Property(str, _words, notify=changed)
    lines = Property(list, _lines, notify=changed)
