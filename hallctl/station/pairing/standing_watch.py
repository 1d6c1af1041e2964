"""While a paired screen runs: has it been thrown out? Then it begins again, and shows a code at once."""

import atexit
import os
import sys

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkProxy, QNetworkReply, QNetworkRequest

from hallctl.station.link.addressing import HallAddress
from hallctl.station.link.trust import trust
from hallctl.station.pairing.coming_in import ASK_MS, UNKNOWN_TOKEN

LOOK_MS = 2000


class StandingWatch(QObject):
    """Asks the hall every two seconds whether it still knows the station's token."""

    revoked = Signal()

    def __init__(self, address: HallAddress, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = address
        self._network = QNetworkAccessManager(self)
        self._network.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._ask)
        self._asked: QNetworkReply | None = None
        self._look.start()

    @Slot()
    def _ask(self) -> None:
        if self._asked is not None:
            return
        request = QNetworkRequest(QUrl(f"{self._address.base_url}/api/views/board"))
        trust(request, self._address)
        request.setRawHeader(b"Authorization", f"Bearer {self._address.token}".encode())
        request.setTransferTimeout(ASK_MS)
        self._asked = self._network.get(request)
        self._asked.finished.connect(self._on_answered)

    @Slot()
    def _on_answered(self) -> None:
        reply, self._asked = self._asked, None
        if reply is None:
            return
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        reply.deleteLater()
        if status == UNKNOWN_TOKEN:
            self._look.stop()
            self.revoked.emit()


def begin_again() -> None:
    """The same program anew, once this one has let go of everything."""
    atexit.register(os.execv, sys.executable, sys.orig_argv)
