"""Receiving a dossier at the counter: a draft, one command that is answered once, and its code.

A draft lives on this panel until it is received or put away. Once its command has left, nothing of
it changes: whatever happens to the link, the same command goes again until the hall has answered.
"""

from typing import NamedTuple

from PySide6.QtCore import Property, QObject, Signal, Slot

from counter_display.desk.applicant_form import ApplicantForm
from counter_display.desk.form_desk import FormDesk
from counter_display.desk.keeping import Keeping
from counter_display.desk.moments import written_moment
from counter_display.desk.paper_list import PaperList
from counter_display.desk.procedure_choice import ProcedureChoice
from counter_display.desk.reception_terms import ReceptionTerms
from counter_display.desk.refusing import Refusing
from counter_display.desk.slip_watch import SlipWatch
from hallctl.core.commands import ReceiveDossier
from hallctl.core.events import DossierReceived, SlipOrdered
from hallctl.core.views import CounterView, CurrentTicket
from hallctl.station.link.addressing import new_command_id
from hallctl.station.link.answering import Answer, Link
from hallctl.station.preferences import Preferences


class Parts(NamedTuple):
    """What a draft is made of, and what follows its reception."""

    choice: ProcedureChoice
    applicant: ApplicantForm
    papers: PaperList
    terms: ReceptionTerms
    slip: SlipWatch
    forms: FormDesk
    keeping: Keeping


