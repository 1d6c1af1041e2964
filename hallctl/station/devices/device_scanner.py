"""A scanner on a line or one that types, for a screen: what it reads is typed where the eye is.

Screens hear codes as keys, whether the scanner types them itself or not. Those of a serial scanner,
and of one that is taken from the keyboard, come whole and with their Vietnamese letters.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent

from hardware.device_health import DeviceHealth, DeviceState
from hardware.scanners.scanner import ScannerHealth
from hardware.scanners.scanner_address import Scanner

LOOK_S = 0.3


class DeviceScanner(QObject):
    """Reads the first of ``scanners`` that is there, on a thread; ``scanned`` carries each text."""

    scanned = Signal(str)

    def __init__(self, scanners: tuple[Scanner, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scanners = scanners
        self._health: tuple[ScannerHealth, ...] = ()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="scanning", daemon=True)

    def start(self) -> None:
        """Begin to read."""
        self._thread.start()

    def stop(self) -> None:
        """Let go of the scanners."""
        self._stopping.set()
        for scanner in self._scanners:
            scanner.close()
        if self._thread.is_alive():
            self._thread.join(4 * LOOK_S)

    def health(self) -> list[DeviceHealth]:
        """How each scanner is, in the order they are tried."""
        return [
            DeviceHealth(
                f"scanner-{place}",
                "scanner",
                DeviceState.GONE if one.trouble else DeviceState.OK,
                "",
                one.refused,
                one.breaks,
            )
            for place, one in enumerate(self._health, start=1)
        ]

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._health = tuple(scanner.health() for scanner in self._scanners)
            there = (
                scanner
                for scanner, health in zip(self._scanners, self._health, strict=True)
                if health.trouble is None
            )
            scanner = next(there, None)
            if scanner is None:
                self._stopping.wait(LOOK_S)
            elif (scan := scanner.next_scan(LOOK_S)) and not self._stopping.is_set():
                self.scanned.emit(scan.text)


@contextmanager
def typing_scans(scanners: Sequence[Scanner]) -> Iterator[None]:
    """While inside, what the first scanner that is there reads is typed into the focused window."""
    if not scanners:
        yield
        return
    reading = DeviceScanner(tuple(scanners))
    reading.scanned.connect(type_text)
    reading.start()
    try:
        yield
    finally:
        reading.scanned.disconnect(type_text)
        reading.stop()


def type_text(
    text: str, target: Callable[[], QObject | None] = QGuiApplication.focusWindow
) -> None:
    """Type ``text`` and Enter into the window that has the focus, or whatever ``target`` gives."""
    window = target()
    if window is None:
        return
    for sign in text:
        _tap(window, Qt.Key.Key_unknown, sign)
    _tap(window, Qt.Key.Key_Return, "\r")


def _tap(window: QObject, key: Qt.Key, sign: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, sign)
        QCoreApplication.sendEvent(window, event)
