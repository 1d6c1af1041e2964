"""Memory of a controller: at its start, and after 100,000 tickets in one day."""

from contextlib import closing

from benchmarks.durable_answers import crowd_of, tickets
from benchmarks.figures import Figure
from benchmarks.halls import hall, resident_mib, started

TICKETS = 100_000
BLOCK_S = 0.5
BARE = "import hallctl.verbs.hall, hallctl.running, uvloop, sys, time; print(file=sys.stderr); time.sleep(60)"


def memory(share: float) -> list[Figure]:
    """The floor is a Python that has imported the controller and does nothing."""
    count = max(100, round(TICKETS * share))
    bare = _bare_mib()
    with hall() as running:
        at_start, issued = running.resident_mib(), 0
        with closing(crowd_of(running, tickets(running))) as crowd:
            while issued < count:
                issued += len(crowd.press(BLOCK_S * min(1.0, share * 4)))
        loaded = running.resident_mib()
    per_ticket = (loaded - at_start) * 1024 / issued
    return [
        Figure("resident memory at start", at_start, "MiB", bare),
        Figure(f"resident memory after {issued:,} tickets in a day", loaded, "MiB", bare),
        Figure("… for each ticket of the day", per_ticket, "KiB"),
    ]


def _bare_mib() -> float:
    with started("-c", BARE) as process:
        assert process.stderr is not None
        process.stderr.readline()
        return resident_mib(process.pid)
