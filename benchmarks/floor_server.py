"""The floor: one fdatasync of an appended 4 KiB and plain socket writes, nothing else.

The first connection says how large requests, answers and frames are, and how many readers follow.
"""

import os
import socket
import struct
import sys
from pathlib import Path

from hallctl.web.fan_out import frame

SIZES = struct.Struct("!IIII")
"""Bytes of a request, of its answer, of a frame's document; how many readers."""
PIECE = os.urandom(4096)


def main() -> None:
    """Serve one caller and its readers at a time; says its port on standard error."""
    with socket.create_server(("127.0.0.1", 0)) as door, Path(sys.argv[1]).open("ab", 0) as file:
        print(f"floor at {door.getsockname()[1]}", file=sys.stderr, flush=True)
        while True:
            _serve(door, file.fileno())


def _serve(door: socket.socket, file: int) -> None:
    caller = _accepted(door)
    request, answer, document, count = SIZES.unpack(_received(caller, SIZES.size))
    readers = [_accepted(door) for _ in range(count)]
    response, call = bytes(answer), 0
    while _received(caller, request):
        os.write(file, PIECE)
        os.fdatasync(file)
        if answer:
            caller.sendall(response)
        call += 1
        whole = frame((b'{"journal_number":%d,' % call).ljust(document))
        for reader in readers:
            reader.sendall(whole)
    for connection in (caller, *readers):
        connection.close()


def _accepted(door: socket.socket) -> socket.socket:
    connection, _ = door.accept()
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connection


def _received(caller: socket.socket, size: int) -> bytes:
    """That many bytes, or none when the caller has hung up."""
    whole = caller.recv(size)
    while whole and len(whole) < size:
        piece = caller.recv(size - len(whole))
        if not piece:
            return b""
        whole += piece
    return whole


if __name__ == "__main__":
    main()
