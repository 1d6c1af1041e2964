"""Links that break in their many ways, which all end in one."""

import os
import socket

import pytest

from hardware.printer.printer_address import read_printer
from hardware.simulator.receipt_printer import SimulatedPrinter
from hardware.simulator.serial_port import SerialPort
from hardware.simulator.tcp_server import TcpServer
from hardware.transport.address import AddressError, SerialAddress, UsbAddress, read_place
from hardware.transport.link import Connect, TransportGone
from hardware.transport.memory import MemoryTransport
from hardware.transport.opening import connector
from hardware.transport.serial_line import SerialTransport
from hardware.transport.tcp import TcpTransport


def test_a_question_is_answered_over_every_link(any_link: Connect) -> None:
    transport = any_link()
    assert transport.read(0) == b""
    assert transport.write(b"\x10\x04\x01", 1) == 3
    assert transport.read(2) == b"\x12"
    transport.close()
    transport.close()


def test_a_closed_link_is_gone(any_link: Connect) -> None:
    transport = any_link()
    transport.close()
    with pytest.raises(TransportGone):
        transport.write(b"x", 0.1)
    with pytest.raises(TransportGone):
        transport.read(0.1)


def test_a_device_that_hangs_up_is_gone(simulated: SimulatedPrinter) -> None:
    with TcpServer(simulated) as server:
        over_tcp = TcpTransport(server.host, server.port)
        over_tcp.write(b"\x10\x04\x01", 1)
        over_tcp.read(2)
    with pytest.raises(TransportGone):
        over_tcp.read(2)
    over_tcp.close()
    with SerialPort(simulated) as port:
        over_serial = SerialTransport(SerialAddress(port.path))
    with pytest.raises(TransportGone):
        over_serial.read(2)
    over_serial.close()


def test_what_was_answered_before_the_cut_is_still_heard(simulated: SimulatedPrinter) -> None:
    link = MemoryTransport(simulated)
    simulated.cut_off_after(3)
    link.write(b"\x10\x04\x01", 0)
    assert link.read(0) == b"\x12"
    with pytest.raises(TransportGone):
        link.read(0)


def test_a_device_that_takes_nothing_takes_none() -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        transport = TcpTransport("127.0.0.1", deaf.getsockname()[1])
        while transport.write(bytes(65536), 0.1):
            pass
        transport.close()
    ours, theirs = os.openpty()
    line = SerialTransport(SerialAddress(os.ttyname(theirs)))
    while line.write(bytes(4096), 0.1):
        pass
    line.close()
    os.close(ours)
    os.close(theirs)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "serial:/dev/no-such-port"])
def test_what_is_not_there_is_gone(address: str) -> None:
    with pytest.raises(TransportGone):
        connector(read_place(address).address)()


def test_an_address_opens_its_own_kind_of_link(simulated: SimulatedPrinter) -> None:
    with TcpServer(simulated) as server:
        link = connector(read_place(f"tcp://localhost:{server.port}").address)()
        assert isinstance(link, TcpTransport)
        link.close()
    with SerialPort(simulated) as port:
        line = connector(read_place(f"serial:{port.path}?baud=38400&flow=rtscts").address)()
        assert isinstance(line, SerialTransport)
        line.close()


@pytest.mark.parametrize(
    "address",
    [
        *("", "usb", "tcp://", "serial:", "tcp://host:99999", "tcp://host/path?", "bluetooth:x"),
        *("serial:/dev/x?baud=fast", "serial:/dev/x?flow=water", "serial:/dev/x?parity=prime"),
        *("usb:04b8", "usb:04b8:zzzz", "usb:any?port=left", "serial:/dev/x?baud=1"),
    ],
)
def test_an_address_that_says_nothing_is_refused(address: str) -> None:
    with pytest.raises(AddressError):
        read_place(address)


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("serial:/dev/ttyS0?baud=9600", "a slip is a picture, and at 9600 baud it takes a minute"),
        ("tcp://10.0.0.5?profile=typewriter", "'typewriter' is no profile: generic-80, "),
        ("usb:any?width=12", "'12' is no width: 256 to 1280 dots"),
        ("usb:any?cut=by-teeth", "'by-teeth' is no cut: partial, full, total, none"),
        ("usb:any?qr=knitted", "'knitted' is no way to a QR code: raster, native"),
        ("usb:any?colour=red", "a printer knows no 'colour', only cut, low, profile, qr, roll"),
        ("simulate?profile=none", "'none' is no profile"),
    ],
)
def test_a_printer_that_cannot_be_is_refused_with_the_reason(address: str, why: str) -> None:
    with pytest.raises(AddressError, match="is no address: ") as refused:
        read_printer(address)
    assert why in str(refused.value)


def test_a_printers_line_names_its_profile_and_what_differs_from_it() -> None:
    place = read_printer("usb:0dd4:0205?serial=K1&port=1-2.3&profile=custom-vkp80&width=576")
    assert place.address == UsbAddress(0x0DD4, 0x0205, "K1", "1-2.3")
    assert (place.profile.name, place.profile.width_dots) == ("custom-vkp80", 576)
    assert read_printer("simulate?profile=generic-58").address is None
    assert read_printer("simulate").profile.name == "generic-80"
