"""A whole hall's screens as one process: they listen, read everything and keep nothing."""

import select
import sys

from benchmarks.wires import listening

PONG = bytes((0x8A, 0x80, 0, 0, 0, 0))


def main() -> None:
    """Listen to each view named, with the token and on the port given first, until one side ends."""
    port, token, *queries = sys.argv[1:]
    poll, sockets = select.epoll(), {}
    for query in queries:
        one = listening(int(port), query, token=token)
        sockets[one.fileno()] = one
        poll.register(one.fileno(), select.EPOLLIN)
    print("listening", file=sys.stderr, flush=True)
    while sockets:
        for number, _event in poll.poll():
            piece = sockets[number].recv(1 << 20)
            if not piece:
                poll.unregister(number)
                sockets.pop(number).close()
            elif piece.startswith(b"\x89"):
                sockets[number].sendall(PONG)


if __name__ == "__main__":
    main()
