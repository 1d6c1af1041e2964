"""The one owner of a serial port: one request in flight, quiet between frames, opened again.

Modbus over serial line 1.02, 2.5.1: frames are apart by 3.5 characters, or 1.75 ms on fast
lines; whoever was told something without an answer is given a turnaround before the next.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from hardware.transport.link import Connect, Transport, TransportGone, write_all

REOPEN_S = 0.5
MOST_HEARD = 512
"""Bytes kept of what comes while nobody reads."""
_CHARACTER_BITS = 11
_FAST_BAUD = 19_200
_FAST_GAP_S = 0.001_75
_WRITE_S = 0.5
_LOOK_S = 0.02

Find = Callable[[bytes], slice | None]
"""Where in what was heard the answer stands, from its first byte to after its last."""


@dataclass(frozen=True, slots=True)
class BusTiming:
    """How long a bus waits, in seconds: for an answer, and after telling without one.

    `echoes` says that the converter gives back what is sent: without it, an answer that equals its
    question, as Modbus has, is taken for what it is.
    """

    baud: int = 9600
    answer_s: float = 0.3
    turnaround_s: float = 0.1
    echoes: bool = False

    @property
    def gap_s(self) -> float:
        """Between two frames."""
        fast = self.baud > _FAST_BAUD
        return _FAST_GAP_S if fast else 3.5 * _CHARACTER_BITS / self.baud

    def takes_s(self, frame: bytes) -> float:
        """How long a frame is on its way."""
        return len(frame) * _CHARACTER_BITS / self.baud


class LineBus:
    """One port, used by one thread. No call raises for a device."""

    def __init__(
        self,
        connect: Connect,
        timing: BusTiming | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.timing = timing or BusTiming()
        self.breaks = 0
        self.opened = 0
        """How often the port was opened: whoever counts on a device's memory looks here."""
        self._connect = connect
        self._clock = clock
        self._sleep = sleep
        self._transport: Transport | None = None
        self._heard = bytearray()
        self._quiet_from = 0.0
        self._retry_at = 0.0

    @property
    def is_open(self) -> bool:
        """Whether the port stands. Tries to open it if not."""
        return self._open() is not None

    def ask(self, request: bytes, find: Find) -> bytes:
        """Send `request` and wait until an answer is found; empty where none comes in time.

        What others say meanwhile is kept for whoever listens.
        """
        if not self._send(request):
            return b""
        heard = bytearray()
        deadline = self._clock() + self.timing.answer_s + self.timing.takes_s(request)
        while (left := deadline - self._clock()) > 0 and len(heard) < MOST_HEARD:
            heard += self._read(min(left, _LOOK_S))
            for plain in self._without_echo(bytes(heard), request):
                if (found := find(plain)) is not None:
                    self._keep(plain[: found.start] + plain[found.stop :])
                    self._rest(0.0)
                    return plain[found]
            if self._transport is None:
                return b""  # half a frame is none
        self._keep(without_echo(bytes(heard), request))
        self._rest(self.timing.turnaround_s)
        return b""

    def tell(self, frame: bytes) -> bool:
        """Send `frame`, which nobody answers; whether it left. What is heard meanwhile is kept."""
        if not self._send(frame):
            return False
        self._rest(self.timing.takes_s(frame) + self.timing.turnaround_s)
        self._sleep(max(0.0, self._quiet_from - self._clock()))
        self._keep(without_echo(self._read(0.0), frame))
        return self._transport is not None

    def listen(self, timeout_s: float) -> bytes:
        """Whatever devices say by themselves, waiting for it."""
        heard, kept = self._read(0.0 if self._heard else timeout_s), bytes(self._heard)
        self._heard.clear()
        return kept + heard

    def retry_now(self) -> None:
        """Something was plugged in: don't wait to try the port; from any thread."""
        self._retry_at = 0.0

    def close(self) -> None:
        """Let go of the port."""
        if self._transport is not None:
            self._transport.close()
        self._transport = None

    def _without_echo(self, heard: bytes, request: bytes) -> tuple[bytes, ...]:
        plain = without_echo(heard, request)
        return (plain,) if self.timing.echoes or plain == heard else (plain, heard)

    def _send(self, frame: bytes) -> bool:
        if self._open() is None:
            return False
        self._sleep(max(0.0, self._quiet_from - self._clock()))
        self._keep(self._read(0.0))  # what came unasked is no answer
        if self._transport is None:
            return False
        try:
            return write_all(self._transport, frame, _WRITE_S) == len(frame)
        except TransportGone:
            self._lose()
            return False

    def _rest(self, more_s: float) -> None:
        self._quiet_from = self._clock() + self.timing.gap_s + more_s

    def _keep(self, data: bytes) -> None:
        self._heard += data
        del self._heard[:-MOST_HEARD]

    def _read(self, timeout_s: float) -> bytes:
        transport = self._open()
        if transport is None:
            self._sleep(timeout_s)
            return b""
        try:
            return transport.read(timeout_s)
        except TransportGone:
            self._lose()
            return b""

    def _open(self) -> Transport | None:
        if self._transport is None and self._clock() >= self._retry_at:
            self._retry_at = self._clock() + REOPEN_S
            try:
                self._transport = self._connect()
            except TransportGone:
                return None
            self.opened += 1
        return self._transport

    def _lose(self) -> None:
        self.close()
        self._heard.clear()
        self.breaks += 1


def without_echo(heard: bytes, sent: bytes) -> bytes:
    """What was heard after the echo that many RS-485 converters give of what was sent."""
    before, echo, after = heard.partition(sent)  # somebody may have spoken before it
    if echo:
        return before + after
    return b"" if sent.startswith(heard) else heard
