"""What becomes of a slip when paper, cover, link or printer fail in the middle."""

from collections.abc import Callable, Iterator

import msgspec
import pytest

from hardware.printer.escpos_printer import Patience, ReceiptPrinter
from hardware.printer.printer_profile import EPSON_TM_T20III, GENERIC_58, PROFILES, PrinterProfile
from hardware.printer.printing import Extent, PrintOutcome, PrintResult, Trouble
from hardware.scanners.codes import read_codes
from hardware.simulator.receipt_printer import (
    MODEL_58,
    SimulatedModel,
    SimulatedPrinter,
    model_of,
)
from hardware.simulator.tcp_server import TcpServer
from hardware.slips.receipt import Receipt
from hardware.transport.link import Connect, TransportGone
from hardware.transport.memory import MemoryTransport
from hardware.transport.tcp import TcpTransport

HURRIED = Patience(answer_s=0.15, stall_s=0.15, confirm_s=0.4, look_s=0.05, quiet_s=0.02)
PRINTED = PrintOutcome(PrintResult.PRINTED, None, Extent.WHOLE)
MakeSlip = Callable[[str], Receipt]


def texts_on(simulated: SimulatedPrinter) -> list[str]:
    return [code.text for paper in simulated.papers for code in read_codes(paper.picture)]


@pytest.fixture
def linked(any_link: Connect) -> Iterator[ReceiptPrinter]:
    driver = ReceiptPrinter(any_link, patience=HURRIED)
    yield driver
    driver.close()


def test_a_slip_is_printed_once_and_cut_over_every_link(
    linked: ReceiptPrinter, simulated: SimulatedPrinter, slip: Receipt
) -> None:
    assert linked.print(slip) == PRINTED
    assert len(simulated.papers) == 1
    assert texts_on(simulated) == ["http://192.168.1.10:8080/t/6f9a2c3e7b"]


def test_paper_that_runs_out_in_the_middle_prints_the_slip_exactly_once_when_refilled(
    linked: ReceiptPrinter, simulated: SimulatedPrinter, slip: Receipt
) -> None:
    simulated.run_out_of_paper(after_rows=300)
    assert linked.print(slip) == PrintOutcome(PrintResult.HELD, Trouble.PAPER_OUT, Extent.WHOLE)
    assert linked.settle().result is PrintResult.HELD
    assert simulated.papers == []
    simulated.refill()
    assert linked.settle() == PRINTED
    assert linked.print(slip) == PRINTED
    assert len(simulated.papers) == 2


def test_while_a_slip_is_held_no_other_is_sent(
    printer: ReceiptPrinter, simulated: SimulatedPrinter, slip: Receipt
) -> None:
    simulated.run_out_of_paper(after_rows=10)
    printer.print(slip)
    assert printer.print(slip) == PrintOutcome(PrintResult.NOT_PRINTED, Trouble.BUSY)
    assert printer.health().trouble is Trouble.PAPER_OUT


@pytest.mark.parametrize(
    ("befalls", "reason"),
    [
        (SimulatedPrinter.run_out_of_paper, Trouble.PAPER_OUT),
        (SimulatedPrinter.open_cover, Trouble.COVER_OPEN),
        (SimulatedPrinter.go_offline, Trouble.OFFLINE),
        (SimulatedPrinter.jam, Trouble.OFFLINE),
        (SimulatedPrinter.go_silent, Trouble.NO_ANSWER),
    ],
)
def test_a_printer_in_trouble_is_given_nothing(
    befalls: Callable[[SimulatedPrinter], None],
    reason: Trouble,
    printer: ReceiptPrinter,
    simulated: SimulatedPrinter,
    slip: Receipt,
) -> None:
    befalls(simulated)
    assert printer.print(slip) == PrintOutcome(PrintResult.NOT_PRINTED, reason)
    simulated.close_cover()
    simulated.refill()
    simulated.recover()
    assert printer.print(slip) == PRINTED
    assert len(simulated.papers) == 1


def test_a_cover_opened_in_the_middle_holds_the_slip_until_it_is_closed(
    simulated: SimulatedPrinter, slip: Receipt
) -> None:
    opened_in_the_middle = _FaultAfter(simulated, 40_000, simulated.open_cover)
    printer = ReceiptPrinter(lambda: opened_in_the_middle, patience=HURRIED)
    assert printer.print(slip).reason is Trouble.COVER_OPEN
    simulated.close_cover()
    assert printer.settle() == PRINTED
    assert len(simulated.papers) == 1


