"""The provincial hall with its screens: one kiosk and its printer, one board, three counters.

Opened once: a story is another business day in the same hall, as in life. The controller is the
real one on loopback; its clock is turned by the stories.
"""

from collections.abc import Callable
from datetime import date
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import msgspec
import pytest
from PySide6.QtCore import QSize, QTimer

from counter_display import open_panel, open_sign
from hall_board.announcer import Announcer
from hall_board.gold import GoldRow
from hall_board.opening import open_board
from hallctl.core.commands import Command
from hallctl.core.paper import Document
from hallctl.core.permissions import Actor
from hallctl.core.views import AnyView, KioskView
from hallctl.demo.cast import crew_of, station_of, tokens_of
from hallctl.demo.controller_thread import ControllerThread
from hallctl.hall_directory import HallDirectory
from hallctl.samples import write_sample
from hallctl.settings import read_hall
from hallctl.simulate.simulated_clock import SimulatedClock
from hallctl.simulate.socket_door import SocketDoor
from hallctl.station import printing
from hallctl.station.link import HallLink, press
from hallctl.station.link.addressing import HallAddress
from hallctl.station.link.answering import Answer
from hallctl.station.printing import SlipPrinting
from hallctl.station.screen import Screen
from hallctl.station.stage import turn_until
from hallctl.station.voice.clip import Clip
from hardware.printer.escpos_printer import ReceiptPrinter
from hardware.simulator.receipt_printer import SimulatedPrinter
from hardware.transport.memory import MemoryTransport
from kiosk import open_kiosk
from rating_pad import open_pad
from rating_pad.patience import Patience
from tests.fakes.fake_sound import FakeSpeaker, FakeVoice
from tests.screens.touching import settle

PATIENCE_S = 10.0
LOOK_AGAIN_S = 0.25
COUNTERS = ("1", "2", "3")
FIRST_DAY = date(2026, 11, 23)
OPENS_AT_S = 7.5 * 3600
DAY_S = 86_400.0
GOLD_S = 0.1
"""How long a call keeps the gold row at least; in a real hall fifteen times as long."""
SIZES = {
    "kiosk": QSize(540, 960),
    "board": QSize(960, 540),
    "counter": QSize(960, 540),
    "sign": QSize(640, 200),
    "pad": QSize(640, 400),
}
"""Half as large as life: they are drawn by the processor, over and over."""


class HeardLink(HallLink):
    """Remembers what was answered, and counts the views that came."""

    def __init__(self, address: HallAddress, view: str, counter: str) -> None:
        super().__init__(address, view, counter)
        self.answers: list[tuple[Command, Answer]] = []
        self.views: list[Any] = []
        self.view_changed.connect(self.views.append)

    def send(self, command: Command, answered: Callable[[Answer], None]) -> None:
        def remember(answer: Answer) -> None:
            self.answers.append((command, answer))
            answered(answer)

        super().send(command, remember)


class PromptSpeaker(FakeSpeaker):
    """Every clip is over at once."""

    def play(self, clip: Clip, finished: Callable[[], None]) -> None:
        super().play(clip, finished)
        QTimer.singleShot(0, self.finish)


class Part(NamedTuple):
    """One screen on its link, with the token of its station."""

    link: HeardLink
    screen: Screen
    view: str
    counter: str
    token: str

    @property
    def window(self) -> Any:
        return self.screen.window

    @property
    def model(self) -> Any:
        return self.screen.view_model


