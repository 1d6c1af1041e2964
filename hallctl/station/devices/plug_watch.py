"""Hears that something was plugged in, so that whoever waits for a device tries it at once."""

import logging
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from hardware.hotplug import Plugs, UdevPlugs

log = logging.getLogger(__name__)

LOOK_S = 0.3


class PlugWatch(QObject):
    """``plugged`` for everything that is plugged in; silent where the machine has no udev."""

    plugged = Signal()

    def __init__(self, open_plugs: Callable[[], Plugs] = UdevPlugs) -> None:
        super().__init__()
        self._open = open_plugs
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="plugs", daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def stop(self) -> None:
        """Listen no more."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(4 * LOOK_S)

    def _run(self) -> None:
        try:
            plugs = self._open()
        except OSError as error:
            log.info("devices are looked for by the clock alone: %s", error)
            return
        while not self._stopping.is_set():
            plug = plugs.next(LOOK_S)
            if plug is not None and plug.action == "added" and not self._stopping.is_set():
                self.plugged.emit()
