"""Charts say what is so at a glance: what is not over looks unfinished, names fit, figures are readable."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

import pytest

from hallctl.ledger.period import Period
from hallctl.reports.charts import chart
from hallctl.reports.charts.chart_sheet import INK
from hallctl.reports.charts.course_chart import MOST_NAMED, named
from hallctl.reports.charts.heat_chart import blues
from hallctl.reports.report import Column, Report, Row
from hallctl.reports.saying import Saying

FIRST = date(2026, 10, 1)
SAY = Saying("vi", "Asia/Ho_Chi_Minh")


def report(days: int, by: str = "day") -> Report:
    keys = [(FIRST + timedelta(days=at)).isoformat() for at in range(days)]
    columns = (
        Column("issued", "Lượt", "count", True),
        Column("within_target", "Gọi", "share", True),
    )
    rows = tuple(Row(key, key, (40 + at, 90.0)) for at, key in enumerate(keys))
    period = Period(FIRST, FIRST + timedelta(days=days - 1))
    return Report("visits", "Lượt", "", period, by, "Ngày", columns, rows, None)


def is_dashed(drawn: bytes | None) -> bool:
    assert drawn is not None
    return b"stroke-dasharray" in drawn


def test_only_a_day_that_is_not_over_is_dashed() -> None:
    for shape in MOST_NAMED:
        assert is_dashed(chart(report(9), SAY, FIRST + timedelta(days=8), shape))
        assert not is_dashed(chart(report(9), SAY, FIRST + timedelta(days=9), shape))
    assert not is_dashed(chart(report(9), SAY))


@pytest.mark.parametrize("most", MOST_NAMED.values())
def test_no_more_days_are_named_than_there_is_room_for(most: int) -> None:
    for days in (1, most, most + 1, 31, 62, 120, 366, 400):
        places = named(report(days), most)
        assert 0 < len(places) <= most, days
        assert all(after - at >= days // most for at, after in pairwise(places)), days
        assert places == sorted(set(places))


def test_of_two_months_each_week_s_first_day_is_named() -> None:
    days = [FIRST + timedelta(days=at) for at in named(report(62), MOST_NAMED["usual"])]
    assert {day.isoweekday() for day in days[1:]} == {1}


def test_a_figure_is_read_on_the_busiest_hour_s_ground() -> None:
    ink = light(int(INK[at : at + 2], 16) / 255 for at in (1, 3, 5))
    for share in range(101):
        ground = light(blues()(share / 100)[:3])
        assert (ground + 0.05) / (ink + 0.05) >= 4.5, share


def light(colour: Iterable[float]) -> float:
    """As WCAG reckons it: 0 black, 1 white."""
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_hours_of_the_week_are_drawn_as_lines_that_any_size_shows_sharp() -> None:
    columns = tuple(Column(day, SAY.weekday(int(day)), "mean", True) for day in "12345")
    rows = tuple(Row(str(at), f"{at}", (1.0, None, 2.0, 3.0, 24.5)) for at in range(3))
    period = Period(FIRST, FIRST)
    drawn = chart(Report("busy-hours", "", "", period, "hour", "Giờ", columns, rows, None), SAY)
    assert drawn is not None
    assert b"<image" not in drawn
