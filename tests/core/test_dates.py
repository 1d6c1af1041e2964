"""Days are written as their readers write them."""

from datetime import date

import pytest

from hallctl.core.dates import day_in_brief, day_said, in_one_piece, short_day_said

FIFTH = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("language", "whole", "short"),
    [
        ("vi", "05/03/2026", "05/03"),
        ("en", "5 March 2026", "5 March"),
        ("zh", "05/03/2026", "05/03"),
    ],
)
def test_english_names_the_month_and_others_put_the_day_first(
    language: str, whole: str, short: str
) -> None:
    assert (day_said(FIFTH, language), short_day_said(FIFTH, language)) == (whole, short)


def test_narrow_places_have_short_months_and_no_line_parts_a_day() -> None:
    assert day_in_brief(date(2026, 9, 30), "en") == "30 Sept 2026"
    assert day_in_brief(date(2026, 9, 30), "vi") == "30/09/2026"
    assert in_one_piece("30 Sept 2026") == "30\u00a0Sept\u00a02026"
