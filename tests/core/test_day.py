"""Opening and closing the day, with people everywhere; the counts always add up."""

from itertools import pairwise

import msgspec
import pytest

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.hall.counting import counts_of, reconciles
from hallctl.core.life import TicketState
from hallctl.core.plan import Rules
from hallctl.core.refusals import Refusal
from hallctl.core.views import Counts
from tests.core.one_day import MINUTE, MONDAY, PLAN, OneDay, wish


@pytest.fixture
def day() -> OneDay:
    """A hall in which nobody's number is valid on the next day."""
    floor = msgspec.structs.replace(PLAN.floor, at_closing="lapse")
    return OneDay(msgspec.structs.replace(PLAN, floor=floor))


def people_everywhere(day: OneDay) -> dict[str, TicketState]:
    """One ticket in every state it can be in while the day goes on; two wait, two are called."""
    day.open("1", "2", "3")
    for _ in range(6):
        day.issue("birth")
    day.issue("land")
    day.do(wish(c.CancelTicket, ticket="2026-11-23-A006"))
    day.wait(2)
    day.serve("1")
    day.call("1")
    day.miss("1")
    day.wait(1)
    day.call("1")
    day.call("2")
    return {one.number: one.state for one in day.hall.tickets.values()}


def counts(day: OneDay) -> Counts:
    return counts_of(day.hall.tallies.values())


def test_the_end_of_the_day_leaves_nobody_between_two_states(day: OneDay) -> None:
    before = people_everywhere(day)
    assert set(before.values()) == {
        TicketState.FINISHED,
        TicketState.MISSED,
        TicketState.CALLED,
        TicketState.WAITING,
        TicketState.CANCELLED,
    }
    day.do(wish(c.CloseDay))
    after = {one.number: one.state.value for one in day.hall.tickets.values()}
    assert after == {
        "A001": "finished",
        "A002": "missed",
        "A003": "finished",
        "A004": "lapsed",
        "A005": "lapsed",
        "A006": "cancelled",
        "B001": "finished",
    }
    assert day.hall.counters == {}
    assert not day.hall.is_open
    assert reconciles(counts(day))


def test_the_end_of_the_day_tells_each_thing_once(day: OneDay) -> None:
    people_everywhere(day)
    facts = day.do(wish(c.CloseDay))
    assert [type(one).__name__ for one in facts] == [
        "ClosingBegun",
        "VisitFinished",
        "CounterClosed",
        "VisitFinished",
        "CounterClosed",
        "CounterClosed",
        "TicketLapsed",
        "TicketLapsed",
        "DayClosed",
        "DaySealed",
    ]


def test_the_counts_of_the_day_are_what_happened(day: OneDay) -> None:
    people_everywhere(day)
    assert counts(day) == Counts(
        issued=7,
        waiting=2,
        at_counters=2,
        finished=1,
        missed=1,
        cancelled=1,
        called=4,
        within_target=4,
        average_wait_s=150,
        longest_wait_s=180,
    )


def test_an_untouched_day_counts_nothing(day: OneDay) -> None:
    day.open()
    assert counts(day) == Counts()
    assert counts(day).average_wait_s is None


def test_a_wait_is_on_time_up_to_the_target(day: OneDay) -> None:
    day.open("1")
    day.issue()
    day.issue()
    day.wait(15)
    day.serve()
    day.at += 1
    day.serve()
    assert (counts(day).called, counts(day).within_target) == (2, 1)


def test_the_first_call_is_the_one_that_ends_the_wait(day: OneDay) -> None:
    day.open("1")
    absent = day.issue()
    day.wait(10)
    day.call()
    day.miss()
    day.wait(10)
    day.do(wish(c.Requeue, ticket=absent.ticket))
    day.wait(10)
    day.call()
    assert (counts(day).called, counts(day).average_wait_s) == (1, 600)


def test_satisfied_means_both_answers_among_the_two_best(day: OneDay) -> None:
    day.open("1")
    for result, attitude in ((5, 5), (4, 4), (3, 5), (5, 3)):
        day.issue()
        visit = day.serve().visit
        day.do(wish(c.RateVisit, visit=visit, result=result, attitude=attitude))
    assert (counts(day).rated, counts(day).satisfied) == (4, 2)


