"""A day of 5,000 people on 30 counters and 4 kiosks, twenty times as fast as life, with the real apps.

The controller, the kiosk, the board, a counter's panel and sign and its pad are processes of their
own; every other station of the hall listens beside them. Measured is the time from sending what
somebody pressed until an app's frame shows it, and what every process holds. At the end the
journal is verified.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from random import Random
from time import monotonic_ns, sleep
from typing import NamedTuple

from benchmarks.day_clock import DayClock, Pace, begin, working_days, written
from benchmarks.figures import Figure, median, percentile, table
from benchmarks.halls import RunningHall, resident_mib, room, served, started
from benchmarks.watching import APPS, Moment, Watched, await_frames, watched
from benchmarks.wide_hall import wide_hall
from hallctl.command_ids import new_command_id
from hallctl.core.commands import Command, ConfirmPrinted, IssueTicket
from hallctl.core.events import Event, TicketCalled, TicketIssued, VisitFinished
from hallctl.core.permissions import Actor, Role
from hallctl.core.refusals import Refused
from hallctl.hall_directory import HallDirectory
from hallctl.settings import HallSettings
from hallctl.simulate.day import Crew, SimulatedDay, seats_for
from hallctl.simulate.people import people_of_a_day, within_reach
from hallctl.simulate.socket_door import SocketDoor
from hallctl.verifying import verify

PEOPLE, COUNTERS, KIOSKS, SPEED = 5000, 30, 4, 20.0
FEWEST = 200
FASTEST = 3000.0
AIM_MS = 50.0
PATIENCE_MS = 2000.0
"""A frame later than this was drawn for something else: what it was to show changed nothing."""
TURN_S = 0.002
OPENED_S = 900.0
"""Hall seconds after which every counter has opened."""
SEEN = (TicketIssued, TicketCalled, VisitFinished)


class Order(NamedTuple):
    """How many come a day, how many days, how fast."""

    people: int = PEOPLE
    days: int = 1
    speed: float = SPEED
    counters: int = COUNTERS
    kiosks: int = KIOSKS
    hours: float = 24.0
    """Of a day; the rest of it is not lived through."""
    seed: int = 2026


class Morning(NamedTuple):
    """What every process holds, right after a day has begun."""

    controller: float
    apps: dict[str, float]


class Lived(NamedTuple):
    """What was seen of the days."""

    apps: list[Watched]
    moments: list[Moment]
    mornings: list[Morning]
    facts: int
    problem: str


def busy_day(share: float) -> list[Figure]:
    """One day; with a small share fewer people, faster."""
    people = max(FEWEST, round(PEOPLE * share))
    counters = max(6, round(COUNTERS * min(1.0, 2 * share)))
    return figures_of(live(Order(people, 1, min(FASTEST, SPEED / share), counters)))


def live(order: Order) -> Lived:
    """Play the days to their end."""
    with room() as directory, ExitStack() as stack:
        settings = wide_hall(directory / "hall", order.counters, order.kiosks)
        first = datetime.now(UTC).date()
        days = working_days(settings.plan, first, order.days)
        pace = Pace(directory / "began", order.speed, days)
        program = ("-m", "benchmarks.day_serve", *written(pace))
        running = stack.enter_context(served(directory / "hall", program))
        url = HallDirectory(running.directory).address.read_text().strip()
        apps = [stack.enter_context(watched(one, running.directory, url)) for one in APPS]
        _others(stack, running, order)
        people = _People(settings, running, url, order)
        stack.callback(people.close)
        await_frames(apps)
        begin(pace)
        clock = DayClock(settings.plan, pace)
        mornings = [_morning(running, apps) for _ in people.days(clock)]
        sleep(1.0)  # the last frames
        verdict = verify(HallDirectory(running.directory).journal, lambda _done: None)
        print(f"refused: {dict(people.refused)}", file=sys.stderr)
        return Lived(apps, people.moments, mornings, verdict.facts, verdict.problem)


def figures_of(lived: Lived) -> list[Figure]:
    """Each app's frames, and the journal."""
    figures = []
    for one in lived.apps:
        took = [ms for ms in one.took_ms(lived.moments) if ms <= PATIENCE_MS] or [PATIENCE_MS]
        what = f"{one.app.kind}: press → frame ({len(took):,} of them)"
        p95 = _p95(took)
        figures += [
            Figure(f"{what}, p50", median(took), "ms"),
            Figure(f"{what}, p95", p95, "ms", None, f"≤ {AIM_MS:g}", p95 <= AIM_MS),
            Figure("… processor time from view to frame, p95", _p95(one.worked_ms()), "ms"),
        ]
    whole = not lived.problem
    figures.append(Figure("facts of the day, verified", lived.facts, "", None, "whole", whole))
    return figures


def _p95(took: list[float]) -> float:
    return percentile(took, 0.95) if took else 0.0


