"""The station speaks for its printer: print jobs of its view become paper, and the hall hears.

A job stays in the hall's view until it is confirmed, so nothing is kept here that a restart
could lose; what is on paper is kept by the print journal.
"""

from pathlib import Path

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from hallctl.station.link.answering import Answer, Link
from hallctl.station.printing.paper_left import PaperLeft
from hallctl.station.printing.print_job import Job, jobs_of
from hallctl.station.printing.print_worker import (
    NO_FEED,
    Feed,
    PrintWorker,
    SlipOutcome,
    SlipPrinter,
)

LOOK_AGAIN_S = 2.0
"""How soon a printer in trouble, or a hall that did not hear, is tried again."""


class SlipPrinting(QObject):
    """Prints every job of ``link``'s view on ``printer``, each exactly once.

    ``journal_path`` is a file of this station alone. ``trusts_silence`` is for printers without
    a back channel: a slip they took whole counts as printed. ``printed`` and ``not_printed``
    carry the job's name; ``trouble`` is the printer's last fault, empty while it prints.
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
        feed: Feed = NO_FEED,
    ) -> None:
        super().__init__()
        self._link = link
        self._jobs: dict[str, Job] = {}
        self._under_way = ""
        self._held = ""
        self._left_to_people: set[str] = set()
        self._done: set[str] = set()
        self._reported: dict[str, tuple[str, bool]] = {}
        self._trouble = ""
        self._roll = feed.roll
        self._paper: PaperLeft | None = None
        self.failures = 0
        self._told.connect(self._on_outcome)
        self._worker = PrintWorker(
            printer, journal_path, self._told.emit, trusts_silence=trusts_silence, feed=feed
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

    def wake(self) -> None:
        """Try again now what is to be tried again soon."""
        if self._again.isActive():
            self._again.stop()
            self._print_next()

    @Slot(object)
    def _on_view(self, view: object) -> None:
        jobs = jobs_of(view)
        if jobs is None:
            return
        self._jobs = {job.name: job for job in jobs}
        for names in (self._left_to_people, self._done):
            names.intersection_update(self._jobs)
        self._reported = {
            name: fault for name, fault in self._reported.items() if name in self._jobs
        }
        if not self._again.isActive():
            self._print_next()

    def _print_next(self) -> None:
        if self._under_way:
            return
        job = self._next_job()
        if job is None:
            return
        self._under_way = job.name
        self._worker.print(job)

    def _next_job(self) -> Job | None:
        """What is wanted elsewhere first, then the held slip: until it is out, no other can be."""
        settled = self._left_to_people | self._done
        waiting = [job for job in self._jobs.values() if job.name not in settled]
        first = [job for job in waiting if job.released], [self._jobs.get(self._held)], waiting
        return next((job for jobs in first for job in jobs if job), None)

    @Slot(object)
    def _on_outcome(self, outcome: SlipOutcome) -> None:
        self._under_way = ""
        self._paper = outcome.paper or self._paper
        if outcome.is_held or outcome.job == self._held:
            self._held = outcome.job if outcome.is_held else ""
        if outcome.is_released:
            self._on_released(outcome.job)
        elif outcome.printed:
            self._on_printed(outcome.job)
        else:
            self._on_not_printed(outcome)
        if not self._again.isActive():
            self._print_next()

    def _on_released(self, name: str) -> None:
        self._done.add(name)
        if (job := self._jobs.get(name)) and job.released:
            self._link.send(job.released(), lambda answer: self._on_heard(name, answer))

    def _on_printed(self, name: str) -> None:
        self._done.add(name)
        self._set_trouble("")
        self.printed.emit(name)
        if job := self._jobs.get(name):
            self._link.send(job.confirmed(), lambda answer: self._on_heard(name, answer))

    def _on_heard(self, name: str, answer: Answer) -> None:
        """Whoever did not hear is told again: the journal knows what became of the slip."""
        if answer.unreachable:
            self._done.discard(name)
            self._again.start()

    def _on_not_printed(self, outcome: SlipOutcome) -> None:
        name, fault = outcome.job, outcome.fault
        if outcome.needs_a_person:
            self._left_to_people.add(name)
        else:
            self._set_trouble(fault)
            self._again.start()
        self.not_printed.emit(name, fault)
        job, told = self._jobs.get(name), (fault, outcome.is_held)
        if job is None or told in {(job.fault, job.is_held), self._reported.get(name)}:
            return
        self._reported[name] = told
        wish = job.not_printed(fault, outcome.is_held)
        self._link.send(wish, lambda answer: self._on_reported(name, answer))

    def _on_reported(self, name: str, answer: Answer) -> None:
        if answer.unreachable:
            self._reported.pop(name, None)
            self._left_to_people.discard(name)
            self._again.start()

    def _set_trouble(self, fault: str) -> None:
        if fault != self._trouble:
            self.failures += bool(fault)
            self._trouble = fault
            self.trouble_changed.emit(fault)

    def last_trouble(self) -> str:
        """What ``trouble`` is."""
        return self._trouble

    @property
    def is_paper_low(self) -> bool:
        """The roll ends soon, as far as the last slip has told."""
        return self._paper is not None and self._paper.is_low(self._roll)

    @property
    def slips_left(self) -> int | None:
        """About how many more slips the roll is good for, where that is known."""
        return self._paper.slips_left(self._roll) if self._paper else None

    trouble = Property(str, last_trouble, notify=trouble_changed)
