"""Departments that need attention: named with every reason, and none without one."""

from pathlib import Path

import pytest
from sqlite_utils import Database

from hallctl.ledger.dossiers.dossier_counts import counts
from hallctl.ledger.period import Now, Period
from hallctl.reports.indicators.attention import IN_TIME_AIM, attention, departments, in_time_share
from hallctl.reports.indicators.national_set import RULES, indicators
from hallctl.reports.orders import ReportOrder, Sources
from hallctl.reports.periods import around, compared_with
from hallctl.settings import read_hall
from tests.simulated import TODAY, StoppedClock

MONTH = around(TODAY, "month")


@pytest.fixture
def sources(ledger: Database, past: Path) -> Sources:
    return Sources(ledger, read_hall(past).plan, Now(TODAY, StoppedClock().now()))


def test_whoever_is_named_has_a_reason_that_holds(sources: Sources, ledger: Database) -> None:
    before = compared_with(MONTH, "previous")
    found = attention(departments(sources, MONTH, before))
    named = {one.department for one in found}
    for line in counts(ledger, MONTH, "department", sources.now):
        share = in_time_share(line)
        is_late = share is not None and share < IN_TIME_AIM
        if line.in_process_overdue or is_late:
            assert line.key in named
    for one in found:
        assert ("overdue" in one.reasons) == (one.now.in_process_overdue > 0)


def test_the_gravest_come_first(sources: Sources) -> None:
    gravities = [one.gravity for one in attention(departments(sources, MONTH, MONTH))]
    assert gravities == sorted(gravities, reverse=True)


def test_indicators_score_as_the_decision_says(sources: Sources) -> None:
    every = {one.number: one for one in indicators(ReportOrder("indicators", MONTH), sources)}
    assert sum(one.most or 0 for one in every.values()) == sum(RULES.groups.values()) == 100
    online = every["3.3"]
    assert online.reached is not None
    assert online.of
    assert online.points == round(12 * min(1.0, online.reached / online.of / 0.5), 2)
    for one in every.values():
        if one.points is not None and one.most is not None:
            assert 0 <= one.points <= one.most


def test_a_period_without_dossiers_scores_nothing(sources: Sources) -> None:
    long_ago = ReportOrder("indicators", around(TODAY.replace(year=2001), "month"))
    assert {one.points for one in indicators(long_ago, sources) if one.number != "1"} == {None}
    assert attention(departments(sources, Period(*long_ago.period), Period(*long_ago.period))) == []
