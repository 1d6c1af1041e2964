"""Reads what the hall has to look up: one question, one answer in JSON, or none."""

from collections.abc import Callable, Mapping
from typing import cast
from urllib.parse import quote, urlencode

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtNetwork import (
    QNetworkAccessManager,
    QNetworkProxy,
    QNetworkReply,
    QNetworkRequest,
)

from hallctl.station.addressing import HallAddress
from hallctl.station.trust import trust

TIMEOUT_S = 4.0
OK = 200

Found = Callable[[bytes | None], None]
"""Hears the body, or None where the hall gave none."""


class Fetcher(QObject):
    """Asks with GET; each question is answered exactly once, later, on this thread."""

    def __init__(self, address: HallAddress, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = address
        self._replies: dict[QNetworkReply, Found] = {}
        self._network = QNetworkAccessManager(self)
        self._network.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))
        self._network.setRedirectPolicy(QNetworkRequest.RedirectPolicy.ManualRedirectPolicy)

    def get(self, path: str, query: Mapping[str, str], found: Found) -> None:
        """Ask for ``path``; nothing is tried twice, for whoever asks may have typed on."""
        reply = self._network.get(self._request(path, query))
        self._replies[reply] = found
        reply.finished.connect(self._on_finished)

    def stop(self) -> None:
        """Drop what is under way; those questions are not answered any more."""
        replies, self._replies = self._replies, {}
        for reply in replies:
            reply.abort()
            reply.deleteLater()

    def _request(self, path: str, query: Mapping[str, str]) -> QNetworkRequest:
        url = QUrl(f"{self._address.base_url}{path}")
        url.setQuery(urlencode(query, quote_via=quote))
        request = trust(QNetworkRequest(url), self._address)
        request.setAttribute(QNetworkRequest.Attribute.Http2AllowedAttribute, False)
        request.setTransferTimeout(int(TIMEOUT_S * 1000))
        return request

    @Slot()
    def _on_finished(self) -> None:
        reply = cast("QNetworkReply", self.sender())
        found = self._replies.pop(reply, None)
        if found is None:
            return
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        body = bytes(reply.readAll().data())
        reply.deleteLater()
        found(body if status == OK else None)
