"""Numbers by phone: one a phone, within the hall's limits, whatever the order of wishes."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl.core import commands as c
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


@given(
    st.lists(
        st.tuples(st.sampled_from("abcd"), st.sampled_from(["take", "call", "finish", "leave"])),
        max_size=60,
    )
)
def test_whatever_comes_no_phone_holds_two_and_a_replay_agrees(
    steps: list[tuple[str, str]],
) -> None:
    day = OneDay(with_phones(numbers_a_day=3)).open("1")
    for device, step in steps:
        waiting = [n for n, one in day.hall.tickets.items() if one.state is TicketState.WAITING]
        match step:
            case "take":
                take(day, device)
            case "leave" if waiting:
                day.do(wish(c.CancelTicket, ticket=waiting[0]))
            case "call":
                day.refusal(wish(c.CallNext, counter="1"))
            case "finish":
                day.refusal(wish(c.FinishVisit, counter="1"))
    for tickets in day.hall.phones.tickets.values():
        assert sum(day.hall.tickets[one].state in IN_HAND for one in tickets) <= 1
        assert len(tickets) <= 3
    assert dump(replayed(day.facts)) == dump(day.hall)
