"""Prints slips one after the other on a thread of its own, and writes down how far each came.

What it promises: a slip is printed once, or reported as not printed. Where nobody can tell (the
machine or the link died between bytes and confirmation) it is reported as ``unknown_outcome``
and left alone until a person, who can look into the tray, asks for it again.
"""

import logging
import queue
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import msgspec

from hallctl.station.printing.paper_left import PaperLeft, Roll, after_slip, after_trouble
from hallctl.station.printing.print_job import Job
from hallctl.station.printing.print_journal import PrintJournal, SlipState
from hardware.printer.printing import Extent, PrintOutcome, PrintResult, Trouble
from hardware.slips.picture import PictureError
from hardware.slips.receipt import Receipt, ReceiptError, decode_receipt

log = logging.getLogger(__name__)

UNKNOWN_OUTCOME = "unknown_outcome"
UNREADABLE = "unreadable_document"
STATION_DISK = "station_disk"


class SlipPrinter(Protocol):
    """A printer as ``hardware.printer.escpos_printer.ReceiptPrinter`` is one."""

    def print(self, receipt: Receipt) -> PrintOutcome:
        """Print one slip."""

    def settle(self) -> PrintOutcome:
        """Go on with the slip that is held."""

    def close(self) -> None:
        """Let go of the device."""


@dataclass(frozen=True, slots=True)
class SlipOutcome:
    """What became of a job: printed, let go, or why not.

    ``needs_a_person`` says that trying again by itself would not be right.
    """

    job: str
    fault: str = ""
    is_held: bool = False
    needs_a_person: bool = False
    is_released: bool = False
    paper: PaperLeft | None = None
    """How the roll is after it; None where nothing came out."""

    @property
    def printed(self) -> bool:
        """It is on paper."""
        return not self.fault and not self.is_released


def _no_length(_receipt: Receipt) -> float:
    return 0.0


@dataclass(frozen=True, slots=True)
class Feed:
    """The paper behind a printer: its rolls, and how much of them a slip takes, in mm."""

    roll: Roll = field(default_factory=Roll)
    length_mm: Callable[[Receipt], float] = _no_length


NO_FEED = Feed()


class PrintWorker:
    """Owns the printer, the station's print journal and the thread that uses them.

    ``told`` is called on that thread with every outcome.
    """

    def __init__(
        self,
        printer: SlipPrinter,
        journal_path: Path,
        told: Callable[[SlipOutcome], None],
        *,
        trusts_silence: bool = False,
        feed: Feed = NO_FEED,
    ) -> None:
        self._printer = printer
        self._feed = feed
        self._journal_path = journal_path
        self._told = told
        self._trusts_silence = trusts_silence
        self._held = ""
        self._length_mm = 0.0
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="printing", daemon=True)

    def start(self) -> None:
        """Begin to take slips."""
        self._thread.start()

    def print(self, job: Job) -> None:
        """Print ``job`` unless it is on paper already; or let it go, where another station wants it."""
        self._jobs.put(job)

    def stop(self, patience_s: float = 3.0) -> None:
        """Finish the slip under way, if it doesn't take longer than ``patience_s``."""
        self._jobs.put(None)
        self._thread.join(patience_s)

    def _run(self) -> None:
        journal: PrintJournal | None = None
        while (job := self._jobs.get()) is not None:
            try:
                journal = journal or PrintJournal(self._journal_path)
                outcome = self._settle(job, journal)
            except (sqlite3.Error, OSError):
                outcome = SlipOutcome(job.name, STATION_DISK)
            except Exception:
                log.exception("%s could not be printed", job.name)
                outcome = SlipOutcome(job.name, UNKNOWN_OUTCOME, needs_a_person=True)
            self._told(outcome)
        self._printer.close()
        if journal is not None:
            journal.close()

    def _settle(self, job: Job, journal: PrintJournal) -> SlipOutcome:
        name = job.name
        if self._held == name:
            return self._note(name, self._printer.settle(), journal)
        match journal.state(name):
            case SlipState.PRINTED:
                return SlipOutcome(name)
            case SlipState.BEGUN:
                return SlipOutcome(name, UNKNOWN_OUTCOME, needs_a_person=True)
            case SlipState.NOT_BEGUN if job.released:
                journal.write(name, SlipState.RELEASED)
                return SlipOutcome(name, is_released=True)
            case SlipState.RELEASED:
                return SlipOutcome(name, is_released=True)
        return self._print_after_the_held(job, journal)

    def _print_after_the_held(self, job: Job, journal: PrintJournal) -> SlipOutcome:
        if self._held:
            earlier = self._note(self._held, self._printer.settle(), journal)
            if earlier.is_held:
                return SlipOutcome(job.name, earlier.fault)
        try:
            receipt = decode_receipt(msgspec.json.encode(job.document))
            self._length_mm = self._feed.length_mm(receipt)
        except (ReceiptError, PictureError):
            return SlipOutcome(job.name, UNREADABLE, needs_a_person=True)
        journal.write(job.name, SlipState.BEGUN)
        return self._note(job.name, self._printer.print(receipt), journal)

    def _note(self, name: str, outcome: PrintOutcome, journal: PrintJournal) -> SlipOutcome:
        """Write down what the printer said, on disk before anyone is told."""
        reason = (outcome.reason or Trouble.NO_ANSWER).value
        self._held = name if outcome.result is PrintResult.HELD else ""
        paper = self._reckon(outcome, reason, journal)
        match outcome.result:
            case PrintResult.PRINTED:
                journal.write(name, SlipState.PRINTED)
                return SlipOutcome(name, paper=paper)
            case PrintResult.NOT_PRINTED:
                journal.write(name, SlipState.NOT_BEGUN)
                return SlipOutcome(name, reason)
            case PrintResult.HELD:
                return SlipOutcome(name, reason, is_held=True)
            case PrintResult.UNKNOWN if self._trusts_silence and _went_out_whole(outcome):
                journal.write(name, SlipState.PRINTED)
                return SlipOutcome(name, paper=paper)
        return SlipOutcome(name, UNKNOWN_OUTCOME, needs_a_person=True)

    def _reckon(self, outcome: PrintOutcome, reason: str, journal: PrintJournal) -> PaperLeft:
        """The roll after this: shorter by a slip that came out, or perhaps a new one after trouble."""
        before = journal.paper()
        if outcome.may_have_come_out is Extent.WHOLE and outcome.result is not PrintResult.HELD:
            is_ending = outcome.paper_near_end
            paper = after_slip(before, self._length_mm, is_ending=is_ending)
        else:
            paper = after_trouble(before, reason, self._feed.roll)
        if paper != before:
            journal.keep_paper(paper)
        return paper


def _went_out_whole(outcome: PrintOutcome) -> bool:
    return outcome.may_have_come_out is Extent.WHOLE and outcome.reason is Trouble.NO_ANSWER
