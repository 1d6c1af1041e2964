"""What the kiosk shows and the numbers it asks for, without a line of drawing: QML reads and presses it."""

from PySide6.QtCore import Property, QObject, Signal, Slot

from hallctl.core.plan import Words
from hallctl.core.views import KioskView
from hallctl.station.dossiers import NotOpened
from hallctl.station.emergency import Emergency
from hallctl.station.link.answering import Link
from hallctl.station.preferences import Preferences
from kiosk.comfort import NO_COMFORT, Comfort
from kiosk.hall_seen import HallSeen
from kiosk.home_wording import closed_words, group_name, group_rows, target_words
from kiosk.news import news_of
from kiosk.parts import parts_of
from kiosk.resting import Patience
from kiosk.scenes import Scene
from kiosk.staying import Staying
from kiosk.taking import Priority, TakenNumber, Taking
from kiosk.ways import Ways
from kiosk.wording import Wall, refusal_words


class KioskViewModel(Ways):
    """The hall's newest view, and what the citizen in front of the kiosk wishes; where they have got to is
    in its ways.
    """

    changed = Signal()

    def __init__(
        self, link: Link, patience: Patience | None = None, comfort: Comfort = NO_COMFORT
    ) -> None:
        super().__init__()
        patience = patience or Patience()
        self._link = link
        self._hall = HallSeen(link)
        self._priority: Priority = None
        self._refused = ""
        self._parts = parts = parts_of(self, link, patience, comfort)
        self._preferences, self._thanks = parts.preferences, parts.thanks
        self.aloud, self._several = parts.aloud, parts.several
        self._emergency = Emergency(link, self)
        self._taking = Taking(link, self._on_taken)
        self.presence = Staying(self._preferences, patience, self._may_lose, self)
        self.presence.gone.connect(self.rest)
        for part in (parts.aloud, parts.card, parts.several, self.presence):
            part.changed.connect(self.changed)
        parts.aloud.speaking.ended.connect(self.stirred)
        parts.aloud.guiding.wanted.connect(self._on_guided)
        parts.aloud.guiding.left.connect(self._on_left_guide)
        parts.tracking.opened.connect(self._on_dossier)
        parts.camera.scanned.connect(self.scanned)
        parts.tracking.booked.connect(self._on_booked)
        parts.finding.opened.connect(self._on_opened)
        self._thanks.over.connect(self.rest)
        self._preferences.language_changed.connect(self._on_language)
        link.view_changed.connect(self._on_view)
        link.state_changed.connect(self._on_state)
        self._on_view(link.view)

    @Slot(str)
    def take_number(self, service: str) -> None:
        """The citizen chose a service: ask for a number in its queue, once."""
        choice, alone = self._hall.choice(service), self._hall.given_alone
        if choice is None or not self._may_choose() or (alone and service not in alone):
            return
        if alone is None and choice.shut is not None:
            return
        if self._several.is_on:
            self._several.toggle(service)
            return
        self._refused = ""
        self._taking.ask(choice, self._priority, self._preferences.spoken())
        self.changed.emit()

    @Slot()
    def take_for_several(self) -> None:
        """One number for every service that was picked; the hall chooses which comes first."""
        picked = [self._hall.choice(one) for one in self._several.services]
        chosen = [one for one in picked if one is not None and one.shut is None]
        if chosen and self._may_choose() and self._hall.is_online:
            self._refused = ""
            spoken = self._preferences.spoken()
            self._taking.ask(chosen[0], self._priority, spoken, chosen[1:])
            self.changed.emit()

    @Slot(str)
    def choose_group(self, group: str) -> None:
        """Take the next number as one of ``group``; an empty one names no reason."""
        self._priority = group or True
        self._go(Scene.HOME)

    @Slot()
    def drop_priority(self) -> None:
        """Take the next number as everyone does."""
        self._priority = None
        self._parts.card.forget()
        self._go(Scene.HOME)

    @Slot(str)
    def scanned(self, text: str) -> None:
        """Something was held to the scanner, wherever the citizen has got to."""
        self.stirred()
        if self._place in {Scene.HOME, Scene.PRIORITY, Scene.GUIDE} and self._parts.card.would_read(
            text
        ):
            self._take_card(text)
        else:
            self._parts.tracking.scan(text)

    def _take_card(self, text: str) -> None:
        self._refused = ""
        group = self._parts.card.group_of(text)
        self._priority = group or self._priority
        if self._place is not Scene.GUIDE:
            self._go(Scene.HOME)
        elif group:
            self.aloud.guiding.grant_priority()

    @Slot()
    def collect(self) -> None:
        """Take a number to collect the dossier's result."""
        dossier, service = self._parts.tracking.collected
        choice = self._hall.choice(service)
        if choice is not None and self._may_choose() and self._hall.is_online:
            self._refused = ""
            self._taking.collect(choice, self._priority, self._preferences.spoken(), dossier)
            self.changed.emit()

    @Slot()
    def rest(self) -> None:
        """The person has left: first screen, first language, normal size."""
        self._priority = None
        self._page = 0
        self._refused = ""
        self._several.drop()
        self.aloud.rest()
        self._parts.reach.reset()
        self._preferences.reset()
        self._parts.forget_search()
        self._go(Scene.HOME)

    @Slot()
    def stirred(self) -> None:
        """Someone is at the screen: wait for them."""
        self.presence.stir()
        self._thanks.linger()

    def _may_lose(self) -> str:
        """What it would cost somebody if the first screen came back now."""
        if self._taking.under_way or self._place is Scene.THANKS:
            return "busy"
        is_usual = self._preferences.is_usual and not self._several.is_on
        has_begun = self._place is not Scene.HOME or self._priority is not None
        return "" if is_usual and not has_begun else "something"

    def _on_taken(self, outcome: TakenNumber | str) -> None:
        if isinstance(outcome, str) and self._place is Scene.DOSSIER:
            self._parts.tracking.refuse(outcome)
            return
        if isinstance(outcome, str) and self.aloud.guiding.is_guiding:
            self.aloud.guiding.refuse(refusal_words(self._preferences, outcome))
            self.changed.emit()
            return
        if isinstance(outcome, str):
            self._refused = outcome
            self._go(Scene.HOME)
            return
        self._priority = None
        self._page = 0
        self._several.drop()
        self._parts.forget_search()
        self._thanks.give(outcome, self._hall.view, is_spoken=self.aloud.is_used)
        self._go(Scene.THANKS)

    @Slot(str, bool)
    def _on_guided(self, service: str, has_priority: bool) -> None:
        self._priority = (self._priority or True) if has_priority else None
        self.take_number(service)

    @Slot(object)
    def _on_view(self, view: object) -> None:
        if not isinstance(view, KioskView):
            return
        self._hall.view = view
        self._parts.clock.set_hall_time(view.shown_at, view.timezone)
        self._preferences.offer(view.languages)
        self._parts.languages.look()
        wall = Wall(view.shown_at, view.timezone)
        self._parts.tiles.set_choices(view.services, view.target_s, wall)
        self._parts.tiles.set_alone(self._hall.given_alone)
        self._parts.card.look(view)
        self._thanks.look(view)
        self._parts.listing.look(view)
        self._parts.tracking.see(view)
        self.changed.emit()

    @Slot(str)
    def _on_booked(self, appointment: str) -> None:
        """Somebody has come for an appointment."""
        refused, view = self._parts.tracking.not_checked_in, self._hall.view
        if not self._hall.is_online or view is None:
            alone = self._hall.is_alone
            refused(NotOpened("appointment_alone" if alone else "appointment_offline"))
            return
        spoken = self._preferences.spoken()
        self._taking.check_in(appointment, spoken, view.services, refused)
        self.changed.emit()

    @Slot(str)
    def _on_language(self, language: str) -> None:
        self._parts.clock.set_language(language)
        self.changed.emit()

    @Slot(str)
    def _on_state(self, _state: str) -> None:
        self._parts.tiles.set_alone(self._hall.given_alone)
        if self._hall.is_alone:
            self._several.drop()
        self.changed.emit()

    def _tell(self) -> None:
        self.changed.emit()

    def _may_choose(self) -> bool:
        return self._hall.gives_numbers and not self._taking.under_way

    def _named(self, what: str) -> str:
        words: Words | None = getattr(self._hall.view, what, None)
        return self._preferences.name_of(words) if words else ""

    def _several_words(self) -> str:
        return self._preferences.say("several_take", count=len(self._several.services))

    def _refusal(self) -> str:
        return refusal_words(self._preferences, self._refused) if self._refused else ""

    def _words_of_group(self) -> str:
        return group_name(self._preferences, self._hall.view, self._priority)

    def _target(self, key: str) -> str:
        return target_words(self._preferences, self._hall.view, key)

    @property
    def chosen(self) -> Preferences:
        """How the person in front wants it."""
        return self._preferences

    @property
    def told(self) -> str:
        """What listeners should hear now without asking."""
        tracking = self._parts.tracking
        news = news_of(self._preferences, self._hall, self._place, self._thanks, tracking)
        return self.presence.words or news or self._refusal() or self._parts.card.told

    preferences = Property(QObject, lambda self: self._preferences, constant=True)
    emergency = Property(QObject, lambda self: self._emergency, constant=True)
    clock = Property(QObject, lambda self: self._parts.clock, constant=True)
    tiles = Property(QObject, lambda self: self._parts.tiles, constant=True)
    card = Property(QObject, lambda self: self._parts.card, constant=True)
    camera = Property(QObject, lambda self: self._parts.camera, constant=True)
    reach = Property(QObject, lambda self: self._parts.reach, constant=True)
    codes = Property(QObject, lambda self: self._parts.codes, constant=True)
    thanks = Property(QObject, lambda self: self._thanks, constant=True)
    staying = Property(QObject, lambda self: self.presence, constant=True)
    guide = Property(QObject, lambda self: self.aloud.guiding, constant=True)
    voice = Property(QObject, lambda self: self.aloud.speaking, constant=True)
    volume_words = Property(str, lambda self: self.aloud.volume_words, notify=changed)
    browsing = Property(QObject, lambda self: self._parts.browsing, constant=True)
    listing = Property(QObject, lambda self: self._parts.listing, constant=True)
    tracking = Property(QObject, lambda self: self._parts.tracking, constant=True)
    finding = Property(QObject, lambda self: self._parts.finding, constant=True)
    scene = Property(str, lambda self: self.shown, notify=changed)
    hall = Property(str, lambda self: self._named("hall"), notify=changed)
    authority = Property(str, lambda self: self._named("authority"), notify=changed)
    page = Property(int, lambda self: self._page, notify=changed)
    online = Property(bool, lambda self: self._hall.is_online, notify=changed)
    alone = Property(bool, lambda self: self._hall.is_alone, notify=changed)
    several = Property(QObject, lambda self: self._several, constant=True)
    several_words = Property(str, _several_words, notify=changed)
    may_choose = Property(bool, _may_choose, notify=changed)
    under_way = Property(str, lambda self: self._taking.under_way, notify=changed)
    closed_text = Property(
        str, lambda self: closed_words(self._preferences, self._hall.view), notify=changed
    )
    news = Property(str, lambda self: self.told, notify=changed)
    refusal = Property(str, _refusal, notify=changed)
    paper_trouble = Property(bool, lambda self: self._hall.has_paper_trouble, notify=changed)
    has_groups = Property(
        bool, lambda self: bool(self._hall.view and self._hall.view.groups), notify=changed
    )
    groups = Property(
        list, lambda self: group_rows(self._preferences, self._hall.view), notify=changed
    )
    wants_priority = Property(bool, lambda self: self._priority is not None, notify=changed)
    group_name = Property(str, lambda self: self._words_of_group(), notify=changed)
    within_target = Property(str, lambda self: self._target("within_target"), notify=changed)
    past_target = Property(str, lambda self: self._target("past_target"), notify=changed)
