"""What may be done with an opened dossier: one act chosen, what it needs typed, and its command."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from counter_display.desk.moments import moment_of
from hallctl.core.commands import (
    Command,
    FinishDossier,
    ForwardDossier,
    ProcessDossier,
    ReappointDossier,
    RefuseDossier,
    RequestSupplement,
    ResumeDossier,
    ReturnDossier,
    StopDossier,
    WithdrawDossier,
)
from hallctl.station.clock import HallClock
from hallctl.station.link.addressing import new_command_id
from hallctl.station.preferences import Preferences

COMMANDS: dict[str, type[Command]] = {
    "forward": ForwardDossier,
    "take_up": ProcessDossier,
    "request_supplement": RequestSupplement,
    "resume": ResumeDossier,
    "finish": FinishDossier,
    "return": ReturnDossier,
    "reappoint": ReappointDossier,
    "withdraw": WithdrawDossier,
    "refuse": RefuseDossier,
    "stop": StopDossier,
}
"""In the order in which they are offered; those that end a dossier come last."""
ICONS = {
    "forward": "send",
    "take_up": "play",
    "request_supplement": "file-plus-2",
    "resume": "rotate-cw",
    "finish": "circle-check-big",
    "return": "hand",
    "reappoint": "calendar-clock",
    "withdraw": "undo-2",
    "refuse": "circle-x",
    "stop": "octagon-x",
}
NEED_REASON = frozenset({"request_supplement", "reappoint", "refuse", "stop"})
ENDS = frozenset({"withdraw", "refuse", "stop"})
AT_ONCE = frozenset({"take_up", "resume", "finish", "return"})
"""Nothing is to be typed, and the next act leads on; the others ask once more."""
LONGEST_REASON = 500
LONGEST_NEED = 200
SUPPLEMENT = "request_supplement"

Send = Callable[[Command], None]


class Acts(QObject):
    """The allowed acts of one dossier, and the one that is being prepared."""

    changed = Signal()

    def __init__(
        self, preferences: Preferences, clock: HallClock, send: Send, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._clock = clock
        self._send = send
        self._dossier = ""
        self._may: tuple[str, ...] = ()
        self._departments: tuple[tuple[str, str], ...] = ()
        self._own_department = ""
        self._chosen = ""
        self._needs = self._reason = self._date = self._department = ""

    def look(self, dossier: str, may: tuple[str, ...], departments: Any, department: str) -> None:
        """Offer what the dossier allows now; an act that is no longer allowed is put away."""
        is_another = dossier != self._dossier
        self._dossier, self._may = dossier, may
        self._departments, self._own_department = departments, department
        if is_another or self._chosen not in may:
            self._put_away()
        self.changed.emit()

    @Slot(str)
    def choose(self, step: str) -> None:
        """Do it at once, or prepare it where something has to be typed or confirmed."""
        if step not in self._may:
            return
        self._put_away()
        if step in AT_ONCE:
            self._send(self._command(step, {}))
            return
        self._chosen = step
        self._department = self._own_department
        self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Rather not."""
        self._put_away()
        self.changed.emit()

    @Slot(str)
    def write_reason(self, reason: str) -> None:
        """Why, in words the citizen will read."""
        self._reason = reason[:LONGEST_REASON]
        self.changed.emit()

    @Slot(str)
    def write_needs(self, needs: str) -> None:
        """What is missing, one paper a line."""
        self._needs = needs[:LONGEST_REASON]
        self.changed.emit()

    @Slot(str)
    def write_date(self, text: str) -> None:
        """The new time of a re-appointment."""
        self._date = text
        self.changed.emit()

    @Slot(str)
    def choose_department(self, department: str) -> None:
        """To whom it goes."""
        self._department = department
        self.changed.emit()

    @Slot()
    def do(self) -> None:
        """Send what was prepared."""
        if self._may_do():
            self._send(self._command(self._chosen, self._fields()))

    def _command(self, step: str, fields: dict[str, Any]) -> Command:
        return COMMANDS[step](command_id=new_command_id(), dossier=self._dossier, **fields)  # type: ignore[call-arg]

    def _fields(self) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        if self._chosen in NEED_REASON:
            fields["reason"] = self._reason.strip() or self._needs.strip()
        if self._chosen == SUPPLEMENT and self._reason.strip():
            fields["needs"] = self._needed()
        if self._chosen == "reappoint":
            fields["due_at"] = self._due_at()
        if self._chosen == "forward":
            fields["department"] = self._department or None
        return fields

    def _due_at(self) -> int | None:
        now = self._clock.now()
        return moment_of(self._date, now) if now else None

    def _may_do(self) -> bool:
        if not self._chosen:
            return False
        is_told = bool(self._reason.strip() or self._needed())
        if self._chosen in NEED_REASON and not is_told:
            return False
        return self._chosen != "reappoint" or self._due_at() is not None

    def _needed(self) -> tuple[str, ...]:
        lines = (" ".join(line.split()) for line in self._needs.splitlines())
        return tuple(line[:LONGEST_NEED] for line in lines if line)

    def _put_away(self) -> None:
        self._chosen = self._needs = self._reason = self._date = self._department = ""

    def _lines(self) -> list[dict[str, object]]:
        return [
            {
                "step": step,
                "name": self._preferences.say(f"act_{step}"),
                "icon": ICONS[step],
                "ends": step in ENDS,
            }
            for step in COMMANDS
            if step in self._may
        ]

    def _department_lines(self) -> list[dict[str, object]]:
        return [
            {"department": one, "name": name, "is_chosen": one == self._department}
            for one, name in self._departments
        ]

    def _title(self) -> str:
        return self._preferences.say(f"act_{self._chosen}") if self._chosen else ""

    def _hint(self) -> str:
        return self._preferences.say(f"hint_{self._chosen}") if self._chosen else ""

    def _date_is_wrong(self) -> bool:
        return bool(self._date.strip()) and self._due_at() is None

    lines = Property(list, _lines, notify=changed)
    chosen = Property(str, lambda self: self._chosen, notify=changed)
    title = Property(str, _title, notify=changed)
    hint = Property(str, _hint, notify=changed)
    needs = Property(str, lambda self: self._needs, notify=changed)
    reason = Property(str, lambda self: self._reason, notify=changed)
    date = Property(str, lambda self: self._date, notify=changed)
    date_is_wrong = Property(bool, _date_is_wrong, notify=changed)
    needs_reason = Property(bool, lambda self: self._chosen in NEED_REASON, notify=changed)
    needs_list = Property(bool, lambda self: self._chosen == SUPPLEMENT, notify=changed)
    needs_date = Property(bool, lambda self: self._chosen == "reappoint", notify=changed)
    needs_department = Property(bool, lambda self: self._chosen == "forward", notify=changed)
    departments = Property(list, _department_lines, notify=changed)
    may_do = Property(bool, _may_do, notify=changed)
