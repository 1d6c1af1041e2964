"""Opens the pad's window on a link to the hall."""

from pathlib import Path

from PySide6.QtCore import QSize

from hallctl.station.link.answering import Link
from hallctl.station.screen import Screen, open_screen, screen_application
from hallctl.station.stirring import StirringWatch
from rating_pad.patience import Patience
from rating_pad.view_model import PadViewModel


def open_pad(link: Link, size: QSize | None = None, patience: Patience | None = None) -> Screen:
    """Show a rating pad, full screen unless a size is given; the link is the caller's to start."""
    screen_application()
    view_model = PadViewModel(link, patience)
    screen = open_screen(Path(__file__).parent / "qml" / "Main.qml", "pad", view_model, size)
    StirringWatch(screen.window, view_model.stirred)
    return screen
