"""What the link on a ticket lets its holder ask of the hall, and nothing more."""

import pytest

from tests.hall_clients import Wire, wish
from tests.web.hall_at_work import HallAtWork


def holder(hall: HallAtWork, link: str) -> Wire:
    """A phone that shows that link."""
    wire = hall.wire_with("")
    wire.head(f"Authorization: Ticket {link}\r\n".encode())
    return wire


def link_of(hall: HallAtWork, ticket: str) -> str:
    return hall.assembly.house.addresses.link_to(ticket).rpartition("/")[2]


def taken(hall: HallAtWork) -> str:
    (issued,) = hall.open("1").ask(wish("IssueTicket", service="land")).json["events"]
    ticket: str = issued["ticket"]
    return ticket


def test_the_holder_may_leave_the_queue(hall: HallAtWork) -> None:
    mine = taken(hall)
    reply = holder(hall, link_of(hall, mine)).ask(wish("CancelTicket", ticket=mine))
    assert reply.status == 200


def test_the_holder_touches_no_other_ticket(hall: HallAtWork) -> None:
    mine = taken(hall)
    (other,) = hall.wire().ask(wish("IssueTicket", service="land")).json["events"]
    reply = holder(hall, link_of(hall, mine)).ask(wish("CancelTicket", ticket=other["ticket"]))
    assert (reply.status, reply.json["refused"]) == (409, "not_allowed")


@pytest.mark.parametrize("kind", ["CallNext", "FinishVisit", "CloseCounter"])
def test_the_holder_calls_nobody(hall: HallAtWork, kind: str) -> None:
    mine = taken(hall)
    reply = holder(hall, link_of(hall, mine)).ask(wish(kind, counter="1"))
    assert (reply.status, reply.json["refused"]) == (409, "not_allowed")


def test_a_link_made_elsewhere_is_nobody(hall: HallAtWork) -> None:
    mine = taken(hall)
    link = link_of(hall, mine)
    forged = link[:-1] + ("a" if link[-1] != "a" else "b")
    reply = holder(hall, forged).ask(wish("CancelTicket", ticket=mine))
    assert reply.status == 401
