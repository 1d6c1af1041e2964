"""Who hands the dossier in: typed, or filled by scanning a citizen card. Forgotten when cleared."""

import re
from datetime import date
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from counter_display.desk.moments import day_of
from hallctl.station.devices.citizen_card import card_fields
from hallctl.station.preferences import Preferences

FIELDS = ("name", "identity", "birth_date", "address", "phone", "email", "return_to")
LONGEST = {
    "name": 200, "identity": 20, "birth_date": 10, "address": 300, "phone": 30, "email": 120,
    "return_to": 300,
}  # fmt: skip
NOTICES = ("", "sms", "phone", "email")
_SHAPES = {
    "identity": re.compile(r"[0-9A-Za-z. -]*"),
    "phone": re.compile(r"[0-9+(). -]*"),
    "email": re.compile(r"|[^@\s]+@[^@\s]+\.[^@\s]+"),
}
EARLIEST = 1900


class ApplicantForm(QObject):
    """The fields as they stand, what is wrong with each, and the applicant they make."""

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._values = dict.fromkeys(FIELDS, "")
        self._notice_by = ""
        self._card = ""
        self._refused = ""
        preferences.language_changed.connect(self.changed)

    @property
    def identity(self) -> str:
        """The number as it stands."""
        return self._values["identity"].strip()

    @property
    def is_complete(self) -> bool:
        """It makes an applicant."""
        return self.applicant() is not None

    def applicant(self) -> dict[str, Any] | None:
        """The applicant as the hall keeps it, or None while something is missing or wrong."""
        if self._wrongs() or not self._values["name"].strip():
            return None
        kept = {name: " ".join(value.split()) for name, value in self._values.items()}
        born = day_of(kept["birth_date"])
        return kept | {
            "birth_date": born.isoformat() if born else None,
            "notice_by": self._notice_by,
        }

    def show(self, kept: dict[str, Any]) -> None:
        """Fill the form with an applicant that the hall keeps."""
        self._values = {name: str(kept.get(name) or "") for name in FIELDS}
        if born := self._values["birth_date"]:
            self._values["birth_date"] = f"{date.fromisoformat(born):%d/%m/%Y}"
        self._notice_by = str(kept.get("notice_by") or "")
        self._card = self._refused = ""
        self.changed.emit()

    def refuse(self, field: str) -> None:
        """The hall does not take what stands in that field."""
        self._refused = field
        self.changed.emit()

    @Slot(str, str)
    def write(self, field: str, text: str) -> None:
        """What the official types in a field."""
        if field in self._values and self._values[field] != text:
            self._values[field] = text[: LONGEST[field]]
            self._refused = ""
            self.changed.emit()

    @Slot(str)
    def choose_notice(self, notice_by: str) -> None:
        """How the applicant agrees to be told; empty for not at all."""
        if notice_by in NOTICES:
            self._notice_by = notice_by
            self.changed.emit()

    @Slot(str)
    def scan(self, text: str) -> None:
        """Fill in what a citizen card says; what can't be read leaves everything as it was."""
        card = card_fields(text)
        if card.wrong:
            self._card = f"card_wrong_{card.wrong}"
        else:
            born = f"{card.birth_date:%d/%m/%Y}" if card.birth_date else ""
            self._values |= {
                "name": card.name,
                "identity": card.identity,
                "birth_date": born,
                "address": card.address,
            }
            self._card = "card_read"
        self.changed.emit()

    @Slot()
    def clear(self) -> None:
        """Forget the person."""
        self._values = dict.fromkeys(FIELDS, "")
        self._notice_by = self._card = self._refused = ""
        self.changed.emit()

    def _wrongs(self) -> dict[str, str]:
        """The key of a sentence for every field that is wrong."""
        wrong = {
            name: f"wrong_{name}"
            for name, shape in _SHAPES.items()
            if not shape.fullmatch(self._values[name].strip())
        }
        birth = self._values["birth_date"].strip()
        born = day_of(birth)
        if birth and (born is None or born.year < EARLIEST):
            wrong["birth_date"] = "wrong_birth_date"
        if self._notice_by in {"sms", "phone"} and not self._values["phone"].strip():
            wrong["phone"] = "wrong_no_phone"
        if self._notice_by == "email" and not self._values["email"].strip():
            wrong["email"] = "wrong_no_email"
        if self._refused:
            wrong.setdefault(self._refused, "wrong_refused")
        return wrong

    def _sentences(self) -> dict[str, str]:
        return {name: self._preferences.say(key) for name, key in self._wrongs().items()}

    def _card_words(self) -> str:
        return self._preferences.say(self._card) if self._card else ""

    values = Property(dict, lambda self: self._values, notify=changed)
    wrong = Property(dict, _sentences, notify=changed)
    notice_by = Property(str, lambda self: self._notice_by, notify=changed)
    card_words = Property(str, _card_words, notify=changed)
    card_is_read = Property(bool, lambda self: self._card == "card_read", notify=changed)
    complete = Property(bool, lambda self: self.is_complete, notify=changed)
