"""``python -m benchmarks``: every figure beside its floor, from one run on one machine."""

import argparse
import os
import sys
from functools import partial
from pathlib import Path
from time import perf_counter

from benchmarks.boards import boards
from benchmarks.busy_day import busy_day
from benchmarks.crowds import crowds
from benchmarks.dossiers import dossiers
from benchmarks.durable_answers import durable_answers
from benchmarks.figures import Benchmark, Figure, table, write_json
from benchmarks.many_visits import many_visits
from benchmarks.memory import memory
from benchmarks.mixed import mixed
from benchmarks.replay import replay
from benchmarks.waits import waits

BENCHMARKS: dict[str, Benchmark] = {
    "answers": durable_answers,
    "boards": boards,
    "mixed": mixed,
    "replay": replay,
    "memory": memory,
    "crowds": crowds,
    "reports": many_visits,
    "dossiers": dossiers,
    "waits": waits,
    "day": busy_day,
}
"""The last one takes as long as all others together."""
BUSY = 0.7
"""Load from which the machine's other work shows in the figures."""


def main(arguments: list[str] | None = None) -> int:
    """Measure, print the table; 1 when an aim is missed and ``--strict`` was asked for."""
    wishes = _parser().parse_args(arguments)
    figures: list[Figure] = []
    if (load := os.getloadavg()[0]) > BUSY:
        print(f"the machine is busy (load {load:.1f}): expect worse figures", file=sys.stderr)
    for name in wishes.only or BENCHMARKS:
        began = perf_counter()
        measure = BENCHMARKS[name]
        if name == "reports":
            measure = partial(many_visits, keep=wishes.keep)
        figures += measure(wishes.rounds)
        print(f"measured {name} in {perf_counter() - began:.0f} s", file=sys.stderr, flush=True)
    print(table(figures), flush=True)
    if wishes.out:
        write_json(figures, wishes.out)
    missed = any(figure.holds is False for figure in figures)
    return 1 if wishes.strict and missed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("only", nargs="*", help=f"which ones: {', '.join(BENCHMARKS)}; else all")
    parser.add_argument(
        "--rounds", type=float, default=1.0, help="share of the usual rounds, such as 0.2"
    )
    parser.add_argument("--out", type=Path, help="also write the figures there as JSON")
    parser.add_argument(
        "--keep",
        type=Path,
        metavar="DIR",
        help="keep the ten years of reports there, for the next run",
    )
    parser.add_argument("--strict", action="store_true", help="exit with 1 when an aim is missed")
    return parser


if __name__ == "__main__":
    sys.exit(main())
