"""Days and moments as readers of either language write them."""

from datetime import date

import pytest

from hallctl.ledger.period import Period
from hallctl.reports.periods import Span, around, in_words
from hallctl.reports.saying import Saying

HCM = "Asia/Ho_Chi_Minh"
AT = 1_795_140_000_000
"""Friday 20 November 2026, 09:00 in Hà Nội."""


def test_a_day_can_be_read_one_way_only() -> None:
    day = date(2026, 12, 1)
    assert Saying("vi", HCM).day(day) == "01/12/2026"
    assert Saying("en", HCM).day(day) == "1 Dec 2026"
    assert Saying("vi", HCM).day_of("2026-12-01") == "01/12/2026"
    assert Saying("en", HCM).short_day(day) == "1 Dec"


def test_a_moment_is_told_by_the_hall_s_clock() -> None:
    assert Saying("vi", HCM).moment(AT) == "09:00 20/11/2026"
    assert Saying("en", HCM).moment(AT) == "09:00, 20 Nov 2026"
    assert Saying("vi", HCM).short_day_at(AT) == "20/11"


def test_months_and_weeks_are_called_as_papers_call_them() -> None:
    vietnamese, english = Saying("vi", HCM), Saying("en", HCM)
    day = date(2026, 11, 20)
    assert (vietnamese.month(day), english.month(day)) == ("11/2026", "November 2026")
    assert vietnamese.week("2026-W07") == "Tuần 7/2026"
    assert english.week("2026-W07") == "Week 7, 2026"


@pytest.mark.parametrize(
    ("span", "vietnamese", "english"),
    [
        ("day", "20/11/2026", "20 Nov 2026"),
        ("week", "16/11/2026 – 22/11/2026", "16 Nov – 22 Nov 2026"),
        ("month", "Tháng 11/2026", "November 2026"),
        ("quarter", "Quý IV/2026", "Quarter 4, 2026"),
        ("year", "Năm 2026", "2026"),
    ],
)
def test_a_heading_names_its_period(span: Span, vietnamese: str, english: str) -> None:
    period = around(date(2026, 11, 20), span)
    assert in_words(period, Saying("vi", HCM)) == vietnamese
    assert in_words(period, Saying("en", HCM)) == english


def test_days_of_two_years_are_told_with_both() -> None:
    period = Period(date(2026, 12, 30), date(2027, 1, 2))
    assert in_words(period, Saying("en", HCM)) == "30 Dec 2026 – 2 Jan 2027"