class Stage:
    """Everything that stands in the hall."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        write_sample(folder, "province")
        self.settings = read_hall(folder)
        self.plan = self.settings.plan
        self.clock = SimulatedClock(FIRST_DAY, self.plan.timezone)
        self.seconds = OPENS_AT_S - DAY_S
        self.crew = crew_of(self.settings, [one.counter for one in self.plan.counters])
        self._tokens = tokens_of(self.settings, self.crew)
        self._controller = ControllerThread(self.settings, self.clock)
        self.url = self._controller.url
        self.door = SocketDoor(self.url, self._tokens)
        self._line = HTTPConnection(urlsplit(self.url).netloc, timeout=PATIENCE_S)
        patch.setattr(press, "SETTLE_S", 0.0)
        patch.setattr(printing, "LOOK_AGAIN_S", 0.1)
        self.voice = FakeVoice()
        self._announcer = Announcer(self.voice, PromptSpeaker())
        self.kiosk = self._open("kiosk", "")
        self.board = self._open("board", "")
        self.panels = {one: self._open("counter", one) for one in COUNTERS}
        self.signs = {one: self._open("sign", one) for one in COUNTERS}
        self.pads = {one: self._open("pad", one) for one in COUNTERS}
        self._compared: dict[HeardLink, tuple[Any, Any, bool]] = {}
        self.documents: dict[str, Document] = {}
        """Every print job that was seen, by ticket."""
        self.kiosk.link.view_changed.connect(self._on_jobs)
        self.printer = SimulatedPrinter()
        self._printing = SlipPrinting(
            self.kiosk.link,
            ReceiptPrinter(lambda: MemoryTransport(self.printer)),
            folder / "run" / "papers.db",
        )
        for part in self.parts:
            part.link.start()
        self._printing.start()
        self.settle()

    @property
    def parts(self) -> tuple[Part, ...]:
        """Every screen."""
        at_counters = (self.panels, self.signs, self.pads)
        return self.kiosk, self.board, *(one for parts in at_counters for one in parts.values())

    def pass_seconds(self, seconds: float) -> None:
        """Turn the hall's clock on."""
        self.seconds += seconds
        self.clock.set_seconds(self.seconds)

    def wait(self, is_so: Callable[[], object], what: str) -> None:
        """Let the screens live until it is so. Raises AssertionError when it never is."""
        assert turn_until(lambda: bool(is_so()), PATIENCE_S), f"waited in vain: {what}"

    def settle(self) -> None:
        """Wait until every screen has what the hall would show it if asked."""
        deadline = monotonic() + PATIENCE_S
        while monotonic() < deadline:
            truth = [self.look(part) for part in self.parts]
            if turn_until(partial(self._all_know, truth), LOOK_AGAIN_S):
                break
        else:
            behind = [one.window.title() + one.counter for one in self.parts if not self.knows(one)]
            raise AssertionError(f"not told what is so: {behind}")
        self.wait(self._is_calm, "the board's turns")
        settle()

    def look(self, part: Part) -> Any:
        """The view that the hall gives to whoever asks for it."""
        return msgspec.json.decode(
            self.get(f"/api/views/{part.view}?counter={part.counter}", part.token), type=AnyView
        )

    def knows(self, part: Part) -> bool:
        """Whether the screen has what the hall would show it."""
        return _same(part.link.view, self.look(part))

    def get(self, path: str, token: str = "") -> bytes:
        """Fetch an address of the hall."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._line.request("GET", path, headers=headers)
        return self._line.getresponse().read()

    def another_door(self) -> SocketDoor:
        """A second way to the hall, for another thread."""
        return SocketDoor(self.url, self._tokens)

    def stop_controller(self) -> None:
        """The controller's machine goes down."""
        self.door.close()
        self._line.close()
        self._controller.stop()

    def start_controller(self) -> None:
        """It is up again, at the same address."""
        port = int(self.url.rpartition(":")[2])
        self._controller = ControllerThread(self.settings, self.clock, port)
        self.door = SocketDoor(self.url, self._tokens)

    def leave(self) -> None:
        """Close everything."""
        self._printing.stop()
        self._announcer.close()
        for part in self.parts:
            part.link.stop()
            part.screen.close()
        settle()
        self.stop_controller()

    @property
    def admin(self) -> Actor:
        return self.crew.hall

    def _open(self, view: str, counter: str) -> Part:
        station = station_of(self.settings, view, counter)
        directory = HallDirectory(self.settings.directory)
        token = directory.token(directory.station_token(station.name))
        link = HeardLink(HallAddress(self.url, token), view, counter)
        return Part(link, self._screen(view, link), view, counter, token)

    def _screen(self, view: str, link: HeardLink) -> Screen:
        size = SIZES[view]
        match view:
            case "kiosk":
                return open_kiosk(link, size)
            case "board":
                board = open_board(link, size, self._announcer, reduce_motion=True)
                board.view_model._row = GoldRow(dwell_s=GOLD_S)  # type: ignore[attr-defined]
                return board
            case "counter":
                return open_panel(link, size)
            case "sign":
                return open_sign(link, size, is_still=True)
        return open_pad(link, size, Patience(double_tap_s=0.02, thanks_s=0.1))

    def _all_know(self, truth: list[Any]) -> bool:
        pairs = zip(self.parts, truth, strict=True)
        return all(self._is_told(part, one) for part, one in pairs)

    def _is_told(self, part: Part, true: Any) -> bool:
        """Looked at every few milliseconds: views that were compared are not compared again."""
        shown, before, same = self._compared.get(part.link, (None, None, False))
        if shown is not part.link.view or before is not true:
            same = _same(part.link.view, true)
            self._compared[part.link] = (part.link.view, true, same)
        return same

    def _is_calm(self) -> bool:
        row = self.board.model._row
        return row.due_in_s(monotonic()) is None and not self._announcer.speaking

    def _on_jobs(self, view: object) -> None:
        if isinstance(view, KioskView):
            self.documents |= {job.ticket: job.document for job in view.print_jobs}


def _same(shown: Any, true: Any) -> bool:
    """Whether the views differ in nothing but their age, and the jobs under way."""
    if shown is None:
        return False
    ageless: dict[str, Any] = {"journal_number": 0, "shown_at": 0}
    if isinstance(shown, KioskView):
        ageless["print_jobs"] = ()
    replace = msgspec.structs.replace
    return bool(replace(shown, **ageless) == replace(true, **ageless))
