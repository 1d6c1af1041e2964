"""Asks the hall beside the views: in the station's own name, or for what anybody may read."""

from collections.abc import Callable, Mapping
from typing import cast
from urllib.parse import quote, urlencode

from PySide6.QtCore import QByteArray, QObject, Slot
from PySide6.QtNetwork import QNetworkReply, QNetworkRequest

from hallctl.station.link.addressing import HallAddress
from hallctl.station.link.answering import Said
from hallctl.station.link.direct import direct_network, question, said_in, signed
from hallctl.station.link.trust import trust

TIMEOUT_S = 15.0
"""A form takes a moment to be set in type."""
LOOK_UP_TIMEOUT_S = 4.0

Heard = Callable[[Said], None]
Found = Callable[[bytes | None], None]
"""Hears the body, or None where the hall gave none."""


class Requester(QObject):
    """Each question is answered exactly once, later, on this thread; nothing is tried twice."""

    def __init__(self, address: HallAddress, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = address
        self._replies: dict[QNetworkReply, Heard] = {}
        self._network = direct_network(self)

    def request(self, method: str, path: str, body: bytes, heard: Heard) -> None:
        """Ask for ``path`` (with its query, percent-encoded) by ``method``, in the station's own name."""
        request = signed(self._asking_for(path, TIMEOUT_S), self._address)
        sent = QByteArray(body)
        self._await(self._network.sendCustomRequest(request, method.encode(), sent), heard)

    def look_up(self, path: str, query: Mapping[str, str], found: Found) -> None:
        """Read ``path`` in nobody's name."""
        asked = f"{path}?{urlencode(query, quote_via=quote)}" if query else path
        reply = self._network.get(self._asking_for(asked, LOOK_UP_TIMEOUT_S))
        self._await(reply, lambda said: found(said.body if said.is_good else None))

    def stop(self) -> None:
        """Drop what is under way; those questions are not answered any more."""
        replies, self._replies = self._replies, {}
        for reply in replies:
            reply.abort()
            reply.deleteLater()

    def _asking_for(self, path: str, timeout_s: float) -> QNetworkRequest:
        return trust(question(f"{self._address.base_url}{path}", timeout_s), self._address)

    def _await(self, reply: QNetworkReply, heard: Heard) -> None:
        self._replies[reply] = heard
        reply.finished.connect(self._on_finished)

    @Slot()
    def _on_finished(self) -> None:
        reply = cast("QNetworkReply", self.sender())
        heard = self._replies.pop(reply, None)
        if heard is None:
            return
        said = said_in(reply)
        reply.deleteLater()
        heard(said)
