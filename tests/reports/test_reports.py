"""Reports: they say what the ledger says, compare fairly, and can be taken away in every form."""

import csv
import io
import json
from datetime import date
from itertools import cycle, islice
from pathlib import Path

import openpyxl
import pytest
from sqlite_utils import Database
from typer.testing import CliRunner

from hallctl.core.plan import Plan
from hallctl.ledger.period import Now, Period
from hallctl.reports.behind.opening import Opening
from hallctl.reports.behind.trails import trail_of
from hallctl.reports.building import REPORTS, build
from hallctl.reports.charts import chart
from hallctl.reports.comparing import twin_of
from hallctl.reports.files.report_file import MOST_ON_PAPER, written
from hallctl.reports.files.sheets import as_csv, as_json
from hallctl.reports.files.workbook import as_xlsx
from hallctl.reports.orders import Name, ReportError, ReportOrder, Sources
from hallctl.reports.periods import around, compared_with, span_of
from hallctl.reports.report import Report, Row
from hallctl.reports.saying import Saying
from hallctl.reports.wording import WORDS
from tests.reports.opening import behind
from tests.simulated import TODAY, StoppedClock
from tests.verbs import app

NOVEMBER = around(TODAY, "month")
EVERY = [(name, by) for name, (_build, breakdowns) in REPORTS.items() for by in breakdowns]


@pytest.fixture
def sources(ledger: Database, plan: Plan) -> Sources:
    return Sources(ledger, plan, Now(TODAY, StoppedClock().now()))


def made(sources: Sources, name: Name, by: str = "", **wishes: object) -> Report:
    return build(ReportOrder(name, NOVEMBER, by, **wishes), sources)  # type: ignore[arg-type]


def cell(report: Report, row: Row, key: str) -> object:
    return row.cells[[column.key for column in report.columns].index(key)]


@pytest.mark.parametrize(("name", "by"), EVERY)
def test_every_report_has_rows_whose_cells_fit_its_columns(
    sources: Sources, name: Name, by: str
) -> None:
    for language in ("vi", "en"):
        report = made(sources, name, by, language=language, compare="previous")
        assert report.rows
        for row in (*report.rows, *([report.total] if report.total else [])):
            assert len(row.cells) == len(report.columns)
        assert len({column.key for column in report.columns}) == len(report.columns)


@pytest.mark.parametrize(
    ("name", "by", "language"),
    [(*one, language) for one, language in zip(EVERY, cycle(("vi", "en")))],
)
def test_every_report_is_drawn(sources: Sources, name: Name, by: str, language: str) -> None:
    report = made(sources, name, by, language=language, compare="previous")
    drawn = chart(report, Saying(language, "Asia/Ho_Chi_Minh"))
    assert drawn is not None
    assert drawn.lstrip().startswith(b"<?xml")


def test_a_report_s_total_is_the_sum_of_its_rows(sources: Sources) -> None:
    for by in ("service", "day", "hour", "department", "weekday"):
        report = made(sources, "visits", by)
        assert report.total is not None
        rows = sum(int(str(cell(report, row, "issued"))) for row in report.rows)
        assert rows == cell(report, report.total, "issued")


def test_dossiers_reconcile_on_every_line(sources: Sources) -> None:
    for by in ("department", "field", "channel", "official", "day"):
        report = made(sources, "dossiers", by)
        for row in (*report.rows, report.total):
            assert row is not None
            n = {
                c.key: int(str(v or 0))
                for c, v in zip(report.columns, row.cells, strict=True)
                if c.kind == "count"
            }
            assert n["carried_over"] + n["received"] == sum(
                n[one]
                for one in (
                    "finished_early", "finished_on_time", "finished_late", "in_process_in_time",
                    "in_process_overdue", "awaiting_supplement", "ended_otherwise",
                )
            )  # fmt: skip


def test_an_official_s_few_ratings_stay_unsaid(sources: Sources, ledger: Database) -> None:
    few = {
        name
        for name, rated in ledger.execute(
            "select official, count(result) from tickets where business_day like '2026-11%'"
            " and official is not null group by 1"
        )
        if rated < 5
    }
    for name in ("visits", "ratings", "officials"):
        report = made(sources, name, "official")  # type: ignore[arg-type]
        for row in report.rows:
            unsaid = cell(report, row, "satisfied") is None
            assert unsaid or row.key not in few


