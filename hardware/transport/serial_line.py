"""Devices on a serial line: RS-232, a USB port that acts as one, or a pseudo-terminal."""

import select
from contextlib import suppress

import serial

from hardware.transport.address import SerialAddress
from hardware.transport.link import TransportGone

_PARITIES = {"none": serial.PARITY_NONE, "even": serial.PARITY_EVEN, "odd": serial.PARITY_ODD}
_PIECE_BYTES = 4096


class SerialTransport:
    """One open serial port, eight bits and one stop bit."""

    def __init__(self, address: SerialAddress) -> None:
        """Open the port for this process alone, or raise TransportGone.

        A printer on a real RS-232 line needs its `flow`: it stops the sender while its buffer is
        full, and without it what is sent meanwhile is lost. USB needs none.
        """
        try:
            self._port = serial.Serial(
                address.path,
                address.baud,
                parity=_PARITIES[address.parity],
                timeout=0,
                write_timeout=0,
                exclusive=True,
                rtscts=address.flow == "rtscts",
                xonxoff=address.flow == "xonxoff",
            )
        except (OSError, ValueError) as error:
            raise TransportGone(f"{address.path} cannot be opened: {error}") from error

    def write(self, data: bytes, timeout_s: float) -> int:
        """See Transport."""
        # An unplugged port raises different errors in different calls, some without an errno.
        try:
            _, ready, _ = select.select([], [self._port.fileno()], [], timeout_s)
            return int(self._port.write(data[:_PIECE_BYTES])) if ready else 0
        except (OSError, ValueError, TypeError) as error:
            raise TransportGone(f"the serial line is gone: {error}") from error

    def read(self, timeout_s: float) -> bytes:
        """See Transport."""
        try:
            ready, _, _ = select.select([self._port.fileno()], [], [], timeout_s)
            return bytes(self._port.read(_PIECE_BYTES)) if ready else b""
        except (OSError, ValueError, TypeError) as error:
            raise TransportGone(f"the serial line is gone: {error}") from error

    def close(self) -> None:
        """See Transport."""
        with suppress(OSError):
            self._port.close()