def test_a_printer_that_falls_silent_in_the_middle_keeps_the_slip_until_it_is_given_up(
    simulated: SimulatedPrinter, slip: Receipt
) -> None:
    silent_in_the_middle = _FaultAfter(simulated, 40_000, simulated.go_silent)
    printer = ReceiptPrinter(lambda: silent_in_the_middle, patience=HURRIED)
    assert printer.print(slip) == PrintOutcome(PrintResult.HELD, Trouble.NO_ANSWER, Extent.WHOLE)
    assert printer.abandon().result is PrintResult.UNKNOWN
    assert len(simulated.papers) == 1  # it did come out: sending it again would be twice


def test_a_printer_that_forgot_a_slip_leaves_it_unknown(slip: Receipt) -> None:
    simulated = SimulatedPrinter()
    printer = ReceiptPrinter(lambda: MemoryTransport(simulated), patience=HURRIED)
    simulated.run_out_of_paper(after_rows=300)
    assert printer.print(slip).result is PrintResult.HELD
    simulated.switch_off_and_on()
    simulated.refill()
    outcome = printer.settle()
    assert outcome == PrintOutcome(PrintResult.UNKNOWN, Trouble.NO_ANSWER, Extent.WHOLE)
    assert simulated.papers == []


def test_a_connection_that_dies_in_the_middle_leaves_the_slip_unknown(
    linked: ReceiptPrinter, simulated: SimulatedPrinter, slip: Receipt
) -> None:
    simulated.cut_off_after(40_000)
    outcome = linked.print(slip)
    assert outcome.result is PrintResult.UNKNOWN
    assert outcome.reason is Trouble.GONE
    assert outcome.may_have_come_out is not Extent.NOTHING
    assert simulated.papers == []


def test_after_a_broken_connection_the_next_slip_is_whole_on_a_paper_of_its_own(
    printer: ReceiptPrinter, simulated: SimulatedPrinter, make_slip: MakeSlip
) -> None:
    printer.print(make_slip("A001"))
    simulated.cut_off_after(40_000)
    broken = printer.print(make_slip("A002"))
    assert broken == PrintOutcome(PrintResult.UNKNOWN, Trouble.GONE, Extent.PART)
    assert printer.print(make_slip("A001")) == PRINTED
    first, scrap, last = simulated.papers
    assert last.picture.tobytes() == first.picture.tobytes()
    assert scrap.picture.size != first.picture.size


def test_a_restarted_driver_finishes_what_a_dead_one_left_in_the_printer(
    simulated: SimulatedPrinter, slip: Receipt
) -> None:
    simulated.cut_off_after(40_000)
    ReceiptPrinter(lambda: MemoryTransport(simulated), patience=HURRIED).print(slip)
    restarted = ReceiptPrinter(lambda: MemoryTransport(simulated), patience=HURRIED)
    assert restarted.print(slip) == PRINTED
    assert texts_on(simulated) == ["http://192.168.1.10:8080/t/6f9a2c3e7b"]


def test_a_printer_that_is_not_there_is_gone(slip: Receipt) -> None:
    def nobody() -> MemoryTransport:
        raise TransportGone("nobody there")

    printer = ReceiptPrinter(nobody, patience=HURRIED)
    assert printer.print(slip) == PrintOutcome(PrintResult.NOT_PRINTED, Trouble.GONE)
    assert printer.health().trouble is Trouble.GONE


def test_a_small_buffer_that_fills_up_holds_the_slip_and_goes_on_where_it_stopped(
    slip: Receipt,
) -> None:
    simulated = SimulatedPrinter(SimulatedModel(buffer_bytes=4096))
    simulated.run_out_of_paper(after_rows=100)
    printer = ReceiptPrinter(lambda: MemoryTransport(simulated), patience=HURRIED)
    assert printer.print(slip) == PrintOutcome(PrintResult.HELD, Trouble.OFFLINE, Extent.PART)
    assert printer.health().trouble is Trouble.OFFLINE
    simulated.refill()
    assert printer.settle() == PRINTED
    assert texts_on(simulated) == ["http://192.168.1.10:8080/t/6f9a2c3e7b"]


def test_questions_stuck_behind_a_full_buffer_hold_the_slip_too(slip: Receipt) -> None:
    simulated = SimulatedPrinter(SimulatedModel(buffer_bytes=4096))
    simulated.run_out_of_paper(after_rows=100)
    with TcpServer(simulated) as server:
        printer = ReceiptPrinter(lambda: TcpTransport(server.host, server.port), patience=HURRIED)
        assert printer.print(slip) == PrintOutcome(
            PrintResult.HELD, Trouble.NO_ANSWER, Extent.WHOLE
        )
        simulated.refill()
        assert printer.settle() == PRINTED
        printer.close()
    assert len(simulated.papers) == 1


