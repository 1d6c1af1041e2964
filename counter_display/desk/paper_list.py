"""The checklist of papers: what such a dossier usually has, ticked as it is handed in."""

from PySide6.QtCore import Property, QObject, Signal, Slot

from hallctl.station.preferences import Preferences

MOST, LONGEST = 30, 200


class PaperList(QObject):
    """Papers by name and whether they are there. Kept for ever: no person is to be named."""

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._papers: dict[str, bool] = {}
        self._is_touched = False

    def names(self) -> tuple[str, ...]:
        """The papers that are there."""
        return tuple(name for name, is_there in self._papers.items() if is_there)

    def offer(self, usual: tuple[str, ...]) -> None:
        """Begin with what the last such dossier had, unless the official has begun already."""
        if not self._is_touched:
            common = self._preferences.say("common_papers").replace("\u00a0", " ").split("|")
            self._papers = dict.fromkeys((usual or tuple(common))[:MOST], False)
            self.changed.emit()

    @Slot(str)
    def toggle(self, paper: str) -> None:
        """It is there, or it is not."""
        if paper in self._papers:
            self._is_touched = True
            self._papers[paper] = not self._papers[paper]
            self.changed.emit()

    @Slot(str)
    def add(self, paper: str) -> None:
        """One more that is there."""
        name = " ".join(paper.split())[:LONGEST]
        if name and (name in self._papers or len(self._papers) < MOST):
            self._is_touched = True
            self._papers[name] = True
            self.changed.emit()

    @Slot()
    def tick_all(self) -> None:
        """Everything is there."""
        self._is_touched = True
        self._papers = dict.fromkeys(self._papers, True)
        self.changed.emit()

    def clear(self) -> None:
        """An empty list for the next dossier."""
        self._papers = {}
        self._is_touched = False
        self.changed.emit()

    def _lines(self) -> list[dict[str, object]]:
        return [{"name": name, "is_there": there} for name, there in self._papers.items()]

    lines = Property(list, _lines, notify=changed)
    count = Property(int, lambda self: len(self.names()), notify=changed)
    may_add = Property(bool, lambda self: len(self._papers) < MOST, notify=changed)
