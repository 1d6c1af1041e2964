"""A simulated device on a TCP port, one connection at a time as on a printer's network card."""

import socket
import threading
from contextlib import suppress

from hardware.transport.memory import Peer

_PIECE_BYTES = 65536
_RECHECK_S = 0.2  # how soon a full device notices that the server is to stop


class TcpServer:
    """Serves `peer` from a thread of its own until `close`; a context manager."""

    def __init__(self, peer: Peer, port: int = 0, host: str = "127.0.0.1") -> None:
        """Listen on `port`, 0 picks a free one. Raises OSError when it is taken."""
        self._peer = peer
        self._listener = socket.create_server((host, port))
        self._link: socket.socket | None = None
        self._stopping = threading.Event()
        self.host = host
        self.port: int = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, name="simulated-device", daemon=True)
        self._thread.start()

    def __enter__(self) -> "TcpServer":
        """The running server."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Stop."""
        self.close()

    def close(self) -> None:
        """Stop listening, drop the link and wait for the thread."""
        self._stopping.set()
        for end in (self._listener, self._link):
            if end is not None:
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._listener.close()

    def wait(self) -> None:
        """Serve until another thread closes, or the process is interrupted."""
        self._stopping.wait()

    def _serve(self) -> None:
        while not self._stopping.is_set():
            try:
                link, _ = self._listener.accept()
            except OSError:
                return
            with link, suppress(OSError):
                self._link = link
                self._serve_link(link)

    def _serve_link(self, link: socket.socket) -> None:
        cut = threading.Event()

        def answer(data: bytes) -> None:
            with suppress(OSError):  # whoever asked may be gone by the time of the answer
                link.sendall(data)

        self._peer.attach(answer, cut.set)
        while not cut.is_set() and (data := link.recv(_PIECE_BYTES)):
            while data and not cut.is_set() and not self._stopping.is_set():
                data = data[self._peer.receive(data, _RECHECK_S) :]
