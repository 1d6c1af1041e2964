"""What hangs on this machine, by names that stay the same: serial lines, printers, keyboards, cameras."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import evdev
from serial.tools import list_ports

from hardware.transport.usb_port import usb_printers

_DEV = Path("/dev")


@dataclass(frozen=True, slots=True)
class FoundDevice:
    """One device: the address to write into settings, and what it says of itself."""

    kind: str
    address: str
    about: str = ""


def found_devices(dev: Path = _DEV, usb_backend: Any = None) -> list[FoundDevice]:
    """Everything that can be seen; what may not be opened is missing from it."""
    return [
        *_serial_lines(dev),
        *_printers(usb_backend),
        *_keyboards(dev),
        *_cameras(dev),
    ]


def stable_name(path: str, dev: Path = _DEV) -> str:
    """The name by id, or else by port, that leads to `path` today; or `path` itself.

    A name by id goes with the device into another socket; one by port stays with the socket.
    """
    wanted = Path(path).resolve()
    for folder in ("serial/by-id", "serial/by-path", "input/by-id", "input/by-path", "v4l/by-id"):
        for link in sorted((dev / folder).glob("*")):
            if link.resolve() == wanted:
                return str(link)
    return path


def _serial_lines(dev: Path) -> list[FoundDevice]:
    lines = []
    for port in list_ports.comports():
        told = " ".join(word for word in (port.manufacturer, port.product) if word)
        about = told or (port.description if port.description != "n/a" else "")
        lines.append(FoundDevice("line", f"serial:{stable_name(port.device, dev)}", about))
    return lines


def _printers(usb_backend: Any) -> list[FoundDevice]:
    found = []
    for one in usb_printers(usb_backend):
        which = f"serial={one.serial}" if one.serial else f"port={one.port}"
        address = f"usb:{one.vendor or 0:04x}:{one.product or 0:04x}?{which}"
        found.append(FoundDevice("printer", address, f"USB socket {one.port}"))
    return found


def _keyboards(dev: Path) -> list[FoundDevice]:
    found = []
    for path in evdev.list_devices(str(dev / "input")):
        device = evdev.InputDevice(path)
        if evdev.ecodes.KEY_ENTER in device.capabilities().get(evdev.ecodes.EV_KEY, ()):
            found.append(FoundDevice("keyboard", f"hid:{stable_name(path, dev)}", device.name))
        device.close()
    return found


def _cameras(dev: Path) -> list[FoundDevice]:
    paths = sorted(dev.glob("video[0-9]*"))
    return [FoundDevice("camera", stable_name(str(path), dev)) for path in paths]
