"""A counter's slips on paper: asked for and confirmed in the slips' own words."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hallctl.core.commands import Command, ConfirmSlip, ReportSlip
from hallctl.core.paper import Barcode, Document, Text
from hallctl.core.views import SlipJob, SlipsView
from hallctl.station import printing
from hallctl.station.link.answering import Answer
from hallctl.station.printing import SlipPrinting
from hallctl.station.printing.station_printer import StationPrinter
from hardware.printer.escpos_printer import Patience, ReceiptPrinter
from hardware.simulator.receipt_printer import SimulatedPrinter
from hardware.transport.memory import MemoryTransport
from tests.fakes.fake_link import FakeLink
from tests.fakes.sample_views import HEAD

pytestmark = pytest.mark.screens

HASTE = Patience(answer_s=0.1, stall_s=0.1, confirm_s=0.3, look_s=0.02, quiet_s=0.02)
DOSSIER = "H15.50-261123-0001"


class SlipHall:
    """Keeps slips until they are confirmed, as a hall does."""

    def __init__(self, *slips: str, printer: str = "") -> None:
        self.link = FakeLink()
        self.link.answers = self.answer
        self.printer = printer
        self.jobs = {slip: job_of(slip) for slip in slips}
        self.asked: list[Command] = []
        self.link.view = self.view()

    def view(self) -> SlipsView:
        jobs = tuple(self.jobs.values())
        return SlipsView(**HEAD, station="counter-1", printer=self.printer, jobs=jobs)

    def answer(self, command: Command) -> Answer:
        self.asked.append(command)
        match command:
            case ConfirmSlip(slip=slip):
                del self.jobs[slip]
            case ReportSlip(slip=slip, fault=fault):
                self.jobs[slip] = job_of(slip, fault)
        self.link.show(self.view())
        return Answer()


def job_of(slip: str, fault: str = "") -> SlipJob:
    return SlipJob(
        slip=slip,
        kind="receipt",
        dossier=DOSSIER,
        station="counter-1",
        fault=fault,
        document=Document((Text("Giấy tiếp nhận hồ sơ"), Barcode(DOSSIER))),
    )


def test_slips_become_paper_in_their_order_and_are_confirmed(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "LOOK_AGAIN_S", 0.05)
    hall, simulator = SlipHall("one", "two"), SimulatedPrinter()
    simulator.run_out_of_paper()
    printer = ReceiptPrinter(lambda: MemoryTransport(simulator), patience=HASTE)
    station = SlipPrinting(hall.link, printer, tmp_path / "slips.db")
    station.start()
    qtbot.waitUntil(lambda: bool(hall.asked))
    simulator.refill()
    qtbot.waitUntil(lambda: not hall.jobs)
    station.stop()
    assert len(simulator.papers) == 2
    assert [(type(one), one.slip) for one in hall.asked] == [  # type: ignore[attr-defined]
        (ReportSlip, "one"),
        (ConfirmSlip, "one"),
        (ConfirmSlip, "two"),
    ]


def test_a_counter_prints_where_the_hall_says(qtbot: QtBot, tmp_path: Path) -> None:
    hall = SlipHall("one", printer="simulate")
    station = StationPrinter(hall.link, tmp_path / "slips.db")
    hall.link.show(hall.view())
    qtbot.waitUntil(lambda: not hall.jobs)
    station.stop()
    assert len(list((tmp_path / "papers").iterdir())) >= 1
