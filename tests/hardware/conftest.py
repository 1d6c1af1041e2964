"""A simulated printer, the driver in front of it, and a slip to print."""

from collections.abc import Callable, Iterator

import pytest

from hardware.printer.escpos_printer import Patience, ReceiptPrinter
from hardware.simulator.receipt_printer import SimulatedPrinter
from hardware.simulator.serial_port import SerialPort
from hardware.simulator.tcp_server import TcpServer
from hardware.simulator.usb_bus import SimulatedUsbBus, SimulatedUsbDevice
from hardware.slips.receipt import Pair, QrCode, Receipt, Rule, Space, Text
from hardware.transport.address import SerialAddress, UsbAddress
from hardware.transport.link import Connect
from hardware.transport.memory import MemoryTransport
from hardware.transport.serial_line import SerialTransport
from hardware.transport.tcp import TcpTransport
from hardware.transport.usb_port import UsbTransport

STATUS_PAGE = "http://192.168.1.10:8080/t/6f9a2c3e7b"
HURRIED = Patience(answer_s=0.15, stall_s=0.15, confirm_s=0.4, look_s=0.05, quiet_s=0.02)


def ticket_slip(number: str = "A017") -> Receipt:
    return Receipt(
        blocks=(
            Text("Trung tâm Phục vụ hành chính công tỉnh", weight="bold"),
            Rule(),
            Text("Số thứ tự của bạn"),
            Text(number, size="number", weight="bold"),
            Space(8),
            Text("Hộ tịch, quốc tịch, lý lịch tư pháp", size="large", weight="bold"),
            Rule(),
            Pair("Giờ lấy số", "08:15 · 12/10/2026"),
            Pair("Trước bạn còn", "4 người"),
            Rule(),
            QrCode(STATUS_PAGE, "Quét để theo dõi số của bạn"),
        )
    )


@pytest.fixture
def slip() -> Receipt:
    return ticket_slip()


@pytest.fixture
def simulated() -> SimulatedPrinter:
    return SimulatedPrinter()


@pytest.fixture
def printer(simulated: SimulatedPrinter) -> Iterator[ReceiptPrinter]:
    driver = ReceiptPrinter(lambda: MemoryTransport(simulated), patience=HURRIED)
    yield driver
    driver.close()


@pytest.fixture(params=["memory", "tcp", "serial", "usb"])
def any_link(request: pytest.FixtureRequest, simulated: SimulatedPrinter) -> Iterator[Connect]:
    """The same simulated printer, reached in four ways."""
    match request.param:
        case "memory":
            yield lambda: MemoryTransport(simulated)
        case "tcp":
            with TcpServer(simulated) as server:
                yield lambda: TcpTransport(server.host, server.port)
        case "serial":
            with SerialPort(simulated) as port:
                yield lambda: SerialTransport(SerialAddress(port.path))
        case "usb":
            bus = SimulatedUsbBus(SimulatedUsbDevice(simulated))
            yield lambda: UsbTransport(UsbAddress(), bus)


@pytest.fixture
def make_slip() -> Callable[[str], Receipt]:
    return ticket_slip
