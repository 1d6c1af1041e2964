"""A scanner on a serial line or a USB port that acts as one; opens it again after an unplug."""

import threading
import time
from collections import deque
from collections.abc import Callable

from hardware.scanner import Repeats, ScannerHealth, ScannerTrouble
from hardware.scanner_lines import QUIET_S, Scan, ScanLines
from hardware.transport.link import Connect, Transport, TransportGone

REOPEN_S = 0.5


class SerialScanner:
    """One scanner, read by one thread; no call raises for a device."""

    def __init__(self, connect: Connect, clock: Callable[[], float] = time.monotonic) -> None:
        """`connect` opens the line; `clock` tells seconds."""
        self._connect = connect
        self._clock = clock
        self._transport: Transport | None = None
        self._lines = ScanLines()
        self._repeats = Repeats()
        self._waiting: deque[Scan] = deque()
        self._closed = threading.Event()
        self._breaks = 0
        self._retry_at = 0.0

    def next_scan(self, timeout_s: float) -> Scan | None:
        """The next code held to the scanner; None when there is none until the timeout."""
        deadline = self._clock() + timeout_s
        while not self._waiting and not self._closed.is_set():
            left = deadline - self._clock()
            self._receive(max(0.0, min(left, QUIET_S)))
            if left <= 0:
                break
        return self._waiting.popleft() if self._waiting else None

    def health(self) -> ScannerHealth:
        """Whether the line stands, and what went wrong so far. Tries to open it if not."""
        self._open()
        trouble = None if self._transport else ScannerTrouble.GONE
        return ScannerHealth(trouble, self._lines.refused, self._breaks)

    def close(self) -> None:
        """Let go of the line; from any thread. The scanner is not used again."""
        self._closed.set()
        if transport := self._transport:
            transport.close()

    def _receive(self, timeout_s: float) -> None:
        transport = self._open()
        if transport is None:
            self._closed.wait(timeout_s)
            return
        try:
            data = transport.read(timeout_s)
        except TransportGone:
            self._lose()
            return
        now = self._clock()
        for scan in self._lines.receive(data, now) if data else self._lines.settle(now):
            if not self._repeats.is_repeat(scan.text, now):
                self._waiting.append(scan)

    def _open(self) -> Transport | None:
        if self._transport is None and not self._closed.is_set():
            now = self._clock()
            if now < self._retry_at:
                return None
            self._retry_at = now + REOPEN_S
            try:
                self._transport = self._connect()
            except TransportGone:
                return None
        return self._transport

    def _lose(self) -> None:
        if self._transport is not None:
            self._transport.close()
        self._transport = None
        self._lines.forget()
        self._breaks += 1