class _People:
    """Everybody of the days, over one connection, in the names of their stations."""

    def __init__(
        self, settings: HallSettings, running: RunningHall, url: str, order: Order
    ) -> None:
        self.moments: list[Moment] = []
        self.refused: Counter[str] = Counter()
        self._settings = settings
        self._order = order
        directory = HallDirectory(running.directory)
        stations = [one.name for one in settings.stations]
        tokens = {one: directory.station_token(one).read_text().strip() for one in stations}
        self._door = SocketDoor(url, {"admin": running.token.strip(), **tokens})
        self._kiosks = [
            Actor(f"kiosk-{one}", Role.KIOSK, prints=True) for one in range(1, order.kiosks + 1)
        ]
        self._chance = Random(order.seed)

    def close(self) -> None:
        """Nobody is left."""
        self._door.close()

    def days(self, clock: DayClock) -> Iterator[None]:
        """Play each day at the clock's pace; gives way once each day has begun."""
        for number in range(self._order.days):
            day = self._day()
            while clock.seconds(number) < clock.begins_s:
                sleep(TURN_S)
            yield from self._play(day, clock, number)

    def ask(self, actor: Actor, command: Command) -> tuple[Event, ...]:
        """Ask as that station; a number is taken at any kiosk, and comes out on paper."""
        try:
            if isinstance(command, IssueTicket):
                return self._take_number(self._chance.choice(self._kiosks), command)
            return self._asked(actor, command)
        except Refused as refused:  # so far ahead of life that somebody comes too late
            self.refused[refused.refusal] += 1
            return ()

    def _take_number(self, kiosk: Actor, command: IssueTicket) -> tuple[Event, ...]:
        facts = self._asked(kiosk, command)
        (ticket,) = (one.ticket for one in facts if isinstance(one, TicketIssued))
        self._door.ask(kiosk, ConfirmPrinted(command_id=new_command_id(), ticket=ticket))
        return facts

    def _asked(self, actor: Actor, command: Command) -> tuple[Event, ...]:
        began = monotonic_ns()
        facts = self._door.ask(actor, command)
        self.moments += [
            Moment(began, self._door.journal_number, type(one), getattr(one, "counter", ""))
            for one in facts
            if isinstance(one, SEEN)
        ]
        return facts

    def _day(self) -> SimulatedDay:
        plan = self._settings.plan
        seats = seats_for(plan, self._order.counters)
        crew = Crew(
            kiosk=self._kiosks[0],
            counters={one.counter: _at("counter", one.counter, Role.COUNTER) for one in seats},
            pads={one.counter: _at("pad", one.counter, Role.PAD) for one in seats},
        )
        day = SimulatedDay(plan, self, crew, self._chance)
        people = people_of_a_day(plan, self._order.people, self._chance)
        self._coming = within_reach(people, plan, len(seats)), seats
        return day

    def _play(self, day: SimulatedDay, clock: DayClock, number: int) -> Iterator[None]:
        day.begin(*self._coming)
        has_begun = False
        ends_at = min(day.ends_at, clock.begins_s + 3600 * self._order.hours)
        while day.env.now < ends_at:
            now = min(clock.seconds(number), ends_at)
            if now > day.env.now:
                day.env.run(until=now)
            if not has_begun and now > clock.begins_s + OPENED_S:
                has_begun = True
                yield
            sleep(TURN_S)


def _at(role: str, counter: str, stands_for: Role) -> Actor:
    return Actor(f"{role}-{counter}", stands_for, counter)


def _others(stack: ExitStack, running: RunningHall, order: Order) -> None:
    """Every other station: it listens, as its screen would."""
    queries = ["view=board", *["view=kiosk"] * (order.kiosks - 1)]
    for one in running.plan.counters[1 : order.counters]:
        queries += [f"view={view}&counter={one.counter}" for view in ("counter", "sign", "pad")]
    screens = stack.enter_context(
        started("-m", "benchmarks.stations", str(running.port), running.token.strip(), *queries)
    )
    assert screens.stderr is not None
    screens.stderr.readline()


def _morning(running: RunningHall, apps: list[Watched]) -> Morning:
    return Morning(resident_mib(running.process), {one.app.kind: one.mib() for one in apps})


def main(arguments: list[str] | None = None) -> int:
    """Play it as asked; 1 when an aim is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.busy_day", description=__doc__)
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--counters", type=int, default=COUNTERS)
    parser.add_argument("--kiosks", type=int, default=KIOSKS)
    parser.add_argument("--speed", type=float, default=SPEED, help="hall seconds a second")
    parser.add_argument("--hours", type=float, default=24.0, help="of the day, from ten to opening")
    wishes = parser.parse_args(arguments)
    figures = figures_of(live(Order(days=1, **vars(wishes))))
    print(table(figures))
    return 1 if any(one.holds is False for one in figures) else 0


if __name__ == "__main__":
    sys.exit(main())
