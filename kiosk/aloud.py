"""Everything the kiosk says aloud: the step-by-step way, and the screen read out."""

from PySide6.QtCore import Property, QObject, Signal

from hallctl.station.preferences import Preferences
from hallctl.station.voice.saying import Sayer
from kiosk.guiding import Guiding
from kiosk.speaking import Speaking
from kiosk.tiles import ServiceTiles


class Aloud(QObject):
    """The voice, who is guided by it, and who has the screen read out; nobody once they have left."""

    changed = Signal()

    def __init__(
        self,
        preferences: Preferences,
        tiles: ServiceTiles,
        sayer: Sayer | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.speaking = Speaking(preferences, sayer, self)
        self.guiding = Guiding(preferences, tiles, self)
        self.is_reading = False
        self.speaking.changed.connect(self.changed)
        preferences.language_changed.connect(self.changed)

    @property
    def is_used(self) -> bool:
        """Somebody listens, and needs the time that listening takes."""
        return self.is_reading or self.guiding.is_guiding

    def read(self, *, wanted: bool) -> None:
        """Have the screen read out from now on, or no more."""
        self.is_reading = wanted
        if not wanted:
            self.speaking.hush()
        self.changed.emit()

    def end_guide(self) -> None:
        """Go on with the ordinary screens."""
        self.guiding.end()
        if not self.is_reading:
            self.speaking.hush()

    def rest(self) -> None:
        """The person has left."""
        self.is_reading = False
        self.guiding.end()
        self.speaking.forget()

    def _volume_words(self) -> str:
        voice = self.speaking
        return self._preferences.say("guide_volume", volume=voice.volume, loudest=voice.loudest)

    guide = Property(QObject, lambda self: self.guiding, constant=True)
    voice = Property(QObject, lambda self: self.speaking, constant=True)
    volume_words = Property(str, _volume_words, notify=changed)
