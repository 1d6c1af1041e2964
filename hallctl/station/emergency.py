"""What goes before all else on a screen: the hall's emergency message, as its newest view has it."""

import msgspec
from PySide6.QtCore import Property, QObject, Signal, Slot

from hallctl.core.views import EmergencyNote
from hallctl.station.link.answering import Link
from hallctl.station.words import bind_compounds


class Emergency(QObject):
    """Follows a link; a line that breaks leaves the message up."""

    changed = Signal()

    def __init__(self, link: Link, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._note: EmergencyNote | None = None
        link.view_changed.connect(self._on_view)
        self._on_view(link.view)

    @Slot(object)
    def _on_view(self, view: object) -> None:
        note = getattr(view, "emergency", None)
        if view is not None and note != self._note:
            self._note = note
            self.changed.emit()

    def _vi(self) -> str:
        return bind_compounds(self._note.words.vi) if self._note else ""

    def _beside(self) -> str:
        """In every other language that it is said in, each on a line of its own."""
        if self._note is None:
            return ""
        words = self._note.words
        others = {} if words.others is msgspec.UNSET else words.others
        return "\n".join(filter(None, (words.en, *others.values())))

    def _number(self) -> int:
        return self._note.emergency if self._note else 0

    is_up = Property(bool, lambda self: self._note is not None, notify=changed)
    number = Property(int, _number, notify=changed)
    """Another number is another emergency."""
    vi = Property(str, _vi, notify=changed)
    beside = Property(str, _beside, notify=changed)
