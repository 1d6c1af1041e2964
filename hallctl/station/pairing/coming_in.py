"""Shows the pairing screen until somebody has let the station in; asks whether it still is."""

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer

from hallctl.station.link.answering import Said
from hallctl.station.link.requesting import Requester
from hallctl.station.pairing.membership import Membership
from hallctl.station.pairing.newcomer import Newcomer
from hallctl.station.pairing.view_model import PairingViewModel
from hallctl.station.screen import open_screen, screen_application

QML = Path(__file__).parent / "qml" / "Pairing.qml"
STANDING = "/api/views/board"
"""What every station may read, as long as the hall knows its token."""
PATIENCE_MS = 8000
UNKNOWN_TOKEN = 401


class Standing(Enum):
    """What the hall says of a token."""

    HOLDS = "holds"
    REVOKED = "revoked"
    UNREACHABLE = "unreachable"


def come_in(hall: str, role: str, size: QSize | None = None) -> Membership | None:
    """The membership, once there is one; None when the window was closed before."""
    screen_application()
    found: list[Membership] = []
    waiting = QEventLoop()
    newcomer = Newcomer(hall, role)
    newcomer.admitted.connect(found.append)
    newcomer.admitted.connect(waiting.quit)
    screen = open_screen(QML, "pairing", PairingViewModel(newcomer, hall, role), size)
    screen.window.visibleChanged.connect(waiting.quit)
    newcomer.start()
    waiting.exec()
    newcomer.stop()
    screen.close()
    return found[0] if found else None


def still_holds(membership: Membership, *, with_screen: bool = True) -> Standing:
    """Ask the hall once; a hall that is away takes nothing from anybody."""
    if with_screen:
        screen_application()
    said = [Said(0)]
    waiting, requester = QEventLoop(), Requester(membership.address)

    def on_said(word: Said) -> None:
        said.append(word)
        waiting.quit()

    requester.request("GET", STANDING, b"", on_said)
    QTimer.singleShot(PATIENCE_MS, waiting.quit)
    waiting.exec()
    requester.stop()
    if said[-1].status == UNKNOWN_TOKEN:
        return Standing.REVOKED
    return Standing.HOLDS if said[-1].status else Standing.UNREACHABLE
