"""When a dossier is due: examples worked by hand through the holidays of 2026."""

from datetime import time

import msgspec
import pytest

from hallctl.core.calendar import Calendar
from hallctl.core.deadlines import StepKind
from tests.dossiers.vietnam import EIGHT_HOURS, HALF_SATURDAYS, USUAL, at, due, reckoner

WORKING_DAYS = [
    # Tết: 14-15 a weekend, 16-20 off, 21-22 a weekend
    ("1 wd", "13/02 15:20", "23/02 17:00"),
    ("5 wd", "13/02 15:20", "27/02 17:00"),
    ("3 wd", "12/02 08:00", "24/02 17:00"),
    ("15 wd", "11/02 08:00", "11/03 17:00"),
    # Giỗ Tổ on a Sunday, its Monday off
    ("1 wd", "24/04 10:00", "28/04 17:00"),
    # 30/4 and 1/5, a Thursday and a Friday
    ("3 wd", "28/04 09:15", "05/05 17:00"),
    ("1 wd", "29/04 16:59", "04/05 17:00"),
    # Saturday 22/08 worked for Monday 31/08; 1-2/9 off
    ("2 wd", "20/08 08:00", "22/08 17:00"),
    ("3 wd", "20/08 08:00", "24/08 17:00"),
    ("1 wd", "22/08 10:00", "24/08 17:00"),
    ("2 wd", "28/08 10:00", "04/09 17:00"),
    ("6 wd", "21/08 14:00", "28/08 17:00"),
    ("7 wd", "21/08 14:00", "03/09 17:00"),
    # 24/11, new in 2026
    ("1 wd", "23/11 08:00", "25/11 17:00"),
    ("0.5 wd", "23/11 08:00", "25/11 17:00"),
    ("1.5 wd", "23/11 08:00", "26/11 17:00"),
    # received when nobody is there: it counts from when the hall next works
    ("1 wd", "15/08 10:00", "18/08 17:00"),
    ("1 wd", "10/08 17:00", "12/08 17:00"),
    ("1 wd", "10/08 06:00", "11/08 17:00"),
    ("1 wd", "10/08 12:00", "11/08 17:00"),
    ("1 wd", "17/02 09:00", "24/02 17:00"),
]
CALENDAR_DAYS_AND_MONTHS = [
    ("7 d", "13/02 15:20", "23/02 17:00"),  # the 20th is off
    ("10 d", "13/02 15:20", "23/02 17:00"),
    ("11 d", "13/02 15:20", "24/02 17:00"),
    ("3 d", "27/08 15:00", "03/09 17:00"),  # a Sunday, then three days off
    ("30 d", "23/07 10:00", "22/08 17:00"),  # a Saturday that is worked
    ("30 d", "31/07 10:00", "03/09 17:00"),  # a Sunday, then three days off
    ("1 m", "03/08 10:00", "03/09 17:00"),
    ("1 m", "31/07 10:00", "03/09 17:00"),  # the 31st is off
    ("1 m", "30/01 10:00", "02/03 17:00"),  # 28/02 is a Saturday
    ("3 m", "30/11/2025 10:00", "02/03 17:00"),  # a Sunday: counts from 01/12, and 01/03 is one too
    ("12 m", "27/02 10:00", "01/03/2027 17:00"),  # 27/02/2027 is a Saturday
]
HOURS = [
    ("4 h", "13/02 15:20", "23/02 09:50"),
    ("8 h", "02/03 08:00", "03/03 08:30"),
    ("1 h", "02/03 12:00", "02/03 14:30"),
    ("1 h", "02/03 10:30", "02/03 11:30"),
    ("1.5 h", "02/03 10:30", "02/03 14:00"),
    ("7.5 h", "02/03 07:30", "02/03 17:00"),
    ("8 h", "21/08 16:00", "22/08 16:30"),
    ("2 h", "14/02 10:00", "23/02 09:30"),
]


@pytest.mark.parametrize(("term", "received", "expected"), WORKING_DAYS)
def test_working_days_end_as_the_hall_closes(term: str, received: str, expected: str) -> None:
    assert due(term, received).due_at == at(expected)


