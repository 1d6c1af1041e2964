"""Tickets on paper: once each, whatever the printer, the hall or this machine does."""

import logging
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from hallctl.core.commands import Command, ConfirmPrinted, ReleasePrinting, ReportNotPrinted
from hallctl.core.paper import Document, Picture, QrCode, Text
from hallctl.core.views import KioskView, PrintJob
from hallctl.station import printing
from hallctl.station.link.answering import Answer
from hallctl.station.printing import SlipPrinting
from hallctl.station.printing.print_journal import PrintJournal, SlipState
from hallctl.station.printing.print_worker import STATION_DISK, UNKNOWN_OUTCOME, UNREADABLE, Feed
from hardware.printer.escpos_document import slip_length_mm
from hardware.printer.escpos_printer import Patience, ReceiptPrinter
from hardware.printer.printer_profile import GENERIC_80, PrinterProfile
from hardware.printer.printing import Extent, PrintOutcome, PrintResult, Trouble
from hardware.simulator.receipt_printer import SimulatedPrinter
from hardware.slips.receipt import Receipt
from hardware.transport.memory import MemoryTransport
from tests.fakes.fake_link import FakeLink
from tests.fakes.sample_views import HEAD

pytestmark = pytest.mark.screens

HASTE = Patience(answer_s=0.1, stall_s=0.1, confirm_s=0.3, look_s=0.02, quiet_s=0.02)
Start = Callable[..., SlipPrinting]


class ScriptedPrinter:
    """Answers what the script says, and counts what it was asked to print."""

    def __init__(self, *outcomes: PrintOutcome) -> None:
        self.outcomes = list(outcomes)
        self.prints = 0
        self.settles = 0
        self.is_closed = False

    def print(self, _receipt: Receipt) -> PrintOutcome:
        self.prints += 1
        return self.outcomes.pop(0)

    def settle(self) -> PrintOutcome:
        self.settles += 1
        return self.outcomes.pop(0)

    def close(self) -> None:
        self.is_closed = True


class AttentiveHall:
    """Keeps unprinted jobs, and drops each when its ConfirmPrinted comes, as a hall does."""

    def __init__(self, *tickets: str) -> None:
        self.link = FakeLink()
        self.link.answers = self.answer
        self.jobs = {ticket: job_of(ticket) for ticket in tickets}
        self.is_deaf = False
        self.reports: list[tuple[str, str]] = []
        self.confirmed: list[str] = []
        self.released: list[str] = []
        self.link.view = self.view()

    def view(self) -> KioskView:
        return KioskView(
            **HEAD,
            languages=("vi", "en"),
            services=(),
            groups=(),
            print_jobs=tuple(self.jobs.values()),
            target_s=900,
        )

    def answer(self, command: Command) -> Answer:
        if self.is_deaf:
            return Answer(unreachable=True)
        match command:
            case ConfirmPrinted(ticket=ticket) if ticket in self.jobs:
                self.confirmed.append(ticket)
                del self.jobs[ticket]
            case ConfirmPrinted():
                return Answer(refused="already_printed")
            case ReleasePrinting(ticket=ticket):
                self.released.append(ticket)
                del self.jobs[ticket]
            case ReportNotPrinted(ticket=ticket, fault=fault):
                self.reports.append((ticket, fault))
                self.jobs[ticket] = job_of(ticket, fault)
        self.link.show(self.view())
        return Answer()


def asked_back(ticket: str, attempt: int = 1) -> PrintJob:
    return msgspec.structs.replace(job_of(ticket), is_asked_back=True, attempt=attempt)


def job_of(ticket: str, fault: str = "", document: Document | None = None) -> PrintJob:
    blocks = (Text(ticket, "number", "bold"), QrCode("http://hall/t/x", "Quét mã để theo dõi"))
    return PrintJob(
        ticket=ticket,
        number=ticket,
        station="kiosk-1",
        fault=fault,
        document=document or Document(blocks),
    )


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "LOOK_AGAIN_S", 0.05)


