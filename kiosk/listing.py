"""A procedure's list on paper: one wish at a time, and what became of it."""

from functools import partial

from PySide6.QtCore import Property, QObject, Signal

from hallctl.core.commands import PrintProcedure
from hallctl.core.views import KioskView
from hallctl.station.link.addressing import new_command_id
from hallctl.station.link.answering import Answer, Link
from hallctl.station.preferences import Preferences

KNOWN = frozenset({"slip_waits", "no_printer", "unknown_procedure"})


class Listing(QObject):
    """Asks for the paper and tells whether it comes."""

    changed = Signal()

    def __init__(self, link: Link, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._preferences = preferences
        self._said = ""
        self._is_asking = False
        self._can_print = self._has_trouble = False
        preferences.language_changed.connect(self.changed)

    def ask(self, procedure: str) -> None:
        """Print the list of that procedure, once."""
        if self._is_asking or not procedure:
            return
        self._is_asking = True
        wish = PrintProcedure(
            command_id=new_command_id(),
            procedure=procedure,
            language=self._preferences.spoken(),
        )
        self._link.send(wish, partial(self._on_answer))
        self.changed.emit()

    def look(self, view: KioskView) -> None:
        """Whether this kiosk prints, and whether its printer is well."""
        self._can_print = bool(view.printer)
        faults = [job.fault for job in view.print_jobs] + [job.fault for job in view.slips]
        self._has_trouble = any(faults)
        self.changed.emit()

    def forget(self) -> None:
        """Another procedure, or another person."""
        self._said = ""
        self.changed.emit()

    def _on_answer(self, answer: Answer) -> None:
        self._is_asking = False
        if answer.granted:
            self._said = "list_printed"
        else:
            code = answer.refused if answer.refused in KNOWN else "other"
            self._said = f"list_{code}"
        self.changed.emit()

    def _words(self) -> str:
        """What the button says: what it does, or what became of it."""
        key = "list_asking" if self._is_asking else self._said or "list_print"
        return self._preferences.say(key)

    can_print = Property(
        bool, lambda self: self._can_print and not self._has_trouble, notify=changed
    )
    is_free = Property(bool, lambda self: not self._is_asking and not self._said, notify=changed)
    words = Property(str, _words, notify=changed)
