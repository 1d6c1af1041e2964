"""What the board shows, without a line of drawing: the newest view, the gold row, the voice."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from hall_board.announcer import Announcer
from hall_board.calm import Calm
from hall_board.frame_picture import register_frame_picture
from hall_board.gold import GoldRow
from hall_board.picture import Languages, Picture, Sound, of_counters, picture
from hall_board.playing import Playing, playlist_cache
from hall_board.tongues import Tongues
from hallctl.core.languages import Language
from hallctl.core.views import BoardView
from hallctl.station.beside import Beside
from hallctl.station.clock import HallClock
from hallctl.station.emergency import Emergency
from hallctl.station.link.answering import Link
from hallctl.station.row_model import RowModel
from hallctl.station.words import Catalogue


class BoardViewModel(QObject):
    """Tells QML a section only when it differs from what was told last.

    ``counters`` narrows the calls shown and spoken to those of some counters; ``reduce_motion``
    stops all that moves by itself.
    """

    hall_changed = Signal()
    code_changed = Signal()
    gold_changed = Signal()
    counts_changed = Signal()
    queues_changed = Signal()
    dossiers_changed = Signal()
    state_changed = Signal()
    words_changed = Signal()
    called = Signal()
    """Another call has taken the gold row: the moment to flash."""

    def __init__(
        self,
        link: Link,
        announcer: Announcer | None = None,
        *,
        counters: frozenset[str] = frozenset(),
        reduce_motion: bool = False,
        now: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__()
        self._link = link
        self._announcer = announcer
        self._counters = counters
        self._reduce_motion = reduce_motion
        self._now = now
        self._catalogue = Catalogue(Path(__file__).parent / "words")
        self._tongues = Tongues(link, self._catalogue, self)
        self._beside = Beside(parent=self)
        self._lists = {name: RowModel(self) for name in ("earlier", "services", "departments")}
        self._view: BoardView | None = None
        self._row = GoldRow()
        self._clock = HallClock(self)
        self._emergency = Emergency(link, self)
        register_frame_picture()
        self._playing = Playing(link, playlist_cache(), self)
        self._calm = Calm(self._playing.over_all, parent=self)
        self._turn = QTimer(self, singleShot=True)
        self._turn.timeout.connect(self._on_turn)
        self._sections = {
            "hall": self.hall_changed,
            "code": self.code_changed,
            "gold": self.gold_changed,
            "counts": self.counts_changed,
            "queues": self.queues_changed,
            "dossiers": self.dossiers_changed,
            "state": self.state_changed,
        }
        self._flashed = 0
        self._newest = 0
        self._picture = self._look()
        self._listen()

    @property
    def playlist_fault(self) -> str:
        """Which file can't be shown here, as a device's reason; empty while all is well."""
        return self._playing.fault

    def close(self) -> None:
        """Play nothing more."""
        self._playing.close()

    def _listen(self) -> None:
        self._tongues.learnt.connect(self._on_learnt)
        self._beside.changed.connect(self._on_beside)
        if self._announcer is not None:
            self._announcer.changed.connect(self._tell)
        self._link.view_changed.connect(self._on_view)
        self._link.state_changed.connect(self._on_state)
        self._on_view(self._link.view)

    @Slot(object)
    def _on_view(self, view: object) -> None:
        if not isinstance(view, BoardView):
            return
        self._view = of_counters(view, self._counters)
        self._tongues.hear(view)
        self._offer_languages()
        self._clock.set_hall_time(view.shown_at, view.timezone)
        self._row.hear(self._view, self._now())
        self._playing.hear(view)
        self._calm.offer_table(bool(view.departments) and "departments" in view.shows)
        newest = max((one.call for one in self._view.calls), default=0)
        if newest != self._newest:
            self._newest = newest
            self._calm.disturb()
        # The screen first: nothing seen waits for anything heard.
        self._tell()
        if self._announcer is not None:
            self._announcer.hear(self._view)

    def _offer_languages(self) -> None:
        if self._view is not None:
            self._beside.offer(self._view.beside, self._catalogue.languages)

    @Slot(object)
    def _on_learnt(self, language: Language) -> None:
        if self._announcer is not None:
            self._announcer.learn(language)
        self._offer_languages()

    @Slot()
    def _on_beside(self) -> None:
        self._playing.speak(self._beside.language)
        self._tell()
        self.words_changed.emit()

    @Slot(str)
    def _on_state(self, _state: str) -> None:
        self._tell()

    @Slot()
    def _on_turn(self) -> None:
        self._row.pass_on(self._now())
        self._tell()

    def _look(self) -> Picture:
        voice = self._announcer
        sound = Sound(voice.speaking, voice.fault) if voice else Sound()
        beside = Languages(self._beside.language, self._beside.offered)
        return picture(self._view, self._row, self._link.state, sound, beside)

    @Slot()
    def _tell(self) -> None:
        before, self._picture = self._picture, self._look()
        for name, rows in self._lists.items():
            rows.show(self._picture[name])
        for name, changed in self._sections.items():
            if before[name] != self._picture[name]:
                changed.emit()
                if name == "hall":
                    self.words_changed.emit()
        if self._row.call is not None and self._row.call.call != self._flashed:
            self._flashed = self._row.call.call
            self.called.emit()
        rest_s = self._row.due_in_s(self._now())
        if rest_s is not None:
            self._turn.start(int(rest_s * 1000) + 1)

    def _words(self) -> dict[str, dict[str, str]]:
        """Vietnamese, and beside it the language whose turn it is."""
        vietnamese, beside = self._words_in("vi"), self._beside.language
        nothing = dict.fromkeys(vietnamese, "")
        return {"vi": vietnamese, "beside": self._words_in(beside) if beside else nothing}

    def _words_in(self, language: str) -> dict[str, str]:
        say, target = self._catalogue.say, self._picture["hall"]["target"]
        day = self._picture["hall"]["sealed_day"]
        filled = {
            key: say(key, language, target=target)
            for key in ("target_mark", "on_time", "ruler_within")
        }
        return (
            self._catalogue.sentences_in(language)
            | filled
            | {"seal_day": say("seal_day", language, day=day)}
        )

    calm = Property(QObject, lambda self: self._calm, constant=True)
    playing = Property(QObject, lambda self: self._playing, constant=True)
    emergency = Property(QObject, lambda self: self._emergency, constant=True)
    clock = Property(QObject, lambda self: self._clock, constant=True)
    words = Property(dict, _words, notify=words_changed)
    reduce_motion = Property(bool, lambda self: self._reduce_motion, constant=True)
    hall = Property(dict, lambda self: self._picture["hall"], notify=hall_changed)
    code = Property(dict, lambda self: self._picture["code"], notify=code_changed)
    gold = Property(dict, lambda self: self._picture["gold"], notify=gold_changed)
    earlier = Property(QObject, lambda self: self._lists["earlier"], constant=True)
    services = Property(QObject, lambda self: self._lists["services"], constant=True)
    departments = Property(QObject, lambda self: self._lists["departments"], constant=True)
    dossiers = Property(dict, lambda self: self._picture["dossiers"], notify=dossiers_changed)
    queues = Property(dict, lambda self: self._picture["queues"], notify=queues_changed)
    counts = Property(dict, lambda self: self._picture["counts"], notify=counts_changed)
    state = Property(dict, lambda self: self._picture["state"], notify=state_changed)
