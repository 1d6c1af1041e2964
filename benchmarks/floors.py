"""The floor as a process, and the connections that measure it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from benchmarks.floor_server import SIZES
from benchmarks.halls import started
from benchmarks.wires import Wire


class Sizes(NamedTuple):
    """Bytes on the wire, taken from a real exchange with the hall."""

    request: int
    answer: int
    document: int = 0
    readers: int = 0


class FloorWire(Wire):
    """A caller of the floor; its answers are known by their size alone."""

    def __init__(self, port: int, sizes: Sizes) -> None:
        super().__init__(port)
        self._answer = sizes.answer
        self.request = bytes(sizes.request)
        self.socket.sendall(SIZES.pack(*sizes))

    def taken(self) -> bytes | None:
        """A whole answer, once it is here."""
        if len(self.unread) < self._answer:
            return None
        answer, self.unread = self.unread[: self._answer], self.unread[self._answer :]
        return answer


@contextmanager
def floor(directory: Path) -> Iterator[int]:
    """A floor process that appends to a file there; gives its port."""
    with started("-m", "benchmarks.floor_server", str(directory / "floor")) as process:
        assert process.stderr is not None
        yield int(process.stderr.readline().rpartition(" ")[2])
