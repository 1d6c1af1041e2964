"""Everybody at once: a hundred stations that come back after a power cut, ten thousand idle wires."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from time import perf_counter, perf_counter_ns

from benchmarks.boards import Wall
from benchmarks.figures import Figure, median, percentile
from benchmarks.halls import RunningHall, hall
from benchmarks.wires import Pen, Wire, granted, listening

STATIONS = 100
IDLE = 10_000
COMMANDS = 200
FIRST_VIEW = b'"view":"board"'


def crowds(share: float) -> list[Figure]:
    """The floor of a command beside idle wires is the same command without them."""
    with hall() as running:
        alone = _command_ms(running, share)
        back = _seconds_until_all_see(running)
        before = running.resident_mib()
        with _idle(running, max(10, round(IDLE * share))) as count:
            beside = _command_ms(running, share)
            held = running.resident_mib() - before
    return [
        Figure(f"{STATIONS} stations connect at once, all have their view", back, "s"),
        Figure(
            f"command → answer beside {count:,} idle connections, p50",
            median(beside),
            "ms",
            median(alone),
        ),
        Figure("… p99", percentile(beside, 0.99), "ms", percentile(alone, 0.99)),
        Figure("… memory for each of them", held * 1024 / count, "KiB"),
    ]


def _seconds_until_all_see(running: RunningHall) -> float:
    began = perf_counter()
    wall = Wall(listening(running.port, "view=board") for _ in range(STATIONS))
    wall.await_mark(FIRST_VIEW)
    seconds = perf_counter() - began
    wall.close()
    return seconds


@contextmanager
def _idle(running: RunningHall, count: int) -> Iterator[int]:
    """So many connections that say nothing."""
    with ExitStack() as wires:
        for _ in range(count):
            wires.enter_context(socket.create_connection(("127.0.0.1", running.port)))
        yield count


def _command_ms(running: RunningHall, share: float) -> list[float]:
    pen, wire = Pen(running.token.strip()), Wire(running.port)
    service = running.plan.services[0].service
    wire.ask(pen.request("OpenDay"))
    spans = []
    for _ in range(max(5, round(COMMANDS * share))):
        began = perf_counter_ns()
        granted(wire.ask(pen.request("IssueTicket", service=service)))
        spans.append((perf_counter_ns() - began) / 1e6)
    wire.close()
    return spans
