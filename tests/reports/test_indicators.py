"""The national set: counted as far as the hall knows, opened record by record, given figures told apart."""

from datetime import date

import pytest
from sqlite_utils import Database

from hallctl.core import events
from hallctl.core.plan import Plan
from hallctl.ledger.figures.figure_ledger import figure_given, newest_given
from hallctl.ledger.period import Now
from hallctl.reports.behind.opening import Opening
from hallctl.reports.building import build
from hallctl.reports.indicators.department_indicators import COMPARED
from hallctl.reports.indicators.indicator_counts import counted, counted_by_department, together
from hallctl.reports.indicators.national_set import indicators
from hallctl.reports.orders import ReportOrder, Sources
from hallctl.reports.periods import around, compared_with
from hallctl.reports.saying import Saying
from hallctl.web.reports.report_links import lines_of
from tests.reports.opening import behind
from tests.simulated import TODAY, StoppedClock

NOVEMBER = around(TODAY, "month")
ORDER = ReportOrder("indicators", NOVEMBER, "indicator")
COUNTED = ("1", "2.1", "2.2", "3.3", "3.6", "5.1", "5.2", "5.4")


@pytest.fixture
def sources(ledger: Database, plan: Plan) -> Sources:
    return Sources(ledger, plan, Now(TODAY, StoppedClock().now()))


@pytest.mark.parametrize("number", COUNTED)
@pytest.mark.parametrize("figure", ["reached", "counted"])
def test_an_indicator_opens_to_exactly_what_it_counted(
    sources: Sources, number: str, figure: str
) -> None:
    one = next(one for one in indicators(ORDER, sources) if one.number == number)
    number_told = one.reached if figure == "reached" else one.of
    if number_told is None:
        assert (number, figure) == ("2.2", "reached"), "a mean is reached by nobody"
        return
    found = behind(Opening(ORDER, number, figure), sources)
    assert len(found) == number_told


def test_what_lacks_something_and_what_does_not_are_all(sources: Sources) -> None:
    one = next(one for one in indicators(ORDER, sources) if one.number == "1")
    short = behind(Opening(ORDER, "1"), sources)
    assert len(short) == (one.of or 0) - (one.reached or 0)
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
    short = {one.dossier for one in behind(Opening(ORDER, "5.4"), sources)}
    for (dossier,) in ledger.execute(
        "select dossier from dossiers join tickets on tickets.ticket = dossiers.visit"
        " where dossiers.day like '2026-11%' and min(result, attitude) <= 2"
    ):
        assert dossier in short


def test_departments_add_up_to_the_hall(sources: Sources) -> None:
    every = counted_by_department(NOVEMBER, sources)
    assert len(every) > 3
    whole = counted(ORDER, sources)
    for number, what in together(every.values()).items():
        assert what == whole[number], number
        assert what.of is not None


def test_a_department_s_set_opens_to_exactly_what_it_counted(sources: Sources) -> None:
    for department in counted_by_department(NOVEMBER, sources):
        order = ORDER._replace(department=department)
        for one in indicators(order, sources):
            if one.number in {"4.2", "5.3"}:
                continue
            reached = (
                []
                if one.number == "2.2"
                else behind(Opening(order, one.number, "reached"), sources)
            )
            every = behind(Opening(order, one.number, "counted"), sources)
            assert (len(reached), len(every)) == (one.reached or 0, one.of), (department, one)
            assert {record[0] for record in reached} <= {record[0] for record in every}


@pytest.mark.parametrize("figure", ["measure", "points"])
def test_a_share_and_its_points_open_to_all_that_was_counted(sources: Sources, figure: str) -> None:
    every = behind(Opening(ORDER, "2.1", "counted"), sources)
    assert every
    assert behind(Opening(ORDER, "2.1", figure), sources) == every


@pytest.mark.parametrize("number", ["2.1", "5.4"])
def test_who_fell_short_and_who_did_not_are_all(sources: Sources, number: str) -> None:
    short = {one.dossier for one in behind(Opening(ORDER, number), sources)}
    reached = {one.dossier for one in behind(Opening(ORDER, number, "reached"), sources)}
    every = {one.dossier for one in behind(Opening(ORDER, number, "counted"), sources)}
    assert short
    assert not short & reached
    assert short | reached == every


def test_a_figure_of_departments_beside_one_another_opens_to_that_department_s_own(
    sources: Sources,
) -> None:
    side_by_side = ORDER._replace(by="department")
    report = build(side_by_side, sources)
    assert [column.key for column in report.columns] == ["points_share", *COMPARED]
    for row in report.rows:
        own = ORDER._replace(department=row.key)
        for number in ("2.1", "3.3", "5.2", "5.4"):
            assert behind(Opening(side_by_side, row.key, number), sources) == behind(
                Opening(own, number), sources
            )


def test_a_department_s_share_of_points_leads_to_the_points_of_each_of_its_indicators(
    sources: Sources, plan: Plan
) -> None:
    order = ORDER._replace(by="department", compare="previous")
    report = build(order, sources)
    titles = [column.key for column in report.columns]
    assert titles[:3] == ["points_share", "points_share_before", "points_share_change"]
    rows, total = lines_of(report, order, Saying(order.language, plan.timezone))
    before = compared_with(NOVEMBER, "previous")
    assert rows
    assert total
    for line, row in zip(rows, report.rows, strict=True):
        share, earlier, change = line.figures[:3]
        own = f"reports/indicators?by=indicator&from={NOVEMBER.first}&to={NOVEMBER.last}"
        assert share.address == f"{own}&department={row.key}"
        then = f"reports/indicators?by=indicator&from={before.first}&to={before.last}"
        assert earlier.address == ("" if row.cells[1] is None else f"{then}&department={row.key}")
        assert change.address == ""
    assert "department" not in total.figures[0].address


def test_a_given_figure_is_of_the_whole_hall_alone(plan: Plan, ledger: Database) -> None:
    copy = Database(memory=True)
    ledger.conn.backup(copy.conn)
    sources = Sources(copy, plan, Now(TODAY, StoppedClock().now()))
    figure_given(copy.conn.execute, given("3.6", 1, 2, *NOVEMBER), "")
    of_one = {one.number: one for one in indicators(ORDER._replace(department="health"), sources)}
    assert of_one["3.6"].origin == "counted"
