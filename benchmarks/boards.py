"""Call next → 100 boards have it, against an fdatasync and plain socket writes of the same bytes."""

import select
import socket
from collections.abc import Iterable
from contextlib import ExitStack
from time import perf_counter_ns

from benchmarks.durable_answers import tickets
from benchmarks.figures import Figure, median, percentile
from benchmarks.floors import FloorWire, Sizes, floor
from benchmarks.halls import RunningHall, hall
from benchmarks.wires import PATIENCE_S, Pen, Wire, frame_bounds, granted, listening

BOARDS = 100
RUNS = 5
CALLS = 150
BLOCK = 10
"""Calls of the hall, then of the floor, in turn."""
TO_FREEZE = 300
"""Visits until a board that does not read has filled every buffer on its way."""
PING, TEXT = 0x89, 0x81
PONG = bytes((0x8A, 0x80, 0, 0, 0, 0))

Measured = tuple[list[float], list[float]]
"""Milliseconds of the hall and of the floor."""


def boards(share: float) -> list[Figure]:
    """Calls on the hall and on the floor in turn; then once more beside a frozen board."""
    calls = BLOCK * max(1, round(CALLS * share / BLOCK))
    to_freeze = round(TO_FREEZE * share)
    with ExitStack() as stack:
        running = stack.enter_context(hall())
        counter = _Counter(running, calls * (RUNS + 1) + to_freeze + 1)
        wall = Wall(listening(running.port, "view=board") for _ in range(BOARDS))
        counter.call(wall)
        counter.finish(wall)
        sizes = Sizes(len(counter.example), 0, wall.document, BOARDS)
        bottom = _Bottom(stack.enter_context(floor(running.directory)), sizes)
        runs = [_measured(counter, wall, bottom, calls) for _ in range(RUNS)]
        frozen = Frozen(running.port)
        for one in (counter, wall, bottom, frozen):
            stack.callback(one.close)
        for _ in range(to_freeze):
            counter.call(wall)
            counter.finish(wall)
        beside = _measured(counter, wall, bottom, calls)
        return [*_figures(runs), *_beside_frozen(beside, frozen.frames() / 2 / (to_freeze + calls))]


class Wall:
    """Boards that read as one: everything that arrives is taken, the newest frame counts."""

    def __init__(self, sockets: Iterable[socket.socket]) -> None:
        self._poll = select.epoll()
        self._sockets = {one.fileno(): one for one in sockets}
        self._unread = dict.fromkeys(self._sockets, b"")
        self.document = 0
        """Bytes of the view seen last."""
        for number in self._sockets:
            self._poll.register(number, select.EPOLLIN)

    def close(self) -> None:
        """Every board hangs up."""
        self._poll.close()
        for one in self._sockets.values():
            one.close()

    def await_mark(self, mark: bytes) -> None:
        """Until every board has a whole frame with the mark."""
        missing = set(self._sockets)
        while missing:
            ready = self._poll.poll(PATIENCE_S)
            if not ready:
                raise TimeoutError(f"{len(missing)} boards never got {mark.decode()}")
            for number, _event in ready:
                if self._has(number, mark):
                    missing.discard(number)

    def _has(self, number: int, mark: bytes) -> bool:
        """Read one board; whether its newest document has the mark."""
        one, found = self._sockets[number], False
        piece = one.recv(262_144)
        if not piece:
            raise ConnectionResetError("the hall has dropped a board")
        unread = self._unread[number] + piece
        while (ends := frame_bounds(unread)) is not None:
            begins, end = ends
            if unread[0] == PING:
                one.sendall(PONG)
            else:
                self.document, found = end - begins, mark in unread[begins:end]
            unread = unread[end:]
        self._unread[number] = unread
        return found


class Frozen:
    """A board whose program hangs: it asks for views and never reads."""

    def __init__(self, port: int) -> None:
        self._socket = listening(port, "view=board", receive_buffer=4096)

    def close(self) -> None:
        """It is switched off."""
        self._socket.close()

    def frames(self) -> int:
        """How many whole views had reached it when it woke again."""
        unread, frames = b"", 0
        self._socket.settimeout(0.3)
        try:
            while piece := self._socket.recv(1 << 20):
                unread += piece
        except TimeoutError:
            pass
        while (ends := frame_bounds(unread)) is not None:
            frames += unread[0] == TEXT
            unread = unread[ends[1] :]
        return frames


