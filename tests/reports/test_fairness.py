"""Officials are held against the kind of work they did, not against each other's."""

import pytest
from sqlite_utils import Database

from hallctl.core.plan import Plan
from hallctl.ledger.period import Now, Period
from hallctl.reports.dossiers.fairness import kinds_of_work
from hallctl.reports.orders import Sources
from hallctl.reports.periods import around
from tests.simulated import TODAY, StoppedClock

NOVEMBER = around(TODAY, "month")


@pytest.fixture
def sources(ledger: Database, plan: Plan) -> Sources:
    return Sources(ledger, plan, Now(TODAY, StoppedClock().now()))


def test_what_is_expected_of_all_together_is_what_all_together_took(
    sources: Sources, ledger: Database
) -> None:
    work = kinds_of_work(NOVEMBER, sources)
    served = dict(
        ledger.execute(
            "select official, count(*) from tickets where state = 'finished' group by 1"
        ).fetchall()
    )
    (took,) = ledger.execute(
        "select sum(finished_at - called_at) / 1000.0 from tickets where state = 'finished'"
    ).fetchone()
    expected = sum(work[name].expected_s * number for name, number in served.items())
    assert expected == pytest.approx(took, rel=0.01)


def test_the_kind_of_work_is_what_was_served_most(sources: Sources, ledger: Database) -> None:
    for official, work in kinds_of_work(NOVEMBER, sources).items():
        (service,) = ledger.execute(
            "select service from tickets where official = ? and state = 'finished'"
            " group by 1 order by count(*) desc limit 1",
            (official,),
        ).fetchone()
        letters = {one.service: one.letter for one in sources.plan.services}
        assert letters[service] in work.letters.split()


def test_years_are_told_by_months_that_are_summed(sources: Sources) -> None:
    years = Period(TODAY.replace(year=2016), TODAY)
    assert kinds_of_work(years, sources) == kinds_of_work(NOVEMBER, sources) != {}