def test_a_held_slip_that_is_given_up_may_still_come_out(
    printer: ReceiptPrinter, simulated: SimulatedPrinter, slip: Receipt
) -> None:
    simulated.run_out_of_paper(after_rows=300)
    printer.print(slip)
    assert printer.abandon() == PrintOutcome(PrintResult.UNKNOWN, Trouble.PAPER_OUT, Extent.WHOLE)
    assert printer.settle().result is PrintResult.NOT_PRINTED
    simulated.refill()
    assert len(simulated.papers) == 1


def test_a_silent_printer_is_not_flooded_with_questions(simulated: SimulatedPrinter) -> None:
    simulated.go_silent()
    link = _FaultAfter(simulated, 1 << 30, simulated.jam)
    printer = ReceiptPrinter(lambda: link, patience=HURRIED)
    assert printer.health().trouble is Trouble.NO_ANSWER
    after_first = link.left
    assert printer.health().trouble is Trouble.NO_ANSWER
    assert after_first - link.left < 10


def test_a_late_confirmation_is_not_taken_for_the_next_slips(
    linked: ReceiptPrinter, simulated: SimulatedPrinter, make_slip: MakeSlip
) -> None:
    simulated.run_out_of_paper(after_rows=300)
    linked.print(make_slip("A001"))
    linked.abandon()
    simulated.refill()
    simulated.run_out_of_paper(after_rows=500)
    assert linked.print(make_slip("A002")).result is PrintResult.HELD
    assert len(simulated.papers) == 1


def test_a_thin_roll_prints_and_is_told(
    printer: ReceiptPrinter, simulated: SimulatedPrinter, slip: Receipt
) -> None:
    simulated.near_end()
    assert printer.print(slip) == msgspec.structs.replace(PRINTED, paper_near_end=True)
    health = printer.health()
    assert health.paper_near_end
    assert health.trouble is None


def test_a_printer_without_a_back_channel_never_counts_as_printed(
    simulated: SimulatedPrinter, slip: Receipt
) -> None:
    mute = PrinterProfile("mute", has_status=False)
    printer = ReceiptPrinter(lambda: MemoryTransport(simulated), mute, HURRIED)
    for _ in range(2):
        outcome = printer.print(slip)
        assert outcome == PrintOutcome(PrintResult.UNKNOWN, Trouble.NO_ANSWER, Extent.WHOLE)
    assert len(simulated.papers) == 2


def test_a_code_drawn_by_the_printer_reads_like_one_drawn_here(
    simulated: SimulatedPrinter, slip: Receipt
) -> None:
    printer = ReceiptPrinter(lambda: MemoryTransport(simulated), EPSON_TM_T20III, HURRIED)
    assert printer.print(slip) == PRINTED
    assert texts_on(simulated) == ["http://192.168.1.10:8080/t/6f9a2c3e7b"]


def test_a_printer_without_a_cutter_leaves_the_slip_to_be_torn_off(slip: Receipt) -> None:
    simulated = SimulatedPrinter(MODEL_58)
    printer = ReceiptPrinter(lambda: MemoryTransport(simulated), GENERIC_58, HURRIED)
    assert printer.print(slip) == PRINTED
    assert simulated.papers == []
    assert simulated.tear_off()
    assert not simulated.tear_off()
    assert texts_on(simulated) == ["http://192.168.1.10:8080/t/6f9a2c3e7b"]


@pytest.mark.parametrize("name", sorted(PROFILES))
def test_every_profile_prints_a_slip_whose_code_reads(name: str, slip: Receipt) -> None:
    profile = PROFILES[name]
    simulated = SimulatedPrinter(model_of(profile.width_dots))
    printer = ReceiptPrinter(lambda: MemoryTransport(simulated), profile, HURRIED)
    assert printer.print(slip) == PRINTED
    simulated.tear_off()
    assert texts_on(simulated) == ["http://192.168.1.10:8080/t/6f9a2c3e7b"]
    assert (simulated.presented is not None) == bool(profile.present_steps)


class _FaultAfter(MemoryTransport):
    """A pipe on whose way something befalls the printer after so many bytes."""

    def __init__(self, peer: SimulatedPrinter, byte_count: int, fault: Callable[[], None]) -> None:
        super().__init__(peer)
        self.left, self._fault = byte_count, fault

    def write(self, data: bytes, timeout_s: float) -> int:
        piece = data[: self.left] if self.left > 0 else data
        taken = super().write(piece, timeout_s)
        if self.left > 0:
            self.left -= taken
            if self.left <= 0:
                self._fault()
        return taken
