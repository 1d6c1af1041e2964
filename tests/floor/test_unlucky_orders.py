"""Two officials, a supervisor and a citizen press in unlucky orders: nobody is lost, called to the
same service twice, or counted where they were not.
"""

import msgspec
import pytest

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.guards.appointment_slots import slots_of
from hallctl.core.hall import Ticket
from hallctl.core.life import TicketState
from hallctl.core.permissions import Actor, Role
from hallctl.core.plan.floor_rules import Official
from hallctl.core.refusals import Refusal
from tests.core.one_day import MINUTE, MONDAY, PLAN, OneDay, dump, replayed, wish

SUPERVISOR = Actor("Mai", Role.SUPERVISOR)
TRANSFER = wish(c.Transfer, counter="1", to_counter="3")


def held_for_three(day: OneDay) -> Ticket:
    """Somebody whom counter 1 has sent on to counter 3."""
    ticket = day.issue()
    day.call("1")
    day.do(TRANSFER)
    return ticket


@pytest.mark.parametrize(
    ("press", "back"),
    [
        (wish(c.MarkNoShow, counter="3"), c.Requeue),
        (wish(c.MarkNoShow, counter="3"), c.ReturnNoShow),
        (wish(c.Park, counter="3", reason="form"), c.Requeue),
    ],
)
def test_whoever_comes_back_to_a_counter_that_has_closed_is_called_by_another(
    day: OneDay, press: c.Command, back: type[c.Command]
) -> None:
    ticket = held_for_three(day)
    day.call("3")
    day.do(press)
    day.do(wish(c.CloseCounter, counter="3"))
    day.wait(1)
    day.do(wish(back, ticket=ticket.ticket))
    assert day.call("1") is ticket
    assert dump(replayed(day.facts)) == dump(day.hall)


def test_a_call_that_is_undone_leads_back_to_no_counter_that_has_closed(day: OneDay) -> None:
    ticket = held_for_three(day)
    day.do(wish(c.CallTicket, counter="1", ticket=ticket.ticket, held_for="3"))
    day.do(wish(c.CloseCounter, counter="3"))
    day.do(wish(c.UndoLast, counter="1"))
    assert day.call("1") is ticket


def test_an_open_counter_keeps_whoever_waits_for_it(day: OneDay) -> None:
    ticket = held_for_three(day)
    day.call("3")
    day.miss("3")
    day.do(wish(c.Requeue, ticket=ticket.ticket))
    assert day.code(wish(c.CallNext, counter="1")) is Refusal.NOBODY_WAITING
    assert day.call("3") is ticket


def test_a_transfer_to_a_service_that_was_to_come_is_that_leg(day: OneDay) -> None:
    (issued,) = day.do(wish(c.IssueTicket, service="birth", also=("land", "tax")))
    ticket = day.hall.tickets[issued.ticket]
    day.call("3")
    rest = set(ticket.then)
    there = min(rest)
    day.do(wish(c.Transfer, counter="3", service=there))
    assert (ticket.service, set(ticket.then)) == (there, rest - {there})
    day.do(wish(c.UndoLast, counter="3"))
    assert set(ticket.then) == rest


def test_a_transfer_in_an_early_journal_left_the_rest_of_the_visit_alone(day: OneDay) -> None:
    (issued,) = day.do(wish(c.IssueTicket, service="birth", also=("land",)))
    day.call("3")
    ticket = day.hall.tickets[issued.ticket]
    before = ticket.then
    day.do(wish(c.Transfer, counter="3", service="tax"))
    moved = day.facts[-1]
    assert isinstance(moved, events.TicketTransferred)
    early = msgspec.structs.replace(moved, then=None)
    again = replayed([*day.facts[:-1], early])
    assert again.tickets[ticket.ticket].then == before


def test_who_came_before_an_appointment_waits_since_now_where_they_are_sent(day: OneDay) -> None:
    service = day.plan.services[0]
    slot = next(one for one in slots_of(day.plan, service, MONDAY) if one.starts_at > day.at)
    day.at = slot.starts_at - 20 * MINUTE
    booking = wish(c.BookAppointment, service="birth", starts_at=slot.starts_at, code="000001")
    day.do(booking)
    _, issued = day.do(wish(c.CheckInAppointment, appointment="000001"))
    ticket = day.hall.tickets[issued.ticket]
    day.call("1")
    day.do(wish(c.Transfer, counter="1", service="tax"))
    day.wait(1)
    day.issue("tax")
    assert ticket.place.queued_at == day.at - MINUTE
    assert day.call("3") is ticket


def test_a_service_added_since_the_call_is_still_wanted_when_the_call_is_undone(
    day: OneDay,
) -> None:
    ticket = day.issue()
    day.call("1")
    day.do(wish(c.AddService, counter="1", service="land"))
    day.do(wish(c.UndoLast, counter="1"))
    assert (ticket.state, ticket.then) == (TicketState.WAITING, ("land",))


