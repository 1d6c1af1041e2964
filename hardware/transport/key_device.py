"""Devices that act as keyboards, taken from everybody else while they are open (Linux evdev)."""

import select
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

import evdev

from hardware.transport.link import TransportGone


class KeyDevice(Protocol):
    """An open keyboard with one owner."""

    def keys(self, timeout_s: float) -> list[tuple[int, int]]:
        """Key events as (code, value), waiting for the first. Raises TransportGone."""
        ...

    def close(self) -> None:
        """Let go of it; closing twice is no error."""
        ...


ConnectKeys = Callable[[], KeyDevice]


class EvdevKeys:
    """A keyboard that the kernel knows as /dev/input/event…; nobody else hears it meanwhile."""

    def __init__(self, path: str) -> None:
        """`path` may be a stable name such as /dev/input/by-id/…-event-kbd. Raises TransportGone."""
        try:
            self._device = evdev.InputDevice(path)
            self._device.grab()
        except (OSError, ValueError) as error:
            raise TransportGone(f"{path} cannot be opened: {error}") from error

    def keys(self, timeout_s: float) -> list[tuple[int, int]]:
        """See KeyDevice."""
        try:
            ready, _, _ = select.select([self._device.fd], [], [], timeout_s)
            events = list(self._device.read()) if ready else []
        except (OSError, ValueError, TypeError) as error:
            raise TransportGone(f"the keyboard is gone: {error}") from error
        return [(one.code, one.value) for one in events if one.type == evdev.ecodes.EV_KEY]

    def close(self) -> None:
        """See KeyDevice."""
        with suppress(OSError, AttributeError):
            self._device.close()
