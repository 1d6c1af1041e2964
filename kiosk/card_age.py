"""A citizen card held to the scanner: the year of birth may give a priority number; the rest is
forgotten before this module is left.
"""

from PySide6.QtCore import Property, QObject, Signal, Slot

from hallctl.core.views import GroupChoice, KioskView
from hallctl.station.devices.citizen_card import birth_year, looks_like_card
from hallctl.station.preferences import Preferences


class CardAge(QObject):
    """What the last card came to: ``granted``, ``young``, ``unreadable``, or empty."""

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._lines: tuple[GroupChoice, ...] = ()
        self._year = 0
        self._outcome = ""
        preferences.language_changed.connect(self.changed)

    def look(self, view: KioskView) -> None:
        """Take the hall's age lines, and its year, from the newest view."""
        self._lines = tuple(one for one in view.groups if one.from_age)
        self._year = view.business_day.year if view.business_day else 0
        self.changed.emit()

    def would_read(self, text: str) -> bool:
        """Whether ``text`` is a card's, in a hall where a card can give priority."""
        return bool(self._lines and self._year) and looks_like_card(text)

    def group_of(self, text: str) -> str:
        """The group that the card's year of birth belongs to, or empty."""
        year = birth_year(text)
        old_enough = [one for one in self._lines if year and self._year - year >= one.from_age]
        self._outcome = "granted" if old_enough else "young" if year else "unreadable"
        self.changed.emit()
        return max(old_enough, key=lambda one: one.from_age).group if old_enough else ""

    @Slot()
    def forget(self) -> None:
        """What the card came to is not shown any more."""
        if self._outcome:
            self._outcome = ""
            self.changed.emit()

    @property
    def told(self) -> str:
        """What the card came to, in one piece; empty without a card."""
        if not self._outcome:
            return ""
        say = self._preferences.say
        return f"{say(f'card_{self._outcome}_title')}. {say(f'card_{self._outcome}_text')}"

    outcome = Property(str, lambda self: self._outcome, notify=changed)
    is_offered = Property(bool, lambda self: bool(self._lines), notify=changed)
