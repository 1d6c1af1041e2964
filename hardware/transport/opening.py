"""Opens what an address names."""

from functools import partial

from hardware.transport.address import Address, SerialAddress, TcpAddress, UsbAddress
from hardware.transport.link import Connect
from hardware.transport.serial_line import SerialTransport
from hardware.transport.tcp import TcpTransport
from hardware.transport.usb_port import UsbTransport


def connector(address: Address) -> Connect:
    """What opens a transport to `address`, as often as it is called."""
    match address:
        case TcpAddress(host, port):
            return partial(TcpTransport, host, port)
        case SerialAddress():
            return partial(SerialTransport, address)
        case UsbAddress():
            return partial(UsbTransport, address)
