"""Tells the hall every few seconds, and at once when something changes, how this station's devices are."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QObject, QTimer

from hallctl.station.link.addressing import HallAddress
from hallctl.station.link.answering import Said
from hallctl.station.link.requesting import Requester
from hardware.device_health import DeviceHealth

EVERY_S = 5.0
_LOOK_S = 0.5
_KEPT = 200


class DeviceReporting(QObject):
    """Posts what ``look`` finds; one report at a time, and an unheard one is simply followed."""

    def __init__(
        self,
        address: HallAddress,
        look: Callable[[], Sequence[DeviceHealth]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._told: bytes = b""
        self._rests = 0.0
        self._is_telling = False
        self._requester = Requester(address, self)
        self._beat = QTimer(self, interval=int(_LOOK_S * 1000))
        self._beat.timeout.connect(self._on_beat)

    def start(self) -> None:
        """Begin to tell."""
        self._on_beat()
        self._beat.start()

    def stop(self) -> None:
        """Tell no more."""
        self._beat.stop()
        self._requester.stop()

    def _on_beat(self) -> None:
        self._rests -= _LOOK_S
        told = msgspec.json.encode({"devices": self._look()})
        if not self._is_telling and (told != self._told or self._rests <= 0):
            self._told, self._rests, self._is_telling = told, EVERY_S, True
            self._requester.request("POST", "/api/devices", told, self._on_heard)

    def _on_heard(self, said: Said) -> None:
        self._is_telling = False
        if said.status != _KEPT:
            self._told = b""
