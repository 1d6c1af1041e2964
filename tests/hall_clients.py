"""Small clients for a real controller: the process itself, and one keep-alive wire to it."""

import base64
import json
import os
import select
import socket
import struct
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

from hallctl.hall_directory import HallDirectory
from hallctl.samples import Sample, write_sample
from tests.processes import begin, begin_afresh

PATIENCE_S = 60.0


class Reply(NamedTuple):
    """A response as it came."""

    status: int
    body: bytes

    @property
    def json(self) -> dict[str, Any]:
        return json.loads(self.body)


def wish(kind: str, **fields: object) -> dict[str, object]:
    """A command as it travels, with a fresh id."""
    return {"id": str(uuid4()), "type": kind, **fields}


class Wire:
    """One keep-alive connection that sends and reads in two steps, so that many press at once."""

    def __init__(self, port: int, token: str = "") -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_S)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._head = b"POST /api/commands HTTP/1.1\r\nHost: hall\r\n"
        if token:
            self._head += f"Authorization: Bearer {token}\r\n".encode()
        self._unread = b""

    def head(self, lines: bytes) -> None:
        """Add header lines to whatever is sent from now on."""
        self._head += lines

    def send(self, command: dict[str, object]) -> None:
        """Let a command go without waiting for its answer."""
        self.send_body(json.dumps(command).encode())

    def send_body(self, body: bytes) -> None:
        """Let any bytes go as a command's body."""
        self._socket.sendall(b"%sContent-Length: %d\r\n\r\n%s" % (self._head, len(body), body))

    def get(self, path: str) -> Reply:
        """Fetch a path with this wire's token."""
        lines = self._head.split(b"\r\n", 1)[1]
        self._socket.sendall(b"GET %s HTTP/1.1\r\n%s\r\n" % (path.encode(), lines))
        return self.reply()

    def request(self, method: str, path: str, body: object = b"") -> Reply:
        """Any other request; a body that is no bytes goes as JSON."""
        sent = body if isinstance(body, bytes) else json.dumps(body).encode()
        lines = self._head.split(b"\r\n", 1)[1] + b"Content-Length: %d\r\n" % len(sent)
        begins = f"{method} {path} HTTP/1.1\r\n".encode()
        self._socket.sendall(begins + lines + b"\r\n" + sent)
        return self.reply()

    def head_of(self, path: str) -> bytes:
        """The header lines of the answer to a GET, in lower case."""
        self.get(path)
        return self._answered

    def reply(self) -> Reply:
        """The next response. Raises ConnectionError when the hall has gone."""
        while (end := self._unread.find(b"\r\n\r\n")) < 0:
            self._receive()
        self._answered = head = self._unread[:end].lower()
        length = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0])
        while len(self._unread) < end + 4 + length:
            self._receive()
        body = self._unread[end + 4 : end + 4 + length]
        self._unread = self._unread[end + 4 + length :]
        return Reply(int(head.split(b" ", 2)[1]), body)

    def ask(self, command: dict[str, object]) -> Reply:
        """Send a command and wait for its answer."""
        self.send(command)
        return self.reply()

    def close(self) -> None:
        self._socket.close()

    def _receive(self) -> None:
        piece = self._socket.recv(65536)
        if not piece:
            raise ConnectionResetError("the hall has closed the connection")
        self._unread += piece


class Serve:
    """A ``hallctl serve`` process on loopback; started when made."""

    def __init__(
        self, path: Path, port: int = 0, process: "subprocess.Popen[str] | None" = None
    ) -> None:
        self.hall = HallDirectory(path)
        self.process = process or start_hallctl(
            "serve", str(path), "--host", "127.0.0.1", "--port", str(port)
        )
        self.said = ""
        self._wires: list[Wire] = []
        assert self.process.stderr is not None
        while "accepts commands at" not in self.said:
            line = self.process.stderr.readline()
            assert line, f"serve has ended: {self.said}"
            self.said += line

    @property
    def port(self) -> int:
        return int(self.hall.address.read_text().rpartition(":")[2])

    def wire(self, station: str = "") -> Wire:
        """A connection in the name of that station, or of the admin."""
        file = self.hall.station_token(station) if station else self.hall.admin_token
        wire = Wire(self.port, file.read_text().strip())
        self._wires.append(wire)
        return wire

    def kill(self) -> None:
        """The power goes."""
        self.process.kill()
        self.process.communicate(timeout=PATIENCE_S)
        self.hang_up()

    def stop(self) -> int:
        """Ask it to stop; gives its exit status."""
        self.process.terminate()
        return self.end()

    def end(self) -> int:
        """Wait until it ends; gives its exit status."""
        self.said += self.process.communicate(timeout=PATIENCE_S)[1]
        self.hang_up()
        return self.process.returncode

    def hang_up(self) -> None:
        """Close every wire to it."""
        for wire in self._wires:
            wire.close()


