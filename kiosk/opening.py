"""Opens the kiosk's window on a link to the hall."""

from pathlib import Path

from PySide6.QtCore import QSize

from hallctl.station.answering import Link
from hallctl.station.scan_watch import ScanWatch
from hallctl.station.screen import Screen, open_screen, screen_application
from kiosk.resting import Patience, StirringWatch
from kiosk.view_model import KioskViewModel


def open_kiosk(link: Link, size: QSize | None = None, patience: Patience | None = None) -> Screen:
    """Show a kiosk, full screen unless a size is given; the link is the caller's to start."""
    screen_application()
    view_model = KioskViewModel(link, patience)
    screen = open_screen(Path(__file__).parent / "qml" / "Main.qml", "kiosk", view_model, size)
    StirringWatch(screen.window, view_model.stirred)
    ScanWatch(screen.window, view_model.scanned)
    return screen
