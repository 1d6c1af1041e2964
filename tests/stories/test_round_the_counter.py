"""Officials come and go, visitors rate, the day ends; the hall itself may be away for a while."""

from hallctl.core.events import VisitFinished, VisitRated
from hallctl.core.hall.counting import reconciles
from tests.stories.day import LAN, MINH, Day


def test_visitors_rate_once(day: Day) -> None:
    day.opens()
    day.counter_opens("1")
    number = day.citizen_takes("justice")
    day.calls_next("1")
    assert day.pad_asks("1") == ""
    assert day.rates_past_the_pad(number, 5, 5) == "visit_not_finished"
    day.finishes("1")
    assert day.pad_asks("1") == number
    assert day.rates("1", result=5, attitude=4) == number
    assert day.pad_asks("1") == ""
    assert day.rates_past_the_pad(number, 1, 1) == "already_rated"
    counts = day.counts()
    assert (counts.rated, counts.satisfied) == (1, 1)


def test_a_visitor_has_half_an_hour_to_rate(day: Day) -> None:
    day.opens()
    day.counter_opens("1")
    number = day.citizen_takes("justice")
    day.calls_next("1")
    day.finishes("1")
    day.minutes_pass(31)
    assert day.rates_past_the_pad(number, 5, 5) == "rating_over"


def test_after_lunch_the_counter_opens_again_with_the_other_official(day: Day) -> None:
    day.opens()
    assert day.counter_opens("1", official=LAN) == LAN
    assert day.panel_official("1") == LAN
    before, after = day.citizen_takes("justice"), day.citizen_takes("justice")
    day.calls_next("1")
    assert day.counter_closes("1") == "counter_busy"
    day.finishes("1")
    assert day.counter_closes("1") == "1"
    assert day.sign("1") == "closed"
    assert day.panel_official("1") == ""

    day.minutes_pass(120)
    assert day.counter_opens("1", official=MINH) == MINH
    assert day.panel_official("1") == MINH
    assert day.calls_next("1") == after
    day.finishes("1")
    day.rates("1", result=5, attitude=5)
    finished = [one for one in day.facts if isinstance(one, VisitFinished)]
    assert [(one.number, one.official) for one in finished] == [(before, LAN), (after, MINH)]
    rated = [one for one in day.facts if isinstance(one, VisitRated)]
    assert [one.official for one in rated] == [MINH]


def test_a_counter_is_opened_by_one_official_at_a_time(day: Day) -> None:
    day.opens()
    day.counter_opens("1", official=LAN)
    assert day.counter_opens("1", official=MINH) == "counter_already_open"
    assert day.panel_official("1") == LAN


def test_the_day_closes_with_people_still_waiting_and_the_counts_reconcile(day: Day) -> None:
    day.opens()
    day.counter_opens("1")
    numbers = [day.citizen_takes("justice") for _ in range(5)]
    day.calls_next("1")
    day.does_not_come("1")
    day.calls_next("1")
    assert day.cancels(numbers[2]) == numbers[2]
    day.closes()
    counts = day.counts()
    assert reconciles(counts)
    assert (counts.issued, counts.waiting, counts.at_counters) == (5, 0, 0)
    assert (counts.missed, counts.finished) == (1, 1)
    assert (counts.cancelled, counts.lapsed) == (1, 2)
    assert day.sign("1") not in numbers
    assert day.rates_past_the_pad(numbers[1], 4, 4) == numbers[1]


def test_an_official_who_lost_the_hall_sees_the_truth_with_the_first_word_of_it(day: Day) -> None:
    day.opens()
    day.counter_opens("1")
    first, second = day.citizen_takes("justice"), day.citizen_takes("justice")
    day.calls_next("1")
    with day.hall_is_away():
        assert day.panel_is_offline("1")
    assert not day.panel_is_offline("1")
    assert day.panel_heard("1") == 1
    assert day.sign("1") == first
    assert day.board_gold() == (first, "1")
    assert day.panel_waiting("1") == [second]
    assert day.calls_next("1") == second
    assert day.calls_spoken() == [first, second]
    assert reconciles(day.counts())


def test_a_day_closed_too_soon_goes_on_for_everybody(day: Day) -> None:
    day.opens()
    official = day.counter_opens("1")
    served, parked, waits, last = (day.citizen_takes("justice") for _ in range(4))
    day.calls_number("1", parked)
    day.parks("1")
    day.calls_next("1")
    day.minutes_pass(1)
    day.closes()
    assert day.phone_page(waits).face == "over"
    day.opens()
    assert (day.sign("1"), day.panel_parked("1")) == (served, [parked])
    assert day.panel_official("1") == official
    assert day.panel_waiting("1") == [waits, last]
    assert day.phone_page(waits).face == "next"
    assert day.phone_page(served).face == "called"
    assert day.calls_next("1") == waits
    assert day.calls_spoken() == [parked, served, waits]
    counts = day.counts()
    assert (counts.issued, counts.finished, counts.lapsed) == (4, 1, 0)