@contextmanager
def serve(path: Path) -> Iterator[Serve]:
    """A controller at work on that hall directory, gone afterwards however the test ended."""
    serving = Serve(path)
    try:
        yield serving
    finally:
        if serving.process.poll() is None:
            serving.kill()


def start_hallctl(*arguments: str, afresh: bool = False) -> "subprocess.Popen[str]":
    """``hallctl`` with those arguments as a process of its own, loaded already but when ``afresh``."""
    return begin_afresh("hallctl", *arguments) if afresh else begin("hallctl", *arguments)


def new_hall(path: Path, sample: Sample = "province") -> Path:
    """A fresh sample hall in that directory."""
    write_sample(path, sample)
    return path


class Listener:
    """A station that listens to one view over a raw WebSocket, and reads only when told to."""

    def __init__(
        self, port: int, query: str, token: str = "", receive_buffer: int = 0, line: str = ""
    ) -> None:
        """``line`` is one more header line."""
        self._socket = socket.socket()
        self._socket.settimeout(PATIENCE_S)
        if receive_buffer:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self._socket.connect(("127.0.0.1", port))
        self._unread = b""
        key = base64.b64encode(os.urandom(16)).decode()
        lines = [
            f"GET /api/live?{query} HTTP/1.1",
            "Host: hall",
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            f"Sec-WebSocket-Key: {key}",
            *([f"Authorization: Bearer {token}"] if token else []),
            *([line] if line else []),
        ]
        self._socket.sendall("\r\n".join([*lines, "", ""]).encode())
        while (end := self._unread.find(b"\r\n\r\n")) < 0:
            self._receive()
        self.status = int(self._unread.split(b" ", 2)[1])
        self._unread = self._unread[end + 4 :]

    def view(self) -> dict[str, Any]:
        """The next view in order; pings on the way are answered."""
        while True:
            opcode, payload = self._frame()
            if opcode == 1:
                return json.loads(payload)
            if opcode == 9:
                self._send(10, payload)
            if opcode == 8:
                raise ConnectionResetError("the hall has closed the connection")

    def view_where(self, holds: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The next view that is so."""
        while not holds(view := self.view()):
            pass
        return view

    def say(self, words: bytes) -> None:
        """Send a text message, which no station needs to."""
        self._send(1, words)

    def is_quiet(self, seconds: float = 0.3) -> bool:
        """Whether nothing comes for so long."""
        readable, _, _ = select.select([self._socket], [], [], seconds)
        return not readable and not self._unread

    def close(self) -> None:
        """Leave as a station does that is switched off."""
        self._socket.close()

    def crash(self) -> None:
        """Leave without a goodbye: the other end gets a reset."""
        linger = struct.pack("ii", 1, 0)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self._socket.close()

    def _send(self, opcode: int, payload: bytes) -> None:
        size = len(payload)
        head = bytes((0x80 | opcode, 0x80 | min(size, 126)))
        more = b"" if size < 126 else size.to_bytes(2, "big")
        self._socket.sendall(head + more + bytes(4) + payload)  # masked with zeros

    def _frame(self) -> tuple[int, bytes]:
        self._need(2)
        opcode, size, at = self._unread[0] & 15, self._unread[1] & 127, 2
        if size >= 126:
            at = 4 if size == 126 else 10
            self._need(at)
            size = int.from_bytes(self._unread[2:at], "big")
        self._need(at + size)
        payload, self._unread = self._unread[at : at + size], self._unread[at + size :]
        return opcode, payload

    def _need(self, size: int) -> None:
        while len(self._unread) < size:
            self._receive()

    def _receive(self) -> None:
        piece = self._socket.recv(1 << 20)
        if not piece:
            raise ConnectionResetError("the hall has closed the connection")
        self._unread += piece