def test_counts_that_do_not_add_up_are_found() -> None:
    assert reconciles(Counts(issued=2, waiting=1, lapsed=1))
    assert not reconciles(Counts(issued=3, waiting=1, lapsed=1))


def test_the_target_of_the_day_is_kept_with_the_day(day: OneDay) -> None:
    (opened,) = day.do(wish(c.OpenDay))
    assert opened == events.DayOpened(at=day.at, business_day=MONDAY, target_s=900)


def test_a_day_nobody_closed_is_closed_by_the_next(day: OneDay) -> None:
    people_everywhere(day)
    day.sleep()
    facts = day.do(wish(c.OpenDay))
    assert [type(one).__name__ for one in facts[-3:]] == ["DayClosed", "DaySealed", "DayOpened"]
    assert facts[-3].business_day == MONDAY
    assert day.hall.tickets == {}
    assert day.hall.counters == {}


def test_a_visit_left_open_overnight_is_not_counted_as_a_night_at_the_counter(
    day: OneDay,
) -> None:
    day.open("1")
    day.issue()
    day.call()
    day.wait(7)
    day.issue()
    last_of_the_day = day.at
    day.sleep()
    facts = day.do(wish(c.OpenDay))
    (finished,) = [one for one in facts if isinstance(one, events.VisitFinished)]
    assert finished.at == last_of_the_day


def test_a_clock_that_steps_back_to_yesterday_opens_no_day(day: OneDay) -> None:
    day.open()
    day.do(wish(c.CloseDay))
    day.sleep(-1)
    refused = day.refusal(wish(c.OpenDay))
    assert refused is not None
    assert refused.refusal is Refusal.DAY_IN_THE_PAST
    assert refused.details == {"business_day": "2026-11-23"}


def test_a_day_opened_again_still_knows_its_tickets(day: OneDay) -> None:
    people_everywhere(day)
    day.do(wish(c.CloseDay))
    day.open("1")
    assert len(day.hall.tickets) == 7
    day.do(wish(c.Requeue, ticket="2026-11-23-A002"))
    assert day.hall.tickets["2026-11-23-A002"].state is TicketState.WAITING
    assert reconciles(counts(day))


def test_announcements_go_on_counting_when_the_day_opens_again(day: OneDay) -> None:
    people_everywhere(day)
    day.do(wish(c.CloseDay))
    day.open("1")
    (called,) = day.do(wish(c.CallNext, counter="3"))
    assert called.call == 5


def test_facts_are_numbered_without_a_gap(day: OneDay) -> None:
    people_everywhere(day)
    assert day.hall.journal_number == len(day.facts)
    assert day.hall.last_at == day.facts[-1].at
    assert all(before.at <= after.at for before, after in pairwise(day.facts))


def test_a_counters_day_is_summed_and_an_official_sees_the_own_part(day: OneDay) -> None:
    day.open("1")
    day.issue()
    day.issue()
    day.call()
    day.wait(4)
    day.finish()
    day.do(wish(c.CloseCounter, counter="1"))
    day.do(wish(c.OpenCounter, counter="1", official="Minh"))
    day.call()
    day.wait(2)
    day.finish()
    own = day.artist.counter(day.at, "1").figures
    assert (own.called, own.finished, own.average_service_s) == (1, 1, 120)
    day.do(wish(c.CloseCounter, counter="1"))
    figures = day.artist.counter(day.at, "1").figures
    assert (figures.called, figures.finished, figures.missed) == (2, 2, 0)
    assert figures.average_service_s == 3 * MINUTE // 1000


@pytest.mark.parametrize("counter", ["1", "2"])
def test_a_counter_with_nobody_behind_it_has_no_average(day: OneDay, counter: str) -> None:
    day.open("1")
    assert day.artist.counter(day.at, counter).figures.average_service_s is None


def test_rules_stand_for_themselves() -> None:
    assert Rules().target_minutes == 15
    assert PLAN.group("elderly") is not None
    assert PLAN.group("royal") is None
