"""The dossiers' side of a panel: which page is open, and where a scan leads."""

from typing import NamedTuple

from PySide6.QtCore import Property, QObject, Signal, Slot

from counter_display.desk.applicant_form import ApplicantForm
from counter_display.desk.due_list import DueList
from counter_display.desk.form_desk import FormDesk
from counter_display.desk.keeping import Keeping
from counter_display.desk.office.day_fees import DayFees
from counter_display.desk.office.deliveries import Deliveries
from counter_display.desk.office.page import Around, Page
from counter_display.desk.office.runs import Runs
from counter_display.desk.opened_dossier import Aids, OpenedDossier
from counter_display.desk.paper_list import PaperList
from counter_display.desk.pdf_desk import Papers
from counter_display.desk.procedure_choice import ProcedureChoice
from counter_display.desk.reception import Parts, Reception
from counter_display.desk.reception_terms import ReceptionTerms
from counter_display.desk.refusing import Refusing
from counter_display.desk.slip_watch import SlipWatch
from hallctl.core.views import CounterView, OfficeGlance
from hallctl.station.clock import HallClock
from hallctl.station.devices.citizen_card import looks_like_card
from hallctl.station.devices.typed_scans import TypedScans
from hallctl.station.link.answering import Link
from hallctl.station.preferences import Preferences
from hallctl.station.printing.form_papers import FormPapers
from hallctl.station.procedures import ProcedureLookUp
from hallctl.station.tickets import TicketHere, looks_like_ticket, open_ticket

PAGES = ("", "reception", "dossier", "due", "runs", "fees", "deliveries")


class Surroundings(NamedTuple):
    """What a panel gives its desk; without ``slips`` nothing is printed here."""

    link: Link
    slips: Link | None
    preferences: Preferences
    clock: HallClock
    papers: Papers | None


class Desk(QObject):
    """``page`` is empty while the queue is shown, else one of ``PAGES``."""

    changed = Signal()
    office_changed = Signal()
    ticket_scanned = Signal(object)
    """A ticket of which nothing was handed in, or a refusal's code."""

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._page = ""
        self._view: CounterView | None = None
        link, preferences = around.link, around.preferences
        self._link = link
        refusing = Refusing(preferences, self._timezone)
        papers = around.papers or FormPapers()
        parts = self._parts(around, refusing, papers)
        self._reception = Reception(link, preferences, refusing, parts, self)
        forms = FormDesk(link, preferences, refusing, papers, self)
        slip = SlipWatch(around.slips, preferences, self)
        aids = Aids(preferences, around.clock, refusing, forms, slip)
        self._opened = OpenedDossier(link, aids, self)
        self._due = DueList(preferences, self)
        stand = Around(link, preferences, refusing, papers, self._timezone)
        self._runs, self._fees = Runs(stand, self), DayFees(stand, self)
        self._deliveries = Deliveries(stand, self)
        self._office: dict[str, Page] = {
            "runs": self._runs,
            "fees": self._fees,
            "deliveries": self._deliveries,
        }
        self._scans = TypedScans(self.scan)

    def _parts(self, around: Surroundings, refusing: Refusing, papers: Papers) -> Parts:
        link, preferences = around.link, around.preferences
        applicant = ApplicantForm(preferences, self)
        return Parts(
            ProcedureChoice(ProcedureLookUp(link), preferences, self),
            applicant,
            PaperList(preferences, self),
            ReceptionTerms(link, preferences, around.clock, refusing, self),
            SlipWatch(around.slips, preferences, self),
            FormDesk(link, preferences, refusing, papers, self),
            Keeping(link, applicant, refusing, self),
        )

    def look(self, view: CounterView) -> None:
        """Take the newest view; a counter that closes leaves nothing open.

        Whoever comes with a receipt is called with the dossier: it opens itself, unless a draft
        is being written.
        """
        before = self._view.current if self._view else None
        office = self._view.office if self._view else None
        self._view = view
        if view.office != office:
            self.office_changed.emit()
        self._reception.look(view)
        self._opened.look(view)
        self._due.look(view)
        for page in self._office.values():
            page.look(view)
        if not view.is_open and self._page:
            self.go("")
        current = view.current
        is_new = current is not None and (before is None or before.ticket != current.ticket)
        if current and is_new and current.dossier and self._page != "reception":
            self.open(current.dossier)

    @Slot(str)
    def go(self, page: str) -> None:
        """Open a page, or go back to the queue with an empty one; a draft stays as it is."""
        if page not in PAGES or (page and not (self._view and self._view.is_open)):
            return
        if page == "reception":
            self._reception.begin()
        if page != "dossier" and self._page == "dossier":
            self._opened.close()
        if page != self._page and self._page in self._office:
            self._office[self._page].close()
        if page != self._page and page in self._office:
            self._office[page].open()
        self._page = page
        self.changed.emit()

    @Slot(str)
    def open(self, scanned: str) -> None:
        """Open a dossier by what was scanned, typed or chosen from a list."""
        self.go("dossier")
        self._opened.open(scanned)

    @Slot(str)
    def scan(self, text: str) -> None:
        """What a scanner read: a citizen card fills the draft, anything else is a dossier's.

        On the page of courier runs it is scanned out or in; on that of deliveries it is ticked.
        A ticket's QR code opens what its visit is about.
        """
        if looks_like_ticket(text):
            open_ticket(self._link, text, self._on_ticket)
            return
        if looks_like_card(text):
            self.go("reception")
            self._reception.scan_card(text)
        elif self._page == "runs":
            self._runs.scan(text)
        elif self._page != "deliveries" or not self._deliveries.scan(text):
            self.open(text)

    def _on_ticket(self, heard: TicketHere | str) -> None:
        if isinstance(heard, TicketHere) and heard.dossiers:
            self.open(heard.dossiers[0])
        else:
            self.ticket_scanned.emit(heard.ticket if isinstance(heard, TicketHere) else heard)

    @Slot(str, result=bool)
    def letter(self, letter: str) -> bool:
        """A key that no field took; whether it belongs to a scanner that types."""
        return self._scans.letter(letter)

    @Slot(result=bool)
    def enter(self) -> bool:
        """The Enter key that no field took; whether it ended a scan."""
        return self._scans.enter()

    def _links(self) -> list[str]:
        """The pages behind the counter that this hall has."""
        office = self._view.office if self._view else OfficeGlance()
        money = ["fees", "deliveries"] if office.has_dossiers else []
        return (["runs"] if office.has_runs else []) + money

    def _missing(self) -> int:
        return self._view.office.missing if self._view else 0

    def _timezone(self) -> str:
        return self._view.timezone if self._view else "Asia/Ho_Chi_Minh"

    reception = Property(QObject, lambda self: self._reception, constant=True)
    opened = Property(QObject, lambda self: self._opened, constant=True)
    runs = Property(QObject, lambda self: self._runs, constant=True)
    day_fees = Property(QObject, lambda self: self._fees, constant=True)
    deliveries = Property(QObject, lambda self: self._deliveries, constant=True)
    links = Property(list, _links, notify=office_changed)
    missing = Property(int, _missing, notify=office_changed)
    due = Property(QObject, lambda self: self._due, constant=True)
    page = Property(str, lambda self: self._page, notify=changed)
