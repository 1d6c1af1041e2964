"""Opens one screen: an application, its fonts, an engine that knows the kit, a window.

Every window has an engine of its own, so that several stations can share a process.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6 import QtQuick  # the root is a plain window without it
from PySide6.QtCore import QCoreApplication, QObject, QSize, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView

from hallctl.machine.service_manager import WELL, tell, told_every_s
from hallctl.station.fonts import load_fonts
from hallctl.station.pictures import KitPictures

KIT = Path(__file__).parent / "kit"
__all__ = ["KIT", "QtQuick", "Screen", "ScreenBrokenError", "open_screen", "screen_application"]


class ScreenBrokenError(RuntimeError):
    """The QML of a screen does not load; the message says where."""


@dataclass(frozen=True)
class Screen:
    """An open window and what it shows."""

    window: QQuickView
    view_model: QObject
    pictures: KitPictures
    closing: list[Callable[[], object]] = field(default_factory=list)
    """What is to be let go of first when it is closed."""

    def close(self) -> None:
        """Take the window and its items down before the view model goes."""
        for let_go in self.closing:
            let_go()
        self.window.close()
        self.window.setSource(QUrl())
        self.window.deleteLater()


def screen_application() -> QGuiApplication:
    """The process's Qt application, made on first use; plain drawing where there is no GPU."""
    if not Path("/dev/dri").exists():
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    made = QGuiApplication(sys.argv[:1])
    say_that_it_is_well(made)
    return made


def say_that_it_is_well(application: QCoreApplication) -> QTimer | None:
    """Again and again while its event loop turns, where systemd's watchdog listens."""
    every_s = told_every_s()
    if not every_s:
        return None
    timer = QTimer(application, interval=int(every_s * 1000))
    timer.timeout.connect(lambda: tell(WELL))
    timer.start()
    return timer


def open_screen(qml: Path, name: str, view_model: QObject, size: QSize | None = None) -> Screen:
    """Show ``qml``, which knows ``view_model`` by ``name``; full screen unless a size is given.

    Raises FontMissingError or ScreenBrokenError rather than showing something half right.
    """
    screen_application()
    load_fonts()
    window = QQuickView()
    pictures = KitPictures()
    engine = window.engine()
    engine.addImportPath(str(KIT))
    engine.addImageProvider("kit", pictures)
    engine.rootContext().setContextProperty(name, view_model)
    window.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
    window.setTitle(name)
    window.resize(size or QGuiApplication.primaryScreen().size())
    window.setSource(QUrl.fromLocalFile(str(qml)))
    if window.status() is not QQuickView.Status.Ready:
        raise ScreenBrokenError("; ".join(error.toString() for error in window.errors()))
    window.show() if size else window.showFullScreen()
    return Screen(window, view_model, pictures)
