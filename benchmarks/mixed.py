"""Commands per second of a whole hall at work, with all of its screens listening."""

from collections.abc import Callable
from contextlib import ExitStack

from benchmarks.durable_answers import BLOCK_S, tickets
from benchmarks.figures import Figure, median, percentile
from benchmarks.halls import FORGETTING, KEEPING, RunningHall, hall, started
from benchmarks.wires import Crowd, NextRequest, Pen, Wire, granted

ROUNDS = 8
ISSUERS = 4
"""Kiosks; a visit is one command there and three at its counter, so queues stay as they are."""
WAITING_FIRST = 200


def mixed(share: float) -> list[Figure]:
    """The same hall with and without its journal, in turn."""
    seconds = BLOCK_S * min(1.0, share * 4)
    found: tuple[list[float], list[float]] = ([], [])
    with ExitStack() as stack:
        halls = [_HallAtWork(stack, program) for program in (KEEPING, FORGETTING)]
        for at_work in halls:
            at_work.crowd.press(seconds)
        took: list[float] = []
        for _ in range(max(1, round(ROUNDS * share))):
            for at_work, rates in zip(halls, found, strict=True):
                one = at_work.crowd.press(seconds)
                rates.append(len(one) / seconds)
                took += one if at_work is halls[0] else []
    kept, forgotten = median(found[0]), median(found[1])
    return [
        Figure("a whole hall at once, its screens listening, against no commit", kept, "/s",
               forgotten),
        Figure("… answer, p50", median(took), "ms"),
        Figure("… answer, p99", percentile(took, 0.99), "ms"),
    ]  # fmt: skip


class _HallAtWork:
    """Every counter at work, kiosks beside them, and one process that is all the screens."""

    def __init__(self, stack: ExitStack, program: tuple[str, ...]) -> None:
        running = stack.enter_context(hall(program))
        issue = tickets(running)
        first = Wire(running.port)
        for _ in range(WAITING_FIRST):
            first.ask(issue())
        counters = [one.counter for one in running.plan.counters]
        services = [one.service for one in running.plan.services]
        pen = Pen(running.token)
        for counter in counters:
            opening = pen.request(
                "OpenCounter", counter=counter, official=f"official-{counter}", services=services
            )
            granted(first.ask(opening))
        first.close()
        _listen(stack, running)
        scripts: list[NextRequest] = [visits(pen, counter) for counter in counters]
        scripts += [_issuing(issue)] * ISSUERS
        self.crowd = Crowd([Wire(running.port) for _ in scripts], scripts)
        stack.callback(self.crowd.close)


def visits(pen: Pen, counter: str) -> NextRequest:
    """An official: call, finish, have it rated, call."""
    visit = ""

    def following(last: bytes) -> bytes:
        nonlocal visit
        if b'"TicketCalled"' in last:
            visit = granted(last)["events"][0]["ticket"]
            return pen.request("FinishVisit", counter=counter)
        if b'"VisitFinished"' in last:
            return pen.request("RateVisit", visit=visit, result=5, attitude=4)
        return pen.request("CallNext", counter=counter)

    return following


def _issuing(issue: Callable[[], bytes]) -> NextRequest:
    return lambda _last: issue()


def _listen(stack: ExitStack, running: RunningHall) -> None:
    queries = ["view=board", "view=board", "view=kiosk", "view=kiosk"]
    for one in running.plan.counters:
        queries += [f"view={view}&counter={one.counter}" for view in ("counter", "sign", "pad")]
    screens = stack.enter_context(
        started("-m", "benchmarks.stations", str(running.port), running.token, *queries)
    )
    assert screens.stderr is not None
    screens.stderr.readline()
