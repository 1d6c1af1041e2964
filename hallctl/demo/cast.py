"""The demo's screens: one kiosk with its printer, one wall board, and counters with panel, sign
and pad, each on its own link with its own token.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple

import hall_board
from counter_display import open_panel, open_sign
from hall_board.opening import open_announcer
from hall_board.view_model import BoardViewModel
from hallctl.core.commands import Command
from hallctl.core.permissions import Actor, Role
from hallctl.hall_directory import HallDirectory
from hallctl.settings import HallSettings, Station
from hallctl.simulate.day import Crew
from hallctl.station.link import HallLink
from hallctl.station.link.addressing import HallAddress
from hallctl.station.link.answering import Answer
from hallctl.station.printing import SlipPrinting
from hallctl.station.screen import Screen, open_screen, screen_application
from hallctl.station.stage import window_size
from hardware.printer.escpos_printer import ReceiptPrinter
from hardware.simulator.receipt_printer import SimulatedPrinter
from hardware.transport.memory import MemoryTransport
from kiosk import open_kiosk
from rating_pad import open_pad

Size = tuple[int, int]
BOARD = Path(hall_board.__file__).parent / "qml" / "Main.qml"


class Sizes(NamedTuple):
    """How large each kind of window is, in pixels."""

    kiosk: Size = (1080, 1920)
    board: Size = (1920, 1080)
    tall: Size = (1080, 1920)
    """Of the boards of zones."""
    panel: Size = (1366, 768)
    sign: Size = (1920, 540)
    pad: Size = (1280, 800)
    zones: int = 0
    """So many zones have a board of their own on the stage."""
    is_still: bool = False
    """Nothing moves or speaks: for pictures."""
    board_time: Callable[[], float] = monotonic
    """Seconds by which the board gives each call its moment in gold."""


class WatchedLink(HallLink):
    """Remembers the newest answer to each kind of command, for whoever acts on the screen."""

    def __init__(self, address: HallAddress, view: str, counter: str) -> None:
        super().__init__(address, view, counter)
        self.answers: dict[type[Command], Answer] = {}

    def send(self, command: Command, answered: Callable[[Answer], None]) -> None:
        """Ask the hall, as any link does."""

        def remember(answer: Answer) -> None:
            self.answers[type(command)] = answer
            answered(answer)

        super().send(command, remember)


class Part(NamedTuple):
    """One screen on its link."""

    link: WatchedLink
    screen: Screen

    @property
    def model(self) -> Any:
        """What a finger on the screen reaches; Qt's properties have no types."""
        return self.screen.view_model


class Cast:
    """Every screen of the demo, opened; ``leave`` closes them."""

    def __init__(self, settings: HallSettings, url: str, counters: list[str], sizes: Sizes) -> None:
        screen_application()  # links are Qt's, and come before the first window
        self._settings = settings
        self._url = url
        self._announcer = None if sizes.is_still else open_announcer(settings.directory / "clips")
        self.kiosk = self._part("kiosk", "", sizes)
        self.board = self._part("board", "", sizes)
        self.zones = {
            one.zone: self._zone_board(one.boards[0], sizes)
            for one in settings.plan.zones[: sizes.zones]
            if one.boards
        }
        self.panels = {one: self._part("panel", one, sizes) for one in counters}
        self.signs = {one: self._part("sign", one, sizes) for one in counters}
        self.pads = {one: self._part("pad", one, sizes) for one in counters}
        self.printer = SimulatedPrinter()
        self.printing = SlipPrinting(
            self.kiosk.link,
            ReceiptPrinter(lambda: MemoryTransport(self.printer)),
            settings.directory / "run" / "kiosk-papers.db",
        )

    def parts(self) -> Iterator[tuple[str, Part]]:
        """Every screen by name, such as ``panel-2``."""
        yield "kiosk", self.kiosk
        yield "board", self.board
        for zone, part in self.zones.items():
            yield f"board-{zone}", part
        for kind, parts in (("panel", self.panels), ("sign", self.signs), ("pad", self.pads)):
            for counter, part in parts.items():
                yield f"{kind}-{counter}", part

    def enter(self) -> None:
        """Connect every screen and begin to print."""
        for _, part in self.parts():
            part.link.start()
        self.printing.start()

    def leave(self) -> None:
        """Stop printing, hang up, close the windows."""
        self.printing.stop()
        for _, part in self.parts():
            part.link.stop()
            part.screen.close()
        for board in (self.board, *self.zones.values()):
            board.model.close()
        if self._announcer is not None:
            self._announcer.close()

    def _zone_board(self, station: str, sizes: Sizes) -> Part:
        """A board of one zone, upright and mute: its own token says where it hangs."""
        token = HallDirectory(self._settings.directory).station_token(station).read_text().strip()
        link = WatchedLink(HallAddress(self._url, token), "board", "")
        model = BoardViewModel(link, reduce_motion=True, now=sizes.board_time)
        return Part(link, open_screen(BOARD, "board", model, window_size(*sizes.tall)))

    def _part(self, kind: str, counter: str, sizes: Sizes) -> Part:
        role = "counter" if kind == "panel" else kind
        station = station_of(self._settings, role, counter)
        token_file = HallDirectory(self._settings.directory).station_token(station.name)
        address = HallAddress(self._url, token_file.read_text().strip())
        link = WatchedLink(address, role, counter)
        return Part(link, self._open(kind, link, sizes))

    def _open(self, kind: str, link: WatchedLink, sizes: Sizes) -> Screen:
        size = window_size(*getattr(sizes, kind))
        match kind:
            case "kiosk":
                return open_kiosk(link, size)
            case "board":
                model = BoardViewModel(
                    link, self._announcer, reduce_motion=sizes.is_still, now=sizes.board_time
                )
                return open_screen(BOARD, "board", model, size)
            case "panel":
                return open_panel(link, size)
            case "sign":
                return open_sign(link, size, is_still=sizes.is_still)
            case _:
                return open_pad(link, size)


def station_of(settings: HallSettings, role: str, counter: str = "") -> Station:
    """The hall's first station of that role (at that counter)."""
    return next(one for one in settings.stations if one.role == role and one.counter == counter)


def crew_of(settings: HallSettings, counters: list[str]) -> Crew:
    """The stations at which the simulated stand."""

    def actor(role: Role, counter: str = "") -> Actor:
        station = station_of(settings, role.value, counter)
        return Actor(station.name, role, counter, prints=bool(station.printer))

    return Crew(
        kiosk=actor(Role.KIOSK),
        counters={one: actor(Role.COUNTER, one) for one in counters},
        pads={one: actor(Role.PAD, one) for one in counters},
    )


def tokens_of(settings: HallSettings, crew: Crew) -> dict[str, str]:
    """The token of every actor in the crew, by name."""
    directory = HallDirectory(settings.directory)
    actors = [crew.kiosk, *crew.counters.values(), *crew.pads.values()]
    tokens = {one.name: directory.token(directory.station_token(one.name)) for one in actors}
    return {crew.hall.name: directory.token(directory.admin_token), **tokens}
