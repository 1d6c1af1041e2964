"""Several services in one visit: one number, one leg after the other, in the shortest order."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.hall import Ticket
from hallctl.core.hall.counting import counts_of, counts_of_one, reconciles
from hallctl.core.legs import Leg, shortest, stay_s
from hallctl.core.life import TicketState
from hallctl.core.refusals import Refusal
from tests.core.one_day import OneDay, wish

legs = st.lists(
    st.builds(Leg, st.uuids().map(str), st.integers(0, 7200), st.integers(30, 1800)),
    min_size=1,
    max_size=5,
)


def takes(day: OneDay, service: str, *also: str) -> Ticket:
    (issued,) = day.do(wish(c.IssueTicket, service=service, also=also))
    assert isinstance(issued, events.TicketIssued)
    return day.hall.tickets[issued.ticket]


@given(legs)
def test_no_order_of_the_legs_is_shorter(asked: list[Leg]) -> None:
    known = {leg.service: leg for leg in asked}
    chosen = [known[service] for service in shortest(asked)]
    assert sorted(chosen) == sorted(asked)
    assert all(stay_s(chosen) <= stay_s(order) for order in permutations(asked))


def test_who_needs_two_things_goes_first_where_the_wait_is_short() -> None:
    day = OneDay().open("2")
    day.do(wish(c.OpenCounter, counter="3", official="official-3", services=("birth",)))
    for _ in range(5):
        day.issue("land")
    visitor = takes(day, "land", "birth", "land")
    assert (visitor.number, visitor.service, visitor.then) == ("A001", "birth", ("land",))


def test_where_the_same_counters_serve_both_the_order_is_as_asked(day: OneDay) -> None:
    for _ in range(5):
        day.issue("land")
    visitor = takes(day, "land", "birth", "land")
    assert (visitor.service, visitor.then) == ("land", ("birth",))


def test_a_visit_of_two_services_keeps_its_number_and_its_waiting(day: OneDay) -> None:
    visitor = takes(day, "birth", "land")
    day.wait(3)
    day.issue("land")
    first_leg = visitor.service
    day.do(wish(c.CallNumber, counter="1", number=visitor.number))
    day.wait(10)
    (leg,) = day.do(wish(c.FinishVisit, counter="1", outcome="done"))
    assert isinstance(leg, events.LegFinished)
    assert visitor.state is TicketState.WAITING
    assert (visitor.leg, visitor.then) == (2, ())
    assert visitor.service != first_leg
    assert next(one.number for one in day.artist.counter(day.at, "3").waiting) == visitor.number
    day.do(wish(c.CallNumber, counter="3", number=visitor.number))
    (finished,) = day.do(wish(c.FinishVisit, counter="3"))
    assert isinstance(finished, events.VisitFinished)
    assert finished.number == leg.number == visitor.number


def test_the_counts_reconcile_for_every_service_and_leg(day: OneDay) -> None:
    visitor = takes(day, "birth", "land", "tax")
    for _ in range(3):
        day.do(wish(c.CallNumber, counter="3", number=visitor.number))
        day.wait(4)
        day.finish("3")
    tallies = day.hall.tallies
    assert all(reconciles(counts_of_one(one)) for one in tallies.values())
    assert [tallies[one].served for one in ("birth", "land", "tax")] == [1, 1, 1]
    whole = counts_of(tallies.values())
    assert (whole.issued, whole.finished, whole.moved_in, whole.moved_out) == (1, 1, 2, 2)
    assert day.artist.counter(day.at, "3").figures.finished == 3


def test_only_the_last_leg_is_rated(day: OneDay) -> None:
    visitor = takes(day, "birth", "tax")
    day.do(wish(c.CallNumber, counter="3", number=visitor.number))
    day.finish("3")
    assert day.artist.pad(day.at, "3").visit is None
    day.do(wish(c.CallNumber, counter="3", number=visitor.number))
    day.finish("3")
    assert day.artist.pad(day.at, "3").visit == visitor.visit


def test_a_service_is_added_at_the_counter_and_waited_for_from_then_on(day: OneDay) -> None:
    visitor = day.issue("birth")
    day.call("1")
    day.wait(5)
    day.issue("tax")
    day.wait(1)
    day.do(wish(c.AddService, counter="1", service="tax"))
    again = day.refusal(wish(c.AddService, counter="1", service="tax"))
    assert again is not None
    assert again.refusal is Refusal.SERVICE_PLANNED_ALREADY
    current = day.artist.counter(day.at, "1").current
    assert current is not None
    assert [one.vi for one in current.then] == ["Thuế"]
    day.finish("1")
    waiting = [one.number for one in day.artist.counter(day.at, "3").waiting]
    assert waiting == ["C001", visitor.number]


def test_a_service_the_hall_does_not_know_is_refused(day: OneDay) -> None:
    refused = day.refusal(wish(c.IssueTicket, service="birth", also=("visas",)))
    assert refused is not None
    assert refused.refusal is Refusal.UNKNOWN_SERVICE
