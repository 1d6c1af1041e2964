"""The national set by its sums is what counting every dossier by itself gives, and opens to exactly those."""

from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from sqlite_utils import Database

from hallctl.ledger.period import Now, Period
from hallctl.reports.behind.opening import Opening
from hallctl.reports.indicators.indicator_counts import NOTHING, counted_by_department, together
from hallctl.reports.orders import ReportOrder, Sources
from tests.core.one_day import PLAN
from tests.dossiers.desk import time_of
from tests.dossiers.many import ledger_of, weeks_of_facts
from tests.papers.test_fees import weeks_of_money
from tests.reports.honest import honest
from tests.reports.opening import behind, turned

FIRST = date(2026, 11, 20)
NOW = Now(date(2027, 1, 4), time_of(42))
OPENED = ("2.1", "3.3", "3.6", "5.4")
PERIODS = some.tuples(some.integers(0, 45), some.integers(0, 40)).map(
    lambda one: Period(FIRST + timedelta(days=one[0]), FIRST + timedelta(days=sum(one)))
)
SEEDS = some.integers(0, 3)


@cache
def weeks(seed: int) -> Sources:
    """Weeks of chance with what was corrected; some visits were disliked, of some somebody complained."""
    ledger = ledger_of(weeks_of_facts(seed, days=32, acts=12, corrected=True))
    names = list(ledger.query("select dossier, day from dossiers"))
    for place, row in enumerate(names):
        visit = f"{row['day']}-A{place:03}"
        ledger.execute("update dossiers set visit = ? where dossier = ?", (visit, row["dossier"]))
        if place % 4 == 0:
            _rated(ledger, visit, row["day"], 1 + place % 3)
        if place % 13 == 0:
            ledger.execute(
                "insert into complaints (complaint, day, about, state, filed_at, visit, decide_by,"
                " answer_by) values (?1, ?2, 'result', 'filed', 1, ?1, ?2, ?2)",
                (visit, row["day"]),
            )
    return Sources(ledger, PLAN, NOW)


def _rated(ledger: Database, visit: str, day: str, mark: int) -> None:
    ledger.execute(
        "insert into tickets (ticket, business_day, number, service, state, issued_at, result, attitude)"
        " values (?, ?, ?, 'birth', 'finished', 1, ?, 5)",
        (visit, day, visit[-4:], mark),
    )


@given(SEEDS, PERIODS)
@settings(max_examples=60)
def test_the_sums_say_what_an_honest_count_says(seed: int, period: Period) -> None:
    sources = weeks(seed)
    every = counted_by_department(period, sources)
    for department in [None, *every]:
        told = together(every.values()) if department is None else NOTHING | every[department]
        found = honest(period, sources, department)
        for number in ("2.1", "3.3", "5.4"):
            assert (told[number].fulfilled, told[number].of) == (
                len(found.reached[number]),
                len(found.counted[number]),
            ), number
        assert told["2.2"].of == len(found.counted["2.2"])
        assert (told["2.2"].took_ms or 0) == found.took_ms


@given(SEEDS, PERIODS, some.sampled_from(OPENED), some.sampled_from(["reached", "counted", ""]))
@settings(max_examples=120)
def test_an_indicator_opens_to_those_that_an_honest_count_finds(
    seed: int, period: Period, number: str, figure: str
) -> None:
    sources = weeks(seed)
    found = honest(period, sources)
    wanted = {
        "reached": found.reached[number],
        "counted": found.counted[number],
        "": found.counted[number] - found.reached[number],
    }[figure]
    opening = Opening(ReportOrder("indicators", period, "indicator"), number, figure)
    if figure == "" and number in {"3.3", "3.6"}:  # a share of a choice: nobody falls short
        return
    told = [one.dossier for one in behind(opening, sources)]
    assert len(told) == len(set(told))
    assert set(told) == wanted
    assert turned(opening, sources) == behind(opening, sources)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("first", range(5))
def test_a_dossier_is_paid_for_once_however_often_money_came(seed: int, first: int) -> None:
    ledger = ledger_of(weeks_of_money(seed).facts())
    sources = Sources(ledger, PLAN, NOW)
    for last in range(first, 5):
        days = (date(2026, 11, 23) + timedelta(days=one) for one in (first, last))
        period = Period(*days)
        found, told = honest(period, sources), counted_by_department(period, sources)
        paid = together(told.values())["3.6"]
        assert (paid.fulfilled, paid.of) == (
            len(found.reached["3.6"]),
            len(found.counted["3.6"]),
        )
        for figure, wanted in (("reached", found.reached), ("counted", found.counted)):
            opening = Opening(ReportOrder("indicators", period, "indicator"), "3.6", figure)
            assert {one.dossier for one in behind(opening, sources)} == wanted["3.6"]
    ledger.close()


def test_weeks_of_chance_have_of_everything() -> None:
    period = Period(FIRST, FIRST + timedelta(days=40))
    for seed in range(4):
        found = honest(period, weeks(seed))
        assert found.reached["2.1"] < found.counted["2.1"] < found.counted["5.4"]
        assert found.reached["3.3"] < found.counted["3.3"]
    twice = "select 1 from dossier_steps where counted = 'again' and undone_at is null"
    assert any(weeks(seed).ledger.execute(twice).fetchone() for seed in range(4))
