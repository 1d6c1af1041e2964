"""A scanner that acts as a keyboard, heard below the screen: no window sees what it types."""

import threading
import time
from collections import deque
from collections.abc import Callable

from hardware.hid_keys import KeyLine
from hardware.scanner import Repeats, ScannerHealth, ScannerTrouble
from hardware.scanner_lines import Scan
from hardware.transport.key_device import ConnectKeys, KeyDevice
from hardware.transport.link import TransportGone

REOPEN_S = 0.5
_LOOK_S = 0.2


class HidScanner:
    """One scanner, read by one thread; no call raises for a device."""

    def __init__(self, connect: ConnectKeys, clock: Callable[[], float] = time.monotonic) -> None:
        """`connect` takes the keyboard; `clock` tells seconds."""
        self._connect = connect
        self._clock = clock
        self._device: KeyDevice | None = None
        self._line = KeyLine()
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
            self._receive(max(0.0, min(left, _LOOK_S)))
            if left <= 0:
                break
        return self._waiting.popleft() if self._waiting else None

    def health(self) -> ScannerHealth:
        """Whether the scanner is there. Tries to open it if not."""
        trouble = None if self._open() else ScannerTrouble.GONE
        return ScannerHealth(trouble, 0, self._breaks)

    def close(self) -> None:
        """Let go of it; from any thread. The scanner is not used again."""
        self._closed.set()
        if device := self._device:
            device.close()

    def _receive(self, timeout_s: float) -> None:
        device = self._open()
        if device is None:
            self._closed.wait(timeout_s)
            return
        try:
            events = device.keys(timeout_s)
        except TransportGone:
            self._lose()
            return
        now = self._clock()
        for key, value in events:
            text = self._line.press(key, value)
            if text is not None and not self._repeats.is_repeat(text, now):
                self._waiting.append(Scan(text, text.encode()))

    def _open(self) -> KeyDevice | None:
        if self._device is None and not self._closed.is_set():
            now = self._clock()
            if now < self._retry_at:
                return None
            self._retry_at = now + REOPEN_S
            try:
                self._device = self._connect()
            except TransportGone:
                return None
        return self._device

    def _lose(self) -> None:
        if self._device is not None:
            self._device.close()
        self._device = None
        self._line = KeyLine()
        self._breaks += 1
