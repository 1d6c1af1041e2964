"""A simulated serial line with devices on it, and everything that befalls such lines."""

from collections.abc import Callable
from random import Random
from typing import Protocol


class OnLine(Protocol):
    """A device on the line: hears every byte, and answers or not."""

    def hear(self, data: bytes) -> bytes:
        """Bytes on the line; what the device says to them."""
        ...


class SimulatedLine:
    """Stands behind a MemoryTransport or a SerialPort. Faults are switched on and off."""

    def __init__(self, *devices: OnLine, seed: int = 7) -> None:
        self.devices = list(devices)
        self.echoes = False
        self.is_silent = False
        self.noise_share = 0.0
        """Of the bytes that come from devices, how many are spoilt."""
        self.cuts_answers = False
        self.frames: list[bytes] = []
        """Everything that was sent down the line."""
        self._random = Random(seed)  # noqa: S311  noise, no secret
        self._send: Callable[[bytes], None] | None = None
        self._cut_off: Callable[[], None] | None = None

    def attach(self, send: Callable[[bytes], None], cut_off: Callable[[], None]) -> None:
        """See Peer."""
        self._send, self._cut_off = send, cut_off

    def receive(self, data: bytes, timeout_s: float) -> int:  # noqa: ARG002  Peer's signature
        """See Peer."""
        self.frames.append(data)
        if self.echoes:
            self._say(data)
        for device in self.devices:
            answer = device.hear(data)
            if answer and not self.is_silent:
                self.say(answer)
        return len(data)

    def say(self, data: bytes) -> None:
        """A device speaks; what arrives is what the line leaves of it."""
        if self.cuts_answers:
            data = data[: len(data) // 2]
        spoilt = bytes(
            byte ^ self._random.randrange(1, 256)
            if self._random.random() < self.noise_share
            else byte
            for byte in data
        )
        self._say(spoilt)

    def unplug(self) -> None:
        """Break the link; it stands again when someone connects anew."""
        if self._cut_off:
            self._cut_off()
        self._send = self._cut_off = None

    def _say(self, data: bytes) -> None:
        if self._send:
            self._send(data)
