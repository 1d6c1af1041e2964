"""Coming for a result: a number that knows its dossier, and the counter that opens it."""

import pytest
from msgspec.structs import replace

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.dossier_life import DossierState
from hallctl.core.dossier_lookup import completed
from hallctl.core.refusals import Refusal
from tests.core.one_day import PLAN, replayed, wish
from tests.dossiers.desk import Desk, code, dossier_in

COLLECTING = replace(PLAN, dossiers=replace(PLAN.dossiers, return_service="birth"))
"""Results are collected where births are registered."""


@pytest.fixture
def desk() -> Desk:
    return Desk(COLLECTING)


def come_for(desk: Desk, dossier: str) -> events.TicketIssued:
    (issued,) = desk.day.do(wish(c.IssueTicket, service="birth", dossier=dossier))
    assert isinstance(issued, events.TicketIssued)
    return issued


def test_the_counter_that_calls_the_number_opens_the_dossier(desk: Desk) -> None:
    dossier = dossier_in(desk, DossierState.FINISHED)
    issued = come_for(desk, dossier.dossier.lower())
    assert issued.dossier == code()
    desk.day.call()
    current = desk.day.artist.counter(desk.day.at, "1").current
    assert current is not None
    assert (current.number, current.dossier) == (issued.number, code())


def test_the_sign_does_not_tell_whose_dossier_it_is(desk: Desk) -> None:
    dossier_in(desk, DossierState.FINISHED)
    come_for(desk, code())
    desk.day.call()
    sign = desk.day.artist.sign(desk.day.at, "1").current
    assert sign is not None
    assert sign.dossier == ""
    board = desk.day.artist.board(desk.day.at)
    assert code() not in repr(board)


@pytest.mark.parametrize("state", [one for one in DossierState if one is not DossierState.FINISHED])
def test_only_a_result_that_is_ready_is_collected(desk: Desk, state: DossierState) -> None:
    dossier_in(desk, state)
    asked = {"service": "birth", "dossier": code()}
    assert desk.refusal(c.IssueTicket, **asked) == (
        Refusal.DOSSIER_NOT_READY,
        {"dossier": code(), "state": state},
    )


def test_other_queues_see_whoever_comes_about_a_dossier(desk: Desk) -> None:
    dossier_in(desk, DossierState.AWAITING_SUPPLEMENT)
    (issued,) = desk.day.do(wish(c.IssueTicket, service="land", dossier=code()))
    assert isinstance(issued, events.TicketIssued)
    assert issued.dossier == code()


def test_one_number_a_dossier_as_long_as_its_holder_is_there(desk: Desk) -> None:
    dossier_in(desk, DossierState.FINISHED)
    first = come_for(desk, code())
    asked = {"service": "birth", "dossier": code()}
    refused = (Refusal.DOSSIER_HAS_NUMBER, {"dossier": code(), "number": first.number})
    assert desk.refusal(c.IssueTicket, **asked) == refused
    desk.day.call()
    assert desk.refusal(c.IssueTicket, **asked) == refused
    desk.day.miss()
    assert come_for(desk, code()).number != first.number  # the first one did not come


@pytest.mark.parametrize(
    ("dossier", "refusal"),
    [
        ("H00.01-261123-0099", Refusal.UNKNOWN_DOSSIER),
        ("khai sinh", Refusal.DOSSIER_CODE_DAMAGED),
    ],
)
def test_a_number_for_no_dossier_is_refused(desk: Desk, dossier: str, refusal: Refusal) -> None:
    assert desk.refusal(c.IssueTicket, service="birth", dossier=dossier)[0] is refusal


def test_other_numbers_know_no_dossier_and_are_written_as_ever(desk: Desk) -> None:
    assert desk.day.issue().dossier == ""
    assert replayed(desk.day.facts).tickets.keys() == desk.day.hall.tickets.keys()


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("261123-0001", "H15.50-261123-0001"),
        (" 261123 0001 ", "H15.50-261123-0001"),
        ("2611230001", "H15.50-261123-0001"),
        ("H16-261123-0001", "H16-261123-0001"),
        ("261123", "261123"),
        ("", ""),
    ],
)
def test_a_code_may_be_typed_without_its_agency(typed: str, whole: str) -> None:
    assert completed(typed, "H15.50") == whole
