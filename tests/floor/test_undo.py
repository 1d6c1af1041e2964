"""The last press is taken back: the hall stands as before, and the journal keeps both facts."""

import msgspec
import pytest

from hallctl.core import commands as c
from hallctl.core.hall import Hall
from hallctl.core.hall.counting import Tally, counts_of_one, reconciles
from hallctl.core.hall.packed_hall import packed
from hallctl.core.refusals import Refusal
from tests.core.one_day import OneDay, replayed, wish

UNDO = wish(c.UndoLast, counter="1")
PRESSES = {
    "call": wish(c.CallNext, counter="1"),
    "chosen": wish(c.CallNumber, counter="1", number="B001"),
    "miss": wish(c.MarkNoShow, counter="1"),
    "finish": wish(c.FinishVisit, counter="1"),
    "park": wish(c.Park, counter="1", reason="form"),
    "transfer": wish(c.Transfer, counter="1", service="tax", place="front"),
    "held": wish(c.Transfer, counter="1", to_counter="3"),
    "requeue": wish(c.Requeue, ticket="2026-11-23-A001"),
}
STAYS = {"calls", "calls_made", "journal_number", "last_at", "counters"}
"""What was spoken stays spoken."""
COUNTED_CALLS = {"called", "within_target", "waited", "longest_wait"}
"""A first call that was a mistake was a call all the same."""


def remembered(hall: Hall) -> dict[str, object]:
    """All that the hall knows but what an undone press may leave behind."""
    whole = msgspec.msgpack.decode(packed(hall))
    for name in STAYS | {"queues", "desks", "work"}:
        del whole[name]
    nothing = msgspec.to_builtins(Tally())
    whole["tallies"] = {n: one for n, one in whole["tallies"].items() if one != nothing}
    for tally in whole["tallies"].values():
        for name in COUNTED_CALLS:
            del tally[name]
    for ticket in whole["tickets"].values():
        for name in ("calls", "first_called_at"):
            del ticket[name]
    lines = {name: line for name, line in hall.queues._lines.items() if any(line.values())}
    at = {name: (one.ticket, one.official) for name, one in hall.counters.items()}
    return {**whole, "lines": _filled(lines), "at": at, "figures": _figures(hall)}


def _filled(lines: dict[str, dict[str, list[object]]]) -> dict[str, object]:
    return {
        name: {group: [*line] for group, line in each.items() if line}
        for name, each in lines.items()
    }


def _figures(hall: Hall) -> dict[str, object]:
    return {
        name: (one.called, one.finished, one.missed, one.served_for, one.parked, one.transferred)
        for name, one in (*hall.desks.items(), *hall.work.items())
        if one.called + one.finished + one.missed + one.parked + one.transferred
    }


def with_somebody_here(day: OneDay, press: str) -> None:
    day.do(wish(c.IssueTicket, service="birth", also=("land",)))
    day.issue("land")
    if press not in {"call", "chosen"}:
        day.do(wish(c.CallNumber, counter="1", number="A001"))
        day.wait(3)


@pytest.mark.parametrize("press", PRESSES)
def test_a_press_that_is_undone_has_changed_nothing_but_what_was_spoken(
    day: OneDay, press: str
) -> None:
    with_somebody_here(day, press)
    before = remembered(day.hall)
    day.do(PRESSES[press])
    assert remembered(day.hall) != before
    day.at += 3000
    (undone,) = day.do(UNDO)
    assert remembered(day.hall) == before
    assert type(day.facts[-2]).__name__ == getattr(undone, "undone", "")
    assert all(reconciles(counts_of_one(one)) for one in day.hall.tallies.values())
    assert remembered(replayed(day.facts)) == before


def test_the_last_leg_and_a_resume_can_be_undone_too(day: OneDay) -> None:
    visitor = day.issue("tax")
    day.do(wish(c.CallNumber, counter="1", number="C001"))
    for press in (
        wish(c.FinishVisit, counter="1"),
        wish(c.Park, counter="1", reason="form"),
    ):
        before = remembered(day.hall)
        day.do(press)
        day.do(UNDO)
        assert remembered(day.hall) == before
    day.do(wish(c.Park, counter="1", reason="form"))
    before = remembered(day.hall)
    day.do(wish(c.Resume, counter="1", ticket=visitor.ticket))
    day.do(UNDO)
    assert remembered(day.hall) == before


def test_finish_and_call_are_two_presses_and_undone_one_by_one(day: OneDay) -> None:
    first, second = day.issue(), day.issue()
    day.call()
    day.finish()
    day.call()
    day.do(UNDO)
    assert day.hall.current("1") is None
    assert day.artist.counter(day.at, "1").waiting[0].number == second.number
    day.do(UNDO)
    assert day.hall.current("1") is first


def test_the_panel_offers_the_undo_for_a_few_seconds(day: OneDay) -> None:
    day.issue()
    day.call()
    offer = day.artist.counter(day.at, "1").undo
    assert offer is not None
    assert (offer.undone, offer.number, offer.until) == ("TicketCalled", "A001", day.at + 40_000)
    day.at += 40_001
    assert day.artist.counter(day.at, "1").undo is None
    assert day.code(UNDO) is Refusal.NOTHING_TO_UNDO


def test_a_called_number_that_was_a_mistake_says_so_on_the_board(day: OneDay) -> None:
    day.issue()
    day.call()
    day.do(UNDO)
    (call,) = day.artist.board(day.at).calls
    assert (call.is_current, call.is_withdrawn) == (False, True)
    day.call()
    (call,) = day.artist.board(day.at).calls
    assert (call.is_current, call.is_withdrawn) == (True, False)


def test_a_visit_that_was_rated_stays_finished(day: OneDay) -> None:
    visitor = day.issue()
    day.serve()
    day.do(wish(c.RateVisit, visit=visitor.visit, result=5, attitude=5))
    assert day.code(UNDO) is Refusal.TICKET_HAS_MOVED_ON
    assert day.artist.counter(day.at, "1").undo is None


def test_a_ticket_that_another_counter_has_called_stays_there(day: OneDay) -> None:
    day.issue()
    day.call()
    day.do(wish(c.Requeue, ticket="2026-11-23-A001"))
    day.call("3")
    assert day.code(UNDO) is Refusal.TICKET_HAS_MOVED_ON


def test_a_busy_counter_undoes_no_earlier_finish(day: OneDay) -> None:
    day.issue()
    parked = day.issue()
    day.call()
    day.do(wish(c.Park, counter="1", reason="form"))
    day.call()
    day.do(UNDO)
    day.do(wish(c.CallTicket, counter="3", ticket=parked.ticket))
    day.do(UNDO)
    current = day.hall.current("1")
    assert current is not None
    assert current.number == "A001"


def test_a_recall_between_does_no_harm_to_the_undo(day: OneDay) -> None:
    day.issue()
    day.call()
    day.do(wish(c.Recall, counter="1"))
    day.do(UNDO)
    assert day.hall.current("1") is None


def test_nobody_undoes_what_another_counter_pressed(day: OneDay) -> None:
    day.issue()
    day.call("3")
    assert day.code(UNDO) is Refusal.NOTHING_TO_UNDO
