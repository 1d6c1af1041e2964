"""Devices that come and go, as the machine tells of it: udev behind a small interface."""

import queue
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

import pyudev

SUBSYSTEMS = ("tty", "usb", "input", "video4linux")


@dataclass(frozen=True, slots=True)
class Plug:
    """Something was plugged in or pulled out; `names` are its paths, stable ones first."""

    action: Literal["added", "removed"]
    kind: str
    names: tuple[str, ...]


class Plugs(Protocol):
    """Where events come from."""

    def next(self, timeout_s: float) -> Plug | None:
        """The next event; None when there is none until the timeout."""
        ...


class UdevPlugs:
    """The machine's own. Raises OSError where udev can't be listened to."""

    def __init__(self) -> None:
        try:
            self._monitor = pyudev.Monitor.from_netlink(pyudev.Context())
            for subsystem in SUBSYSTEMS:
                self._monitor.filter_by(subsystem)
            self._monitor.start()
        except ImportError as error:  # libudev is missing
            raise OSError(f"udev is not on this machine: {error}") from error

    def next(self, timeout_s: float) -> Plug | None:
        """See Plugs."""
        device = self._monitor.poll(timeout_s)
        return None if device is None else plug_of(device.action, device.subsystem, device)


class InjectedPlugs:
    """Events that someone puts in: for tests, and machines without udev."""

    def __init__(self) -> None:
        self._events: queue.SimpleQueue[Plug] = queue.SimpleQueue()

    def inject(self, plug: Plug) -> None:
        """Let it happen."""
        self._events.put(plug)

    def next(self, timeout_s: float) -> Plug | None:
        """See Plugs."""
        try:
            return self._events.get(timeout=timeout_s)
        except queue.Empty:
            return None


class _UdevDevice(Protocol):
    """What udev tells of a device."""

    device_node: str | None
    device_links: Callable[[], list[str]] | list[str]


def plug_of(action: str | None, subsystem: str | None, device: _UdevDevice) -> Plug | None:
    """The event as the hall's devices see it; None for what is neither coming nor going."""
    links = device.device_links
    stable = sorted(links() if callable(links) else links)
    names = tuple(name for name in (*stable, device.device_node) if name)
    match action:
        case "add":
            return Plug("added", subsystem or "", names)
        case "remove":
            return Plug("removed", subsystem or "", names)
    return None
