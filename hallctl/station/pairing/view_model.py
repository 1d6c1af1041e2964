"""What the pairing screen shows: a code to read out, and whose hall it is."""

from pathlib import Path

from PySide6.QtCore import Property, QObject, Signal, Slot

from hallctl.station.pairing.newcomer import Newcomer
from hallctl.station.preferences import Preferences

WORDS = Path(__file__).parent / "words"


class PairingViewModel(QObject):
    """The newcomer, worded."""

    changed = Signal()

    def __init__(self, newcomer: Newcomer, hall: str, role: str) -> None:
        super().__init__()
        self._newcomer = newcomer
        self._hall = hall
        self._role = role
        self._preferences = Preferences(WORDS, self)
        self._preferences.changed.connect(self.changed)
        newcomer.told.connect(self.changed)

    @Slot()
    def other_language(self) -> None:
        """Speak the other language."""
        self._preferences.choose_language("en" if self._preferences.spoken() == "vi" else "vi")

    def _code(self) -> str:
        return f"{self._newcomer.code[:3]} {self._newcomer.code[3:]}".strip()

    def _trouble(self) -> str:
        return (
            self._preferences.say(f"pairing_{self._newcomer.trouble}")
            if self._newcomer.trouble
            else ""
        )

    preferences = Property(QObject, lambda self: self._preferences, constant=True)
    hall = Property(str, lambda self: self._hall, constant=True)
    role = Property(str, lambda self: self._preferences.say(f"role_{self._role}"), notify=changed)
    code = Property(str, _code, notify=changed)
    fingerprint = Property(str, lambda self: self._newcomer.fingerprint, notify=changed)
    trouble = Property(str, _trouble, notify=changed)
