"""What the supervisor does with the running hall: priority, and moving a counter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.permissions import Actor, Role
from hallctl.core.refusals import Refusal
from tests.core.one_day import OneDay, dump, replayed, wish

SUPERVISOR = Actor("lan", Role.SUPERVISOR)
PANEL = Actor("counter-1", Role.COUNTER, counter="1")


@pytest.fixture
def open_day(day: OneDay) -> OneDay:
    day.do(wish(c.OpenDay))
    day.do(wish(c.OpenCounter, counter="1", official="Lan"))
    return day


def issue(day: OneDay, service: str = "birth", **more: object) -> events.TicketIssued:
    (issued,) = day.do(wish(c.IssueTicket, service=service, **more))
    assert isinstance(issued, events.TicketIssued)
    return issued


def refusal(day: OneDay, wanted: c.Command, actor: Actor = SUPERVISOR) -> Refusal | None:
    found = day.refusal(wanted, actor)
    return found.refusal if found else None


def called(day: OneDay) -> str:
    (call,) = day.do(wish(c.CallNext, counter="1"))
    assert isinstance(call, events.TicketCalled)
    return call.number


def test_whoever_is_given_priority_is_called_sooner_and_replay_agrees(open_day: OneDay) -> None:
    first, second = issue(open_day), issue(open_day)
    open_day.wait(5)
    open_day.do(wish(c.GivePriority, ticket=second.ticket), SUPERVISOR)
    assert dump(replayed(open_day.facts)) == dump(open_day.hall)
    assert called(open_day) == second.number
    assert open_day.hall.tickets[first.ticket].group == "normal"


def test_priority_taken_away_leaves_the_place_in_time(open_day: OneDay) -> None:
    first = issue(open_day)
    open_day.wait(1)
    second = issue(open_day, priority=True)
    open_day.do(wish(c.GivePriority, ticket=second.ticket, priority=False), SUPERVISOR)
    assert called(open_day) == first.number


def test_only_a_number_that_waits_can_be_put_forward(open_day: OneDay) -> None:
    ticket = issue(open_day).ticket
    assert refusal(open_day, wish(c.GivePriority, ticket=ticket, priority="no-such")) is (
        Refusal.UNKNOWN_PRIORITY
    )
    assert refusal(open_day, wish(c.GivePriority, ticket=ticket, priority=False)) is (
        Refusal.SAME_PRIORITY
    )
    called(open_day)
    assert refusal(open_day, wish(c.GivePriority, ticket=ticket)) is Refusal.NOT_WAITING
    assert refusal(open_day, wish(c.GivePriority, ticket="none")) is Refusal.UNKNOWN_TICKET


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), max_size=30))
def test_however_often_priorities_change_nobody_is_lost(changes: list[tuple[int, bool]]) -> None:
    day = OneDay()
    day.do(wish(c.OpenDay))
    day.do(wish(c.OpenCounter, counter="1", official="Lan"))
    tickets = [issue(day).ticket for _ in range(6)]
    for place, has_priority in changes:
        day.refusal(wish(c.GivePriority, ticket=tickets[place], priority=has_priority), SUPERVISOR)
    assert day.hall.queues.length("birth") == 6
    served = set()
    for _ in tickets:
        called(day)
        served.add(day.hall.counters["1"].ticket)
        day.do(wish(c.FinishVisit, counter="1"))
    assert served == set(tickets)


def test_a_moved_official_goes_on_with_the_same_services(open_day: OneDay) -> None:
    open_day.do(wish(c.ChangeServices, counter="1", services=("land",)))
    open_day.do(wish(c.MoveCounter, counter="1", to="3"), SUPERVISOR)
    assert set(open_day.hall.counters) == {"3"}
    there = open_day.hall.counters["3"]
    assert (there.official, there.services) == ("Lan", ("land",))
    assert dump(replayed(open_day.facts)) == dump(open_day.hall)


def test_a_counter_is_moved_only_while_it_is_free_and_to_one_that_is_closed(
    open_day: OneDay,
) -> None:
    open_day.do(wish(c.OpenCounter, counter="2", official="Minh"))
    assert refusal(open_day, wish(c.MoveCounter, counter="1", to="2")) is (
        Refusal.COUNTER_ALREADY_OPEN
    )
    assert refusal(open_day, wish(c.MoveCounter, counter="1", to="99")) is Refusal.UNKNOWN_COUNTER
    assert refusal(open_day, wish(c.MoveCounter, counter="3", to="1")) is Refusal.COUNTER_NOT_OPEN
    issue(open_day)
    called(open_day)
    assert refusal(open_day, wish(c.MoveCounter, counter="1", to="3")) is Refusal.COUNTER_BUSY


def test_a_panel_puts_nobody_forward_and_moves_no_counter(open_day: OneDay) -> None:
    for wanted in (wish(c.GivePriority, ticket="x"), wish(c.MoveCounter, counter="1", to="2")):
        assert refusal(open_day, wanted, PANEL) is Refusal.NOT_ALLOWED
