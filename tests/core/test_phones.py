"""Numbers by phone: one a phone, within the hall's limits, whatever the order of wishes."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl.core import commands as c
from hallctl.core.deciding.no_shows import due_no_shows
from hallctl.core.deciding.phone_decisions import IN_HAND
from hallctl.core.life import TicketState
from hallctl.core.permissions import Actor, Role
from hallctl.core.plan import Plan
from hallctl.core.plan.phone_rules import PhoneRules
from hallctl.core.refusals import Refusal
from tests.core.one_day import PLAN, OneDay, dump, replayed, wish

HALL = Actor("phone", Role.HALL)


def with_phones(**rules: object) -> Plan:
    return msgspec.structs.replace(PLAN, phone=PhoneRules(numbers=True, **rules))


def take(day: OneDay, device: str = "a", service: str = "birth", code: int = 7) -> Refusal | None:
    command = wish(c.TakeNumber, service=service, device=device, code=code)
    refused = day.refusal(command, HALL)
    return refused.refusal if refused else None


def test_a_phone_holds_one_number_at_a_time() -> None:
    day = OneDay(with_phones()).open("1")
    assert take(day) is None
    assert take(day) is Refusal.PHONE_HOLDS_NUMBER
    assert take(day, "b") is None
    day.call()
    assert take(day) is Refusal.PHONE_HOLDS_NUMBER, "who is being served has one in hand"
    day.do(wish(c.FinishVisit, counter="1"))
    assert take(day) is None


@pytest.mark.parametrize(
    ("rules", "refusal"),
    [
        ({"services": ("tax",)}, Refusal.NOT_BY_PHONE),
        ({"numbers_a_code": 1}, Refusal.CODE_USED_UP),
        ({"waiting": 1}, Refusal.PHONES_FULL),
    ],
)
def test_a_hall_sets_limits(rules: dict[str, object], refusal: Refusal) -> None:
    day = OneDay(with_phones(**rules)).open("1")
    take(day, "a", "tax" if "services" in rules else "birth")
    assert take(day, "b") is refusal


def test_a_new_code_gives_numbers_again() -> None:
    day = OneDay(with_phones(numbers_a_code=1)).open("1")
    assert take(day, "a", code=7) is None
    assert take(day, "b", code=8) is None


def test_a_hall_without_numbers_by_phone_says_so() -> None:
    without = msgspec.structs.replace(PLAN, phone=PhoneRules())
    assert take(OneDay(without).open("1")) is Refusal.PHONES_OFF


def test_a_number_that_is_carried_over_stays_with_its_phone() -> None:
    day = OneDay(with_phones()).open("1")
    take(day)
    (old,) = day.hall.tickets
    day.do(wish(c.EndIssuing))
    view = day.artist.ticket(day.at, old)
    assert view is not None
    assert view.is_carried_over
    assert view.valid_at is not None
    day.do(wish(c.CloseDay))
    day.sleep(2)
    day.open("1")
    view = day.artist.ticket(day.at, old)
    assert view is not None
    assert (view.number, view.is_carried) == ("A001", True)
    assert view.ticket != old
    assert take(day) is Refusal.PHONE_HOLDS_NUMBER


def test_whoever_takes_another_number_after_a_missed_one_comes_back_to_none() -> None:
    day = OneDay(with_phones()).open("1")
    take(day)
    missed = day.call()
    day.miss()
    assert take(day) is None
    assert missed.state is TicketState.ENDED
    day.wait(5)
    assert list(due_no_shows(day.hall, day.plan.floor, day.at)) == []
    refused = day.refusal(wish(c.Requeue, ticket=missed.ticket))
    assert refused is not None
    assert refused.refusal is Refusal.TICKET_NOT_ALLOWED


def test_a_missed_number_stays_while_its_phone_is_refused_another() -> None:
    day = OneDay(with_phones(numbers_a_day=1)).open("1")
    take(day)
    missed = day.call()
    day.miss()
    assert take(day) is Refusal.PHONE_USED_UP
    assert missed.state is TicketState.MISSED


def test_a_finished_visit_is_not_taken_back_once_its_phone_has_another_number() -> None:
    day = OneDay(with_phones()).open("1")
    take(day)
    day.serve()
    take(day)
    refused = day.refusal(wish(c.UndoLast, counter="1"))
    assert refused is not None
    assert refused.refusal is Refusal.TICKET_HAS_MOVED_ON


PRESSES: dict[str, type[c.Command]] = {
    "call": c.CallNext,
    "finish": c.FinishVisit,
    "miss": c.MarkNoShow,
    "undo": c.UndoLast,
}
STEPS = ["take", "leave", "return", "close", *PRESSES]


def a_waiting_one_leaves(day: OneDay) -> None:
    waiting = [n for n, one in day.hall.tickets.items() if one.state is TicketState.WAITING]
    if waiting:
        day.do(wish(c.CancelTicket, ticket=waiting[0]))


def the_missed_come_back(day: OneDay) -> None:
    day.wait(1)
    for one in list(due_no_shows(day.hall, day.plan.floor, day.at)):
        day.do(wish(c.ReturnNoShow if one.returns else c.EndNoShow, ticket=one.ticket))


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(STEPS)), max_size=60))
def test_whatever_comes_no_phone_holds_two_and_a_replay_agrees(
    steps: list[tuple[str, str]],
) -> None:
    day = OneDay(with_phones(numbers_a_day=3)).open("1")
    for device, step in steps:
        match step:
            case "take":
                take(day, device)
            case "leave":
                a_waiting_one_leaves(day)
            case "return":
                the_missed_come_back(day)
            case "close":
                day.do(wish(c.CloseDay))
                day.do(wish(c.OpenDay))
            case _:
                day.refusal(wish(PRESSES[step], counter="1"))
    for tickets in day.hall.phones.tickets.values():
        states = [day.hall.tickets[one].state for one in tickets]
        assert sum(one in IN_HAND or one is TicketState.MISSED for one in states) <= 1
        assert len(tickets) <= 3
    assert dump(replayed(day.facts)) == dump(day.hall)
