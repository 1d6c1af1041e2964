"""``python -m benchmarks.signs``: how often signs of self-rating are seen where nobody rates themselves.

A month of 22 days and 240 people a day is simulated, in which every rating is a visitor's own, at a
pad, between four and twenty seconds after the visit. Whatever is found in it is a false alarm.
"""

import argparse
import sys
from collections import Counter
from datetime import date
from typing import NamedTuple

from benchmarks.halls import room
from hallctl.core.hall import Hall
from hallctl.core.self_rating import signs_of
from hallctl.hall_directory import HallDirectory
from hallctl.ledger.opening import open_journal
from hallctl.ledger.period import Period
from hallctl.ledger.visits.rating_ledger import ratings_of
from hallctl.samples import write_sample
from hallctl.settings import read_hall
from hallctl.simulate.journal_door import JournalDoor
from hallctl.simulate.month import live_a_month
from hallctl.simulate.month_order import MonthOrder

FIRST, LAST = date(2000, 1, 1), date(2099, 1, 1)


class Alarms(NamedTuple):
    """What was looked at, and what each rule found in it."""

    ratings: int
    official_days: int
    signs: Counter[str]


def false_alarms(order: MonthOrder) -> Alarms:
    """Live through the days and look."""
    with room() as directory:
        write_sample(directory / "hall", "province")
        plan = read_hall(directory / "hall").plan
        journal = open_journal(HallDirectory(directory / "hall"))
        try:
            door = JournalDoor(plan, journal, Hall())
            live_a_month(plan, door, order, lambda _day, _number: None)
            ratings = ratings_of(journal.database, Period(FIRST, LAST))
        finally:
            journal.close()
    days = {(one.official, one.day) for one in ratings}
    signs = Counter(one.rule for one in signs_of(ratings, plan.signs))
    return Alarms(len(ratings), len(days), signs)


def main(arguments: list[str] | None = None) -> int:
    """Print it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.signs", description=__doc__)
    parser.add_argument("--days", type=int, default=22)
    parser.add_argument("--people", type=int, default=240)
    wishes = parser.parse_args(arguments)
    found = false_alarms(MonthOrder(date(2026, 11, 27), days=wishes.days, people=wishes.people))
    print(
        f"{found.ratings} ratings on {found.official_days} days of officials: {dict(found.signs)}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
