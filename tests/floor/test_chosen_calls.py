"""Officials choose whom they call, and call again as often and as soon as the hall allows."""

import msgspec
import pytest

from hallctl.core import commands as c
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
