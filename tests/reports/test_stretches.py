"""A period in months and days: every day of it is in one of the two, once."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some

from hallctl.ledger.stretches import NOTHING, Stretches, stretches

DAYS = some.dates(date(2019, 12, 1), date(2024, 4, 1))


def days_of(cut: Stretches) -> list[date]:
    """All that it is made of."""
    day, found = date(2019, 11, 1), []
    while day < date(2024, 6, 1):
        text = day.isoformat()
        found += [day] * (cut.head[0] <= text <= cut.head[1])
        found += [day] * (cut.tail[0] <= text <= cut.tail[1])
        found += [day] * (cut.months[0] <= text[:7] <= cut.months[1])
        day += timedelta(days=1)
    return found


@given(DAYS, DAYS, some.booleans())
def test_every_day_of_a_period_is_summed_once(first: date, last: date, by_months: bool) -> None:
    wanted = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    assert sorted(days_of(stretches(first, last, by_months=by_months))) == wanted


def test_whole_months_are_cut_out_of_a_period() -> None:
    cut = stretches(date(2026, 1, 15), date(2026, 11, 27))
    assert cut.months == ("2026-02", "2026-10")
    assert cut.head == ("2026-01-15", "2026-01-31")
    assert cut.tail == ("2026-11-01", "2026-11-27")
    assert stretches(date(2026, 1, 15), date(2026, 11, 27), by_months=False).months == NOTHING


def test_all_that_ever_was_is_months_up_to_the_last() -> None:
    assert stretches(date.min, date(2026, 11, 30)).months == ("0001-01", "2026-11")
