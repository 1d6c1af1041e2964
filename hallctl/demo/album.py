"""The demo's pictures: every screen in its main states, taken as the day goes by."""

from collections.abc import Sequence
from pathlib import Path

from hallctl.core.events import Event, TicketCalled, TicketMissed
from hallctl.demo.cast import Cast
from hallctl.station.stage import photograph, turn_until

REST_S = 0.3
"""Longer than any motion on a screen (220 ms)."""
PATIENCE_S, A_MOMENT_S = 10.0, 2.0
CARD = "001190000123||Nguyễn Thị Ngọc Diễm|17051990|Nữ|Số 25, khóm 3, Bình Minh|01012022"
"""The QR code of nobody's citizen card."""
ROWS_ON_A_BOARD = 6
"""So many calls fill it."""


class Album:
    """Takes each picture once."""

    def __init__(self, cast: Cast, folder: Path) -> None:
        self._cast = cast
        self._folder = folder
        self._taken: set[str] = set()

    def everything(self, when: str) -> None:
        """Every screen at this moment: ``board-morning.png`` …"""
        self._cast.kiosk.model.rest()
        _rest()
        for name, _ in self._cast.parts():
            self._take(f"{name}-{when}", name)

    def moment(self, name: str, screen: str) -> None:
        """One screen in the state it has just come to."""
        if name not in self._taken:
            _rest()
            self._take(name, screen)

    def after(self, facts: Sequence[Event]) -> None:
        """The screens on which these facts have just been seen."""
        for fact in facts:
            match fact:
                case TicketCalled(counter=counter) if counter in self._cast.panels:
                    self.moment("panel-serving", f"panel-{counter}")
                    self.moment("sign-calling", f"sign-{counter}")
                case TicketMissed(counter=counter) if counter in self._cast.panels:
                    self.moment("panel-missed", f"panel-{counter}")
            if isinstance(fact, TicketCalled) and fact.call >= ROWS_ON_A_BOARD:
                self.moment("board-calling", "board")

    def reception(self) -> None:
        """A dossier's draft at the first counter that serves somebody; it is put away unsent."""
        serving = (one for one in self._cast.panels.items() if one[1].model.scene == "serving")
        counter, panel = next(serving, ("", None))
        if panel is None:
            return
        desk = panel.model.desk
        desk.go("reception")
        turn_until(lambda: desk.reception.choice.state == "found", PATIENCE_S)
        for answer in desk.reception.choice.answers:
            desk.reception.choice.choose(answer["procedure"])
            if turn_until(lambda: desk.reception.terms.due_words != "", A_MOMENT_S):
                break
        desk.scan(CARD)
        desk.reception.papers.tick_all()
        self.moment("panel-reception", f"panel-{counter}")
        desk.reception.finish()
        desk.go("")

    def between_calls(self) -> None:
        """The board while nobody is called: every department, then the playlist; and the zones' own."""
        for zone in self._cast.zones:
            self.moment(f"board-zone-{zone}", f"board-{zone}")
        calm = self._cast.board.model.calm
        calm.turn()
        self.moment("board-departments", "board")
        calm.disturb()
        calm.turn()
        reel = self._cast.board.model.playing.over_all
        turn_until(lambda: bool(reel.image.width()), PATIENCE_S)
        self.moment("board-playlist", "board")
        calm.disturb()
        self.moment("board-queues", "board")

    def emergency(self) -> None:
        """Over everything, on every kind of screen."""
        at_counter = next(iter(self._cast.panels))
        for kind in ("kiosk", "board"):
            self.moment(f"{kind}-emergency", kind)
        for kind in ("panel", "sign", "pad"):
            self.moment(f"{kind}-emergency", f"{kind}-{at_counter}")

    def dossier(self, code: str) -> None:
        """A dossier opened at the first counter, and the day's fees and couriers' page after it."""
        counter, panel = next(iter(self._cast.panels.items()))
        desk = panel.model.desk
        if not code or panel.model.scene not in {"free", "serving"}:
            return
        desk.open(code)
        turn_until(lambda: desk.opened.state == "open", PATIENCE_S)
        self.moment("panel-dossier", f"panel-{counter}")
        for page in desk.links:
            desk.go(page)
            turn_until(lambda: False, A_MOMENT_S / 4)
            self.moment(f"panel-{page}", f"panel-{counter}")
        desk.go("")

    def kiosk_choices(self) -> None:
        """The kiosk as different citizens want it."""
        kiosk = self._cast.kiosk.model
        kiosk.rest()
        self.moment("kiosk-vietnamese", "kiosk")
        kiosk.preferences.choose_language("en")
        self.moment("kiosk-english", "kiosk")
        kiosk.preferences.next_text_size()
        kiosk.preferences.next_text_size()
        self.moment("kiosk-english-largest-text", "kiosk")
        kiosk.preferences.choose_language("vi")
        self.moment("kiosk-largest-text", "kiosk")
        kiosk.preferences.switch_contrast()
        self.moment("kiosk-high-contrast", "kiosk")
        kiosk.rest()
        kiosk.show_help()
        self.moment("kiosk-help", "kiosk")
        kiosk.rest()

    def _take(self, name: str, screen: str) -> None:
        window = dict(self._cast.parts())[screen].screen.window
        photograph(window, self._folder / f"{name}.png")
        self._taken.add(name)


def _rest() -> None:
    turn_until(lambda: False, REST_S)
