"""What the pad shows and does, without a line of drawing: QML reads it and presses its slots."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from hallctl.core.commands import ExplainRating, RateVisit
from hallctl.core.plan import Words
from hallctl.core.views import PadView
from hallctl.station.clock import HallClock
from hallctl.station.emergency import Emergency
from hallctl.station.languages import LanguageLearning
from hallctl.station.link.addressing import new_command_id
from hallctl.station.link.answering import Answer, Link
from hallctl.station.preferences import Preferences
from hallctl.station.telling import Telling
from rating_pad.patience import Patience
from rating_pad.questions import Offer, Questions, Stage
from rating_pad.wording import refusal_title, refusal_words, rest_rate, rest_words

LONGEST_TIMER_MS = 2**31 - 1
CONNECTING = "connecting"
HELP = "help"


class PadViewModel(QObject):
    """The hall's newest view, and where the visitor in front of the pad has got to.

    ``scene`` is connecting, rest, result, attitude, reasons, thanks, sorry or help.
    """

    changed = Signal()

    def __init__(self, link: Link, patience: Patience | None = None) -> None:
        super().__init__()
        self._link = link
        self._patience = patience or Patience()
        self._view: PadView | None = None
        self._questions = Questions()
        self._shows_help = False
        self._mark: tuple[object, ...] = ()
        self._preferences = Preferences(Path(__file__).parent / "words", self, "pad")
        self._learning = LanguageLearning(link, self._preferences, self)
        self._preferences.offered.connect(self._on_offered)
        self._clock = HallClock(self)
        self._emergency = Emergency(link, self)
        self._wait = self._timer(self._on_waited)
        self._offer_ends = self._timer(self._on_offer_ended)
        self._telling = Telling(self)
        self._settling = self._timer(self._tell)
        self._nothing = self._timer(self._tell)
        self._preferences.language_changed.connect(self._clock.set_language)
        self._preferences.changed.connect(self._tell)
        link.view_changed.connect(self._on_view)
        link.state_changed.connect(self._on_state)
        self._on_view(link.view)

    @Slot(int)
    def choose_result(self, level: int) -> None:
        """The visitor's first answer, 1 (worst) to 5 (best)."""
        if self._may_answer() and self._questions.choose_result(level):
            self._moved()

    @Slot(int)
    def choose_attitude(self, level: int) -> None:
        """The visitor's second answer, 1 (worst) to 5 (best): both go to the hall, once."""
        held = self._questions.held
        if held is None or not self._questions.choose_attitude(level):
            return
        wish = RateVisit(
            command_id=new_command_id(),
            visit=held.visit,
            result=self._questions.result,
            attitude=level,
        )
        self._moved()
        self._link.send(wish, partial(self._on_answer, held.visit))

    @Slot(str)
    def turn_reason(self, reason: str) -> None:
        """Name what went wrong, or take it back."""
        if self._questions.turn_reason(reason):
            self.stirred()
            self._tell()

    @Slot()
    def explain(self) -> None:
        """Send the reasons named; with none named, that is all."""
        questions = self._questions
        if questions.held is not None and questions.explain():
            wish = ExplainRating(
                command_id=new_command_id(), visit=questions.held.visit, reasons=questions.reasons
            )
            self._link.send(wish, partial(self._on_explained, questions.held.visit))
        self._moved()

    @Slot()
    def step_back(self) -> None:
        """Back to the first question, to think again."""
        if self._questions.step_back():
            self._moved()

    @Slot()
    def ask(self) -> None:
        """Someone at rest wishes to be asked about the visit that is still offered."""
        if self._invitation() and self._questions.begin():
            self._moved()

    @Slot()
    def touch_rest(self) -> None:
        """Somebody touches the faces of a resting pad: say why nothing happens."""
        if self._questions.stage is Stage.REST and self._questions.offer is None:
            self._nothing.start(round(self._patience.nothing_s * 1000))
            self._tell()

    @Slot()
    def show_help(self) -> None:
        """Explain what is asked and who reads it; asked again, go back."""
        self._shows_help = not self._shows_help
        self._moved()

    @Slot()
    def stirred(self) -> None:
        """Someone is at the screen: wait for them, but no longer than the hall's grace."""
        is_patient = self._questions.stage not in {Stage.THANKS, Stage.SORRY}
        if is_patient and not self._questions.is_withdrawn:
            self._wait.start(self._patience_ms())

    def _timer(self, ended: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True)
        timer.timeout.connect(ended)
        return timer

    def _moved(self) -> None:
        """Whatever has happened: a new screen gets its time, and ignores a double tap's rest."""
        mark = (self._scene(), self._questions.held, self._questions.is_withdrawn)
        if mark != self._mark:
            self._mark = mark
            self._settling.start(round(self._patience.double_tap_s * 1000))
            self._wait.start(self._patience_ms())
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self._telling.tell()

    def _patience_ms(self) -> int:
        return round(self._patience_s() * 1000)

    def _patience_s(self) -> float:
        patience, questions = self._patience, self._questions
        match questions.stage:
            case Stage.THANKS:
                return patience.thanks_s
            case Stage.SORRY:
                return patience.sorry_s
            case _ if questions.is_withdrawn:
                return patience.grace_s
            case Stage.RESULT if not questions.is_half_given:
                return patience.question_s
            case _:
                return patience.answer_s

    def _greet(self) -> None:
        """As the next person should find it, in the language the hall knows of."""
        self._shows_help = False
        self._preferences.reset()
        if self._view is not None:
            self._preferences.choose_language(self._view.language)

    def _on_waited(self) -> None:
        if self._questions.is_under_way or self._questions.is_explaining:
            self._wait.start(self._patience_ms())
            return
        self._questions.leave()
        self._greet()
        self._moved()

    def _on_offer_ended(self) -> None:
        self._questions.follow(None)
        self._moved()

    def _on_answer(self, visit: str, answer: Answer) -> None:
        refused = "unreachable" if answer.unreachable else answer.refused
        self._questions.conclude(visit, refused, self._asks_why())
        self._moved()

    def _on_explained(self, visit: str, _answer: Answer) -> None:
        self._questions.explained(visit)
        self._moved()

    def _asks_why(self) -> bool:
        view, questions = self._view, self._questions
        lowest = min(questions.result, questions.attitude)
        return view is not None and bool(view.reasons) and lowest <= view.low_up_to

    @Slot(object)
    def _on_view(self, view: object) -> None:
        if not isinstance(view, PadView):
            return
        language_before = self._view.language if self._view else ""
        self._view = view
        self._clock.set_hall_time(view.shown_at, view.timezone)
        self._preferences.offer(_offered(view))
        self._learning.look()
        is_new = self._questions.follow(_offer_of(view))
        if is_new or (self._questions.stage is Stage.REST and view.language != language_before):
            self._greet()
        self._offer_ends.stop()
        if view.rate_until is not None:
            left_ms = max(0, view.rate_until - view.shown_at)
            self._offer_ends.start(min(left_ms, LONGEST_TIMER_MS))
        self._moved()

    @Slot()
    def _on_offered(self) -> None:
        """The visitor's language has come: whoever has not begun to answer is asked in it."""
        if self._view is not None and not self._questions.is_half_given:
            self._preferences.choose_language(self._view.language)

    @Slot(str)
    def _on_state(self, _state: str) -> None:
        self._moved()

    def _is_online(self) -> bool:
        return self._link.state == "online"

    def _may_answer(self) -> bool:
        """Out of touch with the hall, the visit on the screen may long be another's."""
        return self._is_online() or self._questions.is_half_given

    def _scene(self) -> str:
        if self._view is None:
            return CONNECTING
        stage = self._questions.stage
        if self._shows_help and stage not in {Stage.THANKS, Stage.SORRY}:
            return HELP
        return Stage.REST if stage is Stage.RESULT and not self._may_answer() else stage

    def _spoken(self, words: Words | None) -> str:
        return self._preferences.name_of(words) if words else ""

    def _counter(self) -> str:
        return self._view.counter if self._view else ""

    def _number_words(self) -> str:
        held = self._questions.held
        return self._preferences.say("number", number=held.number) if held else ""

    def _question(self) -> str:
        is_second = self._questions.stage is Stage.ATTITUDE
        return self._preferences.say("ask_attitude" if is_second else "ask_result")

    def _chosen(self) -> int:
        """The level marked on the question shown, or 0."""
        questions = self._questions
        return questions.attitude if questions.stage is Stage.ATTITUDE else questions.result

    def _reasons(self) -> list[dict[str, str]]:
        every = self._view.reasons if self._view else ()
        return [{"reason": one.reason, "words": self._spoken(one.name)} for one in every]

    def _rest_words(self) -> str:
        if self._view is None:
            return ""
        return rest_words(self._preferences, self._view, is_asked=self._says_nothing_to_rate())

    def _says_nothing_to_rate(self) -> bool:
        return self._nothing.isActive() and self._questions.offer is None

    def _rest_rate(self) -> str:
        if self._view is None or self._says_nothing_to_rate():
            return ""
        return rest_rate(self._preferences, self._view)

    def _invitation(self) -> str:
        """Words of the button that asks after all; empty when there is nothing to ask."""
        offer = self._questions.offer
        if offer is None or self._questions.stage is not Stage.REST or not self._is_online():
            return ""
        return self._preferences.say("rate_number", number=offer.number)

    preferences = Property(QObject, lambda self: self._preferences, constant=True)
    emergency = Property(QObject, lambda self: self._emergency, constant=True)
    clock = Property(QObject, lambda self: self._clock, constant=True)
    scene = Property(str, _scene, notify=changed)
    online = Property(bool, _is_online, notify=changed)
    hall = Property(str, lambda self: self._spoken(self._view and self._view.hall), notify=changed)
    authority = Property(
        str, lambda self: self._spoken(self._view and self._view.authority), notify=changed
    )
    counter = Property(str, _counter, notify=changed)
    number_words = Property(str, _number_words, notify=changed)
    question = Property(str, _question, notify=changed)
    result = Property(int, lambda self: self._questions.result, notify=changed)
    chosen = Property(int, _chosen, notify=changed)
    reasons = Property(list, _reasons, notify=changed)
    reasons_named = Property(list, lambda self: list(self._questions.reasons), notify=changed)
    explaining = Property(bool, lambda self: self._questions.is_explaining, notify=changed)
    under_way = Property(bool, lambda self: self._questions.is_under_way, notify=changed)
    takes_touch = Property(bool, lambda self: not self._settling.isActive(), notify=changed)
    rest_words = Property(str, _rest_words, notify=changed)
    rest_rate = Property(str, _rest_rate, notify=changed)
    invitation = Property(str, _invitation, notify=changed)
    sorry_title = Property(
        str, lambda self: refusal_title(self._preferences, self._questions.refused), notify=changed
    )
    sorry_words = Property(
        str, lambda self: refusal_words(self._preferences, self._questions.refused), notify=changed
    )


def _offered(view: PadView) -> tuple[str, ...]:
    """Two languages: the hall's first, and the visitor's own, or else the next."""
    first, *others = view.languages or ("vi",)
    own = [view.language] if view.language != first else others[:1]
    return (first, *own)


def _offer_of(view: PadView) -> Offer | None:
    return Offer(view.visit, view.number or "") if view.visit else None