class Reception(QObject):
    """The draft of one dossier; ``stage`` is draft, sending, lost or received."""

    changed = Signal()

    def __init__(
        self, link: Link, preferences: Preferences, refusing: Refusing, parts: Parts,
        parent: QObject,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._link = link
        self._preferences = preferences
        self._refusing = refusing
        self._parts = parts
        self._view: CounterView | None = None
        self._visit: CurrentTicket | None = None
        self._is_begun = False
        self._stage = "draft"
        self._refused = ""
        self._command: ReceiveDossier | None = None
        self._received: DossierReceived | None = None
        parts.choice.chosen.connect(self._on_procedure)
        parts.terms.foreseen.connect(self._on_foreseen)
        parts.keeping.settled.connect(self._on_settled)
        for part in (parts.choice, parts.applicant, parts.terms, parts.keeping):
            part.changed.connect(self.changed)
        link.state_changed.connect(self._on_state)
        preferences.language_changed.connect(self._on_state)

    def look(self, view: CounterView) -> None:
        """Take the newest view; a draft stays with the visit it began in."""
        self._view = view
        self._parts.terms.look(view.timezone)
        self.changed.emit()

    @Slot()
    def begin(self) -> None:
        """Open the draft, or a new one for whoever is at the counter now."""
        current = self._view.current if self._view else None
        if self._stage == "received":
            self.finish()
        if not self._is_begun:
            self._is_begun = True
            self._visit = current
            self._parts.choice.begin(self._service(current))
        elif self._stage == "draft" and self._visit is None:
            self._visit = current
        self.changed.emit()

    def scan_card(self, text: str) -> None:
        """A citizen card was scanned: it fills a draft, and changes nothing that was sent."""
        if self._stage == "draft":
            self._parts.applicant.scan(text)

    @Slot()
    def receive(self) -> None:
        """Ask the hall to receive it; pressed again while nothing is heard, the same is sent again."""
        if self._stage == "draft" and self._may_receive():
            self._parts.keeping.hold()
            self._command = ReceiveDossier(
                command_id=new_command_id(),
                procedure=self._parts.choice.procedure,
                visit=self._visit.visit if self._visit else None,
                papers=self._parts.papers.names(),
                **self._parts.terms.fields(),
            )
        if self._command is not None and self._stage in {"draft", "lost"}:
            self._stage, self._refused = "sending", ""
            self._link.send(self._command, self._on_answer)
            self.changed.emit()

    @Slot()
    def one_more(self) -> None:
        """Another dossier of the same person, in the same visit."""
        if self._stage == "received":
            kept, visit = self._parts.keeping.applicant, self._visit
            self.finish()
            self._is_begun, self._visit = True, visit
            if kept:
                self._parts.applicant.show(kept)
            self._parts.choice.begin(self._service(visit))

    @Slot()
    def finish(self) -> None:
        """Put it away: nothing of the person stays on this panel."""
        if self._stage in {"sending", "lost"}:
            return
        self._stage, self._refused = "draft", ""
        self._is_begun = False
        self._command = self._received = self._visit = None
        self._parts.keeping.forget()
        self._parts.applicant.clear()
        self._parts.papers.clear()
        self._parts.terms.clear()
        self._parts.forms.forget()
        self.changed.emit()

    def _on_answer(self, answer: Answer) -> None:
        if answer.unreachable:
            self._stage = "lost"
        elif answer.granted:
            self._on_received(answer)
        else:
            self._stage, self._command = "draft", None
            self._refused = self._refusing.words(answer)
        self.changed.emit()

    def _on_received(self, answer: Answer) -> None:
        received = next(one for one in answer.events if isinstance(one, DossierReceived))
        is_ordered = any(isinstance(one, SlipOrdered) for one in answer.events)
        self._stage, self._received = "received", received
        self._parts.slip.watch(received.dossier, answer.journal_number if is_ordered else None)
        self._parts.keeping.keep(received.dossier)

    @Slot()
    def _on_settled(self) -> None:
        """Form 01 names the applicant, so it waits until the hall has one, or never will."""
        if self._received is not None:
            self._parts.forms.look(self._received.dossier, ("01",))

    @Slot(str)
    def _on_procedure(self, procedure: str) -> None:
        self._refused = ""
        self._parts.terms.begin(procedure)

    @Slot()
    def _on_foreseen(self) -> None:
        due = self._parts.terms.due
        self._parts.papers.offer(due.papers if due else ())

    @Slot(str)
    def _on_state(self, _state: str) -> None:
        if self._link.state == "online":
            if self._stage == "lost":
                self.receive()
            self._parts.choice.ask_again()
            self._parts.terms.ask_again()
        self.changed.emit()

    def _service(self, visit: CurrentTicket | None) -> str:
        """Whose procedures are offered first: the visit's, else the counter's first."""
        if visit is not None:
            return visit.service
        services = self._view.services if self._view else ()
        return services[0].service if services else ""

    def _may_receive(self) -> bool:
        parts = self._parts
        is_whole = parts.applicant.is_complete and parts.terms.due is not None
        return self._stage == "draft" and bool(parts.choice.procedure) and is_whole

    def _missing(self) -> str:
        """What is still to be done, said under the button that rests."""
        parts, say = self._parts, self._preferences.say
        if self._stage in {"sending", "lost"}:
            return say(f"reception_{self._stage}")
        if not parts.choice.procedure:
            return say("missing_procedure")
        if not parts.applicant.is_complete:
            return say("missing_applicant")
        if parts.terms.due is None:
            return say("missing_promise" if parts.terms.needs_promise else "missing_due")
        return ""

    def _number(self) -> str:
        return self._visit.number if self._visit else ""

    def _due_words(self) -> str:
        if self._received is None or self._view is None:
            return ""
        spoken = self._preferences.spoken()
        return written_moment(self._received.due_at, self._view.timezone, spoken)

    def _code(self) -> str:
        return self._received.dossier if self._received else ""

    def _kept_words(self) -> str:
        key = "applicant_kept" if self._parts.keeping.is_kept else "applicant_keeping"
        return self._preferences.say(key) if self._received else ""

    def _refused_words(self) -> str:
        return self._refused or str(self._parts.keeping.refused)

    choice = Property(QObject, lambda self: self._parts.choice, constant=True)
    applicant = Property(QObject, lambda self: self._parts.applicant, constant=True)
    papers = Property(QObject, lambda self: self._parts.papers, constant=True)
    terms = Property(QObject, lambda self: self._parts.terms, constant=True)
    slip = Property(QObject, lambda self: self._parts.slip, constant=True)
    forms = Property(QObject, lambda self: self._parts.forms, constant=True)
    stage = Property(str, lambda self: self._stage, notify=changed)
    may_receive = Property(bool, _may_receive, notify=changed)
    missing = Property(str, _missing, notify=changed)
    refused = Property(str, _refused_words, notify=changed)
    number = Property(str, _number, notify=changed)
    code = Property(str, _code, notify=changed)
    due_words = Property(str, _due_words, notify=changed)
    is_kept = Property(bool, lambda self: self._parts.keeping.is_kept, notify=changed)
    kept_words = Property(str, _kept_words, notify=changed)
