"""What a citizen takes away: the ticket on paper, and its page on the phone."""

from hallctl.core.events import TicketIssued
from tests.stories.day import Day, PhonePage


def test_the_ticket_says_what_the_hall_said(day: Day) -> None:
    day.opens()
    day.citizen_takes("justice")
    number = day.citizen_takes("justice")
    paper = day.paper(number)
    assert paper.copies == 1
    assert number in paper.words
    assert "Tư pháp, hộ tịch" in paper.words
    assert "Trước ông/bà còn 1 người" in paper.words
    issued = [one for one in day.facts if isinstance(one, TicketIssued)]
    assert f"/t/{issued[-1].ticket}-" in paper.link


def test_an_english_citizen_gets_english_paper_and_the_board_calls_her(day: Day) -> None:
    day.opens()
    day.counter_opens("1")
    number = day.citizen_takes("justice", language="en")
    words = day.paper(number).words
    assert {"Your number", "Justice, civil status", "You are next"} <= set(words)
    assert "Provincial Public Service Hall" in words
    day.calls_next("1")
    assert day.board_gold() == (number, "1")
    assert day.calls_spoken("vi") == day.calls_spoken("en") == [number]


def test_priority_is_not_written_on_the_paper(day: Day) -> None:
    day.opens()
    with_priority = day.paper(day.citizen_takes("justice", priority="disabled"))
    assert not [line for line in with_priority.words if "ưu tiên" in line.lower()]
    assert not [line for line in with_priority.words if "khuyết tật" in line.lower()]


def test_after_the_paper_ran_out_the_ticket_is_printed_once(day: Day) -> None:
    day.opens()
    day.counter_opens("1")
    day.paper_runs_out()
    number = day.citizen_takes("justice")
    assert day.kiosk_lacks_paper()
    waiting_for_paper = day.citizen_takes("justice")
    assert day.calls_next("1") == number

    day.paper_is_refilled()
    assert not day.kiosk_lacks_paper()
    assert day.paper(number).copies == 1
    assert day.paper(waiting_for_paper).copies == 1


def test_the_phone_page_follows_the_ticket(day: Day) -> None:
    day.opens()
    other, number = day.citizen_takes("justice"), day.citizen_takes("justice")
    assert day.phone_page(number) == PhonePage("waiting", ahead=1, counter="")
    day.counter_opens("1")
    assert day.phone_page(number) == PhonePage("near", ahead=1, counter="")
    day.calls_next("1")
    assert day.phone_page(number) == PhonePage("next", ahead=0, counter="")
    day.calls_next("1")
    assert day.phone_page(number) == PhonePage("called", ahead=0, counter="1")
    assert day.phone_page(other).face == "finished"
    day.does_not_come("1")
    assert day.phone_page(number).face == "missed"
    day.is_put_back(number)
    assert day.phone_page(number).face == "next"
    day.closes()
    assert day.phone_page(number).face == "over"
