"""The applicant of a dossier just received: kept by the hall apart from it, asked until it is heard."""

from functools import partial
from typing import Any
from urllib.parse import quote

import msgspec
from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from counter_display.desk.applicant_form import ApplicantForm
from counter_display.desk.heard import why_not
from counter_display.desk.refusing import Refusing
from hallctl.station.link.answering import Link, Said

AGAIN_MS = 2000
SERVER_ERROR = 500


class Keeping(QObject):
    """The same again changes nothing, so it is said until it is heard. ``settled``: kept or refused."""

    changed = Signal()
    settled = Signal()

    def __init__(
        self, link: Link, form: ApplicantForm, refusing: Refusing, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._form = form
        self._refusing = refusing
        self._dossier = self._refused = ""
        self._applicant: dict[str, Any] | None = None
        self._is_kept = False
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._ask)

    @property
    def applicant(self) -> dict[str, Any] | None:
        """Who is being kept, or was."""
        return self._applicant

    def hold(self) -> None:
        """Whose it is, as the form says it now: what is typed later changes nothing of it."""
        self._applicant = self._form.applicant()

    def keep(self, dossier: str) -> None:
        """The dossier has a code: keep who was held."""
        self._dossier = dossier
        self._ask()

    def forget(self) -> None:
        """Nothing of the person stays here."""
        self._again.stop()
        self._dossier = self._refused = ""
        self._applicant, self._is_kept = None, False
        self.changed.emit()

    @Slot()
    def _ask(self) -> None:
        if not self._dossier or self._applicant is None or self._is_kept:
            return
        path = f"/api/dossiers/{quote(self._dossier)}/applicant"
        heard = partial(self._on_kept, self._dossier)
        self._link.request("PUT", path, msgspec.json.encode(self._applicant), heard)

    def _on_kept(self, dossier: str, said: Said) -> None:
        if dossier != self._dossier:
            return
        if said.is_good:
            self._is_kept = True
            self.settled.emit()
        elif said.status == 0 or said.status >= SERVER_ERROR:
            self._again.start()
        else:
            answer = why_not(said)
            self._refused = self._refusing.words(answer)
            self._form.refuse(str(answer.details.get("field", "")))
            self.settled.emit()
        self.changed.emit()

    is_kept = Property(bool, lambda self: self._is_kept, notify=changed)
    refused = Property(str, lambda self: self._refused, notify=changed)
