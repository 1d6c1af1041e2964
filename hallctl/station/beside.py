"""Which language stands beside the Vietnamese: the hall's, by turns where there are several."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

TURN_S = 10.0
"""Long enough to read a board in one of them."""


class Beside(QObject):
    """Languages go in by ``offer``; those of which there are no words yet are left out by ``knows``."""

    changed = Signal()

    def __init__(self, turn_s: float = TURN_S, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offered: tuple[str, ...] = ("en",)
        self._language = "en"
        self._turn = QTimer(self, interval=round(turn_s * 1000))
        self._turn.timeout.connect(self.pass_on)

    @property
    def language(self) -> str:
        """The one beside it now; empty for none."""
        return self._language

    @property
    def offered(self) -> tuple[str, ...]:
        """All of them, in their order."""
        return self._offered

    def offer(self, languages: tuple[str, ...], known: tuple[str, ...]) -> None:
        """The hall's languages, as far as there are words for them."""
        self._offered = tuple(one for one in languages if one in known)
        if self._language not in self._offered:
            self._show(self._offered[0] if self._offered else "")
        if len(self._offered) < 2:
            self._turn.stop()
        elif not self._turn.isActive():
            self._turn.start()

    @Slot()
    def pass_on(self) -> None:
        """The next one's turn."""
        if self._offered:
            place = self._offered.index(self._language)
            self._show(self._offered[(place + 1) % len(self._offered)])

    def _show(self, language: str) -> None:
        if language != self._language:
            self._language = language
            self.changed.emit()
