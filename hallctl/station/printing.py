"""The station speaks for its printer: print jobs of the kiosk's view become paper, and the hall hears.

A job stays in the hall's view until it is confirmed, so nothing is kept here that a restart
could lose; what is on paper is kept by the print journal.
"""

from pathlib import Path

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from hallctl.core.commands import ConfirmPrinted, ReportNotPrinted
from hallctl.core.views import KioskView, PrintJob
from hallctl.station.addressing import new_command_id
from hallctl.station.answering import Answer, Link
from hallctl.station.print_worker import PrintWorker, SlipOutcome, SlipPrinter

LOOK_AGAIN_S = 2.0
"""How soon a printer in trouble, or a hall that did not hear, is tried again."""


class TicketPrinting(QObject):
    """Prints every job of ``link``'s kiosk view on ``printer``, each exactly once.

    ``journal_path`` is a file of this station alone. ``trusts_silence`` is for printers without
    a back channel: a slip they took whole counts as printed. ``printed`` and ``not_printed``
    carry the ticket; ``trouble`` is the printer's last fault, empty while it prints.
    """

    printed = Signal(str)
    not_printed = Signal(str, str)
    trouble_changed = Signal(str)
    _told = Signal(object)

    def __init__(
        self,
        link: Link,
        printer: SlipPrinter,
        journal_path: Path,
        *,
        trusts_silence: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._jobs: dict[str, PrintJob] = {}
        self._under_way = ""
        self._held = ""
        self._left_to_people: set[str] = set()
        self._asked_again: set[str] = set()
        self._done: set[str] = set()
        self._reported: dict[str, str] = {}
        self._trouble = ""
        self._told.connect(self._on_outcome)
        self._worker = PrintWorker(
            printer, journal_path, self._told.emit, trusts_silence=trusts_silence
        )
        self._again = QTimer(self, singleShot=True, interval=int(LOOK_AGAIN_S * 1000))
        self._again.timeout.connect(self._print_next)
        link.view_changed.connect(self._on_view)

    def start(self) -> None:
        """Begin to print."""
        self._worker.start()
        self._on_view(self._link.view)

    def stop(self) -> None:
        """Finish the slip under way and let go of the printer."""
        self._link.view_changed.disconnect(self._on_view)
        self._told.disconnect(self._on_outcome)
        self._again.stop()
        self._worker.stop()

    @Slot(str)
    def print_again(self, ticket: str) -> None:
        """A person has looked into the tray: the slip is not there, print it anew."""
        if ticket in self._jobs:
            self._left_to_people.discard(ticket)
            self._asked_again.add(ticket)
            self._print_next()

    @Slot(object)
    def _on_view(self, view: object) -> None:
        if not isinstance(view, KioskView):
            return
        self._jobs = {job.ticket: job for job in view.print_jobs}
        for tickets in (self._left_to_people, self._asked_again, self._done):
            tickets.intersection_update(self._jobs)
        self._reported = {
            ticket: fault for ticket, fault in self._reported.items() if ticket in self._jobs
        }
        if not self._again.isActive():
            self._print_next()

    def _print_next(self) -> None:
        if self._under_way:
            return
        job = self._next_job()
        if job is None:
            return
        self._under_way = job.ticket
        self._worker.print(job, is_again=job.ticket in self._asked_again)
        self._asked_again.discard(job.ticket)

    def _next_job(self) -> PrintJob | None:
        """The held slip first: until it is out, no other can be."""
        if self._held in self._jobs:
            return self._jobs[self._held]
        settled = self._left_to_people | self._done
        return next((job for job in self._jobs.values() if job.ticket not in settled), None)

    @Slot(object)
    def _on_outcome(self, outcome: SlipOutcome) -> None:
        self._under_way = ""
        self._held = outcome.ticket if outcome.is_held else ""
        if outcome.printed:
            self._on_printed(outcome.ticket)
        else:
            self._on_not_printed(outcome)
        if not self._again.isActive():
            self._print_next()

    def _on_printed(self, ticket: str) -> None:
        self._done.add(ticket)
        self._set_trouble("")
        self.printed.emit(ticket)
        wish = ConfirmPrinted(command_id=new_command_id(), ticket=ticket)
        self._link.send(wish, lambda answer: self._on_confirmed(ticket, answer))

    def _on_confirmed(self, ticket: str, answer: Answer) -> None:
        """Whoever did not hear is told again: the journal knows that the slip is on paper."""
        if answer.unreachable:
            self._done.discard(ticket)
            self._again.start()

    def _on_not_printed(self, outcome: SlipOutcome) -> None:
        ticket, fault = outcome.ticket, outcome.fault
        if outcome.needs_a_person:
            self._left_to_people.add(ticket)
        else:
            self._set_trouble(fault)
            self._again.start()
        self.not_printed.emit(ticket, fault)
        job = self._jobs.get(ticket)
        if job is None or fault in {job.fault, self._reported.get(ticket)}:
            return
        self._reported[ticket] = fault
        wish = ReportNotPrinted(command_id=new_command_id(), ticket=ticket, fault=fault)
        self._link.send(wish, lambda answer: self._on_reported(ticket, answer))

    def _on_reported(self, ticket: str, answer: Answer) -> None:
        if answer.unreachable:
            self._reported.pop(ticket, None)
            self._left_to_people.discard(ticket)
            self._again.start()

    def _set_trouble(self, fault: str) -> None:
        if fault != self._trouble:
            self._trouble = fault
            self.trouble_changed.emit(fault)

    def _get_trouble(self) -> str:
        return self._trouble

    trouble = Property(str, _get_trouble, notify=trouble_changed)
