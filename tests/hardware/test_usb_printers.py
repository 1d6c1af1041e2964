"""Printers on USB: found by product, serial number or socket, unplugged and plugged again."""

from collections.abc import Callable

import pytest

from hardware.printer.escpos_printer import Patience, ReceiptPrinter
from hardware.printer.printing import Extent, PrintOutcome, PrintResult, Trouble
from hardware.simulator.receipt_printer import SimulatedPrinter
from hardware.simulator.usb_bus import SimulatedUsbBus, SimulatedUsbDevice
from hardware.slips.receipt import Receipt
from hardware.transport.address import UsbAddress
from hardware.transport.link import TransportGone
from hardware.transport.usb_port import UsbTransport, usb_printers

HURRIED = Patience(answer_s=0.15, stall_s=0.15, confirm_s=0.4, look_s=0.05, quiet_s=0.02)
PRINTED = PrintOutcome(PrintResult.PRINTED, None, Extent.WHOLE)
MakeSlip = Callable[[str], Receipt]


def two_alike() -> tuple[SimulatedPrinter, SimulatedPrinter, SimulatedUsbBus]:
    left, right = SimulatedPrinter(), SimulatedPrinter()
    bus = SimulatedUsbBus(
        SimulatedUsbDevice(left, serial="LEFT", sockets=(1,)),
        SimulatedUsbDevice(right, serial="RIGHT", sockets=(2, 3)),
    )
    return left, right, bus


@pytest.mark.parametrize(
    "address",
    [UsbAddress(0x04B8, 0x0E28, serial="RIGHT"), UsbAddress(port="1-2.3")],
    ids=["by-serial", "by-socket"],
)
def test_of_two_alike_the_one_named_prints(address: UsbAddress, slip: Receipt) -> None:
    left, right, bus = two_alike()
    printer = ReceiptPrinter(lambda: UsbTransport(address, bus), patience=HURRIED)
    assert printer.print(slip) == PRINTED
    printer.close()
    assert (len(left.papers), len(right.papers)) == (0, 1)


def test_every_printer_on_the_bus_is_listed_and_nothing_else() -> None:
    _, _, bus = two_alike()
    bus.plug(SimulatedUsbDevice(SimulatedPrinter(), serial="DISK", interface_class=8))
    assert usb_printers(bus) == [
        UsbAddress(0x04B8, 0x0E28, "LEFT", "1-1"),
        UsbAddress(0x04B8, 0x0E28, "RIGHT", "1-2.3"),
    ]


@pytest.mark.parametrize(
    "address",
    [UsbAddress(0x1234, 0x0001), UsbAddress(serial="NOBODY"), UsbAddress(port="7-7")],
)
def test_a_printer_that_is_not_there_is_gone(address: UsbAddress) -> None:
    _, _, bus = two_alike()
    with pytest.raises(TransportGone):
        UsbTransport(address, bus)


def test_a_printer_has_one_owner_and_goes_back_to_the_kernel() -> None:
    device = SimulatedUsbDevice(SimulatedPrinter())
    bus = SimulatedUsbBus(device)
    first = UsbTransport(UsbAddress(), bus)
    with pytest.raises(TransportGone, match="busy"):
        UsbTransport(UsbAddress(), bus)
    assert not device.kernel_driver
    first.close()
    assert device.kernel_driver
    UsbTransport(UsbAddress(), bus).close()


def test_an_unplugged_printer_is_gone_and_prints_again_when_it_is_back(
    make_slip: MakeSlip,
) -> None:
    simulated = SimulatedPrinter()
    device = SimulatedUsbDevice(simulated)
    bus = SimulatedUsbBus(device)
    printer = ReceiptPrinter(lambda: UsbTransport(UsbAddress(), bus), patience=HURRIED)
    assert printer.print(make_slip("A001")) == PRINTED
    bus.unplug(device)
    assert printer.print(make_slip("A002")) == PrintOutcome(PrintResult.NOT_PRINTED, Trouble.GONE)
    bus.plug(device)
    assert printer.print(make_slip("A002")) == PRINTED
    printer.close()
    assert len(simulated.papers) == 2


def test_a_plug_pulled_in_the_middle_leaves_the_slip_unknown(slip: Receipt) -> None:
    simulated = SimulatedPrinter()
    bus = SimulatedUsbBus(SimulatedUsbDevice(simulated))
    printer = ReceiptPrinter(lambda: UsbTransport(UsbAddress(), bus), patience=HURRIED)
    simulated.cut_off_after(20_000)
    outcome = printer.print(slip)
    assert (outcome.result, outcome.reason) == (PrintResult.UNKNOWN, Trouble.GONE)
    printer.close()


def test_a_printer_without_a_way_to_answer_says_nothing() -> None:
    device = SimulatedUsbDevice(SimulatedPrinter(), answers=False)
    link = UsbTransport(UsbAddress(), SimulatedUsbBus(device))
    assert link.write(b"\x10\x04\x01", 0.1) == 3
    assert link.read(0.05) == b""
    link.close()
    link.close()
