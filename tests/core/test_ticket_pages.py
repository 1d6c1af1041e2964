"""A ticket's page knows what has become of the ticket: sent on, parked, called by mistake."""

from hallctl.core import commands as c
from hallctl.core.plan import Words
from hallctl.core.views import TicketView
from tests.core.one_day import OneDay, wish


def page(day: OneDay, ticket: str) -> TicketView:
    view = day.artist.ticket(day.at, ticket)
    assert view is not None
    return view


def test_a_parked_ticket_says_why_and_since_when() -> None:
    day = OneDay().open("1")
    day.issue()
    ticket = day.call().ticket
    day.do(wish(c.Park, counter="1", reason="form"))
    view = page(day, ticket)
    assert (view.park_reason, view.parked_at) == (
        Words("Điền tờ khai", "Filling in a form"),
        day.at,
    )
    day.do(wish(c.Resume, counter="1", ticket=ticket))
    assert page(day, ticket).park_reason is None


def test_a_transferred_ticket_says_where_from_and_where_to() -> None:
    day = OneDay().open("1", "3")
    day.issue()
    ticket = day.call().ticket
    day.do(wish(c.Transfer, counter="1", service="tax", to_counter="3"))
    view = page(day, ticket)
    assert (view.came_from, view.to_counter) == (Words("Khai sinh", "Births"), "3")
    day.do(wish(c.UndoLast, counter="1"))
    assert page(day, ticket).came_from is None


def test_the_next_leg_of_a_visit_says_what_is_done() -> None:
    day = OneDay().open("1", "3")
    day.issue()
    ticket = day.call().ticket
    day.do(wish(c.AddService, counter="1", service="tax"))
    day.do(wish(c.FinishVisit, counter="1"))
    view = page(day, ticket)
    assert (view.state, view.came_from) == ("waiting", Words("Khai sinh", "Births"))


def test_a_call_by_mistake_is_said_until_the_ticket_is_called_again() -> None:
    day = OneDay().open("1")
    day.issue()
    ticket = day.call().ticket
    day.do(wish(c.UndoLast, counter="1"))
    assert page(day, ticket).call_withdrawn
    day.call()
    assert not page(day, ticket).call_withdrawn
    day.do(wish(c.Requeue, ticket=ticket))
    assert not page(day, ticket).call_withdrawn
