"""Whoever comes with a receipt is called with the dossier."""

import pytest
from msgspec.structs import replace

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.plan.floor_rules import FloorRules
from hallctl.core.refusals import Refusal
from tests.core.one_day import PLAN, replayed, wish
from tests.dossiers.desk import Desk, code


def take(desk: Desk, dossier: str | None) -> events.TicketIssued:
    (issued,) = desk.day.do(wish(c.IssueTicket, service="land", dossier=dossier))
    assert isinstance(issued, events.TicketIssued)
    return issued


def test_the_counter_that_calls_the_number_is_shown_the_dossier(desk: Desk) -> None:
    desk.receive()
    assert take(desk, f" {code().lower()} ").dossier == code()
    desk.day.call("1")
    current = desk.day.artist.counter(desk.day.at, "1").current
    assert current is not None
    assert current.dossier == code()


def test_the_sign_above_it_tells_nobody(desk: Desk) -> None:
    desk.receive()
    take(desk, code())
    desk.day.call("1")
    sign = desk.day.artist.sign(desk.day.at, "1").current
    assert sign is not None
    assert (sign.dossier, sign.notes) == ("", ())


@pytest.mark.parametrize(
    ("scanned", "refusal"),
    [
        ("H00.01-261123-0009", Refusal.UNKNOWN_DOSSIER),
        ("H00.01-261332-0001", Refusal.DOSSIER_CODE_DAMAGED),
        ("A017", Refusal.DOSSIER_CODE_DAMAGED),
    ],
)
def test_what_is_no_dossier_gives_no_number(desk: Desk, scanned: str, refusal: Refusal) -> None:
    refused = desk.day.refusal(wish(c.IssueTicket, service="land", dossier=scanned))
    assert refused is not None
    assert refused.refusal is refusal
    assert desk.day.hall.tickets == {}


def test_a_number_without_a_receipt_is_as_always(desk: Desk) -> None:
    assert take(desk, None).dossier == ""
    again = replayed(desk.day.facts)
    assert [one.dossier for one in again.tickets.values()] == [""]


def test_a_number_that_is_carried_over_night_keeps_its_dossier() -> None:
    desk = Desk(replace(PLAN, floor=FloorRules(at_closing="tomorrow")))
    desk.receive()
    take(desk, code())
    desk.day.do(wish(c.EndIssuing))
    desk.day.do(wish(c.CloseDay))
    desk.day.sleep()
    carried = desk.day.do(wish(c.OpenDay))[-1]
    assert isinstance(carried, events.TicketIssued)
    assert (carried.is_carried, carried.dossier) == (True, code())
