"""A roll that ends soon is told of while it still prints: by its sensor, and by reckoning."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hallctl.station.printing import SlipPrinting
from hallctl.station.printing.paper_left import PaperLeft, Roll, after_slip, after_trouble
from hallctl.station.printing.print_journal import PrintJournal
from hallctl.station.printing.print_worker import Feed
from hallctl.station.printing.station_printer import StationPrinter
from hardware.device_health import DeviceState
from hardware.printer.escpos_document import slip_length_mm
from hardware.printer.printer_address import AddressError, read_printer
from hardware.printer.printer_profile import EPSON_TM_T20III, GENERIC_80
from hardware.simulator.receipt_printer import SimulatedPrinter
from hardware.slips.receipt import QrCode, Receipt, Text
from tests.station.test_printing import AttentiveHall, real_printer

pytestmark = pytest.mark.screens
ROLL = Roll(80, 5)
NEARLY_USED = PaperLeft(used_mm=75_100)


def test_reckoning_warns_below_the_line_and_counts_the_slips_that_are_left() -> None:
    paper = PaperLeft(used_mm=74_900)
    assert not paper.is_low(ROLL)
    paper = after_slip(paper, 170, is_ending=False)
    assert paper.is_low(ROLL)
    assert paper.slips_left(ROLL) == 29


def test_without_a_length_only_the_sensor_tells() -> None:
    paper = after_slip(PaperLeft(used_mm=1e6), 170, is_ending=False)
    assert (paper.is_low(Roll()), paper.slips_left(Roll())) == (False, None)
    assert after_slip(paper, 170, is_ending=True).is_low(Roll())


def test_a_sensor_is_believed_before_reckoning() -> None:
    paper = after_slip(PaperLeft(used_mm=0), 170, is_ending=True)
    assert (paper.is_low(ROLL), paper.slips_left(ROLL)) == (True, None)


@pytest.mark.parametrize(
    "before",
    [
        after_trouble(NEARLY_USED, "paper_out", ROLL),
        after_trouble(NEARLY_USED, "cover_open", ROLL),
        PaperLeft(used_mm=75_100, is_ending=True),
    ],
    ids=["it had run out", "somebody opened the cover", "the sensor is content again"],
)
def test_a_new_roll_is_noticed(before: PaperLeft) -> None:
    assert before.is_low(ROLL)
    after = after_slip(before, 170, is_ending=False)
    assert (after.used_mm, after.is_low(ROLL)) == (170, False)


def test_a_cover_opened_over_a_good_roll_changes_nothing() -> None:
    paper = PaperLeft(used_mm=20_000)
    assert after_trouble(paper, "cover_open", ROLL) == paper
    assert after_trouble(paper, "offline", ROLL) == paper


def test_a_sensor_that_still_complains_means_the_old_roll() -> None:
    paper = after_trouble(PaperLeft(used_mm=75_100, is_ending=True), "cover_open", ROLL)
    assert after_slip(paper, 170, is_ending=True).used_mm == 75_270


@given(st.lists(st.floats(20, 400), max_size=60))
def test_slips_left_never_grows_on_one_roll_and_never_is_less_than_none(
    lengths: list[float],
) -> None:
    paper, last = PaperLeft(used_mm=70_000), 10_000.0
    for length in lengths:
        paper = after_slip(paper, length, is_ending=False)
        assert 0 <= paper.left_mm(ROLL) <= last
        assert (paper.slips_left(ROLL) or 0) >= 0
        last = paper.left_mm(ROLL)


def test_a_slip_is_as_long_as_the_paper_that_comes_out() -> None:
    receipt = Receipt(blocks=(Text("A017", size="number"), QrCode("https://hall.example.vn/t/abc")))
    for profile in (GENERIC_80, EPSON_TM_T20III):
        simulator = SimulatedPrinter()
        printer = real_printer(simulator, profile)
        for _ in range(2):  # the first one begins at the cutter, not at the head
            printer.print(receipt)
        simulated_mm = simulator.papers[1].picture.height / profile.dpi * 25.4
        assert slip_length_mm(receipt, profile) == pytest.approx(simulated_mm, rel=0.1)


def test_the_roll_is_remembered_over_a_restart(tmp_path: Path) -> None:
    journal = PrintJournal(tmp_path / "printed.db")
    assert journal.paper() == PaperLeft()
    for used in (100.0, 200.0):
        journal.keep_paper(PaperLeft(used_mm=used))
    journal.close()
    again = PrintJournal(tmp_path / "printed.db")
    assert again.paper().used_mm == 200
    again.close()


def test_a_station_tells_of_a_thin_roll_and_of_a_new_one(tmp_path: Path, qtbot: QtBot) -> None:
    hall, simulator = AttentiveHall("A001"), SimulatedPrinter()
    simulator.near_end()
    printing = SlipPrinting(
        hall.link,
        real_printer(simulator),
        tmp_path / "printed.db",
        feed=Feed(Roll(80), lambda _receipt: 170.0),
    )
    printing.start()
    qtbot.waitUntil(lambda: printing.is_paper_low)
    assert (hall.confirmed, printing.trouble) == (["A001"], "")
    simulator.refill()
    hall.jobs |= AttentiveHall("A002").jobs
    hall.link.show(hall.view())
    qtbot.waitUntil(lambda: "A002" in hall.confirmed)
    assert (printing.is_paper_low, printing.slips_left) == (False, 469)
    printing.stop()


def test_its_health_says_so_while_it_is_well(tmp_path: Path, qtbot: QtBot) -> None:
    hall = AttentiveHall("A001")
    journal = PrintJournal(tmp_path / "printed.db")
    journal.keep_paper(PaperLeft(used_mm=77_000))
    journal.close()
    station = StationPrinter(hall.link, tmp_path / "printed.db", "simulate?roll=80&low=5")
    assert isinstance(station, QObject)
    qtbot.waitUntil(lambda: hall.confirmed == ["A001"])
    qtbot.waitUntil(lambda: bool(station.health()[0].reason))
    (health,) = station.health()
    assert (health.state, health.reason) == (DeviceState.OK, "paper_low")
    assert health.left is not None
    assert 10 < health.left < 40
    station.stop()


def test_the_length_of_rolls_stands_in_the_printers_address() -> None:
    place = read_printer("tcp://10.0.0.5?profile=epson-tm-t82&roll=80&low=8")
    assert (place.roll_m, place.low_m) == (80, 8)
    assert read_printer("usb:any").roll_m == 0
    for wrong in ("roll=long", "roll=0", "low=-3", "roll=9999"):
        with pytest.raises(AddressError, match="whole metres"):
            read_printer(f"usb:any?{wrong}")
