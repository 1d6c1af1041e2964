"""Shows the pairing screen until somebody has let the station in; asks whether it still is."""

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer, QUrl
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkProxy, QNetworkRequest

from hallctl.station.link.trust import trust
from hallctl.station.pairing.asking import PairingAsk
from hallctl.station.pairing.membership import Membership
from hallctl.station.pairing.view_model import PairingViewModel
from hallctl.station.screen import open_screen, screen_application

QML = Path(__file__).parent / "qml" / "Pairing.qml"
ASK_MS = 4000
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
    ask = PairingAsk(hall, role)
    ask.admitted.connect(found.append)
    ask.admitted.connect(waiting.quit)
    screen = open_screen(QML, "pairing", PairingViewModel(ask, hall, role), size)
    screen.window.visibleChanged.connect(waiting.quit)
    ask.start()
    waiting.exec()
    ask.stop()
    screen.close()
    return found[0] if found else None


def still_holds(membership: Membership, *, with_screen: bool = True) -> Standing:
    """Ask the hall once; a hall that is away takes nothing from anybody."""
    if with_screen:
        screen_application()
    network = QNetworkAccessManager()
    network.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))
    address = membership.address
    request = trust(QNetworkRequest(QUrl(f"{address.base_url}/api/views/board")), address)
    request.setRawHeader(b"Authorization", f"Bearer {address.token}".encode())
    request.setTransferTimeout(ASK_MS)
    reply = network.get(request)
    waiting = QEventLoop()
    reply.finished.connect(waiting.quit)
    QTimer.singleShot(2 * ASK_MS, waiting.quit)
    waiting.exec()
    status = int(reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute) or 0)
    reply.deleteLater()
    if status == UNKNOWN_TOKEN:
        return Standing.REVOKED
    return Standing.HOLDS if status else Standing.UNREACHABLE
