"""Visits in figures: the sums say what the tickets say, however they are broken down."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from statistics import mean
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from sqlite_utils import Database

from hallctl.core import events
from hallctl.journal.entry import Fact
from hallctl.ledger.period import Now, Period
from hallctl.ledger.projecting import project
from hallctl.ledger.rebuilding import digests
from hallctl.ledger.schema import create_ledger
from hallctl.ledger.visits.visit_schema import WAIT_BOUNDS_S
from hallctl.ledger.visits.work_sums import work_in
from hallctl.reports.behind.listing import Place, page_of
from hallctl.reports.behind.opened import opened
from hallctl.reports.behind.opening import Opening
from hallctl.reports.orders import ReportOrder, Sources
from hallctl.reports.visits.visit_figures import By, percentile_s, reconciles, visits, whole
from tests.core.one_day import PLAN, OneDay
from tests.ledger.test_ledger import day_of_chance, kept
from tests.screens.desk_samples import received
from tests.simulated import TODAY

ALL = Period(date(2026, 1, 1), date(2026, 12, 31))


def ledger_of(facts: Sequence[Fact]) -> Database:
    database = Database(memory=True)
    create_ledger(database)
    project(database, facts)
    return database


@pytest.mark.parametrize("by", get_args(By))
def test_every_breakdown_adds_up_to_the_whole(ledger: Database, by: By) -> None:
    total, lines = whole(ledger, ALL), visits(ledger, ALL, by)
    assert total.sums["issued"] > 400
    assert all(reconciles(line) for line in lines)
    if by not in {"counter", "official"}:  # who was never called has neither
        for name in ("issued", "called", "finished", "waited_ms", "rated"):
            assert sum(line.sums[name] for line in lines) == total.sums[name]
    else:
        assert sum(line.sums["finished"] for line in lines) == total.sums["finished"]


def test_the_open_day_is_counted_from_its_tickets(ledger: Database) -> None:
    (issued,) = ledger.execute(
        "select count(*) from tickets where business_day = ?", (TODAY.isoformat(),)
    ).fetchone()
    assert not ledger.execute(
        "select 1 from visit_sums where day = ?", (TODAY.isoformat(),)
    ).fetchone()
    assert whole(ledger, Period(TODAY, TODAY)).sums["issued"] == issued > 0


def test_closing_the_day_changes_no_figure_but_of_those_who_still_waited() -> None:
    facts = kept(day_of_chance(3).facts)
    day = facts[0].business_day
    before = ledger_of(facts)
    closed = events.DayClosed(at=facts[-1].event().at, business_day=day)
    after = ledger_of([*facts, *kept([facts[0].event(), closed])[1:]])
    period = Period(day, day)
    for by in get_args(By):
        assert visits(before, period, by) == visits(after, period, by)
    assert work_in(before, period) == work_in(after, period) != []
    assert whole(after, period).sums["issued"] > 0


def day_with_a_visit() -> tuple[OneDay, events.VisitFinished]:
    """A day of chance, still open, on which somebody was served and has not rated yet."""
    for seed in range(5, 60):
        day = day_of_chance(seed)
        mine = {n for n, one in day.hall.tickets.items() if day.hall.is_open and not one.is_rated}
        finished = [one for one in day.facts if isinstance(one, events.VisitFinished)]
        served = [one for one in finished if one.visit in mine]
        if served:
            return day, served[-1]
    raise AssertionError("nobody was ever served")


def test_a_rating_after_closing_time_is_counted_too() -> None:
    day, last = day_with_a_visit()
    rated = events.VisitRated(
        at=day.facts[-1].at,
        visit=last.visit,
        ticket=last.ticket,
        number=last.number,
        counter=last.counter,
        official=last.official,
        result=5,
        attitude=4,
    )
    assert day.hall.business_day is not None
    closed = events.DayClosed(at=rated.at, business_day=day.hall.business_day)
    in_time = ledger_of(kept([*day.facts, rated, closed]))
    late = ledger_of(kept([*day.facts, closed, rated]))
    unrated = ledger_of(kept([*day.facts, closed]))
    assert digests(late)["visit_sums"] == digests(in_time)["visit_sums"]
    assert digests(late)["visit_sums"] != digests(unrated)["visit_sums"]


def test_a_dossier_after_closing_time_says_what_its_visit_was_for() -> None:
    """An official writes it down when the doors are closed: the figure and the visits behind it stay the same."""
    day, last = day_with_a_visit()
    assert day.hall.business_day is not None
    of = replace(received(), visit=last.visit, day=day.hall.business_day, at=day.facts[-1].at)
    closed = events.DayClosed(at=of.at, business_day=day.hall.business_day)
    in_time = ledger_of(kept([*day.facts, of, closed]))
    late = ledger_of(kept([*day.facts, closed, of]))
    for table in ("visit_sums", "visit_months"):
        assert digests(late)[table] == digests(in_time)[table]
    period = Period(day.hall.business_day, day.hall.business_day)
    order = ReportOrder("visits", period, "procedure")
    found = opened(
        Opening(order, of.procedure, "issued"),
        Sources(late, PLAN, Now(period.last, of.at)),
    )
    shown = page_of(found, late, Place())
    assert [one.ticket for one in shown.rows] == [last.ticket]
    assert shown.total == 1


def test_a_day_opened_again_has_no_sums_until_it_closes_again() -> None:
    day = day_of_chance(8)
    opened = day.facts[0]
    assert isinstance(opened, events.DayOpened)
    closed = events.DayClosed(at=day.facts[-1].at, business_day=opened.business_day)
    again = events.DayOpened(at=closed.at, business_day=opened.business_day, target_s=900)
    ledger = ledger_of(kept([*day.facts, closed, again]))
    assert ledger["visit_sums"].count == 0
    assert whole(ledger, Period(opened.business_day, opened.business_day)).sums["issued"]
    assert ledger_of(kept([*day.facts, closed, again, closed]))["visit_sums"].count > 0


@given(st.lists(st.integers(0, 20_000), min_size=1, max_size=200), st.sampled_from((0.5, 0.9)))
def test_a_percentile_lies_in_the_column_of_the_exact_one(waits: list[int], share: float) -> None:
    columns = list(pairwise(WAIT_BOUNDS_S))
    counts = [sum(begins <= one < ends for one in waits) for begins, ends in columns]
    exact = sorted(waits)[max(0, -(-round(share * len(waits) * 1000) // 1000) - 1)]
    begins, ends = next(one for one in columns if one[0] <= exact < one[1])
    found = percentile_s(counts, WAIT_BOUNDS_S, share)
    assert found is not None
    assert begins <= found <= ends


def test_nobody_s_median_is_none() -> None:
    assert percentile_s([0] * (len(WAIT_BOUNDS_S) - 1), WAIT_BOUNDS_S, 0.5) is None


def test_the_mean_is_that_of_the_tickets(ledger: Database) -> None:
    rows = ledger.execute(
        "select max(0, first_called_at - max(issued_at, ifnull(appointment_at, 0))) from tickets"
        " where first_called_at is not null"
    )
    exact = mean(ms for (ms,) in rows) / 1000
    assert whole(ledger, ALL).average_wait_s == pytest.approx(exact, abs=1)
