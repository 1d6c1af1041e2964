"""Several services for one number: what has been picked so far."""

from PySide6.QtCore import Property, QObject, Signal, Slot

MOST = 5
"""One service and up to four more: a visit that needs more asks at the desk."""


class Several(QObject):
    """Whether the citizen picks several services, and which."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_on = False
        self._picked: list[str] = []

    @Slot()
    def begin(self) -> None:
        """From now on a touch picks a service instead of taking its number."""
        self._is_on = True
        self.changed.emit()

    @Slot()
    def drop(self) -> None:
        """One service, one touch, as ever."""
        if self._is_on:
            self._is_on, self._picked = False, []
            self.changed.emit()

    def toggle(self, service: str) -> None:
        """Pick the service, or leave it out again."""
        if service in self._picked:
            self._picked.remove(service)
        elif len(self._picked) < MOST:
            self._picked.append(service)
        self.changed.emit()

    @property
    def services(self) -> tuple[str, ...]:
        """What has been picked, in the order it was."""
        return tuple(self._picked)

    is_on = Property(bool, lambda self: self._is_on, notify=changed)
    picked = Property(list, lambda self: list(self._picked), notify=changed)
