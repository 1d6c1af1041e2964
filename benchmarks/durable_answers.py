"""Command → durable answer, alone and with 64 clients at once, and tickets per second."""

from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from itertools import cycle

from benchmarks.figures import Figure, median, percentile
from benchmarks.floors import FloorWire, Sizes, floor
from benchmarks.halls import FORGETTING, KEEPING, RunningHall, hall
from benchmarks.wires import Crowd, Pen, Wire, granted, press_alone

ROUNDS = 12
BLOCK_S = 0.4
CLIENTS = 64


def durable_answers(share: float) -> list[Figure]:
    """Blocks of each kind in turn, so that whatever drifts, drifts for all of them."""
    with ExitStack() as stack:
        keeping = stack.enter_context(hall(KEEPING))
        forgetting = stack.enter_context(hall(FORGETTING))
        issue, forgotten = tickets(keeping), tickets(forgetting)
        wire = Wire(keeping.port)
        request = issue()
        sizes = Sizes(len(request), len(wire.ask(request)))
        bottom = FloorWire(stack.enter_context(floor(keeping.directory)), sizes)
        crowd, forgetful = crowd_of(keeping, issue), crowd_of(forgetting, forgotten)
        kinds: dict[str, Callable[[float], list[float]]] = {
            "floor": lambda seconds: press_alone(bottom, lambda: bottom.request, seconds),
            "alone": lambda seconds: press_alone(wire, issue, seconds),
            "crowd": crowd.press,
            "forgetful": forgetful.press,
        }
        for connection in (wire, bottom, crowd, forgetful):
            stack.callback(connection.close)
        return _figures(_measured(kinds, share))


def tickets(of: RunningHall) -> Callable[[], bytes]:
    """An open day; gives requests for a ticket of each service in turn."""
    wire, pen = Wire(of.port), Pen(of.token)
    granted(wire.ask(pen.request("OpenDay")))
    wire.close()
    services = cycle([one.service for one in of.plan.services])
    return lambda: pen.request("IssueTicket", service=next(services))


def crowd_of(of: RunningHall, issue: Callable[[], bytes], clients: int = CLIENTS) -> Crowd:
    """Clients that all ask for tickets."""
    wires = [Wire(of.port) for _ in range(clients)]
    return Crowd(wires, [lambda _last: issue()] * clients)


class _Blocks:
    """What one kind of load has shown, block by block."""

    def __init__(self) -> None:
        self.took: list[float] = []
        self.rates: list[float] = []

    def add(self, took: list[float], seconds: float) -> None:
        self.took += took
        self.rates.append(len(took) / seconds)


def _measured(kinds: dict[str, Callable[[float], list[float]]], share: float) -> dict[str, _Blocks]:
    seconds = BLOCK_S * min(1.0, share * 4)
    found: dict[str, _Blocks] = defaultdict(_Blocks)
    for press in kinds.values():
        press(seconds)  # warm up
    for _ in range(max(1, round(ROUNDS * share))):
        for kind, press in kinds.items():
            found[kind].add(press(seconds), seconds)
    return found


def _figures(found: dict[str, _Blocks]) -> list[Figure]:
    bottom, alone, crowd = found["floor"], found["alone"], found["crowd"]
    floor_50, floor_99 = median(bottom.took), percentile(bottom.took, 0.99)
    answer = median(alone.took)
    one, together = median(alone.rates), median(crowd.rates)
    uncommitted = median(found["forgetful"].rates)
    return [
        Figure("command → durable answer, alone, p50", answer, "ms", floor_50, "≤ 4 × floor",
               answer <= 4 * floor_50),
        Figure("command → durable answer, alone, p99", percentile(alone.took, 0.99), "ms",
               floor_99),
        Figure(f"… with {CLIENTS} clients, p50", median(crowd.took), "ms", floor_50),
        Figure(f"… with {CLIENTS} clients, p99", percentile(crowd.took, 0.99), "ms", floor_99),
        Figure("tickets issued per second, one client", one, "/s", median(bottom.rates)),
        Figure(f"tickets issued per second, {CLIENTS} clients, against one client", together,
               "/s", one, "≥ 4 ×", together >= 4 * one),
        Figure(f"tickets issued per second, {CLIENTS} clients, against no commit", together,
               "/s", uncommitted, "≥ 0.6 ×", together >= 0.6 * uncommitted),
    ]  # fmt: skip
