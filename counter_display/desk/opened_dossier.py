"""One dossier opened by its code, its barcode or its receipt's QR code, and moved on."""

from functools import partial
from typing import NamedTuple
from urllib.parse import quote

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from counter_display.desk.acts import Acts
from counter_display.desk.applicant_form import ApplicantForm
from counter_display.desk.form_desk import FormDesk
from counter_display.desk.found import Found, face_of
from counter_display.desk.heard import read, why_not
from counter_display.desk.office.dossier_delivery import DossierDelivery
from counter_display.desk.office.dossier_fees import DossierFees
from counter_display.desk.other_dossiers import OtherDossiers
from counter_display.desk.refusing import Refusing
from counter_display.desk.slip_watch import SlipWatch
from counter_display.desk.whose import Whose
from hallctl.core.commands import Command, PrintSlip
from hallctl.core.views import CounterView
from hallctl.station.clock import HallClock
from hallctl.station.link.addressing import new_command_id
from hallctl.station.link.answering import Answer, Link, Said
from hallctl.station.link.press import Press
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
    """``state`` is empty, asking, open or refused."""

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
        self._press = Press(link, self)
        preferences, refusing = aids.preferences, aids.refusing
        self._acts = Acts(preferences, aids.clock, self._do, self)
        others = OtherDossiers(link, preferences, refusing, self)
        self._whose = Whose(link, ApplicantForm(preferences, self), others, self._tell, self)
        self._fees = DossierFees(link, preferences, self._do, self._tell, self)
        self._delivery = DossierDelivery(preferences, self._do, self)
        self._refresh = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._refresh.timeout.connect(self._look_again)
        self._press.changed.connect(self.changed)
        preferences.language_changed.connect(self._on_language)
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
        self._whose.look("", "")
        self._fees.look("")
        self._delivery.look("", "", "", "")
        self._acts.look("", (), (), "")
        self._aids.forms.forget()
        self.changed.emit()

    @Slot()
    def print_receipt(self) -> None:
        """One more receipt from this counter's printer."""
        if self._found is not None:
            self._do(PrintSlip(command_id=new_command_id(), dossier=self._found.dossier.dossier))

    def _do(self, command: Command) -> None:
        self._press.ask(command, partial(self._on_done, command))

    def _on_done(self, command: Command, answer: Answer) -> None:
        if answer.granted:
            self._tell(f"done_{type(command).__name__}", "good")
            self._acts.cancel()
            self._delivery.cancel()
            ordered_at = answer.journal_number if isinstance(command, PrintSlip) else None
            self._aids.slip.watch(self._wanted, ordered_at)
            self._look_again()
        else:
            self._tell(answer, "warn")

    def _tell(self, what: str | Answer, tone: str) -> None:
        """A sentence by its key, or a refusal."""
        if isinstance(what, Answer):
            self._message = self._aids.refusing.words(what)
        else:
            self._message = self._aids.preferences.say(what)
        self._tone = tone
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
                self._tell(why_not(said), "warn")
        else:
            self._take(found)
        self.changed.emit()

    def _take(self, found: Found) -> None:
        if self._found is None:
            self._message = ""
        self._found = found
        view, desk = found.dossier, found.desk
        self._wanted = view.dossier
        names = tuple(
            (one.department, self._aids.preferences.name_of(one.name)) for one in desk.departments
        )
        self._acts.look(self._wanted, desk.may, names, desk.department)
        self._whose.look(self._wanted, view.timezone)
        self._fees.look(self._wanted)
        carried = " · ".join(one for one in (desk.carrier, desk.batch) if one)
        self._delivery.look(self._wanted, desk.delivery, carried, view.state)
        self._aids.forms.look(self._wanted, desk.forms)

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
        return self._press.is_busy or self._link.state != "online"

    acts = Property(QObject, lambda self: self._acts, constant=True)
    whose = Property(QObject, lambda self: self._whose, constant=True)
    fees = Property(QObject, lambda self: self._fees, constant=True)
    delivery = Property(QObject, lambda self: self._delivery, constant=True)
    forms = Property(QObject, lambda self: self._aids.forms, constant=True)
    slip = Property(QObject, lambda self: self._aids.slip, constant=True)
    state = Property(str, _state, notify=changed)
    face = Property(dict, _face, notify=changed)
    message = Property(str, lambda self: self._message, notify=changed)
    tone = Property(str, lambda self: self._tone, notify=changed)
    is_busy = Property(bool, _is_busy, notify=changed)
