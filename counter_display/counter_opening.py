"""Opening a counter: who serves, and which of its services. Kept until the counter is open."""

from PySide6.QtCore import Property, QObject, Signal, Slot

from hallctl.core.commands import OpenCounter
from hallctl.core.views import CounterView
from hallctl.station.addressing import new_command_id
from hallctl.station.preferences import Preferences

LONGEST_NAME = 80


class CounterOpening(QObject):
    """What the official has chosen so far; every service is chosen until left out."""

    changed = Signal()
    services_changed = Signal()

    def __init__(self, preferences: Preferences, official: str, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._official = official
        self._view: CounterView | None = None
        self._left_out: set[str] = set()
        self._shown: list[dict[str, object]] = []
        preferences.changed.connect(self._tell)

    def look(self, view: CounterView) -> None:
        """Take the newest view's services; an open counter's official is remembered."""
        self._view = view
        if view.is_open:
            self._official = view.official
            self._left_out.clear()
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
        )

    @Slot(str)
    def name_official(self, name: str) -> None:
        """Who will serve."""
        if name != self._official:
            self._official = name
            self.changed.emit()

    @Slot(str)
    def toggle(self, service: str) -> None:
        """Leave a service out, or take it in again."""
        self._left_out ^= {service}
        self._tell()

    @Slot()
    def _tell(self) -> None:
        """The list is told of only when it changes, so that a finger on it is not lost."""
        lines = self._lines()
        if lines != self._shown:
            self._shown = lines
            self.services_changed.emit()
        self.changed.emit()

    def _chosen(self) -> tuple[str, ...]:
        offered = self._view.services if self._view else ()
        return tuple(one.service for one in offered if one.service not in self._left_out)

    def _nameless(self) -> str:
        counter = self._view.counter if self._view else ""
        name = self._preferences.say("nameless_official", counter=counter)
        return name.replace("\u00a0", " ")  # it is written down, not set in type

    def _lines(self) -> list[dict[str, object]]:
        return [
            {
                "service": one.service,
                "letter": one.letter,
                "name": self._preferences.name_of(one.name),
                "is_chosen": one.service not in self._left_out,
            }
            for one in (self._view.services if self._view else ())
        ]

    official = Property(str, lambda self: self._official, notify=changed)
    services = Property(list, lambda self: self._shown, notify=services_changed)
    may_open = Property(bool, lambda self: bool(self._chosen()), notify=changed)
