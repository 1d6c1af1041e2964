"""Bringing an opened dossier's result home: asked for, called off, delivered, or come back."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot

from hallctl.core.commands import (
    AskDelivery,
    CallOffDelivery,
    Command,
    ConfirmDelivered,
    NoteCameBack,
)
from hallctl.station.link.addressing import new_command_id
from hallctl.station.preferences import Preferences

STEPS: dict[str, tuple[str, ...]] = {
    "": ("ask",),
    "asked": ("call_off",),
    "ready": ("call_off",),
    "came_back": ("call_off",),
    "handed_over": ("delivered", "came_back"),
    "delivered": (),
}
"""By the state of the delivery, what leads on; handing over is done with others, in a batch."""
NEED_REASON: dict[str, type[CallOffDelivery | NoteCameBack]] = {
    "call_off": CallOffDelivery,
    "came_back": NoteCameBack,
}
AT_ONCE: dict[str, type[AskDelivery | ConfirmDelivered]] = {
    "ask": AskDelivery,
    "delivered": ConfirmDelivered,
}
ICONS = {
    "ask": "package",
    "call_off": "undo-2",
    "delivered": "circle-check-big",
    "came_back": "rotate-ccw",
}
TONES = {"delivered": "good", "came_back": "warn", "handed_over": "soft", "ready": "good"}
ENDED = frozenset({"returned", "refused", "withdrawn", "stopped", "struck"})
LONGEST_REASON = 500


class DossierDelivery(QObject):
    """Where it stands, and the step that is being prepared."""

    changed = Signal()

    def __init__(
        self, preferences: Preferences, send: Callable[[Command], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._send = send
        self._dossier = self._state = self._about = ""
        self._has_ended = False
        self._chosen = self._reason = ""
        preferences.language_changed.connect(self.changed)

    def look(self, dossier: str, state: str, carried: str, dossier_state: str) -> None:
        """The dossier that is open now; ``carried`` says with whom and in which batch it left."""
        if (dossier, state) != (self._dossier, self._state):
            self._chosen = self._reason = ""
        self._dossier, self._state, self._about = dossier, state, carried
        self._has_ended = dossier_state in ENDED
        self.changed.emit()

    @Slot(str)
    def choose(self, step: str) -> None:
        """Do it at once, or ask why."""
        if step not in self._steps():
            return
        if step in AT_ONCE:
            self._send(AT_ONCE[step](command_id=new_command_id(), dossier=self._dossier))
        else:
            self._chosen, self._reason = step, ""
            self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Rather not."""
        self._chosen = self._reason = ""
        self.changed.emit()

    @Slot(str)
    def write_reason(self, reason: str) -> None:
        """Why."""
        self._reason = reason[:LONGEST_REASON]
        self.changed.emit()

    @Slot()
    def do(self) -> None:
        """Send what was prepared."""
        reason = " ".join(self._reason.split())
        if self._chosen in NEED_REASON and reason:
            kind = NEED_REASON[self._chosen]
            self._send(kind(command_id=new_command_id(), dossier=self._dossier, reason=reason))

    def _steps(self) -> tuple[str, ...]:
        return () if self._has_ended else STEPS.get(self._state, ())

    def _lines(self) -> list[dict[str, str]]:
        say = self._preferences.say
        return [
            {"step": one, "name": say(f"delivery_act_{one}"), "icon": ICONS[one]}
            for one in self._steps()
        ]

    def _words(self) -> str:
        return self._preferences.say(f"delivery_{self._state or 'none'}")

    def _tone(self) -> str:
        return TONES.get(self._state, "soft")

    def _title(self) -> str:
        return self._preferences.say(f"delivery_act_{self._chosen}") if self._chosen else ""

    words = Property(str, _words, notify=changed)
    tone = Property(str, _tone, notify=changed)
    about = Property(str, lambda self: self._about, notify=changed)
    lines = Property(list, _lines, notify=changed)
    chosen = Property(str, lambda self: self._chosen, notify=changed)
    title = Property(str, _title, notify=changed)
    reason = Property(str, lambda self: self._reason, notify=changed)
    may_do = Property(bool, lambda self: bool(self._reason.strip()), notify=changed)
