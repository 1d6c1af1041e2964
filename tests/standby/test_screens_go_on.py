"""The hall's machine dies and the second one takes over: kiosk, panel and board go on by themselves."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize

from counter_display import open_panel
from hall_board.opening import open_board
from hallctl.core.commands import CallNext, Command, IssueTicket
from hallctl.hall_directory import HallDirectory
from hallctl.station.link import HallLink
from hallctl.station.link.addressing import HallAddress, new_command_id
from hallctl.station.link.answering import Answer
from hallctl.station.stage import turn_until
from kiosk import open_kiosk
from tests.hall_clients import Serve, new_hall, serve, start_hallctl, wish
from tests.screens.item_tree import is_text, shown_items
from tests.standby.test_standby import chain, following, hallctl, until

pytestmark = [pytest.mark.screens, pytest.mark.usefixtures("qapp")]
PATIENCE_S = 30.0
SIZE = QSize(960, 540)


class Screens:
    """A kiosk, a panel and a board, each with its own token, on one address."""

    def __init__(self, home: HallDirectory, port: int) -> None:
        self._home, self._url = home, f"http://127.0.0.1:{port}"
        self.kiosk = self._link("kiosk-1", "kiosk")
        self.panel = self._link("counter-1", "counter", "1")
        self.board = self._link("board-1", "board")
        self._open = [
            open_kiosk(self.kiosk, QSize(540, 960)),
            open_panel(self.panel, SIZE),
            open_board(self.board, SIZE, reduce_motion=True),
        ]

    def _link(self, station: str, view: str, counter: str = "") -> HallLink:
        token = self._home.station_token(station).read_text().strip()
        link = HallLink(HallAddress(self._url, token), view, counter)
        link.start()
        return link

    @property
    def links(self) -> tuple[HallLink, ...]:
        return (self.kiosk, self.panel, self.board)

    def are_in(self, epoch: int) -> bool:
        """Whether every screen shows a hall of at least that epoch, and is online."""
        return all(
            link.state == "online" and link.view is not None and link.view.epoch >= epoch
            for link in self.links
        )

    def words_on_the_board(self) -> list[str]:
        window = self._open[-1].window
        return [str(item.property("text")) for item in shown_items(window) if is_text(item)]

    def close(self) -> None:
        for link in self.links:
            link.stop()
        for screen in self._open:
            screen.close()


def asked(link: HallLink, command: Command) -> Answer:
    """What the hall answers, while the screens live on."""
    answers: list[Answer] = []
    link.send(command, answers.append)
    assert turn_until(lambda: bool(answers), PATIENCE_S)
    return answers[0]


@contextmanager
def screens_of(home: HallDirectory, port: int) -> Iterator[Screens]:
    screens = Screens(home, port)
    try:
        yield screens
    finally:
        screens.close()


def number_of(answer: Answer) -> str:
    return str(getattr(answer.events[0], "number", ""))


def test_screens_go_on_at_the_second_machine(tmp_path: Path) -> None:
    hall, copy = new_hall(tmp_path / "hall", "commune"), tmp_path / "copy"
    with ExitStack() as life:
        first = life.enter_context(serve(hall))
        port = first.port
        admin = first.wire()
        admin.ask(wish("OpenDay"))
        admin.ask(wish("OpenCounter", counter="1", official="Lan"))
        screens = life.enter_context(screens_of(first.hall, port))
        assert turn_until(lambda: screens.are_in(0), PATIENCE_S)
        issue = IssueTicket(command_id=new_command_id(), service="civil-status")
        before = number_of(asked(screens.kiosk, issue))
        with following(first, copy):
            until(lambda: chain(copy) and chain(copy) == chain(hall))
            first.kill()
        assert turn_until(lambda: all(link.state != "online" for link in screens.links), PATIENCE_S)
        assert "is the hall now" in hallctl("take-over", str(copy))
        second = Serve(copy, process=_at(copy, port))
        life.callback(second.kill)
        assert turn_until(lambda: screens.are_in(1), PATIENCE_S)
        again = IssueTicket(command_id=new_command_id(), service="civil-status")
        after = number_of(asked(screens.kiosk, again))
        assert int(after[1:]) > int(before[1:]) + 100, "past whatever was given unseen"
        called = asked(screens.panel, CallNext(command_id=new_command_id(), counter="1"))
        assert number_of(called) == before, "who came first is called first"
        assert turn_until(lambda: before in screens.words_on_the_board(), PATIENCE_S)


def _at(hall: Path, port: int) -> Any:
    return start_hallctl("serve", str(hall), "--host", "127.0.0.1", "--port", str(port))