def test_mean_marks_are_those_of_the_tickets(sources: Sources, ledger: Database) -> None:
    report = made(sources, "ratings", "hall")
    assert report.total is not None
    result, attitude = ledger.execute(
        "select round(avg(result), 2), round(avg(attitude), 2) from tickets"
        " where business_day between '2026-11-01' and '2026-11-30'"
    ).fetchone()
    assert cell(report, report.total, "mean_result") == pytest.approx(result, abs=0.01)
    assert cell(report, report.total, "mean_attitude") == pytest.approx(attitude, abs=0.01)


def test_a_month_is_compared_with_the_month_before() -> None:
    march = Period(date(2026, 3, 1), date(2026, 3, 31))
    assert compared_with(march, "previous") == Period(date(2026, 2, 1), date(2026, 2, 28))
    assert compared_with(march, "year") == Period(date(2025, 3, 1), date(2025, 3, 31))
    ten_days = Period(date(2026, 3, 11), date(2026, 3, 20))
    assert compared_with(ten_days, "previous") == Period(date(2026, 3, 1), date(2026, 3, 10))
    leap = Period(date(2028, 2, 29), date(2028, 2, 29))
    assert compared_with(leap, "year").first == date(2027, 2, 28)


@pytest.mark.parametrize("span", ["day", "week", "month", "quarter", "year"])
def test_a_span_around_a_day_is_known_again(span: str) -> None:
    period = around(TODAY, span)  # type: ignore[arg-type]
    assert period.first <= TODAY <= period.last
    assert span_of(period) == span


def test_a_comparison_shows_before_and_change(sources: Sources, ledger: Database) -> None:
    week = around(TODAY, "week")
    report = build(ReportOrder("visits", week, "hall", "previous"), sources)
    assert report.total is not None
    before = around(date(2026, 11, 20), "week")
    (numbers,) = ledger.execute(
        "select count(*) from tickets where business_day between ? and ?",
        (before.first.isoformat(), before.last.isoformat()),
    ).fetchone()
    assert cell(report, report.total, "issued_before") == numbers
    now = cell(report, report.total, "issued")
    assert isinstance(now, int)
    assert cell(report, report.total, "issued_change") == round(100 * (now - numbers) / numbers, 1)


@pytest.mark.parametrize(("name", "by"), [("rumours", ""), ("visits", "zodiac")])
def test_what_there_is_not_is_refused_with_what_there_is(
    sources: Sources, name: str, by: str
) -> None:
    with pytest.raises(ReportError, match=r"visits|service"):
        build(ReportOrder(name, NOVEMBER, by), sources)  # type: ignore[arg-type]


def test_csv_json_and_xlsx_hold_the_same_figures(sources: Sources) -> None:
    report = made(sources, "visits", "service")
    lines = list(csv.DictReader(io.StringIO(as_csv(report))))
    document = json.loads(as_json(report))
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(report))).active
    assert sheet is not None
    for place, (line, row) in enumerate(zip(lines, document["rows"], strict=False)):
        assert int(line["issued"]) == row["issued"] == sheet.cell(5 + place, 2).value
        wait = sheet.cell(5 + place, 6)
        assert round(wait.value.total_seconds()) == row["average_wait_s"]  # type: ignore[union-attr]
        assert wait.number_format == "[mm]:ss"
    assert len(lines) == len(document["rows"]) + 1, "and the total"


def test_a_name_that_looks_like_a_formula_stays_a_name(sources: Sources) -> None:
    report = made(sources, "visits", "official")
    evil = report._replace(rows=(Row("=1+1", "=cmd|' /C calc'!A0", report.rows[0].cells),))
    assert ",'=cmd" in as_csv(evil).replace('"', "")
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(evil))).active
    assert sheet is not None
    assert sheet.cell(5, 1).data_type == "s"
    assert str(sheet.cell(5, 1).value).startswith("'=")


COUNTS = ("issued", "finished", "missed", "left", "rated")


