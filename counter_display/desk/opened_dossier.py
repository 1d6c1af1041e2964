"""One dossier opened by its code, its barcode or its receipt's QR code, and moved on."""

from functools import partial
from typing import NamedTuple
from urllib.parse import quote

import msgspec
from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from counter_display.desk.acts import Acts
from counter_display.desk.applicant_form import ApplicantForm
from counter_display.desk.form_desk import FormDesk
from counter_display.desk.found import Applicant, Found, face_of
from counter_display.desk.heard import read, why_not
from counter_display.desk.refusing import Refusing
from counter_display.desk.slip_watch import SlipWatch
from hallctl.core.commands import Command, PrintSlip
from hallctl.core.views import CounterView
from hallctl.station.addressing import new_command_id
from hallctl.station.answering import Answer, Link, Said
from hallctl.station.asking import Asking
from hallctl.station.clock import HallClock
from hallctl.station.preferences import Preferences

REFRESH_MS = 1000


class Aids(NamedTuple):
    """What an opened dossier shares with the rest of the panel."""

    preferences: Preferences
    clock: HallClock
    refusing: Refusing
    forms: FormDesk
    slip: SlipWatch


class OpenedDossier(QObject):
    """``state`` is empty, asking, open or refused; the applicant is fetched only when asked for."""

    changed = Signal()

    def __init__(self, link: Link, aids: Aids, parent: QObject) -> None:
        super().__init__(parent)
        self._link = link
        self._aids = aids
        self._wanted = ""
        self._found: Found | None = None
        self._message, self._tone = "", "soft"
        self._turn = 0
        self._seen = -1
        self._asking = Asking(link, self)
        self._acts = Acts(aids.preferences, aids.clock, self._do, self)
        self._person = ApplicantForm(aids.preferences, self)
        self._person_state = "hidden"
        self._refresh = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._refresh.timeout.connect(self._look_again)
        self._asking.changed.connect(self.changed)
        aids.preferences.language_changed.connect(self._on_language)
        link.state_changed.connect(self._on_state)

    def look(self, view: CounterView) -> None:
        """Something has happened in the hall: the dossier may have moved on."""
        if self._found is not None and view.journal_number > self._seen:
            self._seen = view.journal_number
            if not self._refresh.isActive():
                self._refresh.start()

    @Slot(str)
    def open(self, scanned: str) -> None:
        """Open what was scanned or typed."""
        wanted = scanned.strip()
        if wanted:
            self.close()
            self._wanted = wanted
            self._look_again()

    @Slot()
    def close(self) -> None:
        """Put it away, and forget whose it is."""
        self._turn += 1
        self._wanted, self._found = "", None
        self._message = ""
        self._refresh.stop()
        self.hide_person()
        self._acts.look("", (), (), "")
        self._aids.forms.forget()
        self.changed.emit()

    @Slot()
    def show_person(self) -> None:
        """Whose it is: a look, and logged as one."""
        if self._found is None:
            return
        self._person_state = "asking"
        heard = partial(self._on_person, self._found.dossier.dossier)
        self._link.request("GET", self._person_path(), b"", heard)
        self.changed.emit()

    @Slot()
    def hide_person(self) -> None:
        """Nobody else is to read it."""
        self._person_state = "hidden"
        self._person.clear()
        self.changed.emit()

    @Slot()
    def edit_person(self) -> None:
        """Correct what is kept, or fill in what is missing."""
        if self._person_state in {"shown", "nobody"}:
            self._person_state = "editing"
            self.changed.emit()

    @Slot()
    def keep_person(self) -> None:
        """Keep what was typed."""
        applicant = self._person.applicant()
        if self._found is None or applicant is None:
            return
        heard = partial(self._on_kept, self._found.dossier.dossier)
        body = msgspec.json.encode(applicant)
        self._link.request("PUT", self._person_path(), body, heard)

    @Slot()
    def print_receipt(self) -> None:
        """One more receipt from this counter's printer."""
        if self._found is not None:
            self._do(PrintSlip(command_id=new_command_id(), dossier=self._found.dossier.dossier))

    @Slot()
    def print_fees(self) -> None:
        """A slip of what is due, with a code that pays it."""
        if self._found is not None:
            code = self._found.dossier.dossier
            self._do(PrintSlip(command_id=new_command_id(), dossier=code, kind="fee"))

    def _person_path(self) -> str:
        code = self._found.dossier.dossier if self._found else ""
        return f"/api/dossiers/{quote(code)}/applicant"

    def _do(self, command: Command) -> None:
        self._asking.ask(command, partial(self._on_done, command))

    def _on_done(self, command: Command, answer: Answer) -> None:
        if answer.granted:
            self._message = self._aids.preferences.say(f"done_{type(command).__name__}")
            self._tone = "good"
            self._acts.cancel()
            self._aids.slip.watch(self._wanted, is_ordered=isinstance(command, PrintSlip))
            self._look_again()
        else:
            self._message, self._tone = self._aids.refusing.words(answer), "warn"
        self.changed.emit()

    @Slot()
    def _look_again(self) -> None:
        self._turn += 1
        path = f"/api/dossiers/{quote(self._wanted, safe='')}"
        self._link.request("GET", path, b"", partial(self._on_found, self._turn))
        self.changed.emit()

    def _on_found(self, turn: int, said: Said) -> None:
        if turn != self._turn:
            return
        found = read(said, Found)
        if found is None:
            if self._found is None or said.status:
                self._message, self._tone = self._aids.refusing.words(why_not(said)), "warn"
        else:
            self._take(found)
        self.changed.emit()

    def _take(self, found: Found) -> None:
        if self._found is None:
            self._message = ""
        self._found = found
        self._wanted = found.dossier.dossier
        desk = found.desk
        names = tuple(
            (one.department, self._aids.preferences.name_of(one.name)) for one in desk.departments
        )
        self._acts.look(self._wanted, desk.may, names, desk.department)
        self._aids.forms.look(self._wanted, desk.forms)

    def _on_person(self, dossier: str, said: Said) -> None:
        if not self._is_open(dossier) or self._person_state != "asking":
            return
        kept = read(said, Applicant)
        if kept is not None:
            self._person.show(kept.applicant)
            self._person_state = "shown"
        elif why_not(said).refused == "not_found":
            self._person_state = "nobody"
        else:
            self._person_state = "hidden"
            self._message, self._tone = self._aids.refusing.words(why_not(said)), "warn"
        self.changed.emit()

    def _on_kept(self, dossier: str, said: Said) -> None:
        if not self._is_open(dossier):
            return
        if said.is_good:
            self._person_state = "shown"
            self._message, self._tone = self._aids.preferences.say("applicant_kept"), "good"
        else:
            answer = why_not(said)
            self._person.refuse(str(answer.details.get("field", "")))
            self._message, self._tone = self._aids.refusing.words(answer), "warn"
        self.changed.emit()

    def _is_open(self, dossier: str) -> bool:
        return self._found is not None and self._found.dossier.dossier == dossier

    @Slot(str)
    def _on_language(self, _language: str) -> None:
        if self._found is not None:
            self._take(self._found)
        self.changed.emit()

    @Slot(str)
    def _on_state(self, state: str) -> None:
        if state == "online" and self._wanted:
            self._look_again()
        self.changed.emit()

    def _state(self) -> str:
        if self._found is not None:
            return "open"
        if not self._wanted:
            return "empty"
        return "refused" if self._message else "asking"

    def _face(self) -> dict[str, object]:
        return face_of(self._found, self._aids.preferences) if self._found else {}

    def _is_busy(self) -> bool:
        return self._asking.is_busy or self._link.state != "online"

    acts = Property(QObject, lambda self: self._acts, constant=True)
    person = Property(QObject, lambda self: self._person, constant=True)
    forms = Property(QObject, lambda self: self._aids.forms, constant=True)
    slip = Property(QObject, lambda self: self._aids.slip, constant=True)
    state = Property(str, _state, notify=changed)
    face = Property(dict, _face, notify=changed)
    wanted = Property(str, lambda self: self._wanted, notify=changed)
    person_state = Property(str, lambda self: self._person_state, notify=changed)
    message = Property(str, lambda self: self._message, notify=changed)
    tone = Property(str, lambda self: self._tone, notify=changed)
    is_busy = Property(bool, _is_busy, notify=changed)
