"""What every transport promises, so that a driver is written once for all of them."""

from collections.abc import Callable
from typing import Protocol


class TransportGone(ConnectionError):  # noqa: N818  a state of the link, in the hall's words
    """The device is no longer reachable this way: unplugged, closed or reset; open a new one.

    Every error of every transport ends here, whatever the operating system calls it.
    """


class Transport(Protocol):
    """An open link to one device, with one owner. Both calls raise TransportGone."""

    def write(self, data: bytes, timeout_s: float) -> int:
        """Hand over what the device takes now; how many bytes, 0 when none until the timeout."""
        ...

    def read(self, timeout_s: float) -> bytes:
        """Whatever has arrived, waiting for the first byte; empty when none until the timeout."""
        ...

    def close(self) -> None:
        """Let go of the device; closing twice is no error."""
        ...


Connect = Callable[[], Transport]


def write_all(transport: Transport, data: bytes, timeout_s: float) -> int:
    """Write until everything is taken or nothing is for `timeout_s`; how many bytes were."""
    sent = 0
    while sent < len(data) and (taken := transport.write(data[sent:], timeout_s)):
        sent += taken
    return sent
