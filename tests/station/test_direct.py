"""A station's token goes to its hall and nowhere else, and silence is an answer."""

import pytest
from PySide6.QtNetwork import QHostAddress, QTcpServer
from pytestqt.qtbot import QtBot

from hallctl.station.link import requesting
from hallctl.station.link.addressing import HallAddress
from hallctl.station.link.answering import Said
from hallctl.station.link.requesting import Requester
from hallctl.station.pairing.coming_in import Standing, still_holds
from hallctl.station.pairing.membership import Membership


class Answering(QTcpServer):
    """Gives every caller the same answer, and keeps what it was asked."""

    def __init__(self, answer: str) -> None:
        super().__init__()
        self.asked: list[str] = []
        self._answer = answer.encode()
        self.listen(QHostAddress(QHostAddress.SpecialAddress.LocalHost))
        self.newConnection.connect(self._on_caller)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.serverPort()}"

    def _on_caller(self) -> None:
        caller = self.nextPendingConnection()

        def on_asked() -> None:
            self.asked.append(bytes(caller.readAll().data()).decode())
            caller.write(self._answer)
            caller.disconnectFromHost()

        caller.readyRead.connect(on_asked)


def test_a_redirect_takes_no_station_s_token_along(qtbot: QtBot) -> None:
    elsewhere = Answering("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n")
    moved = f"HTTP/1.1 307 Temporary Redirect\r\nLocation: {elsewhere.url}/\r\n"
    hall = Answering(f"{moved}Content-Length: 0\r\n\r\n")
    known = Membership(hall=hall.url, name="kiosk-9", role="kiosk", token="secret")
    assert still_holds(known) is Standing.HOLDS
    assert "Bearer secret" in hall.asked[0]
    qtbot.wait(20)
    assert not elsewhere.asked


def test_a_hall_that_says_no_word_in_time_has_said_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(requesting, "TIMEOUT_S", 0.05)
    silent = QTcpServer()
    silent.listen(QHostAddress(QHostAddress.SpecialAddress.LocalHost))
    address = HallAddress(f"http://127.0.0.1:{silent.serverPort()}", "secret")
    requester = Requester(address)
    said: list[Said] = []
    requester.request("GET", "/api/leases/1", b"", said.append)
    qtbot.waitUntil(lambda: bool(said))
    assert said == [Said(0)]
