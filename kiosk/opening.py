"""Opens the kiosk's window on a link to the hall."""

from pathlib import Path

from PySide6.QtCore import QSize

from hallctl.station.devices.camera_reading import CameraReading, LivePictures
from hallctl.station.devices.scan_watch import ScanWatch
from hallctl.station.link.answering import Link
from hallctl.station.screen import Screen, open_screen, screen_application
from hallctl.station.stirring import StirringWatch
from kiosk.audio_keys import AudioKeys
from kiosk.comfort import NO_COMFORT, Comfort
from kiosk.reading import ScreenReader
from kiosk.reading_along import ReadingAlong
from kiosk.resting import Patience
from kiosk.view_model import KioskViewModel


def open_kiosk(
    link: Link,
    size: QSize | None = None,
    patience: Patience | None = None,
    comfort: Comfort = NO_COMFORT,
) -> Screen:
    """Show a kiosk, full screen unless a size is given; the link is the caller's to start."""
    screen_application()
    view_model = KioskViewModel(link, patience, comfort)
    ReadingAlong(view_model)
    screen = open_screen(Path(__file__).parent / "qml" / "Main.qml", "kiosk", view_model, size)
    camera = view_model.findChild(CameraReading)
    if camera is not None:
        screen.window.engine().addImageProvider("camera", LivePictures(camera))
        screen.closing.append(camera.stop)
    reader = ScreenReader(screen.window, view_model)
    AudioKeys(screen.window, reader.press, lambda: view_model.aloud.is_reading, comfort.keys)
    StirringWatch(screen.window, view_model.stirred)
    ScanWatch(screen.window, view_model.scanned)
    return screen
