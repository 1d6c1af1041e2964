"""A citizen fills in a form meanwhile, goes on to another counter, or needs one thing more."""

import pytest

from hallctl.core import commands as c
from hallctl.core.hall.counting import counts_of_one, reconciles
from hallctl.core.life import TicketState
from hallctl.core.refusals import Refusal
from tests.core.one_day import OneDay, wish


def waiting(day: OneDay, counter: str) -> list[str]:
    return [one.number for one in day.artist.counter(day.at, counter).waiting]


def test_whoever_is_parked_frees_the_counter_and_comes_back_unannounced(day: OneDay) -> None:
    writer = day.issue()
    day.issue()
    day.call()
    day.do(wish(c.Park, counter="1", reason="form"))
    view = day.artist.counter(day.at, "1")
    assert view.current is None
    assert [(one.number, one.reason.vi) for one in view.parked] == [("A001", "Điền tờ khai")]
    assert day.artist.board(day.at).counts.parked == 1
    day.serve("1")
    calls = len(day.artist.board(day.at).calls)
    day.do(wish(c.Resume, counter="1", ticket=writer.ticket))
    assert day.hall.current("1") is writer
    assert len(day.artist.board(day.at).calls) == calls
    day.finish("1")
    assert writer.state is TicketState.FINISHED


def test_a_reason_that_the_hall_does_not_offer_is_refused(day: OneDay) -> None:
    day.issue()
    day.call()
    assert day.code(wish(c.Park, counter="1", reason="lunch")) is Refusal.REASON_NOT_OFFERED


def test_a_parked_citizen_may_wait_again_with_the_place_kept(day: OneDay) -> None:
    early = day.issue()
    day.wait(2)
    day.issue()
    day.call()
    day.do(wish(c.Park, counter="1", reason="copies"))
    day.wait(5)
    day.do(wish(c.Requeue, ticket=early.ticket))
    assert waiting(day, "1") == ["A001", "A002"]


@pytest.mark.parametrize(
    ("place", "order"),
    [
        ("front", ["A001", "B001", "B002"]),
        ("waited", ["B001", "A001", "B002"]),
        ("end", ["B001", "B002", "A001"]),
    ],
)
def test_a_transfer_leads_to_the_front_by_waiting_or_to_the_end(
    day: OneDay, place: str, order: list[str]
) -> None:
    day.issue("land")
    day.wait(2)
    day.issue("birth")
    day.wait(2)
    day.issue("land")
    day.do(wish(c.CallNumber, counter="1", number="A001"))
    day.wait(1)
    day.do(wish(c.Transfer, counter="1", service="land", place=place))
    day.do(wish(c.OpenCounter, counter="2", official="Minh"))
    assert waiting(day, "2") == order
    assert [day.serve("2").number for _ in range(3)] == order


def test_who_was_put_in_front_stays_in_front_of_every_priority(day: OneDay) -> None:
    day.issue("birth")
    day.call()
    day.issue("land", "merit")
    day.wait(30)
    day.do(wish(c.Transfer, counter="1", service="land", place="front"))
    day.wait(30)
    day.issue("land", "merit")
    assert waiting(day, "3") == ["A001", "B001", "B002"]


def test_a_transfer_to_a_counter_waits_for_that_counter_alone(day: OneDay) -> None:
    sent = day.issue("tax")
    day.call("3")
    day.do(wish(c.Transfer, counter="3", to_counter="1"))
    assert waiting(day, "3") == []
    assert waiting(day, "1") == ["C001"]
    assert day.code(wish(c.CallNext, counter="3")) is Refusal.NOBODY_WAITING
    view = day.artist.ticket(day.at, sent.ticket)
    assert view is not None
    assert (view.state, view.ahead) == ("waiting", 0)
    assert day.call("1") is sent


def test_nobody_waits_for_a_counter_that_has_closed(day: OneDay) -> None:
    sent = day.issue("birth")
    day.call("3")
    day.do(wish(c.Transfer, counter="3", to_counter="1"))
    day.do(wish(c.CloseCounter, counter="1"))
    assert day.call("3") is sent


def test_a_transfer_needs_somewhere_else_to_go(day: OneDay) -> None:
    day.issue("birth")
    day.call()
    for nowhere in ({}, {"service": "birth"}, {"to_counter": "1"}):
        refused = day.code(wish(c.Transfer, counter="1", **nowhere))
        assert refused is Refusal.NOWHERE_TO_TRANSFER
    assert day.code(wish(c.Transfer, counter="1", to_counter="2")) is Refusal.COUNTER_NOT_OPEN
    assert day.code(wish(c.Transfer, counter="1", service="visas")) is Refusal.UNKNOWN_SERVICE


def test_every_service_reconciles_after_a_transfer(day: OneDay) -> None:
    day.issue("birth")
    day.call()
    day.do(wish(c.Transfer, counter="1", service="land"))
    birth, land = (counts_of_one(day.hall.tallies[one]) for one in ("birth", "land"))
    assert reconciles(birth)
    assert reconciles(land)
    assert (birth.issued, birth.moved_out, birth.waiting) == (1, 1, 0)
    assert (land.issued, land.moved_in, land.waiting) == (0, 1, 1)
    whole = day.artist.board(day.at).counts
    assert whole.issued == whole.waiting == 1


@pytest.mark.parametrize(
    "note",
    ["gọi 0912 345 678", "CCCD 001234567890", "lan@hall.vn", "091.234.5678", "   "],
)
def test_a_note_about_a_person_is_refused(day: OneDay, note: str) -> None:
    day.issue()
    day.call()
    refused = day.code(wish(c.NoteVisit, counter="1", note=note))
    assert refused is Refusal.NOTE_NAMES_A_PERSON


def test_a_note_goes_with_the_visit(day: OneDay) -> None:
    day.issue()
    day.call()
    day.do(wish(c.NoteVisit, counter="1", note="đã nộp bản sao,\n còn thiếu tờ 2"))
    day.do(wish(c.Transfer, counter="1", to_counter="3"))
    day.call("3")
    current = day.artist.counter(day.at, "3").current
    assert current is not None
    assert current.notes == ("đã nộp bản sao, còn thiếu tờ 2",)


def test_a_visit_ends_with_an_outcome_of_the_hall(day: OneDay) -> None:
    day.issue()
    day.call()
    royal = wish(c.FinishVisit, counter="1", outcome="royal")
    assert day.code(royal) is Refusal.REASON_NOT_OFFERED
    (finished,) = day.do(wish(c.FinishVisit, counter="1", outcome="incomplete"))
    assert getattr(finished, "outcome", "") == "incomplete"
