"""Laws of every deadline, whatever the term, the mode, the calendar and the moment."""

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from hallctl.core.deadlines import (
    DeadlineRules,
    Mode,
    Reckoner,
    Term,
    nth_working_day,
    working_days_between,
    working_time,
)
from tests.dossiers.vietnam import EIGHT_HOURS, HALF_SATURDAYS, USUAL, at

MINUTES = st.integers(0, 366 * 1440 - 1)
MOMENTS = MINUTES.map(lambda minutes: at("01/01 00:00") + timedelta(minutes=minutes))
AMOUNTS = st.sampled_from([0, 0.5, 1, 1.5, 2, 3, 5, 7, 8, 10, 15, 20, 30, 40, 60])
SPANS = st.integers(0, 30 * 1440).map(lambda minutes: timedelta(minutes=minutes))
UNITS = st.sampled_from(["working_day", "calendar_day", "hour", "month"])
RECKONERS = st.builds(
    Reckoner,
    st.builds(Term, AMOUNTS, UNITS),
    st.builds(DeadlineRules, mode=st.sampled_from(Mode), has_cut_off=st.booleans()),
    st.sampled_from([USUAL, EIGHT_HOURS, HALF_SATURDAYS]),
)
MANY = settings(max_examples=250, deadline=None)


def keeps_its_minute(reckoner: Reckoner) -> bool:
    """Whether the minute of receipt decides, on a last day that several days can share."""
    by_the_date = reckoner.term.unit in {"calendar_day", "month"} and bool(reckoner.term.amount)
    return by_the_date and reckoner.rules.mode is Mode.SAME_MINUTE


@MANY
@given(RECKONERS, MOMENTS)
def test_nothing_is_due_before_it_was_received(reckoner: Reckoner, received: datetime) -> None:
    assert reckoner.due(received).due_at >= received


@MANY
@given(RECKONERS, MOMENTS)
def test_everything_is_due_while_the_hall_works(reckoner: Reckoner, received: datetime) -> None:
    due_at = reckoner.due(received).due_at
    shifts = reckoner.calendar.shifts(due_at.date())
    assert any(one.opens <= due_at.time() <= one.closes for one in shifts)


@MANY
@given(RECKONERS, MOMENTS, SPANS)
def test_who_comes_later_is_never_due_earlier(
    reckoner: Reckoner, received: datetime, later: timedelta
) -> None:
    first, second = reckoner.due(received).due_at, reckoner.due(received + later).due_at
    if keeps_its_minute(reckoner):
        # Thursday afternoon's and Friday morning's last days may both move to Monday.
        assert first.date() <= second.date()
    else:
        assert first <= second


@MANY
@given(RECKONERS, MOMENTS, AMOUNTS)
def test_a_longer_term_never_ends_earlier(
    reckoner: Reckoner, received: datetime, more: float
) -> None:
    if not reckoner.term.amount or reckoner.term.unit == "hour":
        more = float(int(more))
    longer = Reckoner(
        Term(reckoner.term.amount + more, reckoner.term.unit), reckoner.rules, reckoner.calendar
    )
    shorter = reckoner if reckoner.term.amount else longer
    assert shorter.due(received).due_at <= longer.due(received).due_at


@MANY
@given(RECKONERS, MOMENTS)
def test_the_reckoning_begins_with_receipt_and_ends_with_due(
    reckoner: Reckoner, received: datetime
) -> None:
    reckoning = reckoner.due(received)
    assert reckoning.steps[0].at == received
    assert reckoning.steps[-1].at == reckoning.due_at
    assert reckoning.last_day <= reckoning.due_at.date()


@MANY
@given(RECKONERS, MOMENTS, SPANS, SPANS)
def test_a_stop_shifts_the_due_time_by_what_passed(
    reckoner: Reckoner, received: datetime, until_stop: timedelta, stood: timedelta
) -> None:
    before, stopped = reckoner.due(received), received + until_stop
    after = reckoner.resumed(before, stopped, stopped + stood)
    calendar, unit = reckoner.calendar, reckoner.term.unit
    by_hours = unit == "hour" or (
        unit == "working_day"
        and reckoner.rules.mode is Mode.WORKING_HOURS
        and bool(reckoner.term.amount)
    )
    if by_hours:
        passed = working_time(stopped, stopped + stood, calendar)
        assert working_time(before.due_at, after.due_at, calendar) == passed
    elif unit == "working_day":
        passed_days = working_days_between(stopped.date(), (stopped + stood).date(), calendar)
        assert after.last_day == nth_working_day(before.last_day, passed_days, calendar)
    else:
        passed_dates = (stopped + stood).date() - stopped.date()
        assert after.last_day - before.last_day == passed_dates
    assert after.due_at >= before.due_at


@MANY
@given(RECKONERS, MOMENTS, SPANS)
def test_a_stop_of_no_time_changes_nothing(
    reckoner: Reckoner, received: datetime, until_stop: timedelta
) -> None:
    before = reckoner.due(received)
    after = reckoner.resumed(before, received + until_stop, received + until_stop)
    assert (after.due_at, after.last_day) == (before.due_at, before.last_day)


@MANY
@given(RECKONERS, MOMENTS, SPANS, SPANS)
def test_who_resumes_later_is_never_due_earlier(
    reckoner: Reckoner, received: datetime, stood: timedelta, longer: timedelta
) -> None:
    before = reckoner.due(received)
    first = reckoner.resumed(before, received, received + stood)
    second = reckoner.resumed(before, received, received + stood + longer)
    assert first.due_at <= second.due_at