@pytest.fixture
def start(tmp_path: Path, qtbot: QtBot) -> Iterator[Start]:
    running: list[SlipPrinting] = []

    def begin(hall: AttentiveHall, printer: object, **more: object) -> SlipPrinting:
        one = SlipPrinting(hall.link, printer, tmp_path / "slips.db", **more)  # type: ignore[arg-type]
        running.append(one)
        one.start()
        return one

    yield begin
    for one in running:
        one.stop()


def real_printer(
    simulator: SimulatedPrinter, profile: PrinterProfile = GENERIC_80
) -> ReceiptPrinter:
    return ReceiptPrinter(lambda: MemoryTransport(simulator), profile, HASTE)


DONE = PrintOutcome(PrintResult.PRINTED)
HELD = PrintOutcome(PrintResult.HELD, Trouble.PAPER_OUT, Extent.PART)
LOST = PrintOutcome(PrintResult.UNKNOWN, Trouble.GONE, Extent.PART)
UNCONFIRMED = PrintOutcome(PrintResult.UNKNOWN, Trouble.NO_ANSWER, Extent.WHOLE)


def test_jobs_become_paper_in_their_order_and_are_confirmed(start: Start, qtbot: QtBot) -> None:
    hall, simulator = AttentiveHall("A001", "A002", "B001"), SimulatedPrinter()
    start(hall, real_printer(simulator))
    qtbot.waitUntil(lambda: not hall.jobs)
    assert hall.confirmed == ["A001", "A002", "B001"]
    assert len(simulator.papers) == 3
    assert hall.reports == []


def test_a_job_without_paper_waits_and_prints_when_paper_is_back(
    start: Start, qtbot: QtBot
) -> None:
    hall, simulator = AttentiveHall("A001", "A002"), SimulatedPrinter()
    simulator.run_out_of_paper()
    station = start(hall, real_printer(simulator))
    qtbot.waitUntil(lambda: hall.reports == [("A001", "paper_out")])
    assert station.trouble == "paper_out"
    qtbot.wait(200)
    assert hall.reports == [("A001", "paper_out")], "a fault is reported once, not at every look"
    simulator.refill()
    qtbot.waitUntil(lambda: not hall.jobs)
    assert len(simulator.papers) == 2
    assert station.trouble == ""


def test_paper_that_ends_in_the_middle_of_a_slip_gives_one_slip(start: Start, qtbot: QtBot) -> None:
    hall, simulator = AttentiveHall("A001", "A002"), SimulatedPrinter()
    simulator.run_out_of_paper(after_rows=60)
    start(hall, real_printer(simulator))
    qtbot.waitUntil(lambda: bool(hall.reports))
    assert hall.reports[0] == ("A001", "paper_out")
    simulator.refill()
    qtbot.waitUntil(lambda: not hall.jobs)
    assert hall.confirmed == ["A001", "A002"]


def test_a_held_slip_is_settled_before_any_other_is_begun(start: Start, qtbot: QtBot) -> None:
    hall = AttentiveHall("A001", "A002")
    printer = ScriptedPrinter(HELD, HELD, DONE, DONE)
    start(hall, printer)
    qtbot.waitUntil(lambda: not hall.jobs)
    assert (printer.prints, printer.settles) == (2, 2)
    assert hall.reports == [("A001", "paper_out")]


def test_a_held_slip_whose_job_is_gone_does_not_stop_the_others(start: Start, qtbot: QtBot) -> None:
    hall = AttentiveHall("A001", "A002")
    printer = ScriptedPrinter(HELD, *[HELD] * 2, DONE, DONE)
    start(hall, printer)
    qtbot.waitUntil(lambda: bool(hall.reports))
    del hall.jobs["A001"]
    hall.link.show(hall.view())
    qtbot.waitUntil(lambda: hall.confirmed == ["A002"])
    assert printer.prints == 2


def test_a_slip_with_a_picture_that_is_none_is_left_to_a_person_and_others_go_on(
    start: Start, qtbot: QtBot
) -> None:
    hall, simulator = AttentiveHall("A001", "A002"), SimulatedPrinter()
    hall.jobs["A001"] = job_of("A001", document=Document((Picture("no picture"),)))
    hall.link.view = hall.view()
    length = partial(slip_length_mm, profile=GENERIC_80)
    start(hall, real_printer(simulator), feed=Feed(length_mm=length))
    qtbot.waitUntil(lambda: hall.confirmed == ["A002"])
    assert hall.reports == [("A001", UNREADABLE)]


