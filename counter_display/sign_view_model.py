"""What the sign above a counter shows: one number, in Vietnamese and a language beside it at once."""

from pathlib import Path

from PySide6.QtCore import Property, QObject, Signal, Slot

from hallctl.core.languages import Language
from hallctl.core.plan import Words
from hallctl.core.views import SignView
from hallctl.station.beside import Beside
from hallctl.station.clock import HallClock
from hallctl.station.emergency import Emergency
from hallctl.station.languages import LanguageLearning
from hallctl.station.link.answering import Link
from hallctl.station.preferences import Preferences
from hallctl.station.telling import Telling
from hallctl.station.words import bind_compounds

WORDS = Path(__file__).parent / "words"
COMING_S = 90
"""How long after a call the sign says "please come"; then whoever was called is being served."""
SERVICES_SHOWN = 3
ROOM = 130
"""So many letters of names are read at a glance."""


class SignViewModel(QObject):
    """The counter's number, or why there is none; ``called`` whenever it is called or recalled."""

    changed = Signal()
    called = Signal()

    def __init__(self, link: Link, *, is_still: bool = False) -> None:
        super().__init__()
        self._is_still = is_still
        self._link = link
        self._view: SignView | None = None
        self._call: tuple[str, int] | None = None
        self._preferences = Preferences(WORDS, self)
        self._clock = HallClock(self)
        self._emergency = Emergency(link, self)
        self._learning = LanguageLearning(link, self, self)
        self._beside = Beside(parent=self)
        self._telling = Telling(self)
        self._beside.changed.connect(self._tell)
        self._clock.ticked.connect(self._tell)
        link.view_changed.connect(self._on_view)
        link.state_changed.connect(self._tell)
        self._on_view(link.view)

    @Slot(object)
    def _on_view(self, view: object) -> None:
        if not isinstance(view, SignView):
            return
        is_first = self._view is None
        self._view = view
        self._clock.set_hall_time(view.shown_at, view.timezone)
        self._learning.look()
        self._offer_languages()
        current = view.current
        call = (current.ticket, current.calls) if current else None
        is_new = call is not None and call != self._call
        self._call = call
        self._tell()
        if is_new and not is_first:
            self.called.emit()

    @property
    def unknown(self) -> tuple[str, ...]:
        """Languages beside the Vietnamese that there are no words for yet."""
        wanted = self._view.beside if self._view else ()
        return tuple(one for one in wanted if one not in self._preferences.catalogue.languages)

    def learn(self, language: Language) -> None:
        """Take in a language that the hall has added; what it does not say stands there in English."""
        words = {**language.screens, **language.sign}
        self._preferences.catalogue.add(language.code, words, otherwise="en")
        self._offer_languages()
        self._tell()

    def _offer_languages(self) -> None:
        if self._view is not None:
            self._beside.offer(self._view.beside, self._preferences.catalogue.languages)

    @Slot()
    def _tell(self) -> None:
        self._telling.tell()

    def _scene(self) -> str:
        view = self._view
        if view is None:
            return "connecting"
        if view.business_day is None:
            return "hall_closed"
        if not view.is_open:
            return "closed"
        if view.on_break:
            return "break"
        if view.current is None:
            return "free"
        return "coming" if self._is_coming(view.current.called_at) else "serving"

    def _is_coming(self, called_at: int) -> bool:
        now = self._clock.now()
        return now is None or now.timestamp() - called_at / 1000 < COMING_S

    def _other(self) -> str:
        """Beside whoever is called, the language in which the number was taken, if it is offered."""
        current = self._view.current if self._view else None
        is_offered = current is not None and current.language in self._beside.offered
        return current.language if current and is_offered else self._beside.language

    def _title(self, language: str) -> str:
        if not language:
            return ""
        key = {
            "connecting": "connecting_title",
            "hall_closed": "sign_hall_closed",
            "closed": "sign_closed",
            "break": "sign_break",
            "free": "sign_free",
            "serving": "sign_serving",
            "coming": "sign_come",
        }[self._scene()]
        values = {"counter": self._counter()} if key == "sign_come" else {}
        return self._say(key, language, **values)

    def _text(self, language: str) -> str:
        if not language:
            return ""
        if self._scene() == "break" and self._view and self._view.on_break:
            return self._name(self._view.on_break.reason, language)
        key = {
            "hall_closed": "sign_hall_closed_text",
            "closed": "sign_closed_text",
            "free": "sign_free_text",
        }.get(self._scene())
        return self._say(key, language) if key else ""

    def _offline(self) -> str:
        if self._link.state == "online" or self._view is None:
            return ""
        languages = ("vi", self._other()) if self._other() else ("vi",)
        return " · ".join(self._say("sign_offline", language) for language in languages)

    def _services_line(self, language: str) -> str:
        """The first few services of a counter that serves; the sign is read in passing."""
        if self._view is None or self._scene() != "free" or self._offline() or not language:
            return ""
        services, shown = self._view.services, self._services_shown()
        names = [self._name_or_vietnamese(one.name, language) for one in services[:shown]]
        more = len(services) - shown
        if more > 0:
            names.append(self._say("sign_more", language, count=more))
        return "\u00a0· ".join(names)

    def _services_shown(self) -> int:
        """As many as there is room for in both languages; one at least."""
        services, other = self._view.services if self._view else (), self._other()
        for shown in range(SERVICES_SHOWN, 1, -1):
            said = [one.name.vi + self._name(one.name, other) for one in services[:shown]]
            if sum(map(len, said)) <= ROOM:
                return shown
        return 1

    def _services_line_beside(self) -> str:
        """In the language beside it, where any of it reads otherwise there."""
        said = self._services_line(self._other())
        return said if said != self._services_line("vi") else ""

    def _say(self, key: str, language: str, **values: object) -> str:
        return self._preferences.catalogue.say(key, language, **values)

    def _counter(self) -> str:
        return self._view.counter if self._view else ""

    def _number(self) -> str:
        return self._view.current.number if self._view and self._view.current else ""

    def _name(self, words: Words | None, language: str) -> str:
        if words is None:
            return ""
        return bind_compounds(words.vi) if language == "vi" else words.beside(language)

    def _name_or_vietnamese(self, words: Words, language: str) -> str:
        return self._name(words, language) or bind_compounds(words.vi)

    def _counter_words_beside(self) -> str:
        other = self._other()
        return self._say("counter", other) if other else ""

    preferences = Property(QObject, lambda self: self._preferences, constant=True)
    emergency = Property(QObject, lambda self: self._emergency, constant=True)
    clock = Property(QObject, lambda self: self._clock, constant=True)
    is_still = Property(bool, lambda self: self._is_still, constant=True)
    scene = Property(str, _scene, notify=changed)
    counter = Property(str, _counter, notify=changed)
    number = Property(str, _number, notify=changed)
    title = Property(str, lambda self: self._title("vi"), notify=changed)
    title_beside = Property(str, lambda self: self._title(self._other()), notify=changed)
    text = Property(str, lambda self: self._text("vi"), notify=changed)
    text_beside = Property(str, lambda self: self._text(self._other()), notify=changed)
    counter_words = Property(str, lambda self: self._say("counter", "vi"), constant=True)
    counter_words_beside = Property(str, _counter_words_beside, notify=changed)
    services_line = Property(str, lambda self: self._services_line("vi"), notify=changed)
    services_line_beside = Property(str, _services_line_beside, notify=changed)
    offline = Property(str, _offline, notify=changed)