@pytest.mark.parametrize("by", REPORTS["visits"][1])
def test_a_figure_opens_to_exactly_the_visits_it_counted(sources: Sources, by: str) -> None:
    order = ReportOrder("visits", around(TODAY, "week"), by)
    report = build(order, sources)
    assert report.total is not None
    for row in report.rows:
        for figure in COUNTS:
            number = int(str(cell(report, row, figure) or 0))
            found = behind(Opening(order, row.key, figure), sources)
            hidden = by == "official" and cell(report, row, figure) is None
            assert hidden or len(found) == number, (row.key, figure)
    everything = behind(Opening(order, None, "missed"), sources)
    assert len(everything) == cell(report, report.total, "missed")


def test_the_parts_of_the_hall_add_up_to_the_whole(sources: Sources) -> None:
    for by in ("procedure", "field", "channel"):
        report = made(sources, "visits", by)
        assert report.total is not None
        rows = [int(str(cell(report, row, "issued"))) for row in report.rows]
        assert sum(rows) == cell(report, report.total, "issued")
        assert len(rows) > 1 or by == "channel"


def test_a_busy_half_hour_opens_to_its_visits(sources: Sources) -> None:
    order = ReportOrder("busy-hours", around(TODAY, "week"), "hour")
    report = build(order, sources)
    assert report.total is not None
    for row in (*report.rows[:3], report.total):
        key = None if row is report.total else row.key
        for column, mean in zip(report.columns, row.cells, strict=True):
            found = behind(Opening(order, key, column.key), sources)
            assert len(found) == (mean or 0), "a week has each weekday once"


def test_the_half_hours_of_a_mean_day_add_up_to_it(sources: Sources) -> None:
    report = made(sources, "busy-hours", "hour")
    assert report.total is not None
    for place, of_the_day in enumerate(report.total.cells):
        parts = [float(str(row.cells[place] or 0)) for row in report.rows]
        assert sum(parts) == pytest.approx(float(str(of_the_day)), abs=0.05 * len(parts))


def test_officials_add_up_to_everybody_and_that_opens(sources: Sources) -> None:
    order = ReportOrder("officials", around(TODAY, "week"), "official")
    report = build(order, sources)
    assert report.total is not None
    for figure in ("visits_served", "dossiers_received", "finished_late"):
        told = cell(report, report.total, figure)
        assert sum(int(str(cell(report, row, figure))) for row in report.rows) == told
        assert len(behind(Opening(order, None, figure), sources)) == told


OF_DOSSIERS = (
    "carried_over", "received", "finished_early", "finished_on_time", "finished_late",
    "in_process_in_time", "in_process_overdue", "awaiting_supplement", "ended_otherwise", "returned",
)  # fmt: skip
WEEK_BEFORE = around(date(2026, 11, 20), "week")


@pytest.mark.parametrize("period", [around(TODAY, "week"), WEEK_BEFORE], ids=["now", "past"])
@pytest.mark.parametrize("by", REPORTS["dossiers"][1])
def test_a_figure_opens_to_exactly_the_dossiers_it_counted(
    sources: Sources, by: str, period: Period
) -> None:
    order = ReportOrder("dossiers", period, by)
    report = build(order, sources)
    assert report.total is not None
    for row in (*report.rows[-9:], report.total):
        key = None if row is report.total else row.key
        for figure in OF_DOSSIERS:
            found = behind(Opening(order, key, figure), sources)
            assert len(found) == int(str(cell(report, row, figure))), (key, figure)


def test_days_are_compared_with_those_in_the_same_place(sources: Sources, ledger: Database) -> None:
    report = build(ReportOrder("visits", around(TODAY, "week"), "day", "previous"), sources)
    for row in report.rows:
        (before,) = ledger.execute(
            "select count(*) from tickets where business_day = date(?, '-7 days')", (row.key,)
        ).fetchone()
        assert cell(report, row, "issued_before") == (before or None)


@pytest.mark.parametrize(
    ("by", "key", "then"),
    [
        ("day", "2026-11-27", "2026-10-27"),
        ("week", "2026-W48", "2026-W44"),
        ("month", "2026-11", "2026-10"),
        ("year", "2026", "2026"),
        ("service", "birth", "birth"),
    ],
)
def test_a_line_of_time_has_its_twin_in_the_period_before(by: str, key: str, then: str) -> None:
    assert twin_of(key, by, NOVEMBER, compared_with(NOVEMBER, "previous")) == then


