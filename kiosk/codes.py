"""What a citizen's phone may scan off the kiosk: the hall's code for numbers, the complaint form."""

from PySide6.QtCore import Property, QObject, Signal, Slot

from hallctl.core.views import KioskView
from hallctl.station.link.answering import Link


class Codes(QObject):
    """Addresses as the hall told them last; none while it is out of reach: they would lead nowhere."""

    changed = Signal()

    def __init__(self, link: Link, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._told = {"phone": "", "wifi": "", "complaint": ""}
        link.view_changed.connect(self._look)
        link.state_changed.connect(self._look)
        self._look()

    @Slot()
    def _look(self) -> None:
        told = _told(self._link.view if self._link.state == "online" else None)
        if told != self._told:
            self._told = told
            self.changed.emit()

    phone = Property(str, lambda self: self._told["phone"], notify=changed)
    wifi = Property(str, lambda self: self._told["wifi"], notify=changed)
    complaint = Property(str, lambda self: self._told["complaint"], notify=changed)


def _told(view: object) -> dict[str, str]:
    if not isinstance(view, KioskView):
        return {"phone": "", "wifi": "", "complaint": ""}
    code = view.hall_code
    return {
        "phone": code.address if code else "",
        "wifi": code.wifi if code else "",
        "complaint": view.complaint_page,
    }
