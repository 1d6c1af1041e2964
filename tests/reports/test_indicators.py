"""The national set: counted as far as the hall knows, opened record by record, given figures told apart."""

from datetime import date

import pytest
from sqlite_utils import Database

from hallctl.core import events
from hallctl.core.plan import Plan
from hallctl.ledger.dossier_counts import Now
from hallctl.ledger.figure_ledger import figure_given, newest_given
from hallctl.reports.behind_dossiers import dossiers_behind
from hallctl.reports.behind_records import complaints_behind, procedures_behind
from hallctl.reports.building import build
from hallctl.reports.indicators import indicators
from hallctl.reports.opening import SHOWN, Opening
from hallctl.reports.orders import ReportOrder, Sources
from hallctl.reports.periods import around
from tests.simulated import TODAY, StoppedClock

NOVEMBER = around(TODAY, "month")
ORDER = ReportOrder("indicators", NOVEMBER, "indicator")
FIND = {
    "1": procedures_behind,
    **dict.fromkeys(("2.2", "3.3", "3.6"), dossiers_behind),
    **dict.fromkeys(("5.1", "5.2"), complaints_behind),
}


@pytest.fixture
def sources(ledger: Database, plan: Plan) -> Sources:
    return Sources(ledger, plan, Now(TODAY, StoppedClock().now()))


@pytest.mark.parametrize("number", FIND)
@pytest.mark.parametrize("figure", ["reached", "counted"])
def test_an_indicator_opens_to_exactly_what_it_counted(
    sources: Sources, number: str, figure: str
) -> None:
    one = next(one for one in indicators(ORDER, sources) if one.number == number)
    number_told = one.reached if figure == "reached" else one.of
    if number_told is None:
        assert (number, figure) == ("2.2", "reached"), "a mean is reached by nobody"
        return
    found = FIND[number](Opening(ORDER, number, figure), sources)
    assert len(found) == min(SHOWN, number_told)


def test_what_lacks_something_and_what_does_not_are_all(sources: Sources) -> None:
    one = next(one for one in indicators(ORDER, sources) if one.number == "1")
    short = procedures_behind(Opening(ORDER, "1"), sources)
    assert len(short) == min(SHOWN, (one.of or 0) - (one.reached or 0))
    assert all(procedure.lacking for procedure in short)


def test_the_mean_time_leaves_out_the_wait_for_supplements(
    sources: Sources, ledger: Database
) -> None:
    one = next(one for one in indicators(ORDER, sources) if one.number == "2.2")
    spans = []
    for dossier, complete, finished in ledger.execute(
        "select dossier, complete_at, finished_at from dossiers where finished_at is not null"
        " and state != 'struck'"
    ).fetchall():
        steps = ledger.execute(
            "select step, at from dossier_steps where dossier = ? order by rowid", (dossier,)
        ).fetchall()
        waited, asked = 0, 0
        for step, at in steps:
            if step == "request_supplement":
                asked = at
            if step == "resume":
                waited += at - asked
        spans.append((finished - complete - waited) / 86_400_000)
    assert one.of == len(spans)
    assert one.days == pytest.approx(sum(spans) / len(spans), abs=0.01)
    assert one.points is None


def given(indicator: str, fulfilled: int, of: int, first: date, last: date) -> events.FigureGiven:
    return events.FigureGiven(
        at=1, indicator=indicator, first=first, last=last, fulfilled=fulfilled, of=of,
        source="Cổng dịch vụ công quốc gia", by="Bà head",
    )  # fmt: skip


def test_a_given_figure_is_told_apart_and_opens_to_nothing(plan: Plan, ledger: Database) -> None:
    copy = Database(memory=True)
    ledger.conn.backup(copy.conn)
    sources = Sources(copy, plan, Now(TODAY, StoppedClock().now()))
    before = {one.number: one for one in indicators(ORDER, sources)}
    assert before["4.2"].origin == "none"
    figure_given(copy.conn.execute, given("4.2", 300, 400, *NOVEMBER), "")
    figure_given(copy.conn.execute, given("4.2", 320, 400, *NOVEMBER), "")
    figure_given(copy.conn.execute, given("3.6", 1, 2, date(2026, 1, 1), date(2026, 12, 31)), "")
    after = {one.number: one for one in indicators(ORDER, sources)}
    assert (after["4.2"].origin, after["4.2"].points) == ("given", 22.0)
    assert after["3.6"].origin == "counted", "a year's figure is not November's"
    report = build(ORDER, sources)
    (row,) = [row for row in report.rows if row.key == "4.2"]
    assert "Cổng dịch vụ công quốc gia" in str(row.cells[-1])
    figure_given(copy.conn.execute, given("4.2", 0, 0, *NOVEMBER), "")
    assert {one.indicator for one in newest_given(copy, 9)} == {"3.6"}


def test_a_complaint_or_a_dislike_makes_a_dossier_fall_short_once(
    sources: Sources, ledger: Database
) -> None:
    short = {one.dossier for one in dossiers_behind(Opening(ORDER, "5.4"), sources)}
    for (dossier,) in ledger.execute(
        "select dossier from dossiers join tickets on tickets.ticket = dossiers.visit"
        " where dossiers.day like '2026-11%' and min(result, attitude) <= 2"
    ):
        assert dossier in short
