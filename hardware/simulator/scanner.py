"""A simulated scanner that sends what is held to it, and misbehaves as real ones do."""

from collections.abc import Callable


class SimulatedScanner:
    """Stands behind a MemoryTransport or a SerialPort, and may be plugged in again."""

    def __init__(self, ending: bytes = b"\r") -> None:
        """`ending` comes after every text: CR, LF, both or nothing."""
        self.ending = ending
        self.heard = b""
        self._send: Callable[[bytes], None] | None = None
        self._cut_off: Callable[[], None] | None = None

    def attach(self, send: Callable[[bytes], None], cut_off: Callable[[], None]) -> None:
        """See Peer."""
        self._send, self._cut_off = send, cut_off

    def receive(self, data: bytes, timeout_s: float) -> int:  # noqa: ARG002  Peer's signature
        """See Peer. A scanner heeds nothing."""
        self.heard += data
        return len(data)

    def scan(self, text: str, encoding: str = "utf-8") -> None:
        """Hold a code of `text` before it."""
        self.send(text.encode(encoding) + self.ending)

    def send(self, data: bytes) -> None:
        """Send bytes as they are, such as half a text; nothing while unplugged."""
        if self._send:
            self._send(data)

    def unplug(self) -> None:
        """Break the link; it stands again when someone connects anew."""
        if self._cut_off:
            self._cut_off()
        self._send = self._cut_off = None
