"""A hall lived through twenty times as fast as life, for an hour: does it stay as it began?

``python -m benchmarks.soak``: numbers are taken, called, missed, finished, rated; stations come, go and stop
reading; days end and begin. Memory and open files of the controller are looked at all along, and
must come back every morning to what they were the morning before.
"""

import argparse
import random
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path
from time import monotonic, sleep, time_ns
from typing import NamedTuple
from zoneinfo import ZoneInfo

import uvloop

from benchmarks.halls import RunningHall, resident_mib, room, served
from benchmarks.wires import Pen, Wire, listening
from hallctl.running import Asked, serve
from hallctl.samples import write_sample
from hallctl.settings import read_hall
from hallctl.verifying import verify

SPEED = 20
DAY_S = 3600 * 9
LOOK_EVERY_S = 5.0
BREATH_S = 0.02
GROWTH = 1.10
"""How much more a morning may hold than the one before: journals' indexes grow, nothing else may."""
COUNTERS = ("1", "2", "3", "5", "8")


class FastClock:
    """Twenty minutes a minute, and only while the hall is open: nights are skipped."""

    def __init__(self, timezone: str, day_s: float) -> None:
        self._day_ms = round(day_s * SPEED * 1000)
        self._zone = ZoneInfo(timezone)
        self._began = time_ns() // 1_000_000

    def now(self) -> int:
        """Milliseconds since 1970 (UTC)."""
        lived = (time_ns() // 1_000_000 - self._began) * SPEED
        days, of_day = divmod(lived, self._day_ms)
        return self._began + days * 86_400_000 + of_day

    def today(self) -> date:
        """The hall's local date."""
        return datetime.fromtimestamp(self.now() / 1000, self._zone).date()


class Look(NamedTuple):
    """The controller at one moment."""

    second: float
    mib: float
    files: int
    facts: int


class People:
    """Everybody in the hall, one press after the other."""

    def __init__(self, running: RunningHall, chance: random.Random) -> None:
        self._running = running
        self._chance = chance
        self._pen = Pen(running.token.strip())
        self._wire = Wire(running.port)
        self._services = [one.service for one in running.plan.services]
        self.asked = 0

    def close(self) -> None:
        """Nobody is left."""
        self._wire.close()

    def begin_day(self) -> None:
        """The day opens, and every counter."""
        self.ask("OpenDay")
        for counter in COUNTERS:
            self.ask("OpenCounter", counter=counter, official=f"official-{counter}")

    def press(self) -> None:
        """Somebody does something."""
        counter = self._chance.choice(COUNTERS)
        match self._chance.randrange(10):
            case 0 | 1 | 2 | 3:
                self.ask("IssueTicket", service=self._chance.choice(self._services))
            case 4:
                self.ask("Recall", counter=counter)
            case 5:
                self.ask("MarkNoShow", counter=counter)
            case 6 | 7:
                self.ask("FinishVisit", counter=counter)
            case _:
                self.ask("CallNext", counter=counter)

    def ask(self, kind: str, **fields: object) -> None:
        """Send it; a refusal is an answer too, and no answer is an end."""
        answer = self._wire.ask(self._pen.request(kind, **fields))
        if not answer.startswith((b"HTTP/1.1 200 ", b"HTTP/1.1 409 ")):
            raise RuntimeError(answer.decode(errors="replace"))
        self.asked += 1


def main(arguments: list[str] | None = None) -> int:
    """Live for so many seconds; 1 when memory or files grew."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak", description=__doc__)
    parser.add_argument("--seconds", type=float, default=3600)
    parser.add_argument("--day", type=float, default=DAY_S / SPEED, help="seconds of a day")
    parser.add_argument("--serve", type=Path, help=argparse.SUPPRESS)
    wishes = parser.parse_args(arguments)
    if wishes.serve:
        settings = read_hall(wishes.serve)
        uvloop.run(
            serve(settings, Asked("127.0.0.1", 0), FastClock(settings.plan.timezone, wishes.day))
        )
        return 0
    program = ("-m", "benchmarks.soak", "--day", str(wishes.day), "--serve")
    with room() as directory:
        write_sample(directory / "hall", "province")
        with served(directory / "hall", program) as running:
            mornings = [list(day) for day in _days(running, wishes.seconds, wishes.day)]
        problem = verify(directory / "hall" / "hall.db", lambda _done: None).problem
    return _judge(mornings, problem)


def _days(running: RunningHall, seconds: float, day_s: float) -> Iterator[Iterator[Look]]:
    people, until = People(running, random.Random(20)), monotonic() + seconds
    began = monotonic()
    while monotonic() < until:
        people.begin_day()
        yield _one_day(running, people, began, min(until, monotonic() + day_s))
        people.ask("CloseDay")
    people.close()


def _one_day(running: RunningHall, people: People, began: float, until: float) -> Iterator[Look]:
    """Presses without end, with stations that come and go and some that stop reading."""
    look_at = monotonic()
    with ExitStack() as stations:
        for _ in range(20):
            stations.enter_context(listening(running.port, "view=board"))
        while monotonic() < until:
            people.press()
            with listening(running.port, "view=kiosk") if people.asked % 50 == 0 else ExitStack():
                sleep(BREATH_S)
            if monotonic() >= look_at:
                look_at += LOOK_EVERY_S
                look = _look(running, monotonic() - began, people.asked)
                print(
                    f"{look.second:7.0f} s  {look.mib:6.1f} MiB  {look.files:4} files"
                    f"  {look.facts:8} commands",
                    flush=True,
                )
                yield look


def _look(running: RunningHall, second: float, asked: int) -> Look:
    files = sum(1 for _ in Path(f"/proc/{running.process}/fd").iterdir())
    return Look(second, resident_mib(running.process), files, asked)


def _judge(days: list[list[Look]], problem: str) -> int:
    """Whether every later morning holds what the first warm one held."""
    mornings = [day[0] for day in days if day]
    warm = mornings[1:] or mornings
    grown = max(one.mib for one in warm) / warm[0].mib
    more = max(one.files for one in warm) - min(one.files for one in warm)
    print(
        f"{len(mornings)} mornings: memory grew {(grown - 1) * 100:.1f} %, files by {more};"
        f" journal: {problem or 'whole'}"
    )
    return 1 if grown > GROWTH or more > 2 or problem else 0


if __name__ == "__main__":
    sys.exit(main())
