"""Days and moments as readers of either language write them."""

from datetime import date

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
