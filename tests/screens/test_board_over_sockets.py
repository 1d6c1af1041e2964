"""A real board on a real controller: what is heard, what is seen, whatever goes down in between."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from hall_board.announcer import Announcer
from hall_board.announcing import Announcements
from hall_board.opening import open_board, use_the_hall_s_voice
from hall_board.remembering import KnownFile
from hallctl.demo.controller_thread import ControllerThread
from hallctl.hall_directory import HallDirectory
from hallctl.machine.clock import SystemClock
from hallctl.settings import read_hall
from hallctl.station.link import HallLink
from hallctl.station.link.addressing import HallAddress
from tests.fakes.fake_sound import FakeSpeaker, FakeVoice
from tests.hall_clients import Wire, wish
from tests.web.hall_at_work import granted
from tests.web.test_boards import zoned_hall

pytestmark = pytest.mark.screens


class Evening:
    """A hall of two zones that may be stopped and started, and the board of zone A."""

    def __init__(self, qtbot: QtBot, path: Path) -> None:
        self.qtbot, self.path = qtbot, path
        self.port = 0
        self.start_hall()
        self.voice, self.speaker = FakeVoice(), FakeSpeaker()
        self.start_board()

    def start_hall(self) -> None:
        self.controller = ControllerThread(
            read_hall(self.path), SystemClock("Asia/Ho_Chi_Minh"), self.port
        )
        self.port = int(self.controller.url.rpartition(":")[2])
        directory = HallDirectory(self.path)
        self.admin = Wire(self.port, directory.token(directory.admin_token))

    def stop_hall(self) -> None:
        self.admin.close()
        self.controller.stop()

    def start_board(self) -> None:
        directory = HallDirectory(self.path)
        token = directory.token(directory.station_token("board-1"))
        self.link = HallLink(HallAddress(self.controller.url, token), "board")
        memory = KnownFile(self.path / "announced.json")
        queue = Announcements(known=memory.read())
        self.announcer = Announcer(self.voice, self.speaker, queue, memory)
        self.screen = open_board(self.link, QSize(960, 540), self.announcer, reduce_motion=True)
        self.model: Any = self.screen.view_model
        self.link.start()
        self.until(lambda: self.link.view is not None)

    def stop_board(self) -> None:
        self.link.stop()
        self.announcer.close()
        self.model.close()
        self.screen.close()

    def until(self, is_so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(is_so, timeout=15_000)

    def call(self, service: str, counter: str) -> str:
        number = granted(self.admin.ask(wish("IssueTicket", service=service)))["number"]
        granted(self.admin.ask(wish("CallNext", counter=counter)))
        return str(number)

    def finish(self, counter: str) -> None:
        granted(self.admin.ask(wish("FinishVisit", counter=counter)))

    def hear(self) -> None:
        """The clip that sounds has sounded."""
        self.until(lambda: self.speaker.is_playing)
        self.speaker.finish()

    def said(self) -> list[str]:
        return [words for words, language in self.voice.said if language == "vi"]


@pytest.fixture
def evening(qtbot: QtBot, tmp_path: Path) -> Iterator[Evening]:
    evening = Evening(qtbot, zoned_hall(tmp_path / "hall"))
    granted(evening.admin.ask(wish("OpenDay")))
    for counter in ("1", "2", "3"):
        granted(evening.admin.ask(wish("OpenCounter", counter=counter, official=f"o-{counter}")))
    yield evening
    evening.stop_board()
    evening.stop_hall()


def test_nothing_is_lost_or_doubled_over_restarts_of_hall_and_board(evening: Evening) -> None:
    evening.call("policy", "3")  # in the other zone
    evening.call("civil-status", "1")
    evening.hear()
    evening.stop_hall()
    evening.start_hall()
    evening.until(lambda: evening.link.state == "online")
    evening.call("land", "2")
    evening.until(lambda: evening.speaker.is_playing)
    evening.stop_board()  # in the middle of a sentence
    evening.speaker = FakeSpeaker()
    evening.finish("1")
    evening.call("civil-status", "1")
    evening.start_board()
    evening.hear()
    evening.hear()
    calls = [one for one in evening.said() if one.startswith("Mời")]
    assert calls == [
        "Mời số a, không, không, một.",
        "Mời số xê, không, không, một.",
        "Mời số xê, không, không, một.",  # it had been cut off
        "Mời số a, không, không, hai.",
    ]
    assert not evening.speaker.is_playing


def test_an_emergency_cuts_in_repeats_and_gives_the_call_back(evening: Evening) -> None:
    evening.call("civil-status", "1")
    evening.until(lambda: evening.speaker.is_playing)
    granted(evening.admin.ask(wish("ShowEmergency", vi="Có cháy", en="Fire")))
    evening.until(lambda: evening.model.emergency.is_up)
    evening.until(lambda: len(evening.speaker.played) == 2)
    assert evening.voice.said[-2:] == [("Có cháy", "vi"), ("Fire", "en")]
    assert evening.speaker.volume == 1.0
    evening.speaker.finish()
    granted(evening.admin.ask(wish("ClearEmergency")))
    evening.until(lambda: not evening.model.emergency.is_up)
    evening.hear()
    assert evening.said()[-2:] == ["Mời số a, không, không, một.", "Đến quầy số một."]


def test_an_emergency_is_up_on_a_board_that_comes_back(evening: Evening) -> None:
    evening.stop_board()
    granted(evening.admin.ask(wish("SetSound", sound="visual")))
    granted(evening.admin.ask(wish("ShowEmergency", vi="Có cháy")))
    evening.stop_hall()
    evening.start_hall()
    evening.start_board()
    assert evening.model.emergency.vi == "Có cháy"
    evening.until(lambda: evening.speaker.is_playing)


def test_a_quiet_hour_leaves_the_screen_and_takes_the_voice(evening: Evening) -> None:
    granted(evening.admin.ask(wish("SetSound", sound="visual", zone="A")))
    evening.call("civil-status", "1")
    evening.until(lambda: evening.model.gold["number"] == "A001")
    granted(evening.admin.ask(wish("SetSound", sound="planned", zone="A")))
    evening.call("land", "2")
    evening.hear()
    assert [one for one in evening.said() if one.startswith("Mời")] == [
        "Mời số xê, không, không, một."
    ]


def test_the_playlist_comes_over_the_network_and_a_call_takes_its_place_at_once(
    evening: Evening,
) -> None:
    reel = evening.model.playing.panel
    reel.fit(200, 100)
    evening.until(lambda: reel.count == 2)
    reel.start()
    evening.until(lambda: reel.is_showing)
    screen = evening.model.playing.over_all
    screen.offer(list(evening.link.view.playlist))
    screen.fit(200, 100)
    screen.start()
    evening.until(lambda: screen.is_showing)
    seen: list[bool] = []
    evening.model.called.connect(partial(lambda: seen.append(screen.is_showing)))
    evening.call("civil-status", "1")
    evening.until(lambda: bool(seen))
    assert seen == [False], "when the call is on the screen, nothing lies over it"


def test_the_hall_s_voice_is_brought_whole_before_it_is_used(
    evening: Evening, tmp_path: Path
) -> None:
    used: list[object] = []
    evening.announcer.use = used.append  # type: ignore[method-assign]
    use_the_hall_s_voice(evening.link, evening.announcer, tmp_path / "voices")
    evening.call("civil-status", "1")
    evening.qtbot.wait(50)
    assert used == [], "its one clip is damaged: it stays with its own voice"