@pytest.mark.parametrize(("term", "received", "expected"), CALENDAR_DAYS_AND_MONTHS)
def test_calendar_days_and_months_move_off_days_off(
    term: str, received: str, expected: str
) -> None:
    assert due(term, received).due_at == at(expected)


@pytest.mark.parametrize("mode", ["end", "minute", "hours"])
@pytest.mark.parametrize(("term", "received", "expected"), HOURS)
def test_hours_are_working_hours_in_every_mode(
    term: str, received: str, expected: str, mode: str
) -> None:
    assert due(term, received, mode).due_at == at(expected)


@pytest.mark.parametrize(
    ("term", "received", "expected"),
    [
        ("3 wd", "28/04 09:15", "05/05 09:15"),
        ("3 wd", "28/04 12:00", "05/05 13:30"),  # at lunch: counts from 13:30
        ("3 wd", "28/04 17:40", "06/05 07:30"),
        ("5 wd", "13/02 15:20", "27/02 15:20"),
        ("7 d", "13/02 15:20", "23/02 15:20"),
        ("1 m", "31/07 10:00", "03/09 10:00"),
        ("2 wd", "20/08 16:40", "22/08 16:40"),
    ],
)
def test_the_same_minute_of_the_last_day(term: str, received: str, expected: str) -> None:
    assert due(term, received, "minute").due_at == at(expected)


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ("14/08 09:00", "15/08 09:00"),
        ("14/08 11:30", "15/08 11:30"),
        ("14/08 15:00", "15/08 11:30"),
    ],
)
def test_a_minute_the_last_day_does_not_have_is_its_end(received: str, expected: str) -> None:
    assert due("1 wd", received, "minute", HALF_SATURDAYS).due_at == at(expected)


@pytest.mark.parametrize(
    ("calendar", "term", "received", "expected"),
    [
        (EIGHT_HOURS, "1 wd", "02/03 08:00", "03/03 08:00"),
        (EIGHT_HOURS, "5 wd", "13/02 15:20", "27/02 15:20"),
        (EIGHT_HOURS, "0.5 wd", "02/03 08:00", "02/03 13:30"),
        (EIGHT_HOURS, "2 wd", "20/08 09:00", "22/08 09:00"),
        (USUAL, "1 wd", "02/03 08:00", "03/03 08:30"),  # seven and a half hours a day
        (USUAL, "10 d", "13/02 15:20", "23/02 17:00"),  # calendar days are not reckoned in hours
        (HALF_SATURDAYS, "1 wd", "14/08 13:30", "17/08 08:00"),  # 3.5 + 4 + 0.5 hours
    ],
)
def test_working_hours_go_on_until_they_are_used_up(
    calendar: Calendar, term: str, received: str, expected: str
) -> None:
    assert due(term, received, "hours", calendar).due_at == at(expected)


@pytest.mark.parametrize(
    ("received", "without_rule", "with_rule"),
    [
        ("13/02 08:00", "13/02 17:00", "13/02 17:00"),
        ("13/02 15:00", "13/02 17:00", "13/02 17:00"),
        ("13/02 15:01", "13/02 17:00", "23/02 17:00"),
        ("13/02 16:59", "13/02 17:00", "23/02 17:00"),
        ("13/02 17:30", "23/02 17:00", "23/02 17:00"),
        ("21/08 15:30", "21/08 17:00", "22/08 17:00"),
        ("28/08 15:30", "28/08 17:00", "03/09 17:00"),
    ],
)
@pytest.mark.parametrize("mode", ["end", "minute", "hours"])
def test_the_same_day_and_after_the_cut_off_the_next(
    received: str, without_rule: str, with_rule: str, mode: str
) -> None:
    assert reckoner("0", mode).due(at(received)).due_at == at(without_rule)
    ruled = reckoner("0", mode, has_cut_off=True)
    assert ruled.due(at(received)).due_at == at(with_rule)


