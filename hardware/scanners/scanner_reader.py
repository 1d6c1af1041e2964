"""Reads any scanner: opens its port, opens it again after an unplug, and takes repeats for one.

What a port is differs, a line of bytes or a grabbed keyboard; everything else is here, once.
"""

import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Protocol

from hardware.scanners.scanner import Repeats, ScannerHealth, ScannerTrouble
from hardware.scanners.scanner_lines import Scan
from hardware.transport.link import TransportGone

REOPEN_S = 0.5


class ScannerPort(Protocol):
    """An open scanner with one owner; both may be called from different threads."""

    def scans(self, timeout_s: float, now: Callable[[], float]) -> list[Scan]:
        """Texts that have become whole, waiting for the first bytes. Raises TransportGone."""
        ...

    def close(self) -> None:
        """Let go of it; closing twice is no error."""
        ...


class ScannerReader:
    """One scanner, read by one thread; no call raises for a device."""

    def __init__(
        self,
        connect: Callable[[], ScannerPort],
        look_s: float,
        refused: Callable[[], int] = lambda: 0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`connect` opens the port, or raises TransportGone; each look at it takes `look_s` at most.

        `refused` counts unreadable texts; `clock` tells seconds.
        """
        self._connect = connect
        self._look_s = look_s
        self._refused = refused
        self._clock = clock
        self._port: ScannerPort | None = None
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
            self._receive(max(0.0, min(left, self._look_s)))
            if left <= 0:
                break
        return self._waiting.popleft() if self._waiting else None

    def health(self) -> ScannerHealth:
        """Whether the scanner is there, and what went wrong so far. Tries to open it if not."""
        trouble = None if self._open() else ScannerTrouble.GONE
        return ScannerHealth(trouble, self._refused(), self._breaks)

    def close(self) -> None:
        """Let go of it; from any thread. The scanner is not used again."""
        self._closed.set()
        if port := self._port:
            port.close()

    def _receive(self, timeout_s: float) -> None:
        port = self._open()
        if port is None:
            self._closed.wait(timeout_s)
            return
        try:
            scans = port.scans(timeout_s, self._clock)
        except TransportGone:
            port.close()
            self._port = None
            self._breaks += 1
            return
        now = self._clock()
        self._waiting += [one for one in scans if not self._repeats.is_repeat(one.text, now)]

    def _open(self) -> ScannerPort | None:
        if self._port is None and not self._closed.is_set():
            now = self._clock()
            if now < self._retry_at:
                return None
            self._retry_at = now + REOPEN_S
            try:
                self._port = self._connect()
            except TransportGone:
                return None
        return self._port
