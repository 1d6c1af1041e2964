"""Breaks, reserves, and one official at one counter."""

import msgspec

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.plan.floor_rules import FloorRules, Official
from hallctl.core.refusals import Refusal
from tests.core.one_day import PLAN, OneDay, wish

RESERVES = FloorRules(
    officials=(Official(official="Lan"), Official(official="Hoa", reserve=True)),
)


def test_a_break_stops_the_calls_and_is_shown_above_the_counter(day: OneDay) -> None:
    day.issue()
    day.do(wish(c.StartBreak, counter="1", reason="lunch"))
    assert day.code(wish(c.CallNext, counter="1")) is Refusal.COUNTER_ON_BREAK
    sign = day.artist.sign(day.at, "1").on_break
    assert sign is not None
    assert (sign.reason.vi, sign.since) == ("Nghỉ trưa", day.at)
    day.wait(30)
    day.do(wish(c.EndBreak, counter="1"))
    assert day.artist.sign(day.at, "1").on_break is None
    figures = day.artist.counter(day.at, "1").figures
    assert (figures.breaks, figures.break_s) == (1, 1800)
    assert day.call().number == "A001"


def test_nobody_goes_on_a_break_with_a_citizen_at_the_counter(day: OneDay) -> None:
    day.issue()
    day.call()
    assert day.code(wish(c.StartBreak, counter="1", reason="rest")) is Refusal.COUNTER_BUSY


def test_a_counter_that_closes_or_a_day_that_ends_ends_the_break(day: OneDay) -> None:
    for counter in ("1", "3"):
        day.do(wish(c.StartBreak, counter=counter, reason="rest"))
    facts = day.do(wish(c.CloseCounter, counter="1"))
    assert [type(one) for one in facts] == [events.BreakEnded, events.CounterClosed]
    ended = [type(one) for one in day.do(wish(c.CloseDay))]
    assert ended[1:4] == [events.BreakEnded, events.CounterClosed, events.DayClosed]


def test_an_official_holds_one_counter(day: OneDay) -> None:
    refused = day.refusal(wish(c.OpenCounter, counter="2", official="official-1"))
    assert refused is not None
    assert refused.refusal is Refusal.OFFICIAL_ELSEWHERE
    assert refused.details == {"official": "official-1", "counter": "1"}


def test_a_reserve_takes_over_in_one_touch_and_the_visit_is_hers() -> None:
    day = OneDay(msgspec.structs.replace(PLAN, floor=RESERVES))
    day.do(wish(c.OpenDay))
    day.do(wish(c.OpenCounter, counter="1", official="Lan"))
    day.issue()
    day.call()
    assert day.artist.counter(day.at, "1").reserves == ("Hoa",)
    (changed,) = day.do(wish(c.Substitute, counter="1", official="Hoa"))
    assert isinstance(changed, events.OfficialSubstituted)
    assert (changed.before, changed.official) == ("Lan", "Hoa")
    view = day.artist.counter(day.at, "1")
    assert (view.official, view.reserves) == ("Hoa", ())
    assert view.current is not None
    (finished,) = day.do(wish(c.FinishVisit, counter="1"))
    assert isinstance(finished, events.VisitFinished)
    assert finished.official == "Hoa"
    assert day.artist.counter(day.at, "1").figures.finished == 1


def test_a_substitute_must_be_free_and_somebody_else(day: OneDay) -> None:
    busy = wish(c.Substitute, counter="1", official="official-3")
    assert day.code(busy) is Refusal.OFFICIAL_ELSEWHERE
    same = wish(c.Substitute, counter="1", official="official-1")
    assert day.code(same) is Refusal.SAME_OFFICIAL


def test_a_substitute_ends_the_break_of_the_one_who_left(day: OneDay) -> None:
    day.do(wish(c.StartBreak, counter="1", reason="meeting"))
    facts = day.do(wish(c.Substitute, counter="1", official="Hoa"))
    assert [type(one) for one in facts] == [events.BreakEnded, events.OfficialSubstituted]
    day.issue()
    assert day.call().official == "Hoa"
