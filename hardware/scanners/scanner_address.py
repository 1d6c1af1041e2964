"""Where a scanner is, in one line: on a serial line, or a keyboard of its own."""

from typing import Protocol

from hardware.scanners.hid_scanner import HidScanner
from hardware.scanners.scanner import ScannerHealth
from hardware.scanners.scanner_lines import Scan
from hardware.scanners.serial_scanner import SerialScanner
from hardware.transport.address import AddressError, read_place
from hardware.transport.key_device import EvdevKeys
from hardware.transport.opening import connector

_HID = "hid:"


class Scanner(Protocol):
    """A scanner, whatever way it is heard."""

    def next_scan(self, timeout_s: float) -> Scan | None:
        """The next code held to it; None when there is none until the timeout."""
        ...

    def health(self) -> ScannerHealth:
        """Whether it is there; tries to open it if not."""
        ...

    def close(self) -> None:
        """Let go of it; from any thread."""
        ...


def scanner_at(address: str) -> Scanner:
    """The scanner at `serial:/dev/…`, `tcp://…` or `hid:/dev/input/by-id/…`. Raises AddressError."""
    if not address.startswith(_HID):
        return SerialScanner(connector(read_place(address).address))
    path = address.removeprefix(_HID)
    if not path:
        raise AddressError(f"{address!r} is no address: use hid:/dev/input/by-id/NAME")
    return HidScanner(lambda: EvdevKeys(path))
