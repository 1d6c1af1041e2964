"""The kiosk's voice for the person in front of it: what it says, how loud, and once more."""

from PySide6.QtCore import Property, QObject, Signal, Slot

from hallctl.station.preferences import Preferences
from hallctl.station.voice.saying import Sayer
from hallctl.station.voice.speaker import SilentSpeaker
from kiosk.spoken_text import spoken_text

VOLUMES = (0.15, 0.3, 0.5, 0.75, 1.0)
USUAL = 2
"""The step of ``VOLUMES`` the next person finds."""


class Speaking(QObject):
    """Speaks the chosen language; forgets text and volume when the person has left."""

    changed = Signal()
    ended = Signal()

    def __init__(
        self, preferences: Preferences, sayer: Sayer | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._sayer = sayer or Sayer(None, SilentSpeaker())
        self._volume = USUAL
        self._text = ""
        self._sayer.changed.connect(self.changed)
        preferences.language_changed.connect(self.changed)
        self._sayer.ended.connect(self.ended)

    def say(self, text: str) -> None:
        """Say what is shown, instead of what is being said."""
        self._text = text
        self.repeat()

    def hush(self) -> None:
        """Stop in the middle; ``repeat`` begins again."""
        self._sayer.hush()

    def forget(self) -> None:
        """The person has left: silence, and the usual volume for the next one."""
        self._text = ""
        self._sayer.hush()
        self._volume = USUAL
        self.changed.emit()

    @Slot()
    def repeat(self) -> None:
        """Say it once more."""
        language = self._preferences.voice_language()
        if language:
            words = spoken_text(self._text, language)
            self._sayer.say(words, language, VOLUMES[self._volume])
        else:
            self._sayer.hush()

    @Slot()
    def louder(self) -> None:
        """A step louder, heard at once."""
        self._turn(1)

    @Slot()
    def softer(self) -> None:
        """A step softer, heard at once."""
        self._turn(-1)

    def _turn(self, steps: int) -> None:
        self._volume = min(max(self._volume + steps, 0), len(VOLUMES) - 1)
        self.changed.emit()
        self.repeat()

    text = property(lambda self: self._text)
    """What was said last, as it is shown."""

    def _can_speak(self) -> bool:
        return not self._sayer.fault and bool(self._preferences.voice_language())

    can_speak = Property(bool, _can_speak, notify=changed)
    volume = Property(int, lambda self: self._volume + 1, notify=changed)
    loudest = Property(int, lambda _self: len(VOLUMES), constant=True)
