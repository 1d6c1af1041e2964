"""Whose an opened dossier is: shown when asked for, corrected, and what else that person handed in."""

from collections.abc import Callable
from functools import partial
from urllib.parse import quote

import msgspec
from PySide6.QtCore import Property, QObject, Signal, Slot

from counter_display.desk.applicant_form import ApplicantForm
from counter_display.desk.found import Applicant
from counter_display.desk.heard import read, why_not
from counter_display.desk.other_dossiers import OtherDossiers
from hallctl.station.link.answering import Answer, Link, Said

Tell = Callable[[str | Answer, str], None]
"""Hears a sentence's key, or a refusal, and its tone."""


class Whose(QObject):
    """``state`` is hidden, asking, shown, nobody or editing."""

    changed = Signal()

    def __init__(
        self, link: Link, form: ApplicantForm, others: OtherDossiers, tell: Tell, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._form = form
        self._others = others
        self._tell = tell
        self._dossier = ""
        self._state = "hidden"

    def look(self, dossier: str, timezone: str) -> None:
        """The dossier that is open now; empty for none. Another one hides the person."""
        if dossier != self._dossier:
            self.hide()
        self._dossier = dossier
        self._others.look(dossier, timezone)

    @Slot()
    def show(self) -> None:
        """Whose it is: a look, and logged as one."""
        if self._dossier:
            self._state = "asking"
            self._link.request("GET", self._path(), b"", partial(self._on_person, self._dossier))
            self.changed.emit()

    @Slot()
    def hide(self) -> None:
        """Nobody else is to read it."""
        self._state = "hidden"
        self._form.clear()
        self._others.close()
        self.changed.emit()

    @Slot()
    def edit(self) -> None:
        """Correct what is kept, or fill in what is missing."""
        if self._state in {"shown", "nobody"}:
            self._state = "editing"
            self._others.close()
            self.changed.emit()

    @Slot()
    def keep(self) -> None:
        """Keep what was typed."""
        applicant = self._form.applicant()
        if self._dossier and applicant is not None:
            heard = partial(self._on_kept, self._dossier)
            self._link.request("PUT", self._path(), msgspec.json.encode(applicant), heard)

    @Slot()
    def find_others(self) -> None:
        """What else this person has handed in: one more look, and logged."""
        if self._state == "shown":
            self._others.find(self._form.identity)

    def _path(self) -> str:
        return f"/api/dossiers/{quote(self._dossier)}/applicant"

    def _on_person(self, dossier: str, said: Said) -> None:
        if dossier != self._dossier or self._state != "asking":
            return
        kept = read(said, Applicant)
        if kept is not None:
            self._form.show(kept.applicant)
            self._state = "shown"
        elif (answer := why_not(said)).refused == "not_found":
            self._state = "nobody"
        else:
            self._state = "hidden"
            self._tell(answer, "warn")
        self.changed.emit()

    def _on_kept(self, dossier: str, said: Said) -> None:
        if dossier != self._dossier:
            return
        if said.is_good:
            self._state = "shown"
            self._tell("applicant_kept", "good")
        else:
            answer = why_not(said)
            self._form.refuse(str(answer.details.get("field", "")))
            self._tell(answer, "warn")
        self.changed.emit()

    def _may_find(self) -> bool:
        return self._state == "shown" and bool(self._form.identity)

    form = Property(QObject, lambda self: self._form, constant=True)
    others = Property(QObject, lambda self: self._others, constant=True)
    state = Property(str, lambda self: self._state, notify=changed)
    may_find = Property(bool, _may_find, notify=changed)
