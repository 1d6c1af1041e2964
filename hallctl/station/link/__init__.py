"""A station's link to its hall: the newest view comes down, commands go up.

Runs on Qt's own sockets inside the GUI thread; nothing here blocks it.
"""

import logging
import random
from collections.abc import Callable
from time import monotonic

import msgspec
from PySide6.QtCore import QObject, QTimer, QUrl, QUrlQuery, Signal
from PySide6.QtNetwork import QNetworkRequest
from PySide6.QtWebSockets import QWebSocket

from hallctl.core.commands import Command
from hallctl.core.views import AnyView
from hallctl.station.link.addressing import HallAddress
from hallctl.station.link.answering import Answer
from hallctl.station.link.direct import NO_PROXY, signed
from hallctl.station.link.posting import Courier
from hallctl.station.link.reconnecting import LinkState, Reconnecting, Step
from hallctl.station.link.requesting import Found, Heard, Requester
from hallctl.station.link.seen import Seen
from hallctl.station.link.trust import trusting
from hallctl.station.link.turned_away import turned_away

__all__ = ["Answer", "HallLink", "LinkState"]

log = logging.getLogger(__name__)
_view_decoder = msgspec.json.Decoder(AnyView)


class HallLink(QObject):
    """Shows ``view`` of ``counter`` or ``zone`` as the hall sees it, and keeps trying while it cannot.

    ``view_changed`` carries the decoded view struct, ``state_changed`` one of "connecting",
    "online" and "offline". ``view`` stays the last one seen while offline.
    """

    view_changed = Signal(object)
    state_changed = Signal(str)

    def __init__(
        self,
        address: HallAddress,
        view: str,
        counter: str = "",
        parent: QObject | None = None,
        *,
        zone: str = "",
    ) -> None:
        super().__init__(parent)
        self._address = address
        self._url = _live_url(address, {"view": view, "counter": counter, "zone": zone})
        self.seen = Seen()
        """The hall of an epoch before the latest one seen has been left behind."""
        self._courier = Courier(address, self.seen, parent=self)
        self._requester = Requester(address, self)
        self._logic = Reconnecting(random.SystemRandom().random)
        self._socket: QWebSocket | None = None
        self._view: AnyView | None = None
        self._is_first_of_connection = True
        self._told_state = LinkState.CONNECTING
        self._turned_away = ""
        """Why the last try failed, so that it is said once."""
        self._wake = QTimer(self, singleShot=True)
        self._wake.timeout.connect(self._on_wake)

    @property
    def state(self) -> str:
        """ "connecting", "online" or "offline"."""
        return self._told_state.value

    @property
    def view(self) -> AnyView | None:
        """The newest view, or None before the first."""
        return self._view

    @property
    def gives_alone(self) -> frozenset[str]:
        """Services whose numbers it gives without the hall: none."""
        return frozenset()

    @property
    def patience_s(self) -> float:
        """How long a command is retried before it is answered as unreachable."""
        return self._courier.patience_s

    @patience_s.setter
    def patience_s(self, seconds: float) -> None:
        self._courier.patience_s = seconds

    def start(self) -> None:
        """Connect, and stay connected until ``stop``."""
        self._logic.start(monotonic())
        self._tell_state()
        self._on_wake()

    def stop(self) -> None:
        """Close the connection; commands under way are not answered any more."""
        self._logic.stop()
        self._wake.stop()
        self._courier.stop()
        self._requester.stop()
        self._forget_socket()

    def send(self, command: Command, answered: Callable[[Answer], None]) -> None:
        """Ask the hall; ``answered`` is called exactly once, later, on this thread."""
        self._courier.send(command, answered)

    def look_up(self, path: str, query: dict[str, str], found: Found) -> None:
        """Read what the hall has under ``path``; ``found`` hears its body, or None, once."""
        self._requester.look_up(path, query, found)

    def request(self, method: str, path: str, body: bytes, heard: Heard) -> None:
        """Ask in the station's own name; ``heard`` hears status and body, once."""
        self._requester.request(method, path, body, heard)

    def _on_wake(self) -> None:
        match self._logic.due(monotonic()):
            case Step.CONNECT:
                self._connect()
            case Step.PING if self._socket is not None:
                self._socket.ping()
            case Step.DROP:
                log.warning("no word from %s: connecting anew", self._address.base_url)
                self._on_disconnected()
        self._plan_wake()

    def _plan_wake(self) -> None:
        rest = self._logic.rest_s(monotonic())
        if rest is not None:
            self._wake.start(int(rest * 1000) + 1)

    def _connect(self) -> None:
        self._forget_socket()
        self._is_first_of_connection = True
        socket = QWebSocket(parent=self)
        socket.setProxy(NO_PROXY)
        socket.connected.connect(self._on_connected)
        socket.disconnected.connect(self._on_disconnected)
        socket.errorOccurred.connect(self._on_error)
        socket.textMessageReceived.connect(self._on_text)
        socket.pong.connect(self._on_pong)
        request = signed(QNetworkRequest(self._url), self._address)
        if (configuration := trusting(self._address)) is not None:
            socket.setSslConfiguration(configuration)  # before it opens, or it believes anybody
        self.seen.tell(request)
        self._socket = socket
        socket.open(request)

    def _forget_socket(self) -> None:
        """A socket is used once; what an old one still says is not heard."""
        if self._socket is None:
            return
        socket, self._socket = self._socket, None
        socket.blockSignals(True)
        socket.abort()
        socket.deleteLater()

    def _on_connected(self) -> None:
        self._logic.opened(monotonic())
        self._tell_state()
        self._plan_wake()

    def _on_disconnected(self) -> None:
        self._forget_socket()
        self._logic.closed(monotonic())
        self._tell_state()
        self._plan_wake()

    def _on_error(self) -> None:
        reason = turned_away(self._socket.errorString()) if self._socket else ""
        if reason and reason != self._turned_away:
            log.warning("%s turns this station away: %s", self._address.base_url, reason)
        self._turned_away = reason
        self._on_disconnected()

    def _on_pong(self) -> None:
        self._logic.heard(monotonic())

    def _on_text(self, text: str) -> None:
        self._logic.heard(monotonic())
        try:
            view = _view_decoder.decode(text)
        except msgspec.DecodeError:
            log.warning("the hall sent a view this station does not read")
            return
        if self._is_older(view):
            return
        self._is_first_of_connection = False
        self.seen.see(view)
        self._view = view
        self.view_changed.emit(view)

    def _is_older(self, view: AnyView) -> bool:
        """Newest wins; but a new connection may tell of a hall that was restored or set anew."""
        if view.epoch < self.seen.epoch:
            log.warning("an old hall speaks, of epoch %d: it is not listened to", view.epoch)
            return True
        if self._is_first_of_connection or self._view is None:
            return False
        return view.journal_number < self._view.journal_number

    def _tell_state(self) -> None:
        if self._logic.state is not self._told_state:
            self._told_state = self._logic.state
            self.state_changed.emit(self._told_state.value)


def _live_url(address: HallAddress, asked: dict[str, str]) -> QUrl:
    query = QUrlQuery()
    for name, value in asked.items():
        if value:
            query.addQueryItem(name, value)
    url = QUrl(address.live_url)
    url.setQuery(query)
    return url
