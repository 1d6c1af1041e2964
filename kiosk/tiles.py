"""The services as rows for QML. Rows stay while figures change, so a finger on one is never lost."""

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Slot,
)

from hallctl.core.views import ServiceChoice
from hallctl.station.preferences import Preferences
from hallctl.station.words import bind_compounds
from kiosk.wording import Wall, queue_words, shut_words, wait_tone

NO_WALL = Wall()

_ROLES = ("service", "letter", "iconName", "name", "otherName", "status", "tone", "open")
_FIRST_ROLE = int(Qt.ItemDataRole.UserRole)
_NO_PARENT = QModelIndex()


class ServiceTiles(QAbstractListModel):
    """One row a service, worded in the language of ``preferences``."""

    def __init__(self, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._choices: tuple[ServiceChoice, ...] = ()
        self._target_s = 0
        self._wall = NO_WALL
        self._alone: frozenset[str] | None = None
        self._rows: list[dict[str, str | bool]] = []
        preferences.language_changed.connect(self._on_reworded)

    def set_choices(
        self, choices: tuple[ServiceChoice, ...], target_s: int, wall: Wall = NO_WALL
    ) -> None:
        """Show these services; the same services in the same order only change their figures."""
        same = [one.service for one in choices] == [one.service for one in self._choices]
        if not same:
            self.beginResetModel()
        self._choices, self._target_s, self._wall = choices, target_s, wall
        if same:
            self._on_reworded()
        else:
            self._rows = self._worded()
            self.endResetModel()

    def set_alone(self, given: frozenset[str] | None) -> None:
        """Offer only the services ``given``, without figures; None while the hall is there."""
        if given != self._alone:
            self._alone = given
            self._on_reworded()

    def rowCount(  # noqa: N802 - Qt's name
        self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT
    ) -> int:
        """How many services the hall offers."""
        return 0 if parent.isValid() else len(self._choices)

    def roleNames(self) -> dict[int, QByteArray]:  # noqa: N802 - Qt's name
        """What a tile may read of its service."""
        return {_FIRST_ROLE + n: QByteArray(role.encode()) for n, role in enumerate(_ROLES)}

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = _FIRST_ROLE
    ) -> str | bool | None:
        """One role of one service, in words."""
        if not index.isValid() or not 0 <= role - _FIRST_ROLE < len(_ROLES):
            return None
        return self._rows[index.row()][_ROLES[role - _FIRST_ROLE]]

    def rows(self) -> list[dict[str, str | bool]]:
        """Every service as a tile shows it."""
        return self._rows

    def _row(self, choice: ServiceChoice) -> dict[str, str | bool]:
        other = choice.name.spoken_in("en" if self._preferences.spoken() == "vi" else "vi")
        name = self._preferences.name_of(choice.name)
        return {
            "service": choice.service,
            "letter": choice.letter,
            "iconName": choice.icon,
            "name": name,
            "otherName": "" if bind_compounds(other) == name else bind_compounds(other),
            "status": self._status(choice),
            "tone": self._tone(choice),
            "open": self._is_open(choice),
        }

    def _is_open(self, choice: ServiceChoice) -> bool:
        return choice.service in self._alone if self._alone is not None else choice.shut is None

    def _tone(self, choice: ServiceChoice) -> str:
        """Out of the hall's reach nobody knows how long one waits."""
        return wait_tone(choice, self._target_s) if self._alone is None else "soft"

    def _status(self, choice: ServiceChoice) -> str:
        if self._alone is None and choice.shut is not None:
            return shut_words(self._preferences, choice.shut, self._wall)
        if self._alone is None:
            return queue_words(self._preferences, choice)
        return "" if choice.service in self._alone else self._preferences.say("ask_staff")

    @Slot()
    def _on_reworded(self) -> None:
        """Tiles whose words stay are not told of: most views change none of them."""
        before, self._rows = self._rows, self._worded()
        changed = [place for place, row in enumerate(self._rows) if row != before[place]]
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def _worded(self) -> list[dict[str, str | bool]]:
        return [self._row(choice) for choice in self._choices]
