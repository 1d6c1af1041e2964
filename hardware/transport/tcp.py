"""Devices on the network that speak raw bytes, as printers do on port 9100."""

import socket
from contextlib import suppress

from hardware.transport.address import PRINTER_PORT
from hardware.transport.link import TransportGone

_PIECE_BYTES = 65536


class TcpTransport:
    """One TCP connection."""

    def __init__(self, host: str, port: int = PRINTER_PORT, connect_s: float = 3.0) -> None:
        """Connect within `connect_s` seconds, or raise TransportGone."""
        try:
            self._socket = socket.create_connection((host, port), timeout=connect_s)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        except OSError as error:
            raise TransportGone(f"no connection to {host}:{port}: {error}") from error

    def write(self, data: bytes, timeout_s: float) -> int:
        """See Transport."""
        try:
            self._socket.settimeout(timeout_s)
            return self._socket.send(data[:_PIECE_BYTES])
        except TimeoutError:
            return 0
        except OSError as error:
            raise TransportGone(f"the connection broke: {error}") from error

    def read(self, timeout_s: float) -> bytes:
        """See Transport."""
        try:
            self._socket.settimeout(max(timeout_s, 0.001))
            data = self._socket.recv(_PIECE_BYTES)
        except TimeoutError:
            return b""
        except OSError as error:
            raise TransportGone(f"the connection broke: {error}") from error
        if not data:
            raise TransportGone("the device closed the connection")
        return data

    def close(self) -> None:
        """See Transport."""
        with suppress(OSError):
            self._socket.close()
