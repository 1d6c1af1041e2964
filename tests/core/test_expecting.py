"""What a citizen is told to expect: estimates that follow the people and the counters."""

from datetime import time

import msgspec

from hallctl.core import commands as c
from hallctl.core.calendar import Calendar, Shift
from hallctl.core.expecting import prospect_of
from hallctl.core.hall import Ticket
from hallctl.core.outlook import Outlook
from hallctl.core.views import ServiceChoice
from tests.core.one_day import OneDay, wish


def choice(day: OneDay, service: str = "birth") -> ServiceChoice:
    return next(one for one in day.artist.kiosk(day.at).services if one.service == service)


def wait_of(day: OneDay, ticket: Ticket) -> int | None:
    return prospect_of(Outlook(day.hall, day.plan, day.at), ticket).wait_s


def test_nobody_knows_the_wait_while_no_counter_serves(day: OneDay) -> None:
    day.open()
    assert choice(day).expected_wait_s is None
    assert choice(day).counters_open == 0


def test_a_free_counter_means_no_wait(day: OneDay) -> None:
    day.open("1")
    assert choice(day).expected_wait_s == 0


def test_a_counter_that_has_just_called_is_busy_for_a_usual_visit(day: OneDay) -> None:
    day.open("1")
    day.issue()
    day.call()
    assert choice(day).expected_wait_s == 8 * 60
    day.wait(3)
    assert choice(day).expected_wait_s == 5 * 60


def test_a_visit_longer_than_usual_is_not_over_yet(day: OneDay) -> None:
    day.open("1")
    day.issue()
    day.call()
    day.wait(20)
    assert choice(day).expected_wait_s == 2 * 60


def test_everyone_ahead_adds_a_visit(day: OneDay) -> None:
    day.open("1")
    for _ in range(4):
        day.issue()
    day.call()
    assert choice(day).expected_wait_s == 8 * 60 * 4


def test_a_second_counter_takes_half_of_those_ahead(day: OneDay) -> None:
    day.open("1", "3")
    for _ in range(6):
        day.issue()
    day.call("1")
    day.call("3")
    assert choice(day).expected_wait_s == 8 * 60 * (1 + 4 / 2)


def test_whoever_waits_for_another_service_of_the_counter_is_ahead_too(day: OneDay) -> None:
    day.open("1")
    for _ in range(2):
        day.issue("land")
    day.call()
    assert (
        choice(day, "birth").expected_wait_s == choice(day, "land").expected_wait_s == 2 * 12 * 60
    )


def test_those_whom_another_counter_will_serve_are_not_ahead(day: OneDay) -> None:
    day.open("2")
    day.do(wish(c.OpenCounter, counter="3", official="official-3", services=("tax", "birth")))
    for _ in range(5):
        day.issue("land")
    day.issue("tax")
    day.call("3")
    assert choice(day, "birth").expected_wait_s == 8 * 60
    assert choice(day, "land").expected_wait_s == 5 * 12 * 60


def test_the_counter_that_serves_everything_is_left_to_those_who_need_it(day: OneDay) -> None:
    day.open("2", "3")
    for _ in range(4):
        day.issue("land")
    for _ in range(6):
        day.issue("tax")
    assert choice(day, "land").expected_wait_s == 4 * 12 * 60
    assert choice(day, "tax").expected_wait_s == 6 * 8 * 60


def test_nobody_is_called_in_the_break(day: OneDay) -> None:
    morning, afternoon = Shift(time(7, 30), time(8, 30)), Shift(time(10), time(12))
    calendar = Calendar(week=dict.fromkeys(range(1, 6), (morning, afternoon)))
    dossiers = msgspec.structs.replace(day.plan.dossiers, calendar=calendar)
    shifts = (morning, afternoon)
    day = OneDay(msgspec.structs.replace(day.plan, shifts=shifts, dossiers=dossiers)).open("1")
    for _ in range(5):
        day.issue()
    day.call()
    assert choice(day).expected_wait_s == 5 * 8 * 60  # 8:40: those are mostly called before it
    waiting = [day.issue() for _ in range(2)]
    assert choice(day).expected_wait_s == (7 * 8 + 90) * 60
    assert wait_of(day, waiting[0]) == 5 * 8 * 60
    assert wait_of(day, waiting[1]) == (6 * 8 + 90) * 60


def test_a_ticket_waits_for_those_before_it_alone(day: OneDay) -> None:
    day.open("1")
    day.issue()
    day.call()
    day.issue("land")
    waiting = day.issue()
    day.wait(1)
    for _ in range(3):
        day.issue("land")
    elderly = day.issue(priority="elderly")
    assert wait_of(day, waiting) == (7 + 8 + 12) * 60
    assert wait_of(day, elderly) == 7 * 60


def test_those_of_other_services_are_first_at_the_counter_that_comes_soonest(day: OneDay) -> None:
    day.open("1", "3")
    day.issue("land")
    day.call("1")
    day.issue("tax")
    day.call("3")
    for _ in range(2):
        day.issue("land")
    for _ in range(3):
        day.issue("tax")
    waiting = day.issue()
    day.issue("land")
    assert prospect_of(Outlook(day.hall, day.plan, day.at), waiting).others_first == 2
    view = day.artist.ticket(day.at, waiting.ticket)
    assert view is not None
    assert (view.ahead, view.others_first) == (0, 2)


def test_a_ticket_held_for_one_counter_waits_for_that_one(day: OneDay) -> None:
    day.open("1", "3")
    held = day.issue()
    day.call("1")
    day.issue()
    day.call("3")
    day.wait(2)
    day.do(wish(c.Transfer, counter="1", to_counter="3"))
    assert choice(day).expected_wait_s == 0
    assert wait_of(day, held) == 6 * 60


def test_todays_own_visits_correct_the_typical_time(day: OneDay) -> None:
    day.open("1")
    for _ in range(5):
        day.issue()
        day.call()
        day.wait(2)
        day.finish()
    day.issue()
    day.call()
    assert choice(day).expected_wait_s == 5 * 60  # the mean of 8 and 2 minutes


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
