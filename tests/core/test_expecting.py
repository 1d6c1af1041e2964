"""What a citizen is told to expect: estimates that follow the people and the counters."""

from hallctl.core import commands as c
from hallctl.core.views import ServiceChoice
from tests.core.one_day import OneDay, wish


def choice(day: OneDay, service: str = "birth") -> ServiceChoice:
    return next(one for one in day.artist.kiosk(day.at).services if one.service == service)


def test_nobody_knows_the_wait_while_no_counter_serves(day: OneDay) -> None:
    day.open()
    assert choice(day).expected_wait_s is None
    assert choice(day).counters_open == 0


def test_a_free_counter_means_no_wait(day: OneDay) -> None:
    day.open("1")
    assert choice(day).expected_wait_s == 0


def test_a_busy_counter_means_half_a_visit_to_wait(day: OneDay) -> None:
    day.open("1")
    day.issue()
    day.call()
    assert choice(day).expected_wait_s == 8 * 60 / 2


def test_everyone_ahead_adds_a_visit(day: OneDay) -> None:
    day.open("1")
    for _ in range(4):
        day.issue()
    day.call()
    assert choice(day).expected_wait_s == 8 * 60 * 3.5


def test_a_second_counter_halves_the_wait(day: OneDay) -> None:
    day.open("1", "3")
    for _ in range(6):
        day.issue()
    day.call("1")
    day.call("3")
    assert choice(day).expected_wait_s == 8 * 60 * 4.5 / 2


def test_a_counter_that_serves_others_gives_its_part(day: OneDay) -> None:
    day.open("1")
    day.issue()
    day.call()
    day.issue()
    alone = choice(day).expected_wait_s
    for _ in range(2):
        day.issue("land")
    shared = choice(day).expected_wait_s
    assert alone is not None
    assert shared == alone * 2


def test_todays_own_visits_correct_the_typical_time(day: OneDay) -> None:
    day.open("1")
    for _ in range(5):
        day.issue()
        day.call()
        day.wait(2)
        day.finish()
    day.issue()
    day.call()
    assert choice(day).expected_wait_s == 5 * 60 / 2  # half of the mean of 8 and 2 minutes


def test_the_longest_wait_is_of_whoever_still_waits(day: OneDay) -> None:
    day.open("1")
    first = day.issue()
    day.wait(3)
    day.issue()
    day.wait(1)
    assert choice(day).longest_wait_s == 240
    day.do(wish(c.CancelTicket, ticket=first.ticket))
    assert choice(day).longest_wait_s == 60
    day.call()
    assert choice(day).longest_wait_s == 0
