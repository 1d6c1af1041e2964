"""``python -m benchmarks.week``: a week with the real apps, in minutes: does any of them grow?

Each day everybody comes, is served and goes; memory of the controller and of every app is looked
at each morning, a quarter of an hour after opening. The first morning is warm-up. A later one may
hold a tenth more than the second: more is a leak.
"""

import argparse
import sys
from collections.abc import Iterator

from benchmarks.busy_day import Lived, Morning, Order, live

GROWTH = 1.10


def main(arguments: list[str] | None = None) -> int:
    """Live through the days; 1 when something grew, or the journal is not whole."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.week", description=__doc__)
    parser.add_argument("--days", type=int, default=7, help="working days, three at least")
    parser.add_argument("--people", type=int, default=700, help="a day")
    parser.add_argument("--counters", type=int, default=12)
    parser.add_argument("--kiosks", type=int, default=2)
    parser.add_argument("--speed", type=float, default=300.0, help="hall seconds a second")
    wishes = parser.parse_args(arguments)
    order = Order(wishes.people, wishes.days, wishes.speed, wishes.counters, wishes.kiosks)
    return judged(live(order))


def judged(lived: Lived) -> int:
    """Say what every process held, and whether that is flat."""
    has_grown = False
    for name, mib in _columns(lived.mornings):
        grown = mib[-1] / mib[min(1, len(mib) - 1)]
        has_grown |= grown > GROWTH
        held = "  ".join(f"{one:6.1f}" for one in mib)
        print(f"{name:10}  {held}  MiB, {100 * (grown - 1):+.1f} % since the second morning")
    print(f"{lived.facts:,} facts; journal: {lived.problem or 'whole'}")
    return 1 if has_grown or lived.problem else 0


def _columns(mornings: list[Morning]) -> Iterator[tuple[str, list[float]]]:
    yield "controller", [one.controller for one in mornings]
    for app in mornings[0].apps:
        yield app, [one.apps[app] for one in mornings]


if __name__ == "__main__":
    sys.exit(main())
