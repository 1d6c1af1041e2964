"""Citizens are parked, sent on, called back; officials change their minds and take breaks."""

from hallctl.core.hall.counting import reconciles
from tests.stories.day import AS_USUAL, Day


def test_a_citizen_fills_in_a_form_and_comes_back_to_the_counter(day: Day) -> None:
    day.opens()
    day.counter_opens("1")
    writer, next_one = day.citizen_takes("justice"), day.citizen_takes("justice")
    day.calls_next("1")
    assert day.parks("1") == writer
    assert day.sign("1") == "free"
    assert day.panel_parked("1") == [writer]
    assert day.phone_page(writer).face == "parked"
    assert day.calls_next("1") == next_one
    assert day.finishes("1") == next_one
    assert day.goes_on_with("1", writer) == writer
    assert day.sign("1") == writer
    assert day.panel_parked("1") == []
    assert day.finishes("1") == writer
    assert day.calls_spoken() == [writer, next_one]
    assert day.counts().finished == 2


def test_an_official_calls_a_number_out_of_turn(day: Day) -> None:
    day.opens()
    day.counter_opens("1")
    first, second = day.citizen_takes("justice"), day.citizen_takes("justice")
    assert day.calls_number("1", second) == second
    assert day.board_gold() == (second, "1")
    day.finishes("1")
    assert day.calls_next("1") == first


def test_a_citizen_is_sent_on_to_another_service_with_the_same_number(day: Day) -> None:
    day.opens()
    day.counter_opens("1")
    day.counter_opens("2")
    waiting = day.citizen_takes("police")
    day.minutes_pass(1)
    number = day.citizen_takes("justice")
    day.calls_next("1")
    assert day.transfers("1", "police", place="front") == number
    assert day.sign("1") == "free"
    assert day.panel_waiting("2") == [number, waiting]
    assert day.calls_next("2") == number
    assert day.board_gold() == (number, "2")
    day.finishes("2")
    counts = day.counts()
    assert reconciles(counts)
    assert (counts.issued, counts.finished, counts.waiting) == (2, 1, 1)


def test_a_colleague_gets_the_citizen_and_nobody_else(day: Day) -> None:
    day.opens()
    for counter in ("1", "2", "3"):
        day.counter_opens(counter)
    number = day.citizen_takes("justice")
    day.calls_next("1")
    assert day.sends_to_counter("1", "3") == number
    assert day.calls_next("1") == "nobody_waiting"
    assert day.calls_number("2", number) == "held_for_another"
    assert day.panel_waiting("3") == [number]
    assert day.calls_next("3") == number


def test_one_number_is_enough_for_two_things(day: Day) -> None:
    day.opens()
    day.counter_opens("1")
    day.counter_opens("2")
    number = day.citizen_takes("justice")
    day.calls_next("1")
    assert day.adds_service("1", "police") == number
    assert day.finishes("1") == number
    assert day.pad_asks("1") == ""
    assert day.panel_waiting("2") == [number]
    assert day.calls_next("2") == number
    assert day.finishes("2") == number
    assert day.pad_asks("2") == number
    counts = day.counts()
    assert reconciles(counts)
    assert (counts.issued, counts.finished) == (1, 1)


def test_a_wrong_press_is_taken_back_and_the_board_says_so(day: Day) -> None:
    day.opens()
    day.counter_opens("1")
    first, second = day.citizen_takes("justice"), day.citizen_takes("justice")
    day.calls_next("1")
    assert day.undoes("1") == first
    assert day.sign("1") == "free"
    assert day.board_withdrawn() == [first]
    assert day.panel_waiting("1") == [first, second]
    assert day.calls_next("1") == first
    assert day.board_withdrawn() == []
    assert day.does_not_come("1") == first
    assert day.undoes("1") == first
    assert day.sign("1") == first
    assert day.panel_missed("1") == []
    assert day.counts().missed == 0


def test_after_a_few_seconds_nothing_is_taken_back(day: Day) -> None:
    day.opens()
    day.counter_opens("1")
    day.citizen_takes("justice")
    day.calls_next("1")
    day.minutes_pass(1)
    assert day.undoes("1") == "nothing_to_undo"


def test_a_break_is_shown_above_the_counter(day: Day) -> None:
    day.opens()
    day.counter_opens("1")
    number = day.citizen_takes("justice")
    assert day.takes_a_break("1") == "1"
    assert day.sign("1") == "break"
    day.minutes_pass(15)
    assert day.is_back("1") == "1"
    assert day.sign("1") == "free"
    assert day.calls_next("1") == number


def test_an_official_sits_at_one_counter(day: Day) -> None:
    day.opens()
    day.counter_opens("1", "Lan")
    assert day.counter_opens("2", "Lan") == "official_elsewhere"
    assert day.sign("2") == "closed"


def test_a_citizen_takes_one_number_for_two_things_at_the_kiosk(day: Day) -> None:
    day.opens()
    day.counter_opens("1")
    day.counter_opens("2")
    number = day.citizen_takes_for_several("justice", "police")
    assert any("cùng số này" in words for words in day.paper(number).words)
    first = "1" if day.panel_waiting("1") == [number] else "2"
    then = "2" if first == "1" else "1"
    assert day.calls_next(first) == number
    assert day.finishes(first) == number
    assert day.calls_next(then) == number
    assert day.finishes(then) == number
    counts = day.counts()
    assert (counts.issued, counts.finished) == (1, 1)
    assert reconciles(counts)


def test_a_paused_service_says_why_on_its_tile(day: Day) -> None:
    day.opens()
    day.service_is_paused("police", "Mất kết nối")
    assert day.kiosk_says_of("police").startswith("Mất kết nối")
    assert day.citizen_takes("justice") == "A001"


def test_an_official_helps_out_by_another_profile_and_goes_back_to_the_usual_one(day: Day) -> None:
    day.opens()
    police, justice = day.citizen_takes("police"), day.citizen_takes("justice")
    assert day.counter_opens_by("1", "Hỗ trợ cả khu A") == "1"
    assert day.panel_profile("1") == "Hỗ trợ cả khu A"
    assert day.calls_next("1") == police
    assert day.calls_by("1", AS_USUAL) == "1"
    assert day.sign("1") == police, "whom the counter serves stays"
    assert day.panel_profile("1") == AS_USUAL
    another = day.citizen_takes("police")
    assert day.calls_next("1") == justice
    assert day.panel_waiting("1") == []
    assert day.calls_by("1", "Hỗ trợ cả khu A") == "1"
    assert day.panel_waiting("1") == [another]
    day.undoes("1")
    assert day.panel_profile("1") == AS_USUAL
    assert day.panel_waiting("1") == []
    assert reconciles(day.counts())
