"""Two stations print on one network printer that listens to one at a time: every slip comes out, once."""

from concurrent.futures import ThreadPoolExecutor

from hardware.printer.escpos_printer import ReceiptPrinter
from hardware.printer.printing import PrintResult, Trouble
from hardware.printer.shared_printer import SharedPrinter
from hardware.simulator.receipt_printer import SimulatedPrinter
from hardware.simulator.tcp_server import TcpServer
from hardware.transport.tcp import TcpTransport
from tests.hardware.conftest import HURRIED, ticket_slip

EACH = 3


def station(server: TcpServer, wait_s: float = 20.0) -> SharedPrinter:
    return SharedPrinter(
        ReceiptPrinter(lambda: TcpTransport(server.host, server.port), patience=HURRIED), wait_s
    )


def test_every_slip_of_both_comes_out_once(simulated: SimulatedPrinter) -> None:
    with TcpServer(simulated) as server, ThreadPoolExecutor(2) as kiosks:

        def print_some(letter: str) -> list[PrintResult]:
            printer = station(server)
            slips = [ticket_slip(f"{letter}{one:03d}") for one in range(1, EACH + 1)]
            return [printer.print(slip).result for slip in slips]

        printed = [one for both in kiosks.map(print_some, "AB") for one in both]
    assert printed == [PrintResult.PRINTED] * 2 * EACH
    assert len(simulated.papers) == 2 * EACH


def test_a_printer_that_is_off_is_told_of_after_a_little_while() -> None:
    with TcpServer(SimulatedPrinter()) as server:
        printer = station(server, wait_s=0.1)
    outcome = printer.print(ticket_slip())
    assert (outcome.result, outcome.reason) == (PrintResult.NOT_PRINTED, Trouble.GONE)


def test_who_waits_for_paper_keeps_the_printer_and_the_other_comes_after(
    simulated: SimulatedPrinter,
) -> None:
    with TcpServer(simulated) as server:
        first, second = station(server), station(server, wait_s=0.1)
        simulated.run_out_of_paper(after_rows=10)
        assert first.print(ticket_slip("A001")).result is PrintResult.HELD
        assert second.print(ticket_slip("B001")).result is PrintResult.NOT_PRINTED
        simulated.refill()
        while first.settle().result is PrintResult.HELD:
            pass
        assert station(server).print(ticket_slip("B001")).result is PrintResult.PRINTED
    assert len(simulated.papers) == 2
