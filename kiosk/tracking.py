"""Looking at one's dossier at the kiosk: by the receipt's code, scanned or typed."""

from functools import partial
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from hallctl.core.refusals import Refusal
from hallctl.core.views import KioskView, TicketView
from hallctl.station.dossiers import DossierHere, NotOpened, open_dossier
from hallctl.station.link.answering import Link
from hallctl.station.preferences import Preferences
from hallctl.station.tickets import TicketHere, looks_like_ticket, open_ticket
from kiosk.appointment_wording import not_checked_in_words
from kiosk.checking_in import appointment_in
from kiosk.dossier_wording import NO_DOSSIER, dossier_words, not_opened_words
from kiosk.ticket_wording import ticket_words, unknown_ticket_words

LONGEST = 60
CARD_FIELDS = "|"
"""Divides the fields of a citizen card; no code of a receipt has it."""
LONGEST_SCAN = 400
"""More than any address of a receipt; a card or a page of text is no code."""


class Tracking(QObject):
    """What was typed so far, and the dossier it opened, or why there is none."""

    changed = Signal()
    opened = Signal()
    """There is something to show: a dossier, or why not."""
    booked = Signal(str)
    """It is no dossier but an appointment: whoever came for it checks in."""

    def __init__(self, link: Link, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._preferences = preferences
        self._text = ""
        self._is_asking = False
        self._found: DossierHere | None = None
        self._not: NotOpened | None = None
        self._ticket: TicketView | None = None
        self._is_unknown_ticket = False
        self._turn = 0
        self._view: KioskView | None = None
        self._is_appointment = False
        preferences.language_changed.connect(self.changed)

    @Slot(str)
    def type(self, letter: str) -> None:
        """One more letter or figure; codes are written in capitals."""
        self._become((self._text + letter.upper())[:LONGEST])

    @Slot()
    def erase(self) -> None:
        """Take the last letter back."""
        self._become(self._text[:-1])

    @Slot(str)
    def write(self, text: str) -> None:
        """Put this in place of what was typed."""
        self._become(text.upper()[:LONGEST])

    @Slot()
    def look(self) -> None:
        """Open what was typed."""
        if self._text.strip():
            self._ask(self._text)

    def scan(self, text: str) -> None:
        """Open what was scanned: the receipt's barcode or its QR code, or a ticket's."""
        self._text = ""
        if CARD_FIELDS in text:  # a citizen card: what it tells goes nowhere
            self._turn += 1
            self._on_heard(self._turn, NotOpened("dossier_code_damaged", {"part": "card"}))
        elif looks_like_ticket(text):
            self._turn += 1
            self._is_asking = True
            self.changed.emit()
            open_ticket(self._link, text[:LONGEST_SCAN], partial(self._on_ticket, self._turn))
        else:
            self._ask(text.strip()[:LONGEST_SCAN])

    def see(self, view: KioskView) -> None:
        """The newest view: whether the hall gives appointments, and by which clock."""
        self._view = view
        self.changed.emit()

    def not_checked_in(self, why: NotOpened) -> None:
        """There is no number for that appointment: say why."""
        self._turn += 1
        self._on_heard(self._turn, why, is_appointment=True)

    def forget(self) -> None:
        """The person has left."""
        self._found = self._not = self._ticket = None
        self._is_unknown_ticket = False
        self._become("")

    @property
    def collected(self) -> tuple[str, str]:
        """The dossier whose result may be collected and the queue for it; empty if none may."""
        found = self._found
        return (found.dossier.dossier, found.collect) if found else ("", "")

    @property
    def words(self) -> dict[str, Any]:
        """What the page of the dossier says."""
        return self._page()

    def refuse(self, refused: str) -> None:
        """The hall gave no number for it: say why, in the dossier's place."""
        self._not = NotOpened(refused)
        self.changed.emit()

    def _become(self, text: str) -> None:
        self._text = text
        self._turn += 1
        self._is_asking = False
        self.changed.emit()

    def _ask(self, scanned: str) -> None:
        self._turn += 1
        self._is_asking = True
        self.changed.emit()
        appointment = appointment_in(scanned) if self._books() else ""
        if appointment:
            self.booked.emit(appointment)
            return
        open_dossier(self._link, scanned, partial(self._on_heard, self._turn))

    def _on_ticket(self, turn: int, heard: TicketHere | str) -> None:
        """A ticket stands in a dossier's place; one that is none of today's is told of there too."""
        if turn != self._turn:
            return
        self._is_asking = self._is_appointment = False
        self._found = None
        self._ticket = heard.ticket if isinstance(heard, TicketHere) else None
        unknown = heard == Refusal.UNKNOWN_TICKET
        self._not = NotOpened(heard) if isinstance(heard, str) and not unknown else None
        self._is_unknown_ticket = unknown
        self.opened.emit()
        self.changed.emit()

    def _on_heard(
        self, turn: int, heard: DossierHere | NotOpened, *, is_appointment: bool = False
    ) -> None:
        if turn != self._turn:
            return
        self._is_appointment = is_appointment
        self._is_asking = False
        self._found = heard if isinstance(heard, DossierHere) else None
        self._not = heard if isinstance(heard, NotOpened) else None
        self._ticket, self._is_unknown_ticket = None, False
        self.opened.emit()
        self.changed.emit()

    def _page(self) -> dict[str, Any]:
        if self._not is not None and self._is_appointment:
            timezone = self._view.timezone if self._view else "UTC"
            return not_checked_in_words(self._preferences, self._not, timezone)
        if self._not is not None:
            return not_opened_words(self._preferences, self._not)
        if self._ticket is not None:
            return ticket_words(self._preferences, self._ticket)
        if self._is_unknown_ticket:
            return unknown_ticket_words(self._preferences)
        return dossier_words(self._preferences, self._found) if self._found else NO_DOSSIER

    def _books(self) -> bool:
        return self._view is not None and self._view.appointments

    def _asked(self) -> dict[str, str]:
        """What the page asks for: a dossier's code, or an appointment's too."""
        kind = "_booked" if self._books() else ""
        every = ("", "_hint", "_title", "_scan", "_camera", "_type", "_prompt", "_look", "_again")
        return {name[1:] or "name": self._preferences.say(f"track{kind}{name}") for name in every}

    asked = Property(dict, _asked, notify=changed)
    text = Property(str, lambda self: self._text, notify=changed)
    is_asking = Property(bool, lambda self: self._is_asking, notify=changed)
    page = Property(dict, _page, notify=changed)