def test_a_hall_may_cut_off_at_another_time() -> None:
    ruled = reckoner("0", has_cut_off=True)
    earlier = msgspec.structs.replace(ruled.rules, cut_off=time(10))
    ruled = msgspec.structs.replace(ruled, rules=earlier)
    assert ruled.due(at("12/02 10:30")).due_at == at("13/02 17:00")


def test_a_cut_off_does_not_touch_procedures_that_take_days() -> None:
    assert reckoner("1 wd", has_cut_off=True).due(at("12/02 16:00")).due_at == at("13/02 17:00")


STOPS = [
    ("5 wd", "13/02 15:20", "24/02 10:00", "26/02 09:00", "03/03 17:00"),
    ("5 wd", "13/02 15:20", "24/02 10:00", "24/02 16:00", "27/02 17:00"),
    ("5 wd", "20/08 08:00", "21/08 10:00", "24/08 09:00", "28/08 17:00"),  # Saturday is worked
    ("10 d", "02/03 08:00", "05/03 10:00", "09/03 10:00", "16/03 17:00"),
    ("1 m", "03/08 08:00", "10/08 10:00", "12/08 10:00", "07/09 17:00"),  # 05/09 is a Saturday
    ("8 h", "02/03 08:00", "02/03 10:00", "02/03 14:30", "03/03 11:00"),  # 1.5 + 1 hours
    ("0", "02/03 08:00", "02/03 10:00", "04/03 10:00", "04/03 17:00"),
]


@pytest.mark.parametrize(("term", "received", "stopped", "resumed", "expected"), STOPS)
def test_the_clock_stands_still_until_the_supplement_is_there(
    term: str, received: str, stopped: str, resumed: str, expected: str
) -> None:
    ours = reckoner(term)
    again = ours.resumed(ours.due(at(received)), at(stopped), at(resumed))
    assert again.due_at == at(expected)


def test_the_minute_is_kept_over_a_stop() -> None:
    ours = reckoner("3 wd", "minute")
    again = ours.resumed(ours.due(at("02/03 09:15")), at("03/03 10:00"), at("05/03 08:00"))
    assert again.due_at == at("09/03 09:15")


def test_nothing_is_resumed_before_it_was_stopped() -> None:
    ours = reckoner("3 wd")
    with pytest.raises(ValueError, match="before it was stopped"):
        ours.resumed(ours.due(at("02/03 09:15")), at("04/03 10:00"), at("03/03 10:00"))


def test_every_step_of_the_reckoning_is_told() -> None:
    steps = due("3 wd", "28/04 17:40").steps
    assert [(one.kind.value, one.at, one.detail) for one in steps] == [
        ("received", at("28/04 17:40"), ""),
        ("counts_from", at("29/04 07:30"), ""),
        ("term", at("29/04 07:30"), "3 working_day"),
        ("day_off", at("30/04 00:00"), "Ngày Chiến thắng"),
        ("day_off", at("01/05 00:00"), "Quốc tế Lao động"),
        ("due", at("06/05 17:00"), ""),
    ]


def test_a_move_off_a_day_off_is_told() -> None:
    kinds = [one.kind for one in due("7 d", "13/02 15:20").steps]
    assert kinds == [
        StepKind.RECEIVED,
        StepKind.TERM,
        StepKind.DAY_OFF,
        StepKind.MOVED,
        StepKind.DUE,
    ]


def test_the_cut_off_is_told() -> None:
    steps = reckoner("0", has_cut_off=True).due(at("13/02 15:20")).steps
    assert (steps[1].kind, steps[1].detail) == (StepKind.AFTER_CUT_OFF, "15:00")


def test_a_stop_is_told_beside_what_went_before() -> None:
    ours = reckoner("5 wd")
    before = ours.due(at("02/03 08:00"))
    steps = ours.resumed(before, at("03/03 10:00"), at("05/03 09:00")).steps
    assert steps[: len(before.steps) - 1] == before.steps[:-1]
    stopped, ending = steps[-2:]
    assert (stopped.kind, stopped.detail) == (StepKind.STOPPED, "2026-03-05 09:00:00")
    assert (ending.kind, ending.at) == (StepKind.DUE, at("11/03 17:00"))