def test_a_priority_given_since_a_press_outlives_its_undo(day: OneDay) -> None:
    ticket = day.issue()
    day.call("1")
    day.do(wish(c.Transfer, counter="1", service="land"))
    day.do(wish(c.GivePriority, ticket=ticket.ticket, priority="elderly"), SUPERVISOR)
    day.do(wish(c.UndoLast, counter="1"))
    day.do(wish(c.Requeue, ticket=ticket.ticket))
    assert (ticket.group, ticket.lane) == ("elderly", "elderly")


def test_a_press_is_taken_off_the_figures_of_whoever_pressed(day: OneDay) -> None:
    day.issue()
    day.serve("1")
    day.do(wish(c.Substitute, counter="1", official="Hoa"))
    day.do(wish(c.UndoLast, counter="1"))
    work = {name: (one.called, one.finished) for name, one in day.hall.work.items()}
    assert work == {"official-1": (1, 0)}
    day.finish("1")
    assert day.hall.work["Hoa"].finished == 1
    assert day.hall.current("1") is None


def test_a_call_by_whoever_sat_there_before_is_taken_off_theirs(day: OneDay) -> None:
    day.issue()
    day.call("1")
    day.do(wish(c.Substitute, counter="1", official="Hoa"))
    day.do(wish(c.UndoLast, counter="1"))
    assert day.hall.work["official-1"].called == 0
    assert "Hoa" not in day.hall.work or day.hall.work["Hoa"].called == 0


def test_a_no_show_that_is_one_again_is_due_when_it_was(day: OneDay) -> None:
    first, second = day.issue(), day.issue()
    day.call("1")
    day.miss("1")
    day.wait(0.5)
    day.call("3")
    day.miss("3")
    day.do(wish(c.CallTicket, counter="1", ticket=first.ticket))
    day.do(wish(c.UndoLast, counter="1"))
    assert [*day.hall.missed] == [first.ticket, second.ticket]


def test_who_was_away_longest_is_so_again_when_the_resume_was_a_mistake(day: OneDay) -> None:
    first, second = day.issue(), day.issue()
    for counter in ("1", "3"):
        day.call(counter)
        day.do(wish(c.Park, counter=counter, reason="form"))
        day.wait(0.1)
    day.do(wish(c.Resume, counter="1", ticket=first.ticket))
    day.do(wish(c.UndoLast, counter="1"))
    assert [*day.hall.parked] == [first.ticket, second.ticket]


def test_nobody_who_is_served_is_put_back_by_a_supervisor_who_saw_them_missed(
    day: OneDay,
) -> None:
    ticket = day.issue()
    day.call("1")
    day.miss("1")
    day.do(wish(c.CallTicket, counter="3", ticket=ticket.ticket))
    late = wish(c.Requeue, ticket=ticket.ticket, state="missed")
    assert day.code(late, SUPERVISOR) is Refusal.TICKET_HAS_MOVED_ON
    assert day.hall.current("3") is ticket


def test_an_official_is_moved_to_no_counter_where_they_may_not_sit() -> None:
    floor = msgspec.structs.replace(
        PLAN.floor, officials=(Official(official="official-1", counters=("1", "2")),)
    )
    day = OneDay(msgspec.structs.replace(PLAN, floor=floor)).open("1")
    move = wish(c.MoveCounter, counter="1", to="3")
    assert day.code(move, SUPERVISOR) is Refusal.OFFICIAL_NOT_HERE
    assert day.code(wish(c.MoveCounter, counter="1", to="2"), SUPERVISOR) is None


def test_a_parked_visitor_gets_no_second_number_for_the_same_dossier(day: OneDay) -> None:
    received = day.do(wish(c.ReceiveDossier, procedure="1.000002"))
    code_of = next(one.dossier for one in received if isinstance(one, events.DossierReceived))
    collect = wish(c.IssueTicket, service="tax", dossier=code_of)
    day.do(collect)
    day.call("3")
    day.do(wish(c.Park, counter="3", reason="form"))
    assert day.code(collect) is Refusal.DOSSIER_HAS_NUMBER


def test_nobody_is_put_back_to_a_counter_whose_official_has_gone_on_a_break(day: OneDay) -> None:
    day.issue()
    day.serve("1")
    day.do(wish(c.StartBreak, counter="1", reason="rest"))
    assert day.artist.counter(day.at, "1").undo is None
    assert day.code(wish(c.UndoLast, counter="1")) is Refusal.COUNTER_ON_BREAK
    day.do(wish(c.EndBreak, counter="1"))
    assert day.artist.counter(day.at, "1").undo is not None
    day.do(wish(c.UndoLast, counter="1"))
    assert day.hall.current("1") is not None
