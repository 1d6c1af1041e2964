"""Where a device is, in one line: `tcp://10.0.0.5:9100` or `serial:/dev/ttyUSB0?baud=115200`.

A serial line takes `baud` (115200) and `flow` (none, rtscts or xonxoff), divided by `&`.
"""

from functools import partial
from urllib.parse import parse_qs, urlsplit

from hardware.transport.link import Connect
from hardware.transport.serial_line import DEFAULT_BAUD, Flow, SerialTransport
from hardware.transport.tcp import PRINTER_PORT, TcpTransport


class AddressError(ValueError):
    """An address that says no known way to a device."""


_LEAST_BAUD = 38_400


def connector(address: str) -> Connect:
    """What opens a transport to `address`, as often as it is called. Raises AddressError."""
    try:
        parts = urlsplit(address)
        match parts.scheme:
            case "tcp" if parts.hostname:
                return partial(TcpTransport, parts.hostname, parts.port or PRINTER_PORT)
            case "serial" if parts.path:
                return partial(SerialTransport, parts.path, _baud(parts.query), _flow(parts.query))
    except ValueError as error:
        raise AddressError(f"{address!r} is no address: {error}") from error
    raise AddressError(f"{address!r} is no address: use tcp://HOST:PORT or serial:/dev/NAME")


def _baud(query: str) -> int:
    baud = int(parse_qs(query).get("baud", [str(DEFAULT_BAUD)])[0])
    if baud < _LEAST_BAUD:
        raise ValueError(f"at {baud} baud a slip takes a minute; set printer and address higher")
    return baud


def _flow(query: str) -> Flow:
    match parse_qs(query).get("flow", ["none"])[0]:
        case "none" | "rtscts" | "xonxoff" as flow:
            return flow
        case other:
            raise ValueError(f"{other!r} is no flow control: none, rtscts or xonxoff")
