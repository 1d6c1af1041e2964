"""Asks the hall for a code, and comes back with its claim until somebody has let the station in."""

import logging
from collections.abc import Callable
from typing import cast

import msgspec
from PySide6.QtCore import QByteArray, QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QNetworkReply, QSslCertificate

from hallctl.station.link import trust
from hallctl.station.link.direct import direct_network, question, said_in
from hallctl.station.pairing.membership import Membership

log = logging.getLogger(__name__)

AGAIN_MS, TIMEOUT_S = 2000, 8.0
OVER = 404


class _Code(msgspec.Struct):
    code: str
    claim: str
    good_s: int
    authority: str = ""


class _Admitted(msgspec.Struct):
    state: str
    name: str = ""
    role: str = ""
    counter: str = ""
    token: str = ""


class Newcomer(QObject):
    """One station that wants to come in. Nothing secret leaves it before its hall is pinned.

    ``told`` says that ``code``, ``fingerprint`` or ``trouble`` changed; ``admitted`` carries the
    membership.
    """

    told = Signal()
    admitted = Signal(object)

    def __init__(self, hall: str, role: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.code = self.fingerprint = self.trouble = ""
        self._hall = hall.rstrip("/")
        self._role = role
        self._claim = ""
        self._authority: QSslCertificate | None = None
        self._network = direct_network(self)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self.start)
        self._heard: dict[QNetworkReply, Callable[[QNetworkReply], None]] = {}

    @Slot()
    def start(self) -> None:
        """Ask for a code, or come back with the claim."""
        if self._claim:
            self._post("/api/pairing/claim", {"claim": self._claim}, self._on_claim)
        else:
            self._post("/api/pairing", {"role": self._role}, self._on_code)

    def stop(self) -> None:
        """Ask no more."""
        self._again.stop()
        replies, self._heard = self._heard, {}
        for reply in replies:
            reply.abort()
            reply.deleteLater()

    def _post(
        self, path: str, body: dict[str, str], heard: Callable[[QNetworkReply], None]
    ) -> None:
        request = question(f"{self._hall}{path}", TIMEOUT_S)
        if self._authority is not None:
            request.setSslConfiguration(trust.pinned([self._authority]))
        reply = self._network.post(request, QByteArray(msgspec.json.encode(body)))
        if self._authority is None:
            # Who is there is compared by a person, on both screens; nothing secret is sent yet.
            reply.ignoreSslErrors()
        self._heard[reply] = heard
        reply.finished.connect(self._on_finished)

    @Slot()
    def _on_finished(self) -> None:
        reply = cast("QNetworkReply", self.sender())
        heard = self._heard.pop(reply, None)
        if heard is None:
            return
        try:
            heard(reply)
        except msgspec.DecodeError:
            self._say("unreachable")
        reply.deleteLater()

    def _on_code(self, reply: QNetworkReply) -> None:
        said = said_in(reply)
        if not said.is_good:
            self._say("full" if said.status else "unreachable")
            return
        told = msgspec.json.decode(said.body, type=_Code)
        if told.authority or self._hall.startswith("https:"):
            chain = reply.sslConfiguration().peerCertificateChain()
            if not chain or trust.fingerprint(chain[-1]) != told.authority:
                self._say("stranger")
                return
            self._authority = chain[-1]
            self.fingerprint = told.authority
            self._network.clearConnectionCache()  # what follows goes to nobody else
        self.code, self._claim = told.code, told.claim
        self._say("")

    def _on_claim(self, reply: QNetworkReply) -> None:
        said = said_in(reply)
        if said.status == OVER:
            self.code = self._claim = ""
            self._say("")
            return
        if not said.is_good:
            self._say("unreachable")
            return
        told = msgspec.json.decode(said.body, type=_Admitted)
        if told.state != "admitted":
            self._say("")
            return
        authority = bytes(self._authority.toPem().data()).decode() if self._authority else ""
        self.admitted.emit(
            Membership(
                hall=self._hall,
                name=told.name,
                role=told.role,
                counter=told.counter,
                token=told.token,
                authority=authority,
            )
        )

    def _say(self, trouble: str) -> None:
        self.trouble = trouble
        self._again.start()
        self.told.emit()
