"""One serial line of this machine, on a thread of its own: presses come out, texts go in."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hallctl.core.views import Device
from hardware.device_health import DeviceHealth
from hardware.lines.bus import BusTiming, LineBus
from hardware.lines.line_devices import LAMP, Board, LineDevices, Pad
from hardware.lines.pad_format import PadFormat
from hardware.transport.address import SerialAddress, read_place
from hardware.transport.link import Connect
from hardware.transport.opening import connector


@dataclass(frozen=True, slots=True)
class Line:
    """How a line is opened, and how fast and with what manners it is spoken on."""

    connect: Connect
    timing: BusTiming


def open_line(port: str) -> Line:
    """The line that a device's ``port`` names. Raises AddressError."""
    place = read_place(port)
    baud = place.address.baud if isinstance(place.address, SerialAddress) else 115_200
    echoes = place.wishes.get("echo", "") in {"1", "yes", "true"}
    return Line(connector(place.address), BusTiming(baud=baud, echoes=echoes))


class LineThread:
    """Drives the devices of one line until ``stop``; ``pressed`` is called on its thread."""

    def __init__(
        self,
        devices: Sequence[Device],
        line: Line,
        formats: dict[str, PadFormat],
        pressed: Callable[[str, str], None],
    ) -> None:
        bus = LineBus(line.connect, line.timing)
        pads = [_pad(one, formats) for one in devices if one.kind in {"pad", "keypad"}]
        boards = [_board(one) for one in devices if one.kind in {"led_sign", LAMP}]
        self._devices = LineDevices(bus, pads, boards)
        self._pressed = pressed
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="line", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def show(self, device: str, text: str) -> None:
        """What a board shows, or whether a lamp is ``on``."""
        self._devices.show(device, text)

    def health(self) -> list[DeviceHealth]:
        """How the line's devices are."""
        return self._devices.health()

    def wake(self) -> None:
        """Try a port that is gone at once; from any thread."""
        self._devices.wake()

    def stop(self, patience_s: float = 3.0) -> None:
        """Let go of the port."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(patience_s)

    def _run(self) -> None:
        while not self._stopping.is_set():
            for device, button in self._devices.turn():
                self._pressed(device, button)
        self._devices.close()


def _pad(device: Device, formats: dict[str, PadFormat]) -> Pad:
    return Pad(device.device, formats[device.format], device.unit, device.kind)


def _board(device: Device) -> Board:
    return Board(device.device, device.format, device.unit, device.coil, device.kind)
