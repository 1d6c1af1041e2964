"""One wish at a time: while it is under way a screen's buttons rest, and shortly after too."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from hallctl.core.commands import Command
from hallctl.station.link.answering import Answer, Link

SETTLE_S = 0.7
"""After a grant, how long nothing else is asked: the second tap of a double tap means nothing,
but on a button that has just changed its meaning it would do something."""


class Press(QObject):
    """Sends a screen's commands one after the other; ``changed`` when it becomes busy or free."""

    changed = Signal()

    def __init__(
        self, link: Link, parent: QObject | None = None, settle_s: float | None = None
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._is_waiting = False
        rest_s = SETTLE_S if settle_s is None else settle_s
        self._settle = QTimer(self, singleShot=True, interval=int(rest_s * 1000))
        self._settle.timeout.connect(self.changed)

    @property
    def is_busy(self) -> bool:
        """A wish is under way, or was granted a moment ago."""
        return self._is_waiting or self._settle.isActive()

    def ask(self, command: Command, answered: Callable[[Answer], None]) -> bool:
        """Send ``command``; False, and nothing is sent, while another is under way."""
        if self.is_busy:
            return False
        self._send(command, answered)
        return True

    def follow(self, command: Command, answered: Callable[[Answer], None]) -> None:
        """From within ``answered``: the second half of the same press."""
        self._settle.stop()
        self._send(command, answered)

    def _send(self, command: Command, answered: Callable[[Answer], None]) -> None:
        self._is_waiting = True
        self.changed.emit()
        self._link.send(command, lambda answer: self._on_answer(answer, answered))

    def _on_answer(self, answer: Answer, answered: Callable[[Answer], None]) -> None:
        self._is_waiting = False
        if answer.granted:
            self._settle.start()
        answered(answer)
        self.changed.emit()
