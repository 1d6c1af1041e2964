"""Reads the screen out for those who don't see it: by five keys, through the kiosk's own voice.

It walks what the screen tells assistive machines, so what it says is what they would say.
"""

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtQuick import QQuickItem, QQuickView

from kiosk.accessible import Heard, heard_on, press
from kiosk.audio_keys import Move
from kiosk.spoken_text import sentences
from kiosk.view_model import KioskViewModel


class ScreenReader(QObject):
    """Silent until a key of the keypad is pressed or headphones are plugged in; then until it rests."""

    def __init__(self, window: QQuickView, kiosk: KioskViewModel) -> None:
        super().__init__(window)
        self._window, self._kiosk = window, kiosk
        self._voice, self._say = kiosk.aloud.speaking, kiosk.chosen.say
        self._at: QObject | None = None
        self._is_moving = False
        self._place: tuple[str, ...] = ()
        self._news = ""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)
        kiosk.changed.connect(self._on_changed)
        kiosk.aloud.guiding.changed.connect(self._on_changed)
        window.activeFocusItemChanged.connect(self._on_focus)

    def press(self, move: Move) -> None:
        """A key of the keypad was pressed."""
        self._kiosk.stirred()
        if move is Move.UNPLUGGED:
            self._kiosk.aloud.read(wanted=False)
            return
        if not self._kiosk.aloud.is_reading:
            self._begin()
            return
        match move:
            case Move.NEXT:
                self._step(1)
            case Move.PREVIOUS:
                self._step(-1)
            case Move.CHOOSE:
                self._choose()
            case Move.REPEAT:
                self._voice.repeat()
            case Move.HELP:
                self._voice.say(sentences(self._say("reading_help"), self._where()))

    def _begin(self) -> None:
        self._place, self._news = self._kiosk.where, self._kiosk.told
        self._kiosk.aloud.read(wanted=True)
        heard = self._go_to_heading()
        first = self._kiosk.told or self._words(heard)
        self._voice.say(sentences(self._say("reading_begins"), first))

    def _step(self, steps: int) -> None:
        there = heard_on(self._window)
        place = self._index(there)
        if not there:
            return
        place = (0 if steps > 0 else -1) if place is None else place + steps
        self._go_to(there[place % len(there)])
        self._voice.say(self._words(there[place % len(there)]))

    def _choose(self) -> None:
        heard = self._current()
        if heard is None or not press(heard):
            self._voice.say(self._say("reading_nothing_to_choose"))
            return
        self._soon.start()

    def _where(self) -> str:
        there = heard_on(self._window)
        place = self._index(there)
        if place is None:
            return ""
        told = self._say("reading_where", place=place + 1, total=len(there))
        return sentences(told, self._words(there[place]))

    @Slot()
    def _on_changed(self) -> None:
        if not self._kiosk.aloud.is_reading:
            self._at = None
        elif (self._kiosk.where, self._kiosk.told) != (self._place, self._news):
            self._soon.start()

    @Slot()
    def _tell(self) -> None:
        """What is new: news, another screen, or the thing just pressed as it is now."""
        if not self._kiosk.aloud.is_reading:
            return
        place, news = self._kiosk.where, self._kiosk.told
        is_elsewhere, is_news = place != self._place, news not in {"", self._news}
        self._place, self._news = place, news
        heard = self._go_to_heading() if is_elsewhere else self._current()
        self._voice.say(news if is_news else self._words(heard))

    @Slot()
    def _on_focus(self) -> None:
        """Tab was pressed, or a page took the focus."""
        item = self._window.activeFocusItem()
        if self._is_moving or not self._kiosk.aloud.is_reading or item is None:
            return
        heard = next((one for one in heard_on(self._window) if one.item == item), None)
        if heard is not None and item != self._at:
            self._at = item
            self._voice.say(self._words(heard))

    def _go_to_heading(self) -> Heard | None:
        there = heard_on(self._window)
        heading = next((one for one in there if one.is_heading), there[0] if there else None)
        if heading is not None:
            self._go_to(heading)
        return heading

    def _go_to(self, heard: Heard) -> None:
        self._at = heard.item
        if heard.is_button and isinstance(heard.item, QQuickItem):
            self._is_moving = True
            heard.item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
            self._is_moving = False

    def _index(self, there: list[Heard]) -> int | None:
        return next((n for n, one in enumerate(there) if one.item == self._at), None)

    def _current(self) -> Heard | None:
        return next((one for one in heard_on(self._window) if one.item == self._at), None)

    def _words(self, heard: Heard | None) -> str:
        if heard is None:
            return ""
        kind = self._say("reading_button") if heard.is_button else ""
        off = self._say("reading_off") if heard.is_off else ""
        checked = ""
        if heard.is_checked is not None:
            checked = self._say("reading_checked" if heard.is_checked else "reading_unchecked")
        return sentences(heard.name, heard.description, kind, checked, off)
