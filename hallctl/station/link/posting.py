"""Sends commands to the hall, again under the same id while no answer comes back."""

import logging
from collections.abc import Callable
from typing import Any

import msgspec
from PySide6.QtCore import QByteArray, QElapsedTimer, QObject, QTimer
from PySide6.QtNetwork import QNetworkReply

from hallctl.core.commands import Command
from hallctl.core.events import AnyEvent
from hallctl.station.link.addressing import HallAddress
from hallctl.station.link.answering import Answer
from hallctl.station.link.direct import direct_network, question, said_in, signed
from hallctl.station.link.seen import Seen
from hallctl.station.link.trust import trust

log = logging.getLogger(__name__)

TRY_TIMEOUT_S = 4.0
SHORTEST_TRY_S = 0.2
RETRY_AFTER_S = 0.3

type_of_events = msgspec.json.Decoder(AnyEvent)


class _Granted(msgspec.Struct):
    events: list[msgspec.Raw] = []
    journal_number: int = 0


class _Refused(msgspec.Struct):
    refused: str
    details: dict[str, Any] = {}


class _Malformed(msgspec.Struct):
    malformed: str
    field: str = ""


def read_answer(status: int, body: bytes) -> Answer | None:
    """What the hall said, or None where it said nothing final and the command is to be retried."""
    try:
        match status:
            case 200:
                granted = msgspec.json.decode(body, type=_Granted)
                events = _read_events(granted.events)
                return Answer(events=events, journal_number=granted.journal_number)
            case 409 | 401 | 403:
                refused = msgspec.json.decode(body, type=_Refused)
                return Answer(refused=refused.refused, details=refused.details)
            case 422:
                malformed = msgspec.json.decode(body, type=_Malformed)
                details = {"field": malformed.field, "words": malformed.malformed}
                return Answer(refused="malformed", details=details)
    except msgspec.DecodeError:
        log.warning("the hall answered %d with words this station does not read", status)
    return None


def _read_events(raw: list[msgspec.Raw]) -> tuple[AnyEvent, ...]:
    """The events this station knows; a newer hall may tell of others."""
    known = []
    for one in raw:
        try:
            known.append(type_of_events.decode(one))
        except msgspec.DecodeError:
            log.info("an event this station does not know was left out")
    return tuple(known)


class _Post(QObject):
    """One command on its way, until it is answered or patience ends."""

    def __init__(
        self, courier: "Courier", command: Command, answered: Callable[[Answer], None]
    ) -> None:
        super().__init__(courier)
        self._courier = courier
        self._body = QByteArray(msgspec.json.encode(command))
        self._answered = answered
        self._reply: QNetworkReply | None = None
        self._since = QElapsedTimer()
        self._since.start()
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self.try_once)

    def try_once(self) -> None:
        """No longer than patience lasts: a hall that is frozen keeps nobody waiting beyond it."""
        within_s = max(SHORTEST_TRY_S, min(TRY_TIMEOUT_S, self._left_s()))
        self._reply = self._courier.post(self._body, within_s)
        self._reply.finished.connect(self._on_finished)

    def give_up(self) -> None:
        """Stop without an answer: the station is shutting down."""
        self._again.stop()
        if self._reply is not None:
            reply, self._reply = self._reply, None
            reply.finished.disconnect(self._on_finished)
            reply.abort()
            reply.deleteLater()
        self.deleteLater()

    def _on_finished(self) -> None:
        reply, self._reply = self._reply, None
        if reply is None:
            return
        said = said_in(reply)
        reply.deleteLater()
        answer = read_answer(said.status, said.body)
        if answer is None and self._left_s() > RETRY_AFTER_S:
            self._again.start(int(RETRY_AFTER_S * 1000))
            return
        self._courier.forget(self)
        self.deleteLater()
        self._answered(answer or Answer(unreachable=True))

    def _left_s(self) -> float:
        return self._courier.patience_s - self._since.elapsed() / 1000


class Courier(QObject):
    """Posts commands; each is answered exactly once, on the thread that sent it, never at once."""

    def __init__(
        self,
        address: HallAddress,
        seen: Seen,
        patience_s: float = 12.0,
        parent: QObject | None = None,
    ) -> None:
        """``seen`` is told with each command."""
        super().__init__(parent)
        self.patience_s = patience_s
        self._address = address
        self._seen = seen
        self._posts: list[_Post] = []
        self._network = direct_network(self)

    def send(self, command: Command, answered: Callable[[Answer], None]) -> None:
        """Post ``command`` until the hall answers, or ``patience_s`` have passed (unreachable)."""
        post = _Post(self, command, answered)
        self._posts.append(post)
        post.try_once()

    def post(self, body: QByteArray, within_s: float) -> QNetworkReply:
        """One try on the wire."""
        request = trust(question(self._address.commands_url, within_s), self._address)
        self._seen.tell(request)
        return self._network.post(signed(request, self._address), body)

    def forget(self, post: _Post) -> None:
        """A post has its answer."""
        self._posts.remove(post)

    def stop(self) -> None:
        """Drop what is under way; those commands are not answered any more."""
        posts, self._posts = self._posts, []
        for post in posts:
            post.give_up()
