"""Lean clients over plain sockets, so that the hall is what is measured and not its clients."""

import json
import select
import socket
from collections.abc import Callable, Sequence
from time import perf_counter_ns, sleep
from typing import Any

from hallctl.command_ids import new_command_id

PATIENCE_S = 20.0
LOOK_EVERY_S = 0.0005
"""A crowd looks for answers this often: on one machine, waking it for each would cost the server."""
HEAD_END = b"\r\n\r\n"
LENGTH = b"Content-Length: "

NextRequest = Callable[[bytes], bytes]
"""Given the answer before (empty at first), the bytes to send next."""


class Wire:
    """One keep-alive connection."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_S)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.unread = b""

    def ask(self, request: bytes) -> bytes:
        """Send a request, wait for the whole response."""
        self.socket.sendall(request)
        while (response := self.taken()) is None:
            self.receive()
        return response

    def receive(self) -> None:
        """Take what has arrived."""
        piece = self.socket.recv(65536)
        if not piece:
            raise ConnectionResetError("the other side has gone")
        self.unread += piece

    def taken(self) -> bytes | None:
        """A whole response, once it is here."""
        head_end = self.unread.find(HEAD_END)
        if head_end < 0:
            return None
        at = self.unread.index(LENGTH) + len(LENGTH)
        size = int(self.unread[at : self.unread.index(b"\r", at)])
        end = head_end + len(HEAD_END) + size
        if len(self.unread) < end:
            return None
        response, self.unread = self.unread[:end], self.unread[end:]
        return response

    def close(self) -> None:
        """Hang up."""
        self.socket.close()


class Pen:
    """Writes commands as HTTP requests, in the name of one token."""

    def __init__(self, token: str) -> None:
        self._head = (
            "POST /api/commands HTTP/1.1\r\nHost: hall\r\n"
            f"Authorization: Bearer {token}\r\nContent-Type: application/json\r\n"
        ).encode()

    def request(self, kind: str, **fields: object) -> bytes:
        """A command with a fresh id."""
        body = json.dumps({"id": str(new_command_id()), "type": kind, **fields}).encode()
        return b"%sContent-Length: %d\r\n\r\n%s" % (self._head, len(body), body)


def granted(response: bytes) -> dict[str, Any]:
    """The JSON of a response that must have been granted."""
    if not response.startswith(b"HTTP/1.1 200 "):
        raise RuntimeError(response.decode())
    told: dict[str, Any] = json.loads(response.partition(HEAD_END)[2])
    return told


def press_alone(wire: Wire, next_request: Callable[[], bytes], seconds: float) -> list[float]:
    """One after the other for that long; milliseconds each."""
    took: list[float] = []
    until = perf_counter_ns() + int(seconds * 1e9)
    while (now := perf_counter_ns()) < until or not took:
        request = next_request()
        now = perf_counter_ns()
        wire.ask(request)
        took.append((perf_counter_ns() - now) / 1e6)
    return took


class Crowd:
    """Many wires, each with one request under way at any moment."""

    def __init__(self, wires: Sequence[Wire], scripts: Sequence[NextRequest]) -> None:
        self._poll = select.epoll()
        self._wires = {wire.socket.fileno(): wire for wire in wires}
        self._scripts = dict(zip(self._wires, scripts, strict=True))
        self._last = dict.fromkeys(self._wires, b"")
        for number in self._wires:
            self._poll.register(number, select.EPOLLIN)

    def press(self, seconds: float) -> list[float]:
        """Everybody presses again as soon as they are answered; milliseconds each."""
        took: list[float] = []
        sent: dict[int, int] = {}
        for number in self._wires:
            self._send(number, sent)
        until = perf_counter_ns() + int(seconds * 1e9)
        while sent:
            sleep(LOOK_EVERY_S)
            for number, _event in self._poll.poll(PATIENCE_S):
                wire = self._wires[number]
                wire.receive()
                response = wire.taken()
                if response is None:
                    continue
                now = perf_counter_ns()
                took.append((now - sent.pop(number)) / 1e6)
                self._last[number] = response
                if now < until:
                    self._send(number, sent)
        return took

    def _send(self, number: int, sent: dict[int, int]) -> None:
        request = self._scripts[number](self._last[number])
        sent[number] = perf_counter_ns()
        self._wires[number].socket.sendall(request)

    def close(self) -> None:
        """Everybody hangs up."""
        self._poll.close()
        for wire in self._wires.values():
            wire.close()


def listening(port: int, query: str, receive_buffer: int = 0, token: str = "") -> socket.socket:
    """A WebSocket to the hall's live views, its handshake done; frames follow."""
    one = socket.socket()
    if receive_buffer:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
    one.settimeout(PATIENCE_S)
    one.connect(("127.0.0.1", port))
    who = f"Authorization: Bearer {token.strip()}\r\n" if token else ""
    one.sendall(
        b"GET /api/live?%s HTTP/1.1\r\nHost: hall\r\nUpgrade: websocket\r\n%s"
        b"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n" % (query.encode(), who.encode())
    )
    answer = b""
    while not answer.endswith(HEAD_END):
        answer += one.recv(1)
    return one


def frame_bounds(unread: bytes) -> tuple[int, int] | None:
    """Where the first WebSocket frame's document begins and ends, once it is all there."""
    if len(unread) < 4:
        return None if len(unread) < 2 or unread[1] else (2, 2)
    begins, size = 2, unread[1]
    if size == 126:
        begins, size = 4, int.from_bytes(unread[2:4], "big")
    elif size == 127:
        begins, size = 10, int.from_bytes(unread[2:10], "big")
    end = begins + size
    return (begins, end) if len(unread) >= end else None
