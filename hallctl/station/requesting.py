"""Asks the hall in the station's own name, with any method: what is read and kept beside the views."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QByteArray, QObject, QUrl, Slot
from PySide6.QtNetwork import (
    QNetworkAccessManager,
    QNetworkProxy,
    QNetworkReply,
    QNetworkRequest,
)

from hallctl.station.addressing import HallAddress
from hallctl.station.answering import Said
from hallctl.station.trust import trust

TIMEOUT_S = 15.0
"""A form takes a moment to be set in type."""


Heard = Callable[[Said], None]


class Requester(QObject):
    """Each question is answered exactly once, later, on this thread; nothing is tried twice."""

    def __init__(self, address: HallAddress, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = address
        self._replies: dict[QNetworkReply, Heard] = {}
        self._network = QNetworkAccessManager(self)
        self._network.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))

    def request(self, method: str, path: str, body: bytes, heard: Heard) -> None:
        """Ask for ``path`` (with its query, percent-encoded) by ``method``."""
        request = trust(QNetworkRequest(QUrl(f"{self._address.base_url}{path}")), self._address)
        request.setRawHeader(b"Authorization", f"Bearer {self._address.token}".encode())
        request.setHeader(QNetworkRequest.KnownHeaders.ContentTypeHeader, "application/json")
        request.setAttribute(QNetworkRequest.Attribute.Http2AllowedAttribute, False)
        request.setTransferTimeout(int(TIMEOUT_S * 1000))
        sent = QByteArray(body)
        reply = self._network.sendCustomRequest(request, method.encode(), sent)
        self._replies[reply] = heard
        reply.finished.connect(self._on_finished)

    def stop(self) -> None:
        """Drop what is under way; those questions are not answered any more."""
        replies, self._replies = self._replies, {}
        for reply in replies:
            reply.abort()
            reply.deleteLater()

    @Slot()
    def _on_finished(self) -> None:
        reply = cast("QNetworkReply", self.sender())
        heard = self._replies.pop(reply, None)
        if heard is None:
            return
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        body = bytes(reply.readAll().data())
        reply.deleteLater()
        heard(Said(int(status or 0), body))