class _Counter:
    """An official who calls and finishes, over one wire."""

    def __init__(self, running: RunningHall, visits: int) -> None:
        issue = tickets(running)
        self._wire = Wire(running.port)
        self._pen = Pen(running.token)
        self._counter = running.plan.counters[0].counter
        for _ in range(visits):
            self._wire.ask(issue())
        services = [one.service for one in running.plan.services]
        opened = self._wire.ask(
            self._request("OpenCounter", official="official-1", services=services)
        )
        self._number = granted(opened)["journal_number"]
        self.example = self._request("CallNext")

    def call(self, wall: Wall) -> float:
        """Milliseconds until every board has the call."""
        return self._press("CallNext", wall)

    def finish(self, wall: Wall) -> None:
        """Free the counter, and let every board have that too."""
        self._press("FinishVisit", wall)

    def close(self) -> None:
        """The official hangs up."""
        self._wire.close()

    def _press(self, kind: str, wall: Wall) -> float:
        request = self._request(kind)
        self._number += 1
        began = perf_counter_ns()
        self._wire.socket.sendall(request)
        wall.await_mark(mark(self._number))
        took = (perf_counter_ns() - began) / 1e6
        while (answer := self._wire.taken()) is None:
            self._wire.receive()
        assert granted(answer)["journal_number"] == self._number
        return took

    def _request(self, kind: str, **fields: object) -> bytes:
        return self._pen.request(kind, counter=self._counter, **fields)


class _Bottom:
    """The same bytes to as many readers, with nothing around them."""

    def __init__(self, port: int, sizes: Sizes) -> None:
        self._caller = FloorWire(port, sizes)
        self._wall = Wall([socket.create_connection(("127.0.0.1", port)) for _ in range(BOARDS)])
        self._calls = 0

    def call(self) -> float:
        """Milliseconds until every reader has the bytes."""
        self._calls += 1
        began = perf_counter_ns()
        self._caller.socket.sendall(self._caller.request)
        self._wall.await_mark(mark(self._calls))
        return (perf_counter_ns() - began) / 1e6

    def close(self) -> None:
        """Nobody calls any more."""
        self._caller.close()
        self._wall.close()


def mark(number: int) -> bytes:
    """What tells the view of that journal number from every other."""
    return b'"journal_number":%d,' % number


def _measured(counter: _Counter, wall: Wall, bottom: _Bottom, calls: int) -> Measured:
    took: Measured = ([], [])
    for _ in range(0, calls, BLOCK):
        for _ in range(BLOCK):
            took[0].append(counter.call(wall))
            counter.finish(wall)
        took[1].extend(bottom.call() for _ in range(BLOCK))
    return took


def _figures(runs: list[Measured]) -> list[Figure]:
    hall_p50, floor_p50 = (median([median(run[side]) for run in runs]) for side in (0, 1))
    hall_p99, floor_p99 = (median([percentile(run[side], 0.99) for run in runs]) for side in (0, 1))
    return [
        Figure(f"call next → {BOARDS} boards have it, p50 of {RUNS} runs", hall_p50, "ms",
               floor_p50, "≤ 1.5 × floor", hall_p50 <= 1.5 * floor_p50),
        Figure(f"call next → {BOARDS} boards have it, p99 of {RUNS} runs", hall_p99, "ms",
               floor_p99, "≤ floor + 5 ms", hall_p99 <= floor_p99 + 5),
    ]  # fmt: skip


def _beside_frozen(beside: Measured, reached: float) -> list[Figure]:
    hall_took, floor_took = beside
    return [
        Figure("… beside a board that has stopped reading, p50", median(hall_took), "ms",
               median(floor_took)),
        Figure("… beside a board that has stopped reading, p99", percentile(hall_took, 0.99),
               "ms", percentile(floor_took, 0.99)),
        Figure("… views that reached the frozen board when it woke", 100 * reached, "%"),
    ]  # fmt: skip
