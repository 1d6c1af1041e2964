"""Days are written as their readers write them."""

from datetime import date

import pytest

from hallctl.core.dates import day_said, short_day_said

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
