"""Opening a counter: who serves, by which profile, and which services. Kept until it is open."""

from PySide6.QtCore import Property, QObject, Signal, Slot

from counter_display.profile_wording import LAST_KEY, profile_name
from hallctl.core.commands import OpenCounter
from hallctl.core.views import CounterView, ProfileChoice
from hallctl.station.link.addressing import new_command_id
from hallctl.station.preferences import Preferences
from hallctl.station.telling import Telling

LONGEST_NAME = 80
MIN_CHOICE = 2
Lines = list[dict[str, object]]


class CounterOpening(QObject):
    """What the official has chosen so far: the usual profile until another is, every service until
    it is left out.
    """

    changed = Signal()
    services_changed = Signal()
    profiles_changed = Signal()

    def __init__(self, preferences: Preferences, official: str, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._official = official
        self._view: CounterView | None = None
        self._left_out: set[str] = set()
        self._place = 0
        self._shown: Lines = []
        self._profiles: Lines = []
        self._telling = Telling(self)
        preferences.changed.connect(self._tell)

    def look(self, view: CounterView) -> None:
        """Take the newest view's services; an open counter's official is remembered."""
        self._view = view
        if view.is_open:
            self._official = view.official
            self._left_out.clear()
        if view.is_open or self._place >= len(view.profiles):
            self._place = 0
        self._tell()

    def wish(self) -> OpenCounter | None:
        """The command that opens the counter as chosen, or None while nothing is chosen."""
        if self._view is None or not self._chosen():
            return None
        official = self._official.strip() or self._nameless()
        return OpenCounter(
            command_id=new_command_id(),
            counter=self._view.counter,
            official=official[:LONGEST_NAME],
            services=self._chosen() if self._left_out else (),
            profile=None if self._place == 0 else self._view.profiles[self._place].profile,
        )

    @Slot(str)
    def name_official(self, name: str) -> None:
        """Who will serve."""
        if name != self._official:
            self._official = name
            self._telling.tell()

    @Slot(str)
    def toggle(self, service: str) -> None:
        """Leave a service out, or take it in again."""
        self._left_out ^= {service}
        self._tell()

    @Slot(int)
    def choose_profile(self, place: int) -> None:
        """Call by the profile at that place, for all of its services."""
        if self._view and 0 <= place < len(self._view.profiles):
            self._place = place
            self._left_out.clear()
            self._tell()

    @Slot(str, result=bool)
    def press(self, key: str) -> bool:
        """A digit chooses a profile; whether it meant one."""
        is_meant = key.isascii() and key.isdecimal() and 0 < int(key) <= len(self._profiles)
        if is_meant:
            self.choose_profile(int(key) - 1)
        return is_meant

    @Slot()
    def _tell(self) -> None:
        """A list is told of only when it changes, so that a finger on it is not lost."""
        lines = self._lines()
        if lines != self._shown:
            self._shown = lines
            self.services_changed.emit()
        profiles = self._profile_lines()
        if profiles != self._profiles:
            self._profiles = profiles
            self.profiles_changed.emit()
        self._telling.tell()

    def _chosen(self) -> tuple[str, ...]:
        return tuple(one for one in self._offered() if one not in self._left_out)

    def _offered(self) -> tuple[str, ...]:
        """What the counter would serve by the chosen profile."""
        if self._view is None:
            return ()
        if self._place == 0:
            return tuple(one.service for one in self._view.services)
        return self._view.profiles[self._place].services

    def _nameless(self) -> str:
        counter = self._view.counter if self._view else ""
        name = self._preferences.say("nameless_official", counter=counter)
        return name.replace("\u00a0", " ")  # it is written down, not set in type

    def _lines(self) -> Lines:
        view = self._view
        if view is None:
            return []
        known = {one.service: (one.letter, one.name) for one in view.destinations}
        known |= {one.service: (one.letter, one.name) for one in view.services}
        return [
            {
                "service": service,
                "letter": known[service][0],
                "name": self._preferences.name_of(known[service][1]),
                "is_chosen": service not in self._left_out,
            }
            for service in self._offered()
            if service in known
        ]

    def _profile_lines(self) -> Lines:
        """What may be chosen; nothing where there is only the usual one."""
        offered = self._view.profiles if self._view else ()
        if len(offered) < MIN_CHOICE:
            return []
        return [self._profile_line(place, one) for place, one in enumerate(offered)]

    def _profile_line(self, place: int, one: ProfileChoice) -> dict[str, object]:
        return {
            "name": profile_name(self._preferences, one.name),
            "key": str(place + 1) if place < LAST_KEY else "",
            "is_chosen": place == self._place,
        }

    @property
    def profile_name(self) -> str:
        """What the chosen profile is called; empty where there is only one way."""
        return next((str(one["name"]) for one in self._profiles if one["is_chosen"]), "")

    official = Property(str, lambda self: self._official, notify=changed)
    services = Property(list, lambda self: self._shown, notify=services_changed)
    profiles = Property(list, lambda self: self._profiles, notify=profiles_changed)
    may_open = Property(bool, lambda self: bool(self._chosen()), notify=changed)