class FaultyPrinter(ScriptedPrinter):
    """Breaks on its first slip, as only a fault of ours does."""

    def print(self, receipt: Receipt) -> PrintOutcome:
        if not self.prints:
            self.prints += 1
            raise KeyError("a fault of ours")
        return super().print(receipt)


def test_a_fault_of_ours_costs_one_slip_and_not_those_after_it(
    start: Start, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    hall = AttentiveHall("A001", "A002")
    start(hall, FaultyPrinter(DONE))
    qtbot.waitUntil(lambda: hall.confirmed == ["A002"])
    assert hall.reports == [("A001", UNKNOWN_OUTCOME)], "nobody but a person can look into the tray"
    assert "a fault of ours" in caplog.text


def test_an_unknown_outcome_is_left_to_a_person_and_others_go_on(
    start: Start, qtbot: QtBot
) -> None:
    hall = AttentiveHall("A001", "A002")
    printer = ScriptedPrinter(LOST, DONE)
    start(hall, printer)
    qtbot.waitUntil(lambda: hall.confirmed == ["A002"])
    assert hall.reports == [("A001", UNKNOWN_OUTCOME)]
    qtbot.wait(200)
    assert printer.prints == 2


def test_a_slip_printed_before_a_crash_is_confirmed_and_not_printed_again(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    journal = PrintJournal(tmp_path / "slips.db")
    journal.write("A001", SlipState.PRINTED)
    journal.close()
    hall, printer = AttentiveHall("A001"), ScriptedPrinter()
    start(hall, printer)
    qtbot.waitUntil(lambda: hall.confirmed == ["A001"])
    assert printer.prints == 0


def test_a_slip_begun_before_a_crash_is_reported_and_not_printed_again(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    journal = PrintJournal(tmp_path / "slips.db")
    journal.write("A001", SlipState.BEGUN)
    journal.close()
    hall, printer = AttentiveHall("A001", "A002"), ScriptedPrinter(DONE)
    start(hall, printer)
    qtbot.waitUntil(lambda: hall.confirmed == ["A002"])
    assert hall.reports == [("A001", UNKNOWN_OUTCOME)]
    assert printer.prints == 1


def test_a_hall_that_did_not_hear_is_told_again_without_a_second_slip(
    start: Start, qtbot: QtBot
) -> None:
    hall, printer = AttentiveHall("A001"), ScriptedPrinter(DONE)
    hall.is_deaf = True
    station = start(hall, printer)
    with qtbot.waitSignal(station.printed):
        pass
    hall.is_deaf = False
    qtbot.waitUntil(lambda: hall.confirmed == ["A001"])
    assert printer.prints == 1


def test_an_older_view_that_shows_a_printed_job_prints_nothing(start: Start, qtbot: QtBot) -> None:
    hall, printer = AttentiveHall("A001"), ScriptedPrinter(DONE)
    start(hall, printer)
    qtbot.waitUntil(lambda: not hall.jobs)
    hall.jobs = {"A001": job_of("A001")}
    hall.link.show(hall.view())
    qtbot.waitUntil(lambda: len(hall.confirmed) == 2)
    assert printer.prints == 1


def test_a_printer_without_a_back_channel_is_trusted_where_the_technician_says_so(
    start: Start, qtbot: QtBot
) -> None:
    hall, printer = AttentiveHall("A001"), ScriptedPrinter(UNCONFIRMED)
    start(hall, printer, trusts_silence=True)
    qtbot.waitUntil(lambda: hall.confirmed == ["A001"])


def test_without_that_word_silence_is_no_success(start: Start, qtbot: QtBot) -> None:
    hall, printer = AttentiveHall("A001"), ScriptedPrinter(UNCONFIRMED)
    start(hall, printer)
    qtbot.waitUntil(lambda: hall.reports == [("A001", UNKNOWN_OUTCOME)])


def test_a_document_that_is_no_slip_is_reported_and_stops_no_other(
    start: Start, qtbot: QtBot
) -> None:
    hall, printer = AttentiveHall("A001", "A002"), ScriptedPrinter(DONE)
    hall.jobs["A001"] = job_of("A001", document=Document((), version=99))
    hall.link.view = hall.view()
    start(hall, printer)
    qtbot.waitUntil(lambda: hall.confirmed == ["A002"])
    assert hall.reports == [("A001", UNREADABLE)]


def test_nothing_is_printed_where_it_cannot_be_written_down(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    hall, printer = AttentiveHall("A001"), ScriptedPrinter()
    station = SlipPrinting(hall.link, printer, tmp_path / "taken" / "slips.db")
    with caplog.at_level(logging.WARNING):
        station.start()
        qtbot.waitUntil(lambda: hall.reports == [("A001", STATION_DISK)])
        station.stop()
    assert printer.prints == 0


def test_the_printer_is_let_go_at_the_end(start: Start, qtbot: QtBot) -> None:
    hall, printer = AttentiveHall(), ScriptedPrinter()
    station = SlipPrinting(hall.link, printer, Path("unused.db"))
    station.start()
    station.stop()
    assert printer.is_closed


def test_a_job_that_is_wanted_elsewhere_is_let_go_and_never_printed_here(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    hall, printer = AttentiveHall("A001", "A002"), ScriptedPrinter(DONE)
    hall.jobs["A001"] = asked_back("A001")
    hall.link.view = hall.view()
    start(hall, printer)
    qtbot.waitUntil(lambda: hall.confirmed == ["A002"])
    assert hall.released == ["A001"]
    hall.jobs["A001"] = job_of("A001")
    hall.link.show(hall.view())
    qtbot.wait(150)
    assert printer.prints == 1, "an older view that shows it again prints nothing"


def test_a_slip_that_is_in_the_printer_is_not_let_go(start: Start, qtbot: QtBot) -> None:
    hall, simulator = AttentiveHall("A001"), SimulatedPrinter()
    simulator.run_out_of_paper(after_rows=60)
    start(hall, real_printer(simulator))
    qtbot.waitUntil(lambda: bool(hall.reports))
    hall.jobs["A001"] = asked_back("A001")
    hall.link.show(hall.view())
    qtbot.wait(150)
    assert hall.released == []
    simulator.refill()
    qtbot.waitUntil(lambda: hall.confirmed == ["A001"])
    assert len(simulator.papers) == 1


def test_a_slip_of_unknown_outcome_is_not_let_go(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    journal = PrintJournal(tmp_path / "slips.db")
    journal.write("A001", SlipState.BEGUN)
    journal.close()
    hall, printer = AttentiveHall("A001"), ScriptedPrinter()
    hall.jobs["A001"] = asked_back("A001")
    hall.link.view = hall.view()
    start(hall, printer)
    qtbot.waitUntil(lambda: hall.reports == [("A001", UNKNOWN_OUTCOME)])
    assert hall.released == []


def test_a_new_attempt_is_another_slip(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    journal = PrintJournal(tmp_path / "slips.db")
    journal.write("A001", SlipState.RELEASED)
    journal.write("A002", SlipState.BEGUN)
    journal.close()
    hall, printer = AttentiveHall("A001", "A002"), ScriptedPrinter(DONE, DONE)
    hall.jobs = {
        ticket: msgspec.structs.replace(job, attempt=2) for ticket, job in hall.jobs.items()
    }
    hall.link.view = hall.view()
    start(hall, printer)
    qtbot.waitUntil(lambda: hall.confirmed == ["A001", "A002"])
    assert printer.prints == 2


def test_a_hall_that_did_not_hear_a_release_is_told_again(start: Start, qtbot: QtBot) -> None:
    hall, printer = AttentiveHall("A001"), ScriptedPrinter()
    hall.jobs["A001"] = asked_back("A001")
    hall.link.view = hall.view()
    hall.is_deaf = True
    start(hall, printer)
    qtbot.wait(100)
    hall.is_deaf = False
    qtbot.waitUntil(lambda: hall.released == ["A001"])
    assert printer.prints == 0