def test_a_visit_s_trail_is_everything_the_journal_has_of_it(
    sources: Sources, ledger: Database
) -> None:
    (ticket,) = ledger.execute("select ticket from tickets where result is not null").fetchone()
    trail = trail_of(ticket, sources)
    numbers = [
        number
        for (number,) in ledger.execute(
            "select number from journal where body like ? order by 1", (f'%"{ticket}"%',)
        )
    ]
    assert [step.number for step in trail] == numbers
    assert trail[0].kind == "TicketIssued"
    assert "VisitRated" in {step.kind for step in trail}
    assert trail_of("2026-11-27-Z999", sources) == []


def test_dossiers_behind_a_department_are_its_own(sources: Sources) -> None:
    order = ReportOrder("dossiers", NOVEMBER, "department")
    found = behind(Opening(order, "construction"), sources)
    assert found
    assert {one.department for one in found} == {"construction"}


def test_an_indicator_opens_to_the_dossiers_that_fell_short(sources: Sources) -> None:
    order = ReportOrder("indicators", NOVEMBER, "indicator")
    late = {one.dossier for one in behind(Opening(order, "2.1"), sources)}
    disliked_too = {one.dossier for one in behind(Opening(order, "5.4"), sources)}
    assert late <= disliked_too
    online = behind(Opening(order, "3.3"), sources)
    report = made(sources, "dossiers", "channel")
    (row,) = [one for one in report.rows if one.key == "online"]
    assert len(online) == int(str(cell(report, row, "received")))
    assert behind(Opening(order, "9.9"), sources) == []


def test_the_words_are_there_in_both_languages() -> None:
    assert WORDS["vi"].keys() == WORDS["en"].keys()


@pytest.mark.parametrize("form", ["csv", "json", "xlsx", "pdf"])
def test_the_verb_writes_every_form(past: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"visits.{form}"
    asked = ["report", "visits", "--from", "2026-11-01", "--to", "2026-11-30", "--by", "service"]
    result = CliRunner().invoke(
        app, [*asked, "--format", form, "--out", str(out), "--hall", str(past)]
    )
    assert result.exit_code == 0, result.output
    begins = {"csv": b"key,", "json": b"{", "xlsx": b"PK", "pdf": b"%PDF"}[form]
    assert out.read_bytes().startswith(begins)


def test_the_verb_writes_the_indicators_of_one_department(past: Path) -> None:
    asked = ["report", "indicators", "--from", "2026-11-01", "--to", "2026-11-30"]
    told = [*asked, "--department", "construction", "--hall", str(past)]
    own, whole = (CliRunner().invoke(app, one) for one in (told, [*asked, "--hall", str(past)]))
    assert own.exit_code == whole.exit_code == 0
    assert own.stdout != whole.stdout
    assert own.stdout.splitlines()[0] == whole.stdout.splitlines()[0]
    wrong = CliRunner().invoke(app, [*asked, "--department", "royal", "--hall", str(past)])
    assert wrong.exit_code == 1
    assert "construction" in wrong.output


def test_the_verb_says_what_is_wrong(past: Path) -> None:
    asked = ["report", "visits", "--hall", str(past)]
    wrong = CliRunner().invoke(app, [*asked, "--by", "zodiac"])
    assert wrong.exit_code == 1
    assert "service" in wrong.output
    backwards = CliRunner().invoke(app, [*asked, "--from", "2026-11-30", "--to", "2026-11-01"])
    assert backwards.exit_code == 1
    assert "before it begins" in backwards.output


def test_what_nobody_would_print_is_no_paper_and_says_what_to_do(
    ledger: Database, plan: Plan
) -> None:
    sources = Sources(ledger, plan, Now(TODAY, StoppedClock().now()))
    report = build(ReportOrder("visits", around(TODAY, "month"), "day"), sources)
    long = report._replace(rows=tuple(islice(cycle(report.rows), MOST_ON_PAPER + 1)))
    with pytest.raises(ReportError, match=r"751 lines.*by month"):
        written(long, "pdf", plan, Saying("vi", plan.timezone), 0)
    assert written(long, "csv", plan, Saying("vi", plan.timezone), 0).count(b"\n") == 753
