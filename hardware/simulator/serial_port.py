"""A simulated device on a pseudo-terminal, which opens like a serial port."""

import os
import select
import threading
import tty
from contextlib import suppress

from hardware.transport.memory import Peer

_PIECE_BYTES = 4096
_RECHECK_S = 0.1


class SerialPort:
    """Serves `peer` at `path` from a thread of its own until `close`; a context manager."""

    def __init__(self, peer: Peer) -> None:
        self._peer = peer
        self._ours, self._theirs = os.openpty()
        tty.setraw(self._theirs)
        self.path = os.ttyname(self._theirs)
        self._unplugged = threading.Event()
        self._thread = threading.Thread(target=self._serve, name="simulated-line", daemon=True)
        peer.attach(self._send, self._unplugged.set)
        self._thread.start()

    def __enter__(self) -> "SerialPort":
        """The port, ready to be opened."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Unplug."""
        self.close()

    def close(self) -> None:
        """Unplug: whoever has the port open loses it."""
        self._unplugged.set()
        self._thread.join()

    def _send(self, data: bytes) -> None:
        with suppress(OSError):
            os.write(self._ours, data)

    def _serve(self) -> None:
        with suppress(OSError):
            while not self._unplugged.is_set():
                ready, _, _ = select.select([self._ours], [], [], _RECHECK_S)
                data = os.read(self._ours, _PIECE_BYTES) if ready else b""
                while data and not self._unplugged.is_set():
                    data = data[self._peer.receive(data, _RECHECK_S) :]
        os.close(self._theirs)
        os.close(self._ours)
