"""A link to a simulator in the same process."""

import threading
import time
from collections.abc import Callable
from typing import Protocol

from hardware.transport.link import TransportGone

_PIECE_BYTES = 4096


class Peer(Protocol):
    """What stands at the other end: a simulated device."""

    def attach(self, send: Callable[[bytes], None], cut_off: Callable[[], None]) -> None:
        """A link is plugged in; the peer answers by `send` and may break it by `cut_off`."""
        ...

    def receive(self, data: bytes, timeout_s: float) -> int:
        """Bytes arrive; how many the peer took, 0 when none until the timeout."""
        ...


class MemoryTransport:
    """A pipe to `peer`; no copy of the bytes leaves the process."""

    def __init__(self, peer: Peer) -> None:
        self._peer = peer
        self._answers = bytearray()
        self._broken = False
        self._changed = threading.Condition()
        peer.attach(self._arrive, self._break)

    def write(self, data: bytes, timeout_s: float) -> int:
        """See Transport."""
        if self._broken:
            raise TransportGone("the link is cut off")
        taken = self._peer.receive(data[:_PIECE_BYTES], timeout_s)
        if not taken and self._broken:
            raise TransportGone("the link is cut off")
        return taken

    def read(self, timeout_s: float) -> bytes:
        """See Transport."""
        deadline = time.monotonic() + timeout_s
        with self._changed:
            while not self._answers and not self._broken:
                left = deadline - time.monotonic()
                if left <= 0 or not self._changed.wait(left):
                    return b""
            if not self._answers:
                raise TransportGone("the link is cut off")
            data = bytes(self._answers)
            self._answers.clear()
        return data

    def close(self) -> None:
        """See Transport."""
        self._break()

    def _arrive(self, data: bytes) -> None:
        with self._changed:
            self._answers += data
            self._changed.notify_all()

    def _break(self) -> None:
        with self._changed:
            self._broken = True
            self._changed.notify_all()
