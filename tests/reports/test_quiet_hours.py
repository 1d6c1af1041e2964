"""When it is quiet: usual waits by the hall's own clock, never made of too few visits."""

from datetime import time

from sqlite_utils import Database

from hallctl.core.calendar import Shift
from hallctl.reports.visits.quiet_hours import FEWEST, quietest, usual_half_hours
from tests.simulated import TODAY

HANOI, DELHI = "Asia/Ho_Chi_Minh", "Asia/Kolkata"


def test_half_hours_lie_within_the_hall_s_hours(ledger: Database) -> None:
    hours = usual_half_hours(ledger, TODAY, HANOI)
    assert hours
    opening = {*range(450, 690, 30), *range(810, 1020, 30)}
    assert {one.minutes for one in hours} <= opening
    assert {one.weekday for one in hours} <= {1, 2, 3, 4, 5}


def test_another_zone_reads_the_same_visits_by_its_own_clock(ledger: Database) -> None:
    there = {one.minutes for one in usual_half_hours(ledger, TODAY, DELHI)}
    here = {one.minutes for one in usual_half_hours(ledger, TODAY, HANOI)}
    assert there == {minutes - 90 for minutes in here}


def test_half_hours_in_which_the_hall_is_closed_are_left_out(ledger: Database) -> None:
    late, short = Shift(time(8, 15), time(11)), Shift(time(14), time(14, 10))
    hours = usual_half_hours(ledger, TODAY, HANOI, (late, short))
    assert {one.minutes for one in hours} == {480, 510, 540, 570, 600, 840}
    assert usual_half_hours(ledger, TODAY, HANOI, (Shift(time(2), time(3)),)) == []


def test_the_quietest_are_those_with_the_shortest_waits(ledger: Database) -> None:
    hours = usual_half_hours(ledger, TODAY, HANOI)
    best = quietest(hours)
    assert len(best) == 3
    assert max(one.wait_s for one in best) <= min(one.wait_s for one in hours if one not in best)


def test_few_visits_say_nothing(ledger: Database) -> None:
    (rare,) = ledger.execute(
        "select count(*) from (select 1 from visit_sums where dimension = 'half_hour'"
        " and day < ? group by strftime('%u', day), value having sum(called) < ?)",
        (TODAY.isoformat(), FEWEST),
    ).fetchone()
    (every,) = ledger.execute(
        "select count(*) from (select 1 from visit_sums where dimension = 'half_hour'"
        " and day < ? group by strftime('%u', day), value)",
        (TODAY.isoformat(),),
    ).fetchone()
    assert rare > 0
    assert len(usual_half_hours(ledger, TODAY, HANOI)) == every - rare
