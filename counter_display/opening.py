"""Opens the panel's and the sign's windows on a link to the hall."""

from pathlib import Path

from PySide6.QtCore import QSize

from counter_display.panel_view_model import PanelViewModel
from counter_display.sign_view_model import SignViewModel
from hallctl.station.link.answering import Link
from hallctl.station.screen import Screen, open_screen, screen_application

QML = Path(__file__).parent / "qml"


def open_panel(
    link: Link, size: QSize | None = None, official: str = "", slips: Link | None = None
) -> Screen:
    """Show an official's panel; the link (of the view "counter") is the caller's to start.

    ``official`` is the name offered when the counter is opened. ``slips`` is the link
    of the view "slips", where the counter has a printer. Full screen without a size.
    """
    screen_application()
    return open_screen(QML / "Panel.qml", "panel", PanelViewModel(link, official, slips), size)


def open_sign(link: Link, size: QSize | None = None, *, is_still: bool = False) -> Screen:
    """Show the sign above a counter, on a link of the view "sign"; ``is_still`` stops the blinking."""
    screen_application()
    return open_screen(QML / "Sign.qml", "sign", SignViewModel(link, is_still=is_still), size)
