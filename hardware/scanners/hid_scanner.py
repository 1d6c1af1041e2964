"""A scanner that acts as a keyboard, heard below the screen: no window sees what it types."""

import time
from collections.abc import Callable

from hardware.scanners.hid_keys import KeyLine
from hardware.scanners.scanner_lines import Scan
from hardware.scanners.scanner_reader import ScannerReader
from hardware.transport.key_device import ConnectKeys, KeyDevice

_LOOK_S = 0.2  # an Enter ends a text here, so nothing hangs on how long a look is


class HidScanner(ScannerReader):
    """A keyboard that is taken from everybody else while it is open."""

    def __init__(self, connect: ConnectKeys, clock: Callable[[], float] = time.monotonic) -> None:
        """`connect` takes the keyboard; `clock` tells seconds."""
        super().__init__(lambda: _KeyPort(connect()), _LOOK_S, clock=clock)


class _KeyPort:
    """Keys of one grabbed keyboard, put together to texts."""

    def __init__(self, device: KeyDevice) -> None:
        self._device = device
        self._line = KeyLine()

    def scans(self, timeout_s: float, _now: Callable[[], float]) -> list[Scan]:
        texts = (self._line.press(key, value) for key, value in self._device.keys(timeout_s))
        return [Scan(text, text.encode()) for text in texts if text is not None]

    def close(self) -> None:
        self._device.close()
