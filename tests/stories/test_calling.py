"""Numbers are taken and called; some do not come, some were called by mistake."""

from hallctl.core.hall.counting import reconciles
from tests.stories.day import Day

EIGHT = tuple("12345678")
THEIR_SERVICES = (
    *("justice", "police", "social", "health-education"),
    *("land", "farming", "construction", "transport"),
)


def test_a_citizen_gets_her_number_and_is_called(day: Day) -> None:
    day.opens()
    day.counter_opens("1")
    number = day.citizen_takes("justice")
    assert number == "A001"
    assert day.waiting("justice") == 1
    assert day.panel_waiting("1") == [number]

    assert day.calls_next("1") == number
    assert day.board_gold() == (number, "1")
    assert day.sign("1") == number
    assert day.sign("2") == "closed"
    assert day.calls_spoken() == [number]
    assert day.waiting("justice") == 0

    assert day.finishes("1") == number
    assert day.sign("1") == "free"
    assert day.counts().finished == 1


def test_two_people_pressing_at_once_get_two_numbers(day: Day) -> None:
    day.opens()
    numbers = day.two_take_at_once("justice")
    assert sorted(numbers) == ["A001", "A002"]
    assert day.waiting("justice") == 2
    assert {day.paper(number).number for number in numbers} == {"A001", "A002"}


def test_a_no_show_frees_the_counter_and_may_come_back(day: Day) -> None:
    day.opens()
    day.counter_opens("1")
    late, next_one = day.citizen_takes("justice"), day.citizen_takes("justice")
    day.calls_next("1")
    day.minutes_pass(1)
    assert day.recalls("1") == late
    assert day.does_not_come("1") == late
    assert day.sign("1") == "free"
    assert day.panel_missed("1") == [late]
    assert day.calls_next("1") == next_one
    assert day.sign("1") == next_one

    day.minutes_pass(10)
    assert day.is_put_back(late) == late
    assert day.panel_missed("1") == []
    assert day.panel_waiting("1") == [late]
    assert day.calls_next("1") == late
    assert day.board_gold() == (late, "1")
    assert day.counts().missed == 0


def test_whoever_comes_back_late_waits_behind_those_who_were_there(day: Day) -> None:
    day.opens()
    day.counter_opens("1")
    late = day.citizen_takes("justice")
    day.calls_next("1")
    day.does_not_come("1")
    there = day.citizen_takes("justice")
    day.minutes_pass(3)
    day.is_put_back(late)
    assert day.panel_waiting("1") == [there, late]


def test_a_wrong_call_is_put_back_in_front(day: Day) -> None:
    day.opens()
    day.counter_opens("1")
    first, second = day.citizen_takes("justice"), day.citizen_takes("justice")
    day.minutes_pass(2)
    day.calls_next("1")
    assert day.is_put_back(first) == first
    assert day.sign("1") == "free"
    assert day.panel_waiting("1") == [first, second]
    assert day.calls_next("1") == first


def test_a_number_that_is_called_again_is_heard_again(day: Day) -> None:
    day.opens()
    day.counter_opens("1")
    day.counter_opens("2")
    first, second = day.citizen_takes("justice"), day.citizen_takes("police")
    day.calls_next("1")
    day.calls_next("2")
    day.recalls("1")
    assert day.board_calls() == [(first, "1"), (second, "2")]
    assert day.calls_spoken() == [first, second, first]


def test_an_old_man_goes_before_those_who_came_a_little_earlier(day: Day) -> None:
    day.opens()
    day.counter_opens("1")
    young = [day.citizen_takes("justice")]
    day.minutes_pass(2)
    young.append(day.citizen_takes("justice"))
    day.minutes_pass(2)
    old_man = day.citizen_takes("justice", priority="elderly")
    assert day.panel_waiting("1") == [old_man, *young]
    assert day.calls_next("1") == old_man


def test_nobody_starves_behind_those_with_priority(day: Day) -> None:
    day.opens()
    day.counter_opens("1")
    patient = day.citizen_takes("justice")
    day.minutes_pass(4)
    assert day.citizen_takes("justice", priority=True) == day.calls_next("1")
    day.minutes_pass(4)
    assert day.citizen_takes("justice", priority="elderly") == day.calls_next("1")
    day.minutes_pass(4)
    day.citizen_takes("justice", priority="elderly")
    assert day.calls_next("1") == patient


def test_eight_calls_at_once_are_all_shown_and_each_is_spoken_once(day: Day) -> None:
    day.opens()
    for counter in EIGHT:
        day.counter_opens(counter)
    for service in THEIR_SERVICES:
        day.citizen_takes(service)
        day.citizen_takes(service)
    called = day.all_call_at_once(EIGHT)
    assert len({number for number, _ in called}) == 8
    assert sorted(day.calls_shown()) == sorted(called)
    assert sorted(day.calls_spoken()) == sorted(number for number, _ in called)
    assert day.calls_spoken() == [number for number, _ in day.calls_shown()]
    assert day.counts().at_counters == 8


def test_officials_cannot_call_out_of_an_empty_queue(day: Day) -> None:
    day.opens()
    assert day.calls_next("1") == "counter_not_open"
    day.counter_opens("1")
    assert day.calls_next("1") == "nobody_waiting"
    assert day.does_not_come("1") == "counter_free"
    assert reconciles(day.counts())
