"""What becomes of a dossier's receipt at this counter's own printer."""

from PySide6.QtCore import Property, QObject, Signal, Slot

from hallctl.core.views import SlipJob, SlipsView
from hallctl.station.link.answering import Link
from hallctl.station.preferences import Preferences


class SlipWatch(QObject):
    """The state of one dossier's receipt: none, on its way, waiting for paper, or out."""

    changed = Signal()

    def __init__(self, slips: Link | None, preferences: Preferences, parent: QObject) -> None:
        """``slips`` is the link of the view "slips", or None where nothing prints."""
        super().__init__(parent)
        self._preferences = preferences
        self._view: SlipsView | None = None
        self._dossier = ""
        self._was_seen = False
        self._ordered_at: int | None = None
        preferences.language_changed.connect(self.changed)
        if slips is not None:
            slips.view_changed.connect(self._on_view)
            self._on_view(slips.view)

    @property
    def prints(self) -> bool:
        """Whether this counter has a slip printer."""
        return self._view is not None and self._view.printer != ""

    def watch(self, dossier: str, ordered_at: int | None = None) -> None:
        """Follow the receipt of that dossier; one just ordered has that fact's journal number."""
        self._dossier = dossier
        self._ordered_at = ordered_at
        self._was_seen = self._job() is not None
        self.changed.emit()

    @Slot(object)
    def _on_view(self, view: object) -> None:
        if isinstance(view, SlipsView):
            self._view = view
            self._was_seen = self._was_seen or (bool(self._dossier) and self._job() is not None)
            self.changed.emit()

    def _job(self) -> SlipJob | None:
        jobs = self._view.jobs if self._view else ()
        return next((job for job in jobs if job.dossier == self._dossier), None)

    def _state(self) -> str:
        job = self._job()
        if job is not None:
            return "waiting" if job.fault else "printing"
        if self._ordered_at is not None and not self._is_newer_than(self._ordered_at):
            return "printing"
        return "printed" if self._was_seen or self._ordered_at is not None else "none"

    def _is_newer_than(self, number: int) -> bool:
        """The view knows of that fact: a hall that comes back is first shown as it was."""
        return self._view is not None and self._view.journal_number >= number

    def _words(self) -> str:
        state = self._state()
        if state == "none" and not self.prints:
            return self._preferences.say("receipt_no_printer")
        return self._preferences.say(f"receipt_{state}")

    def _tone(self) -> str:
        return {"printed": "good", "waiting": "warn"}.get(self._state(), "soft")

    state = Property(str, _state, notify=changed)
    words = Property(str, _words, notify=changed)
    tone = Property(str, _tone, notify=changed)
    may_print = Property(bool, lambda self: self.prints, notify=changed)
