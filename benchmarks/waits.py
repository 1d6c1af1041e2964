"""How far the waits that citizens are told lie from those that come."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from typing import NamedTuple

from benchmarks.figures import Figure, percentile
from benchmarks.halls import room
from hallctl.core import events
from hallctl.core.applying import apply
from hallctl.core.expecting import service_choices
from hallctl.core.hall import Hall
from hallctl.core.outlook import Outlook, mean_service_s
from hallctl.core.plan import NORMAL, Plan
from hallctl.hall_directory import HallDirectory
from hallctl.journal.sqlite_journal import SqliteJournal
from hallctl.samples import write_sample
from hallctl.settings import read_hall
from hallctl.simulate.month_order import MonthOrder
from hallctl.simulate.past import live_a_past

DAYS, PEOPLE = 20, 260
LAST = date(2026, 11, 27)
LONG_S = 15 * 60
"""From there on a wait is long: the hall's own target."""


class Told(NamedTuple):
    """One number: what its citizen was told, what a sum on paper would have told, and what came; seconds."""

    told_s: float
    summed_s: float
    came_s: float


def waits(share: float) -> list[Figure]:
    """Simulated days of the provincial hall, its officials called by the hall's own rules.

    The floor is what a sum on paper tells: those who wait for the service, times how long it
    takes, by the counters that serve it.
    """
    with room() as directory:
        write_sample(directory / "hall", "province")
        plan = read_hall(directory / "hall").plan
        home = HallDirectory(directory / "hall")
        with closing(SqliteJournal(directory / "past.db")) as journal:
            order = MonthOrder(LAST, max(2, round(DAYS * share)), PEOPLE)
            live_a_past(plan, home, journal, order, lambda _day, _number: None)
            every = list(_told(plan, journal.events()))
    long = [one for one in every if one.came_s > LONG_S]
    return [
        _off("expected wait, off by in the mean", every),
        _off("… where the wait was longer than 15 minutes", long),
        _off("… off by at most, nine times of ten", every, 0.9),
    ]


def _told(plan: Plan, past: Iterator[events.Event]) -> Iterator[Told]:
    hall, waiting = Hall(), dict[str, tuple[int, float, float]]()
    for event in past:
        if isinstance(event, events.TicketIssued) and event.group == NORMAL:
            if expected := _expected(hall, plan, event):
                waiting[event.ticket] = event.at, *expected
        elif isinstance(event, events.TicketCalled) and event.ticket in waiting:
            since, told_s, summed_s = waiting.pop(event.ticket)
            yield Told(told_s, summed_s, (event.at - since) / 1000)
        apply(hall, event)


def _expected(hall: Hall, plan: Plan, event: events.TicketIssued) -> tuple[float, float] | None:
    choices = service_choices(Outlook(hall, plan, event.at))
    one = next(one for one in choices if one.service == event.service)
    service = plan.service(event.service)
    if service is None or one.expected_wait_s is None:
        return None
    return one.expected_wait_s, one.waiting * mean_service_s(hall, service) / one.counters_open


def _off(what: str, every: list[Told], share: float | None = None) -> Figure:
    told = [abs(one.told_s - one.came_s) / 60 for one in every]
    summed = [abs(one.summed_s - one.came_s) / 60 for one in every]
    if share is None:
        return Figure(what, sum(told) / len(told), "min", sum(summed) / len(summed))
    return Figure(what, percentile(told, share), "min", percentile(summed, share))
