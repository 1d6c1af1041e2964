"""What the pairing screen shows: a code to read out, and whose hall it is."""

from pathlib import Path

from PySide6.QtCore import Property, QObject, Signal, Slot

from hallctl.station.pairing.asking import PairingAsk
from hallctl.station.preferences import Preferences

WORDS = Path(__file__).parent / "words"


class PairingViewModel(QObject):
    """The asking station, worded."""

    changed = Signal()

    def __init__(self, ask: PairingAsk, hall: str, role: str) -> None:
        super().__init__()
        self._ask = ask
        self._hall = hall
        self._role = role
        self._preferences = Preferences(WORDS, self)
        self._preferences.changed.connect(self.changed)
        ask.told.connect(self.changed)

    @Slot()
    def other_language(self) -> None:
        """Speak the other language."""
        self._preferences.choose_language("en" if self._preferences.spoken() == "vi" else "vi")

    def _code(self) -> str:
        return f"{self._ask.code[:3]} {self._ask.code[3:]}".strip()

    def _trouble(self) -> str:
        return self._preferences.say(f"pairing_{self._ask.trouble}") if self._ask.trouble else ""

    preferences = Property(QObject, lambda self: self._preferences, constant=True)
    hall = Property(str, lambda self: self._hall, constant=True)
    role = Property(str, lambda self: self._preferences.say(f"role_{self._role}"), notify=changed)
    code = Property(str, _code, notify=changed)
    fingerprint = Property(str, lambda self: self._ask.fingerprint, notify=changed)
    trouble = Property(str, _trouble, notify=changed)
