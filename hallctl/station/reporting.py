"""Tells the hall every few seconds, and at once when something changes, how this station's devices are."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QByteArray, QObject, QTimer, QUrl
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkProxy, QNetworkReply, QNetworkRequest

from hallctl.station.addressing import HallAddress
from hardware.device_health import DeviceHealth

EVERY_S = 5.0
_LOOK_S = 0.5
_PATIENCE_S = 4.0


class DeviceReporting(QObject):
    """Posts what ``look`` finds; one report at a time, and an unheard one is simply followed."""

    def __init__(
        self,
        address: HallAddress,
        look: Callable[[], Sequence[DeviceHealth]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._address = address
        self._look = look
        self._told: bytes = b""
        self._rests = 0.0
        self._reply: QNetworkReply | None = None
        self._network = QNetworkAccessManager(self)
        self._network.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))
        self._beat = QTimer(self, interval=int(_LOOK_S * 1000))
        self._beat.timeout.connect(self._on_beat)

    def start(self) -> None:
        """Begin to tell."""
        self._on_beat()
        self._beat.start()

    def stop(self) -> None:
        """Tell no more."""
        self._beat.stop()
        if self._reply is not None:
            reply, self._reply = self._reply, None
            reply.finished.disconnect(self._on_finished)
            reply.abort()
            reply.deleteLater()

    def _on_beat(self) -> None:
        self._rests -= _LOOK_S
        told = msgspec.json.encode({"devices": self._look()})
        if self._reply is None and (told != self._told or self._rests <= 0):
            self._told, self._rests = told, EVERY_S
            self._post(told)

    def _post(self, body: bytes) -> None:
        request = QNetworkRequest(QUrl(f"{self._address.base_url}/api/devices"))
        request.setRawHeader(b"Authorization", f"Bearer {self._address.token}".encode())
        request.setHeader(QNetworkRequest.KnownHeaders.ContentTypeHeader, "application/json")
        request.setTransferTimeout(int(_PATIENCE_S * 1000))
        self._reply = self._network.post(request, QByteArray(body))
        self._reply.finished.connect(self._on_finished)

    def _on_finished(self) -> None:
        reply, self._reply = self._reply, None
        if reply is not None:
            if reply.error() is not QNetworkReply.NetworkError.NoError:
                self._told = b""
            reply.deleteLater()
