"""The supervisor's word to this counter, until the official has read it."""

from PySide6.QtCore import Property, QObject, Signal, Slot

from hallctl.core.commands import ReadMessage
from hallctl.core.views import CounterView, MessageShown
from hallctl.station.link.addressing import new_command_id
from hallctl.station.link.answering import Answer, Link


class SupervisorMessage(QObject):
    """Follows the counter's view; one press tells the hall that it has been read."""

    changed = Signal()

    def __init__(self, link: Link, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._counter = ""
        self._shown: MessageShown | None = None
        self._is_under_way = False
        link.view_changed.connect(self._on_view)
        self._on_view(link.view)

    @Slot()
    def read(self) -> None:
        """The official has read it."""
        if self._shown is None or self._is_under_way:
            return
        self._is_under_way = True
        wish = ReadMessage(command_id=new_command_id(), counter=self._counter)
        self._link.send(wish, self._on_answer)
        self.changed.emit()

    @Slot(object)
    def _on_view(self, view: object) -> None:
        if isinstance(view, CounterView):
            self._counter = view.counter
            if view.message != self._shown:
                self._shown = view.message
                self.changed.emit()

    def _on_answer(self, _answer: Answer) -> None:
        self._is_under_way = False
        self.changed.emit()

    text = Property(str, lambda self: self._shown.text if self._shown else "", notify=changed)
    may_read = Property(bool, lambda self: not self._is_under_way, notify=changed)
