"""The hall's calendar: which days and hours it works."""

from datetime import date, timedelta
from itertools import islice

import msgspec
import pytest

from hallctl.core.calendar import Calendar, NeverOpenError
from tests.dossiers.vietnam import HALF_SATURDAYS, USUAL, at


@pytest.mark.parametrize(
    ("day", "is_working"),
    [
        (date(2026, 2, 13), True),  # a Friday
        (date(2026, 2, 14), False),  # a Saturday
        (date(2026, 2, 17), False),  # Tết
        (date(2026, 4, 27), False),  # in lieu of a Sunday
        (date(2026, 8, 22), True),  # a Saturday worked for Monday 31 August
        (date(2026, 8, 29), False),  # the Saturday after
        (date(2026, 8, 31), False),
        (date(2026, 11, 24), False),  # a holiday since 2026
        (date(2025, 11, 24), True),
    ],
)
def test_a_day_is_worked_or_not(day: date, is_working: bool) -> None:
    assert USUAL.is_working(day) is is_working


def test_a_day_both_off_and_worked_is_worked() -> None:
    swapped = msgspec.structs.replace(USUAL, days_worked={date(2026, 9, 2): "trực"})
    assert swapped.is_working(date(2026, 9, 2))


def test_a_saturday_worked_instead_is_a_whole_day_even_where_saturdays_are_half() -> None:
    assert len(HALF_SATURDAYS.shifts(date(2026, 8, 15))) == 1
    assert HALF_SATURDAYS.shifts(date(2026, 8, 22)) == HALF_SATURDAYS.shifts(date(2026, 8, 21))


def test_a_holiday_has_a_name_and_a_weekend_none() -> None:
    assert USUAL.why_off(date(2026, 9, 2)) == "Quốc khánh"
    assert USUAL.why_off(date(2026, 9, 5)) == ""


@pytest.mark.parametrize(
    ("when", "opens"),
    [
        ("13/02 07:00", "13/02 07:30"),
        ("13/02 07:30", "13/02 07:30"),
        ("13/02 11:29", "13/02 11:29"),
        ("13/02 11:30", "13/02 13:30"),
        ("13/02 12:15", "13/02 13:30"),
        ("13/02 16:59", "13/02 16:59"),
        ("13/02 17:00", "23/02 07:30"),
        ("14/02 09:00", "23/02 07:30"),
        ("21/08 23:00", "22/08 07:30"),
        ("28/08 18:00", "03/09 07:30"),
    ],
)
def test_the_next_moment_the_hall_works(when: str, opens: str) -> None:
    assert USUAL.first_open(at(when)) == at(opens)


def test_working_days_follow_each_other_over_a_holiday() -> None:
    days = islice(USUAL.working_days_after(date(2026, 4, 28)), 3)
    assert list(days) == [date(2026, 4, 29), date(2026, 5, 4), date(2026, 5, 5)]


def test_working_time_comes_in_stretches() -> None:
    stretches = list(islice(USUAL.spans(at("13/02 15:00")), 3))
    assert stretches == [
        (at("13/02 15:00"), at("13/02 17:00")),
        (at("23/02 07:30"), at("23/02 11:30")),
        (at("23/02 13:30"), at("23/02 17:00")),
    ]


def test_a_calendar_without_a_working_day_says_so() -> None:
    with pytest.raises(NeverOpenError, match="no working day within 60 days of 2026-01-01"):
        Calendar(week={}).next_working(date(2026, 1, 1))


def test_a_closure_of_eight_weeks_is_bridged() -> None:
    first = date(2026, 6, 1)
    closed = {first + timedelta(days=one): "sửa chữa" for one in range(56)}
    closure = msgspec.structs.replace(USUAL, days_off=closed)
    assert closure.first_open(at("01/06 08:00")) == at("27/07 07:30")
