"""Complaints, fees and deliveries: their reports add up, and open to exactly what they counted."""

import pytest
from sqlite_utils import Database

from hallctl.core.plan import Plan
from hallctl.ledger.period import Now
from hallctl.reports.behind.opening import Opening
from hallctl.reports.building import REPORTS, build
from hallctl.reports.orders import Name, ReportOrder, Sources
from hallctl.reports.periods import around
from tests.reports.opening import behind
from tests.simulated import TODAY, StoppedClock

NOVEMBER = around(TODAY, "month")
EVERY = [
    (name, by)
    for name in ("complaints", "deliveries", "fees", "appointments")
    for by in REPORTS[name][1]
]


@pytest.fixture
def sources(ledger: Database, plan: Plan) -> Sources:
    return Sources(ledger, plan, Now(TODAY, StoppedClock().now()))


@pytest.mark.parametrize(("name", "by"), EVERY)
def test_a_figure_opens_to_exactly_what_it_counted(sources: Sources, name: Name, by: str) -> None:
    order = ReportOrder(name, NOVEMBER, by)
    report = build(order, sources)
    assert report.rows
    assert report.total is not None
    for row in (*report.rows, report.total):
        key = None if row is report.total else row.key
        for column, cell in zip(report.columns, row.cells, strict=True):
            found = behind(Opening(order, key, column.key), sources)
            if column.kind == "count":
                assert len(found) == int(str(cell)), (row.key, column.key)


def test_money_opened_adds_up_to_its_figure(sources: Sources) -> None:
    order = ReportOrder("fees", around(TODAY, "day"), "method")
    report = build(order, sources)
    for row in report.rows:
        taken, paid_back, balance = row.cells[1:]
        paid = behind(Opening(order, row.key, "balance"), sources)
        assert sum(one.amount for one in paid) == balance
        assert taken == sum(one.amount for one in paid if one.amount > 0)
        assert paid_back == 0


def test_a_complaint_is_decided_and_answered_by_its_clocks(
    sources: Sources, ledger: Database
) -> None:
    report = build(ReportOrder("complaints", NOVEMBER, "about"), sources)
    assert report.total is not None
    keys = [column.key for column in report.columns]
    told = dict(zip(keys, report.total.cells, strict=True))
    (filed, refused, open_still) = ledger.execute(
        "select count(*), sum(state = 'refused'),"
        " sum(state in ('filed', 'forwarded', 'awaiting_more')) from complaints"
    ).fetchone()
    assert (told["filed"], told["complaint_refused"], told["still_open"]) == (
        filed,
        refused,
        open_still,
    )
    answered = int(str(told["answered_in_time"])) + int(str(told["answered_late"]))
    assert answered <= filed
