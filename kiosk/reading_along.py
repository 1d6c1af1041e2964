"""Says each screen of the step-by-step way as it is shown, and the number at the end."""

from PySide6.QtCore import QObject, Slot

from kiosk.scenes import Scene
from kiosk.view_model import KioskViewModel


class ReadingAlong(QObject):
    """Speaks when the words change; those who have the screen read out hear it from there."""

    def __init__(self, kiosk: KioskViewModel) -> None:
        super().__init__(kiosk)
        self._kiosk = kiosk
        self._said = ""
        kiosk.changed.connect(self._on_changed)
        kiosk.aloud.guiding.changed.connect(self._on_changed)

    @Slot()
    def _on_changed(self) -> None:
        words = self._words()
        if words != self._said:
            self._said = words
            if words:
                self._kiosk.aloud.speaking.say(words)

    def _words(self) -> str:
        kiosk, aloud = self._kiosk, self._kiosk.aloud
        if not aloud.guiding.is_guiding or aloud.is_reading:
            return ""
        if kiosk.presence.words:
            return kiosk.presence.words
        match kiosk.shown:
            case Scene.GUIDE:
                return aloud.guiding.words
            case Scene.THANKS:
                return kiosk.told
        return ""
