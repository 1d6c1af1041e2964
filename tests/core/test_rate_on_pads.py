"""Pads at rest show the hall's satisfaction where the hall wishes, and never of a few."""

import msgspec
import pytest

from hallctl.core import commands as c
from hallctl.core.plan.rating_rules import RatingTable
from tests.core.one_day import PLAN, OneDay, wish


@pytest.mark.parametrize(
    ("shows", "ratings", "shown"), [(True, 4, (0, 0)), (True, 5, (5, 4)), (False, 5, (0, 0))]
)
def test_the_rate_is_shown_from_five_ratings_on(
    shows: bool, ratings: int, shown: tuple[int, int]
) -> None:
    plan = msgspec.structs.replace(PLAN, rating=RatingTable(pad_shows_rate=shows))
    day = OneDay(plan).open("1")
    for number in range(ratings):
        day.issue()
        visit = day.call().visit
        day.do(wish(c.FinishVisit, counter="1"))
        day.do(wish(c.RateVisit, visit=visit, result=5 if number else 2, attitude=5))
    pad = day.artist.pad(day.at, "1")
    assert (pad.rated_today, pad.satisfied_today) == shown
