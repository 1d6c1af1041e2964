"""Where a device is, in one line, without opening it.

`tcp://10.0.0.5:9100`, `serial:/dev/ttyUSB0?baud=115200&flow=rtscts` or
`usb:04b8:0e28?serial=X5TK&port=1-2.3`. What follows `?` and belongs to no way is the device's own.
"""

import re
from dataclasses import dataclass
from typing import Literal, get_args
from urllib.parse import parse_qsl, urlsplit

Flow = Literal["none", "rtscts", "xonxoff"]
Parity = Literal["none", "even", "odd"]

PRINTER_PORT = 9100
DEFAULT_BAUD = 115_200
_BAUDS = range(300, 4_000_001)
_PRODUCT = re.compile(r"(?P<vendor>[0-9A-Fa-f]{4}):(?P<product>[0-9A-Fa-f]{4})")
_PORT = re.compile(r"[0-9]{1,3}(-[0-9]{1,3}(\.[0-9]{1,3})*)?")
_SAY = "use tcp://HOST:PORT, serial:/dev/NAME, usb:VENDOR:PRODUCT or usb:any"


class AddressError(ValueError):
    """An address that says no known way to a device."""


@dataclass(frozen=True, slots=True)
class TcpAddress:
    """On the network."""

    host: str
    port: int = PRINTER_PORT


@dataclass(frozen=True, slots=True)
class SerialAddress:
    """On a serial line; `path` may be a stable name such as /dev/serial/by-id/…"""

    path: str
    baud: int = DEFAULT_BAUD
    flow: Flow = "none"
    parity: Parity = "none"


@dataclass(frozen=True, slots=True)
class UsbAddress:
    """A printer on USB: by its product, by its serial number, by the socket it hangs in, or any.

    `port` is bus and sockets as the kernel names them: `1-2.3`.
    """

    vendor: int | None = None
    product: int | None = None
    serial: str = ""
    port: str = ""


Address = TcpAddress | SerialAddress | UsbAddress


@dataclass(frozen=True, slots=True)
class Place:
    """An address, and what else its line wishes of the device."""

    address: Address
    wishes: dict[str, str]


def read_place(written: str) -> Place:
    """Read a device's line. Raises AddressError, saying what is wrong."""
    try:
        parts = urlsplit(written)
        wishes = dict(parse_qsl(parts.query, keep_blank_values=True, strict_parsing=True))
        address = _address(parts.scheme, parts.hostname, parts.port, parts.path, wishes)
    except ValueError as error:
        raise AddressError(f"{written!r} is no address: {error}") from error
    return Place(address, wishes)


def _address(
    scheme: str, host: str | None, port: int | None, path: str, wishes: dict[str, str]
) -> Address:
    match scheme:
        case "tcp" if host and path in {"", "/"}:
            return TcpAddress(host, port or PRINTER_PORT)
        case "serial" if path:
            return SerialAddress(path, _baud(wishes), _flow(wishes), _parity(wishes))
        case "usb" if path:
            return _usb(path, wishes)
    raise ValueError(_SAY)


def _usb(path: str, wishes: dict[str, str]) -> UsbAddress:
    serial, port = wishes.pop("serial", ""), wishes.pop("port", "")
    if port and not _PORT.fullmatch(port):
        raise ValueError(f"{port!r} is no USB socket, such as 1-2.3")
    if path == "any":
        return UsbAddress(serial=serial, port=port)
    named = _PRODUCT.fullmatch(path)
    if named is None:
        raise ValueError(f"{path!r} is no USB product: four and four digits, such as 04b8:0e28")
    return UsbAddress(int(named["vendor"], 16), int(named["product"], 16), serial, port)


def _baud(wishes: dict[str, str]) -> int:
    written = wishes.pop("baud", str(DEFAULT_BAUD))
    if not (written.isascii() and written.isdigit() and int(written[:9]) in _BAUDS):
        raise ValueError(f"{written!r} is no baud rate")
    return int(written)


def _flow(wishes: dict[str, str]) -> Flow:
    match wishes.pop("flow", "none"):
        case "none" | "rtscts" | "xonxoff" as flow:
            return flow
        case other:
            raise ValueError(f"{other!r} is no flow control: {', '.join(get_args(Flow))}")


def _parity(wishes: dict[str, str]) -> Parity:
    match wishes.pop("parity", "none"):
        case "none" | "even" | "odd" as parity:
            return parity
        case other:
            raise ValueError(f"{other!r} is no parity: {', '.join(get_args(Parity))}")
