"""Officials choose whom they call, and call again as often and as soon as the hall allows."""

import msgspec
import pytest

from hallctl.core import commands as c
from hallctl.core.hall import Ticket
from hallctl.core.plan.floor_rules import FloorRules
from hallctl.core.refusals import Refusal
from tests.core.one_day import PLAN, OneDay, wish


def refusal(day: OneDay, command: c.Command) -> tuple[Refusal, dict[str, object]] | None:
    refused = day.refusal(command)
    return (refused.refusal, refused.details) if refused else None


def test_an_official_calls_whom_she_chooses(day: OneDay) -> None:
    first, second = day.issue(), day.issue()
    day.do(wish(c.CallTicket, counter="1", ticket=second.ticket))
    assert day.hall.current("1") is second
    assert day.call("3") is first


@pytest.mark.parametrize("typed", ["A002", "a2", " a 02 ", "A0002"])
def test_a_number_is_called_however_it_is_typed(day: OneDay, typed: str) -> None:
    day.issue()
    second = day.issue()
    day.do(wish(c.CallNumber, counter="1", number=typed))
    assert day.hall.current("1") is second


def test_figures_alone_are_enough_where_one_number_has_them(day: OneDay) -> None:
    day.issue()
    second, land = day.issue(), day.issue("land")
    day.do(wish(c.CallNumber, counter="1", number="002"))
    assert day.hall.current("1") is second
    day.do(wish(c.FinishVisit, counter="1"))
    answer = refusal(day, wish(c.CallNumber, counter="1", number="1"))
    assert answer == (Refusal.NUMBER_NOT_CLEAR, {"number": "1", "numbers": "A001, B001"})
    day.call()
    day.do(wish(c.FinishVisit, counter="1"))
    day.do(wish(c.CallNumber, counter="1", number="1"))
    assert day.hall.current("1") is land


def test_figures_call_nobody_of_another_counter_s_services(day: OneDay) -> None:
    day.issue("tax")
    answer = refusal(day, wish(c.CallNumber, counter="1", number="1"))
    assert answer == (Refusal.UNKNOWN_NUMBER, {"number": "1"})


@pytest.mark.parametrize("typed", ["A077", "077", "A", "Đ1", "A-1", "A²"])
def test_a_number_nobody_holds_is_refused(day: OneDay, typed: str) -> None:
    day.issue()
    answer = refusal(day, wish(c.CallNumber, counter="1", number=typed))
    assert answer is not None
    assert answer[0] is Refusal.UNKNOWN_NUMBER


def test_a_no_show_who_stands_there_is_called_at_once(day: OneDay) -> None:
    late = day.issue()
    day.call()
    day.miss()
    day.do(wish(c.CallNumber, counter="3", number=late.number))
    assert day.hall.current("3") is late
    assert day.artist.counter(day.at, "1").missed == ()


def test_a_ticket_at_a_counter_cannot_be_chosen_by_another(day: OneDay) -> None:
    taken = day.issue()
    day.call()
    answer = refusal(day, wish(c.CallTicket, counter="3", ticket=taken.ticket))
    assert answer == (
        Refusal.TICKET_NOT_ALLOWED,
        {"number": "A001", "state": "called", "step": "call"},
    )


def test_recalls_are_spaced_and_limited() -> None:
    floor = FloorRules(recall_limit=2, recall_every_s=10)
    day = OneDay(msgspec.structs.replace(PLAN, floor=floor)).open("1")
    day.issue()
    day.call()
    recall = wish(c.Recall, counter="1")
    assert refusal(day, recall) == (Refusal.RECALL_TOO_SOON, {"number": "A001", "wait_s": 10})
    day.at += 9_999
    assert refusal(day, recall) == (Refusal.RECALL_TOO_SOON, {"number": "A001", "wait_s": 1})
    for left in (1, 0):
        day.at += 10_000
        day.do(recall)
        current = day.artist.counter(day.at, "1").current
        assert current is not None
        assert (current.recalls_left, current.recall_from) == (left, day.at + 10_000)
    day.at += 10_000
    assert refusal(day, recall) == (Refusal.RECALLS_USED_UP, {"number": "A001", "recalls": 2})


def test_a_new_call_may_be_repeated_anew() -> None:
    floor = FloorRules(recall_limit=1)
    day = OneDay(msgspec.structs.replace(PLAN, floor=floor)).open("1")
    day.issue()
    day.call()
    day.do(wish(c.Recall, counter="1"))
    day.miss()
    day.do(wish(c.CallNumber, counter="1", number="A001"))
    day.do(wish(c.Recall, counter="1"))


def sent_to_3(day: OneDay) -> Ticket:
    """Somebody of counter 1 waits for counter 3 only."""
    sent = day.issue()
    day.call()
    day.do(wish(c.Transfer, counter="1", to_counter="3"))
    return sent


@pytest.mark.parametrize("typed", ["A001", "1"])
def test_whoever_was_sent_to_a_counter_is_called_elsewhere_only_on_purpose(
    day: OneDay, typed: str
) -> None:
    sent = sent_to_3(day)
    held = (Refusal.HELD_FOR_ANOTHER, {"number": "A001", "held_for": "3"})
    assert refusal(day, wish(c.CallNumber, counter="1", number=typed)) == held
    assert refusal(day, wish(c.CallTicket, counter="1", ticket=sent.ticket)) == held
    wrong = wish(c.CallNumber, counter="1", number=typed, held_for="2")
    assert refusal(day, wrong) == held
    day.do(wish(c.CallNumber, counter="1", number=typed, held_for="3"))
    assert day.hall.current("1") is sent


def test_whoever_was_called_elsewhere_by_mistake_waits_for_its_counter_again(day: OneDay) -> None:
    sent = sent_to_3(day)
    day.do(wish(c.CallTicket, counter="1", ticket=sent.ticket, held_for="3"))
    day.do(wish(c.Requeue, ticket=sent.ticket))
    assert sent.held_for == "3"
    assert day.call("3") is sent


def test_figures_mean_whom_the_counter_may_call_before_whom_another_holds(day: OneDay) -> None:
    sent_to_3(day)
    land = day.issue("land")
    day.do(wish(c.CallNumber, counter="1", number="1"))
    assert day.hall.current("1") is land


def test_the_counter_itself_calls_by_figures_whom_it_holds_of_any_service(day: OneDay) -> None:
    sent = day.issue("tax")
    day.call("3")
    day.do(wish(c.Transfer, counter="3", to_counter="1"))
    day.do(wish(c.CallNumber, counter="1", number="1"))
    assert day.hall.current("1") is sent


def test_a_no_show_whose_counter_has_closed_is_called_anywhere(day: OneDay) -> None:
    sent = sent_to_3(day)
    day.call("3")
    day.miss("3")
    assert refusal(day, wish(c.CallTicket, counter="1", ticket=sent.ticket)) is not None
    day.do(wish(c.CloseCounter, counter="3"))
    day.do(wish(c.CallTicket, counter="1", ticket=sent.ticket))
    assert day.hall.current("1") is sent
