"""A start on a million events: reading and applying them, against only reading and decoding."""

import gc
from collections import deque
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from time import perf_counter

from benchmarks.figures import Figure, median
from benchmarks.halls import room, served
from benchmarks.sample_days import VISITS, sample_days
from hallctl.controller import replayed
from hallctl.core.plan import Plan
from hallctl.journal.entry import Entry, Fact
from hallctl.journal.sqlite_journal import SqliteJournal
from hallctl.samples import write_sample
from hallctl.settings import read_hall

EVENTS = 1_000_000
ROUNDS = 5
BATCH = 5_000
AIM = 300_000


def replay(share: float) -> list[Figure]:
    """Both in turn on one journal; then a real start on it."""
    events = max(1_000, round(EVENTS * share))
    with room() as directory:
        write_sample(directory / "hall", "province")
        file = directory / "hall" / "hall.db"
        count = fill(file, read_hall(directory / "hall").plan, events)
        found = _rates(file, count, ROUNDS if share >= 0.2 else 1)
        began = perf_counter()
        with served(directory / "hall") as running:
            start_s, resident = perf_counter() - began, running.resident_mib()
    rate, floor = found
    return [
        Figure(f"replay of {count:,} events", rate, "/s", floor, f"≥ {AIM:,}/s", rate >= AIM),
        Figure(
            f"… from start of the program to accepting commands, {count:,} events", start_s, "s"
        ),
        Figure(f"resident memory after a replay of {count:,} events", resident, "MiB"),
    ]


def fill(file: Path, plan: Plan, events: int) -> int:
    """A journal of whole days; gives how many events it holds."""
    journal = SqliteJournal(file)
    facts = sample_days(plan, events, min(VISITS, events // 5))
    while some := list(islice(facts, BATCH)):
        journal.append(journal.number, [_entry(fact) for fact in some])
    count = journal.number
    journal.close()
    return count


def _entry(fact: Fact) -> Entry:
    return Entry(
        command_id=f"01900000-0000-7000-8000-{fact.number:012x}",
        digest=b"01234567",
        actor="kiosk-1",
        facts=(fact,),
    )


def _rates(file: Path, count: int, rounds: int) -> tuple[float, float]:
    """Events per second replayed, and read and decoded only."""
    journal = SqliteJournal(file)
    took: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        took[0].append(_seconds(lambda: replayed(journal)))
        took[1].append(_seconds(lambda: deque(journal.events(), 0)))
    journal.close()
    return count / median(took[0]), count / median(took[1])


def _seconds(act: Callable[[], object]) -> float:
    gc.collect()
    began = perf_counter()
    kept = act()
    took = perf_counter() - began
    del kept
    return took
