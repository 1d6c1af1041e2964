"""The whole board for something else while nobody is being called; a call has it back at once.

The table of departments and the playlist take turns, and between two of them the board is seen.
"""

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from hall_board.reel import Reel

CALM_S = 25.0
"""So long nobody was called, and so long the board is seen in between."""
TABLE_S = 16.0


class Calm(QObject):
    """Turns a reel and the table on and off."""

    changed = Signal()
    came_back = Signal()
    """The board is seen again."""

    def __init__(self, reel: Reel, calm_s: float = CALM_S, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reel = reel
        self._has_table = False
        self._shows_table = False
        self._was_table = False
        self._rest = QTimer(self, singleShot=True, interval=round(calm_s * 1000))
        self._rest.timeout.connect(self.turn)
        self._table = QTimer(self, singleShot=True, interval=round(TABLE_S * 1000))
        self._table.timeout.connect(self._on_over)
        reel.over.connect(self._on_over)
        self._rest.start()

    def offer_table(self, has_table: bool) -> None:
        """Whether there is a table to show."""
        self._has_table = has_table
        if not has_table and self._shows_table:
            self._on_over()

    @Slot()
    def disturb(self) -> None:
        """Somebody is called: nothing else is shown now."""
        was_showing = self._shows_table or not self._reel.image.isNull()
        self._reel.stop()
        self._on_over()
        if was_showing:
            self.came_back.emit()

    @Slot()
    def turn(self) -> None:
        """It has been calm long enough: show what is next."""
        if self._has_table and not (self._was_table and self._reel.count):
            self._was_table = True
            self._show_table(True)
            self._table.start()
        elif self._reel.count:
            self._was_table = False
            self._reel.start()
        else:
            self._rest.start()

    @Slot()
    def _on_over(self) -> None:
        self._table.stop()
        self._show_table(False)
        self._rest.start()

    def _show_table(self, shows: bool) -> None:
        if shows != self._shows_table:
            self._shows_table = shows
            self.changed.emit()

    shows_table = Property(bool, lambda self: self._shows_table, notify=changed)
