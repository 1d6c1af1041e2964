"""A scanner on a serial line or a USB port that acts as one."""

import time
from collections.abc import Callable

from hardware.scanners.scanner_lines import QUIET_S, Scan, ScanLines
from hardware.scanners.scanner_reader import ScannerReader
from hardware.transport.link import Connect, Transport


class SerialScanner(ScannerReader):
    """A look at the line is as long as the quiet that ends a text."""

    def __init__(self, connect: Connect, clock: Callable[[], float] = time.monotonic) -> None:
        """`connect` opens the line; `clock` tells seconds."""
        lines = ScanLines()
        super().__init__(lambda: _LinePort(connect(), lines), QUIET_S, lambda: lines.refused, clock)


class _LinePort:
    """Bytes of an open line, put together to texts; half a text of an earlier line is forgotten."""

    def __init__(self, transport: Transport, lines: ScanLines) -> None:
        self._transport = transport
        self._lines = lines
        lines.forget()

    def scans(self, timeout_s: float, now: Callable[[], float]) -> list[Scan]:
        data = self._transport.read(timeout_s)
        return list(self._lines.receive(data, now()) if data else self._lines.settle(now()))

    def close(self) -> None:
        self._transport.close()
