"""A report of very many lines stands on pages: none is on two, none on none."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some

from hallctl.ledger.period import Period
from hallctl.reports.behind.listing import SHOWN
from hallctl.reports.report import Column, Report, Row
from hallctl.web.reports.report_links import Stretch, stretch_of

FIRST = date(2017, 1, 2)


def report_of(lines: int) -> Report:
    rows = tuple(
        Row(day, day, (n,))
        for n in range(lines)
        for day in [(FIRST + timedelta(days=n)).isoformat()]
    )
    columns = (Column("issued", "Numbers", "count", opens=True),)
    period = Period(FIRST, FIRST + timedelta(days=lines))
    return Report("visits", "Visits", "", period, "day", "Day", columns, rows, None)


def page(report: Report, asked: str) -> Stretch:
    return stretch_of(report, int(asked.removeprefix("row=")))


@given(some.integers(0, 1200))
def test_turning_from_the_first_page_to_the_last_shows_every_line_once(lines: int) -> None:
    report = report_of(lines)
    shown, seen = page(report, "row=1"), list[str]()
    while True:
        seen += [row.key for row in shown.rows]
        assert shown.last == len(seen)
        if shown.turns.after is None:
            break
        shown = page(report, shown.turns.after)
    assert seen == [row.label for row in report.rows]
    assert shown.turns.last is None


@given(some.integers(1, 1200), some.integers(0, 5000))
def test_no_page_is_empty_and_every_page_leads_to_the_ends(lines: int, row: int) -> None:
    report = report_of(lines)
    shown = page(report, f"row={row}")
    assert shown.rows
    for turn in shown.turns:
        if turn is not None:
            assert page(report, turn).rows
    last = page(report, shown.turns.last) if shown.turns.last else shown
    assert last.rows[-1].key == report.rows[-1].key
    first = page(report, shown.turns.first) if shown.turns.first else shown
    assert first.first == 1
    assert len(page(report, "row=1").rows) == min(lines, SHOWN)
