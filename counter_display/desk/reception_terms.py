"""How and when the dossier came, how its result goes back, and when it will be due, step by step."""

from functools import partial
from typing import Any
from urllib.parse import quote, urlencode

import msgspec
from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from counter_display.desk.heard import read, why_not
from counter_display.desk.moments import moment_of, written_moment
from counter_display.desk.refusing import Refusing
from hallctl.core.plan import Words
from hallctl.core.refusals import Refusal
from hallctl.station.clock import HallClock
from hallctl.station.link.answering import Link, Said
from hallctl.station.preferences import Preferences

CHANNELS = ("counter", "online", "post")
TIMES = ("presented", "complete", "promised")
PAUSE_MS = 200
AGAIN_MS = 2000


class _Step(msgspec.Struct):
    kind: str
    words: Words


class Foreseen(msgspec.Struct):
    """When it would be due, as the hall reckons."""

    due_at: int
    steps: tuple[_Step, ...] = ()
    papers: tuple[str, ...] = ()


class ReceptionTerms(QObject):
    """The choices, the times typed, and the hall's reckoning of them."""

    changed = Signal()
    foreseen = Signal()
    """The hall has reckoned; the usual papers are known too."""

    def __init__(
        self, link: Link, preferences: Preferences, clock: HallClock, refusing: Refusing,
        parent: QObject,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._link = link
        self._preferences = preferences
        self._clock = clock
        self._refusing = refusing
        self._procedure = ""
        self._timezone = ""
        self._minute = ""
        self._turn = 0
        self._said: Said | None = None
        self._due: Foreseen | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self.ask_again)
        clock.ticked.connect(self._on_tick)
        preferences.language_changed.connect(self.changed)
        self._begin_anew()

    @property
    def due(self) -> Foreseen | None:
        """The hall's reckoning, while it holds."""
        return self._due

    def look(self, timezone: str) -> None:
        """Take the hall's zone."""
        self._timezone = timezone

    def begin(self, procedure: str) -> None:
        """Reckon for that procedure; for none where it is empty."""
        self._procedure = procedure
        self._due, self._said = None, None
        self._ask()

    def clear(self) -> None:
        """As for the next dossier."""
        self._procedure = ""
        self._begin_anew()
        self.changed.emit()

    def fields(self) -> dict[str, Any]:
        """What ``ReceiveDossier`` takes of it."""
        asked = {
            f"{name}_at" if name != "promised" else "due_at": self._at(name)
            for name in TIMES
            if self._texts[name].strip()
        }
        return {"channel": self._channel, "return_by": self._return_by, **asked}

    @property
    def are_sound(self) -> bool:
        """Every time that was typed is one."""
        return not self._wrongs()

    @Slot(str)
    def choose_channel(self, channel: str) -> None:
        """How it was handed in; the result goes back the same way unless chosen otherwise."""
        if channel in CHANNELS:
            self._channel = self._return_by = channel
            self._ask_soon()

    @Slot(str)
    def choose_return(self, return_by: str) -> None:
        """How the citizen wants the result."""
        if return_by in CHANNELS:
            self._return_by = return_by
            self.changed.emit()

    @Slot(str, str)
    def write(self, name: str, text: str) -> None:
        """A time: ``presented``, ``complete`` or ``promised``; empty means now, or by the term."""
        if name in self._texts and self._texts[name] != text:
            self._texts[name] = text
            self._ask_soon()

    @Slot()
    def ask_again(self) -> None:
        """The hall is back."""
        if self._said is not None and self._said.status == 0:
            self._ask()

    def _begin_anew(self) -> None:
        self._channel = self._return_by = "counter"
        self._texts = dict.fromkeys(TIMES, "")
        self._due = self._said = None
        self._turn += 1

    def _ask_soon(self) -> None:
        self._due = self._said = None
        self._turn += 1
        self._pause.start()
        self.changed.emit()

    @Slot()
    def _ask(self) -> None:
        self._turn += 1
        if self._procedure and self.are_sound:
            asked = {name: value for name, value in self.fields().items() if name != "return_by"}
            path = f"/api/procedures/{quote(self._procedure, safe='')}/due?{urlencode(asked)}"
            self._link.request("GET", path, b"", partial(self._on_due, self._turn))
        self.changed.emit()

    def _on_due(self, turn: int, said: Said) -> None:
        if turn != self._turn:
            return
        self._said = said
        self._due = read(said, Foreseen)
        if said.status == 0:  # an old connection may be dead though the hall is there
            self._again.start()
        self.changed.emit()
        if self._due is not None:
            self.foreseen.emit()

    @Slot()
    def _on_tick(self) -> None:
        """What is received now is due by the minute it is received in."""
        now = self._clock.now()
        minute = f"{now:%H:%M}" if now else ""
        if minute != self._minute:
            self._minute = minute
            if self._procedure and not self._pause.isActive():
                self._ask()

    def _at(self, name: str) -> int | None:
        now = self._clock.now()
        return moment_of(self._texts[name], now) if now else None

    def _wrongs(self) -> dict[str, str]:
        return {
            name: self._preferences.say("wrong_time")
            for name in TIMES
            if self._texts[name].strip() and self._at(name) is None
        }

    def _due_words(self) -> str:
        if self._due is None:
            return ""
        return written_moment(self._due.due_at, self._timezone, self._preferences.spoken())

    def _waits_for(self) -> str:
        """What has to be there before a due time can be reckoned."""
        if not self._procedure:
            return self._preferences.say("due_asking")
        return self._preferences.say("missing_due" if self.are_sound else "due_wrong")

    def _steps(self) -> list[str]:
        steps = self._due.steps if self._due else ()
        return [self._preferences.name_of(step.words) for step in steps]

    def _refused(self) -> str:
        if self._said is None or self._said.is_good or not self._procedure:
            return ""
        return self._refusing.words(why_not(self._said))

    def _needs_promise(self) -> bool:
        """The catalogue knows no term, or the official has typed a day already."""
        if self._texts["promised"]:
            return True
        return (
            self._said is not None
            and not self._said.is_good
            and why_not(self._said).refused == Refusal.UNKNOWN_TERM
        )

    channel = Property(str, lambda self: self._channel, notify=changed)
    return_by = Property(str, lambda self: self._return_by, notify=changed)
    texts = Property(dict, lambda self: self._texts, notify=changed)
    wrong = Property(dict, _wrongs, notify=changed)
    due_words = Property(str, _due_words, notify=changed)
    waits_for = Property(str, _waits_for, notify=changed)
    steps = Property(list, _steps, notify=changed)
    refused = Property(str, _refused, notify=changed)
    needs_promise = Property(bool, _needs_promise, notify=changed)
