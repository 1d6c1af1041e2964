"""The dossiers of this counter's services that need to be hurried, and results nobody collected."""

from PySide6.QtCore import Property, QObject, Signal, Slot

from counter_display.desk.moments import short_moment
from hallctl.core.views import CounterView, DossiersDue
from hallctl.station.preferences import Preferences
from hallctl.station.told_apart import shortened

TONES = {"overdue": "bad", "one_day": "warn", "two_days": "soft"}


LONGEST_NAME = 90
"""Of a line; the dossier's own page has it whole."""


class DueList(QObject):
    """Lines of the newest view; ``changed`` only when a word of them changes."""

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._view: CounterView | None = None
        self._due: list[dict[str, str]] = []
        self._ready: list[dict[str, str]] = []
        self._sums: list[dict[str, object]] = []
        preferences.language_changed.connect(self._read)

    def look(self, view: CounterView) -> None:
        """Take the newest view."""
        self._view = view
        self._read()

    @Slot()
    def _read(self) -> None:
        if self._view is None:
            return
        due, zone = self._view.dossiers_due, self._view.timezone
        shown = self._due_lines(due, zone), self._ready_lines(due, zone), self._sum_lines(due)
        if shown != (self._due, self._ready, self._sums):
            self._due, self._ready, self._sums = shown
            self.changed.emit()

    def _due_lines(self, due: DossiersDue, zone: str) -> list[dict[str, str]]:
        return [
            {
                "dossier": one.dossier,
                "name": shortened(self._preferences.name_of(one.procedure_name), LONGEST_NAME),
                "time": short_moment(one.due_at, zone),
                "urgency": self._preferences.say(f"urgency_{one.urgency}"),
                "tone": TONES[one.urgency],
            }
            for one in due.first
        ]

    def _ready_lines(self, due: DossiersDue, zone: str) -> list[dict[str, str]]:
        return [
            {
                "dossier": one.dossier,
                "name": shortened(self._preferences.name_of(one.procedure_name), LONGEST_NAME),
                "time": short_moment(one.finished_at, zone),
                "urgency": self._preferences.say("urgency_not_collected"),
                "tone": "good",
            }
            for one in due.uncollected
        ]

    def _sum_lines(self, due: DossiersDue) -> list[dict[str, object]]:
        sums = (
            ("overdue", due.overdue, "bad"),
            ("one_day", due.one_day, "warn"),
            ("two_days", due.two_days, "soft"),
            ("not_collected", due.not_collected, "good"),
        )
        return [
            {"name": self._preferences.say(f"sum_{name}"), "count": count, "tone": tone}
            for name, count, tone in sums
        ]

    def _hurried(self) -> int:
        """How many are overdue or due within a working day."""
        due = self._view.dossiers_due if self._view else DossiersDue()
        return due.overdue + due.one_day

    lines = Property(list, lambda self: self._due, notify=changed)
    ready = Property(list, lambda self: self._ready, notify=changed)
    sums = Property(list, lambda self: self._sums, notify=changed)
    hurried = Property(int, _hurried, notify=changed)
