"""While a paired screen runs: has it been thrown out? Then it begins again, and shows a code at once."""

import atexit
import os
import sys

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hallctl.station.link.addressing import HallAddress
from hallctl.station.link.answering import Said
from hallctl.station.link.requesting import Requester
from hallctl.station.pairing.coming_in import STANDING, UNKNOWN_TOKEN

LOOK_MS = 2000


class StandingWatch(QObject):
    """Asks the hall every two seconds whether it still knows the station's token."""

    revoked = Signal()

    def __init__(self, address: HallAddress, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._requester = Requester(address, self)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._ask)
        self._is_asking = False
        self._look.start()

    @Slot()
    def _ask(self) -> None:
        if not self._is_asking:
            self._is_asking = True
            self._requester.request("GET", STANDING, b"", self._on_said)

    def _on_said(self, said: Said) -> None:
        self._is_asking = False
        if said.status == UNKNOWN_TOKEN:
            self._look.stop()
            self.revoked.emit()


def begin_again() -> None:
    """The same program anew, once this one has let go of everything."""
    atexit.register(os.execv, sys.executable, sys.orig_argv)
