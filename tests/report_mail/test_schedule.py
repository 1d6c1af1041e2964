"""Standing orders fall due when their time has come, once, also if the hall was off by then."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hallctl.core.plan.dossier_rules import office_week
from hallctl.ledger.period import Period
from hallctl.report_mail.schedule import LATEST, newest_due, period_before
from hallctl.reports.building import REPORTS
from hallctl.reports.periods import ONE_DAY
from hallctl.settings.tables.report_mail import MAY_BE_MAILED, Reported, ReportMail

WEEK = office_week()
FRIDAY = date(2026, 11, 27)


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """The hall's own clock, which knows no zone."""
    return datetime.combine(date(year, month, day), time(hour, minute))


def order(period: Reported, at: str = "07:30") -> ReportMail:
    return ReportMail(name="it", report="visits", to=("a@example.vn",), period=period, at=at)


@pytest.mark.parametrize(
    ("period", "now", "first", "last"),
    [
        ("today", at(2026, 11, 27, 17, 0), FRIDAY, FRIDAY),
        ("yesterday", at(2026, 11, 27, 17, 0), date(2026, 11, 26), date(2026, 11, 26)),
        ("week", at(2026, 11, 30, 7, 30), date(2026, 11, 23), date(2026, 11, 29)),
        ("month", at(2026, 12, 3, 7, 0), date(2026, 11, 1), date(2026, 11, 30)),
        ("quarter", at(2027, 1, 1, 8, 0), date(2026, 10, 1), date(2026, 12, 31)),
        ("year", at(2027, 1, 1, 8, 0), date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_an_order_tells_of_the_days_that_are_over(
    period: Reported, now: datetime, first: date, last: date
) -> None:
    due = newest_due(order(period), now, WEEK)
    assert due is not None
    assert due.period == Period(first, last)
    assert due.at <= now


def test_before_its_time_it_is_the_last_one_s_turn() -> None:
    due = newest_due(order("today", "17:00"), at(2026, 11, 27, 16, 59), WEEK)
    assert due is not None
    assert due.period.first == date(2026, 11, 26)


def test_nobody_is_told_of_a_day_off() -> None:
    due = newest_due(order("yesterday"), at(2026, 11, 30, 9, 0), WEEK)
    assert due is not None
    assert due.period.first == FRIDAY, "a Monday morning tells of no Sunday"
    assert due.at.date() == date(2026, 11, 28)


def test_what_is_too_old_is_of_no_use() -> None:
    assert newest_due(order("year"), at(2026, 11, 27, 9, 0), WEEK) is None


@given(some.datetimes(at(2026, 1, 1), at(2028, 1, 1)), some.sampled_from(["week", "month"]))
def test_every_moment_knows_one_newest_period(now: datetime, period: Reported) -> None:
    due = newest_due(order(period), now, WEEK)
    if due is not None:
        assert now - LATEST - timedelta(days=1) <= due.at <= now
        assert due.period.last == due.at.date() - ONE_DAY
    assert period_before(order(period), now.date(), WEEK).last < now.date()


def test_settings_know_every_report_and_breakdown() -> None:
    assert {name: by for name, (_build, by) in REPORTS.items()} == MAY_BE_MAILED
