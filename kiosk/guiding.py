"""Step by step: one question a screen, few answers, everything shown is also said."""

from enum import StrEnum
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from hallctl.station.preferences import Preferences
from kiosk.spoken_text import sentences
from kiosk.tiles import ServiceTiles

PER_SCREEN = 3
MORE, YES, NO = "more", "yes", "no"


class Step(StrEnum):
    """What is being asked."""

    WHAT = "what"
    WHO = "who"
    SURE = "sure"


class Guiding(QObject):
    """Which service, whether with priority, whether that is right; ``wanted`` then asks for it."""

    changed = Signal()
    wanted = Signal(str, bool)
    left = Signal()

    def __init__(
        self, preferences: Preferences, tiles: ServiceTiles, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._tiles = tiles
        self._is_on = False
        self._asks_who = True
        self._notice = ""
        self._step, self._page = Step.WHAT, 0
        self._service, self._has_priority = "", False
        preferences.language_changed.connect(self.changed)
        tiles.dataChanged.connect(self.changed)
        tiles.modelReset.connect(self.changed)

    def begin(self, *, asks_who: bool) -> None:
        """Ask the first question; whether about priority too, as the hall has groups or not."""
        self._is_on, self._asks_who = True, asks_who
        self._notice = ""
        self._begin()
        self.changed.emit()

    def end(self) -> None:
        """The person has left, or goes on with the ordinary screens."""
        self._is_on = False
        self._notice = ""
        self._begin()
        self.changed.emit()

    def refuse(self, why: str) -> None:
        """No number was given: say why, and ask again from the beginning."""
        self._begin()
        self._notice = why
        self.changed.emit()

    @Slot(str)
    def choose(self, key: str) -> None:
        """Answer the question shown."""
        self._notice = ""
        match self._step:
            case Step.WHAT if key == MORE:
                self._page = (self._page + 1) % self._pages()
            case Step.WHAT if key in {row["key"] for row in self._services()}:
                self._service = key
                self._step = Step.WHO if self._asks_who else Step.SURE
            case Step.WHO if key in {YES, NO}:
                self._has_priority = key == YES
                self._step = Step.SURE
            case Step.SURE if key == NO:
                self._begin()
            case Step.SURE if key == YES:
                self.wanted.emit(self._service, self._has_priority)
        self.changed.emit()

    def grant_priority(self) -> None:
        """Priority is settled: whoever is asked about it need not answer."""
        if self._step is Step.WHO:
            self.choose(YES)

    @Slot()
    def go_back(self) -> None:
        """One question back; from the first one, to the ordinary screens."""
        match self._step:
            case Step.SURE if self._asks_who:
                self._step = Step.WHO
            case Step.SURE | Step.WHO:
                self._begin()
            case Step.WHAT:
                self.left.emit()
                return
        self.changed.emit()

    @property
    def is_guiding(self) -> bool:
        """Whether somebody goes step by step."""
        return self._is_on

    @property
    def asked(self) -> str:
        """The question shown, and which screen of it; empty while nobody is guided."""
        return f"{self._step}-{self._page}" if self._is_on else ""

    @property
    def words(self) -> str:
        """Everything the screen says, in one piece."""
        told = [sentences(row["text"], row["hint"]) for row in self._choices()]
        return sentences(self._question(), self._hint(), *told)

    def _begin(self) -> None:
        self._step, self._page = Step.WHAT, 0
        self._service, self._has_priority = "", False

    def _services(self) -> list[dict[str, Any]]:
        return [
            {
                "key": row["service"],
                "text": row["name"],
                "hint": row["status"],
                "icon": row["iconName"],
            }
            for row in self._tiles.rows()
            if row["open"]
        ]

    def _pages(self) -> int:
        return max(1, -(-len(self._services()) // PER_SCREEN))

    def _choices(self) -> list[dict[str, Any]]:
        if self._step is Step.WHAT:
            first = min(self._page, self._pages() - 1) * PER_SCREEN
            shown = self._services()[first : first + PER_SCREEN]
            return [*shown, self._answer(MORE, "layout-list")] if self._pages() > 1 else shown
        return [self._answer(YES, "check"), self._answer(NO, "x")]

    def _answer(self, key: str, icon: str) -> dict[str, Any]:
        say = self._preferences.say
        where = "" if key == MORE else f"_{self._step}"
        return {"key": key, "text": say(f"guide_{key}{where}"), "hint": "", "icon": icon}

    def _question(self) -> str:
        if self._step is Step.SURE:
            return self._preferences.say("guide_sure", service=self._service_name())
        return self._preferences.say(f"guide_{self._step}")

    def _service_name(self) -> str:
        rows = (row for row in self._tiles.rows() if row["service"] == self._service)
        return next((str(row["name"]) for row in rows), "")

    def _hint(self) -> str:
        say = self._preferences.say
        match self._step:
            case _ if self._notice:
                return self._notice
            case Step.WHAT:
                return say("guide_what_hint" if self._services() else "guide_nothing")
            case Step.WHO:
                return say("guide_who_hint")
            case Step.SURE:
                return say("guide_sure_priority") if self._has_priority else ""

    is_on = Property(bool, lambda self: self._is_on, notify=changed)
    step = Property(str, lambda self: str(self._step), notify=changed)
    question = Property(str, _question, notify=changed)
    hint = Property(str, _hint, notify=changed)
    is_refused = Property(bool, lambda self: bool(self._notice), notify=changed)
    choices = Property(list, _choices, notify=changed)
