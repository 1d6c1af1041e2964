"""How everybody stands in a hall: what a closing that is taken back must leave as it was."""

from copy import copy, deepcopy

from msgspec.structs import replace

from hallctl.core.hall import Hall
from hallctl.core.hall.counting import counts_of
from hallctl.core.offering import closing_at
from tests.core.one_day import OneDay


def standing(hall: Hall) -> dict[str, object]:
    """All of it, but for what may not be undone any more."""
    return {
        "tickets": {name: copy(one) for name, one in hall.tickets.items()},
        "lines": [[*line] for _, line in hall.queues.lines(("birth", "land", "tax"))],
        "counters": {n: replace(one, presses=[], break_from=0) for n, one in hall.counters.items()},
        "counts": {name: counts_of((one,)) for name, one in hall.tallies.items()},
        "unprinted": {name: copy(one) for name, one in hall.unprinted.items()},
        "others": deepcopy((hall.parked, hall.missed, hall.carried)),
    }


def gives_no_numbers(day: OneDay) -> bool:
    """Whether it is past closing time in a hall that gives no numbers then."""
    closes_at = closing_at(day.plan, day.at)
    return day.plan.floor.at_closing != "open" and closes_at is not None and day.at >= closes_at
