"""Who is next: laws of accumulating priority."""

from itertools import pairwise

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from hallctl.core import commands as c
from hallctl.core.hall.queueing import (
    Moment,
    Place,
    Queues,
    ahead_of,
    first_tickets,
    next_ticket,
    score,
)
from hallctl.core.plan import NORMAL, PriorityGroup, Rules, Words
from tests.core.one_day import MINUTE, PLAN, OneDay, wish

SERVICES = ("birth", "land", "tax")
GROUPS = (NORMAL, "elderly", "merit", "unheard-of")

Arrival = tuple[str, str, int]
"""Service, group, minute of arrival."""

arrivals = st.lists(
    st.tuples(st.sampled_from(SERVICES), st.sampled_from(GROUPS), st.integers(0, 240)), max_size=30
)
rates = st.integers(1, 8)
heads = st.integers(0, 60)


def rules_of(rate: int, head_start: int, normal: int = 1) -> Rules:
    words = Words("Nhóm")
    return Rules(
        groups=(
            PriorityGroup(group=NORMAL, name=words, rate=normal),
            PriorityGroup(group="elderly", name=words, rate=rate, head_start=head_start),
            PriorityGroup(group="merit", name=words, rate=rate + 1, head_start=head_start),
        )
    )


def queued(people: list[Arrival]) -> tuple[Queues, dict[str, tuple[str, str, Place]]]:
    """Everybody in line, and who they are by ticket."""
    queues, known = Queues(), {}
    for order, (service, group, minute) in enumerate(people):
        ticket = f"T{order:03d}"
        place = Place(minute * MINUTE, order, ticket)
        queues.add(service, group, place)
        known[ticket] = (service, group, place)
    return queues, known


def called_in_order(
    queues: Queues, known: dict[str, tuple[str, str, Place]], moment: Moment
) -> list[str]:
    """Call until nobody waits, while time stands still."""
    order = []
    while (ticket := next_ticket(queues, SERVICES, moment)) is not None:
        queues.remove(*known[ticket])
        order.append(ticket)
    return order


@given(arrivals, rates, heads)
def test_the_highest_score_is_next_and_the_longer_wait_settles_a_tie(
    people: list[Arrival], rate: int, head_start: int
) -> None:
    queues, known = queued(people)
    moment = Moment(rules_of(rate, head_start), 300 * MINUTE)
    claim = {NORMAL: (0, 1), "unheard-of": (0, 1)}
    claim |= {"elderly": (head_start, rate), "merit": (head_start, rate + 1)}

    def strength(ticket: str) -> tuple[int, Place]:
        _, group, place = known[ticket]
        head, grows = claim[group]
        return -(head + grows * (300 - place.queued_at // MINUTE)), place

    assert called_in_order(queues, known, moment) == sorted(known, key=strength)


@given(arrivals, rates)
def test_equal_rates_mean_first_come_first_served(people: list[Arrival], rate: int) -> None:
    everyone = tuple(PriorityGroup(group=one, name=Words("N"), rate=rate) for one in GROUPS)
    queues, known = queued(people)
    order = called_in_order(queues, known, Moment(Rules(groups=everyone), 300 * MINUTE))
    assert order == sorted(known, key=lambda ticket: known[ticket][2])


@given(arrivals, rates, heads)
def test_inside_a_group_nobody_is_overtaken(
    people: list[Arrival], rate: int, head_start: int
) -> None:
    queues, known = queued(people)
    order = called_in_order(queues, known, Moment(rules_of(rate, head_start), 300 * MINUTE))
    for group in GROUPS:
        places = [known[ticket][2] for ticket in order if known[ticket][1] == group]
        assert all(first < second for first, second in pairwise(places))


@given(arrivals, rates, heads, st.randoms(use_true_random=False))
def test_the_same_people_are_called_in_the_same_order_however_they_came_in(
    people: list[Arrival], rate: int, head_start: int, random: object
) -> None:
    queues, known = queued(people)
    again = Queues()
    shuffled = list(known.values())
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    for service, group, place in shuffled:
        again.add(service, group, place)
    moment = Moment(rules_of(rate, head_start), 300 * MINUTE)
    expected = called_in_order(queues, known, moment)
    assert first_tickets(again, SERVICES, moment, len(known)) == expected
    assert called_in_order(again, known, moment) == expected


@given(arrivals, rates, heads)
def test_ahead_is_how_many_are_called_before(
    people: list[Arrival], rate: int, head_start: int
) -> None:
    queues, known = queued(people)
    moment = Moment(rules_of(rate, head_start), 300 * MINUTE)
    ahead = {
        ticket: ahead_of(queues, (service,), group, place, moment)
        for ticket, (service, group, place) in known.items()
    }
    for service in SERVICES:
        line = first_tickets(queues, (service,), moment, len(known))
        assert [ahead[ticket] for ticket in line] == list(range(queues.length(service)))


@given(st.integers(0, 200), st.integers(0, 200), st.integers(0, 300), st.integers(2, 8))
def test_priority_overtakes_only_those_who_came_within_the_window(
    normal_at: int, priority_at: int, later: int, rate: int
) -> None:
    """Kleinrock's window: within (1 - 1/rate) of the wait of whoever is overtaken."""
    now = max(normal_at, priority_at) + later
    queues, _ = queued([("birth", NORMAL, normal_at), ("birth", "elderly", priority_at)])
    overtakes = next_ticket(queues, SERVICES, Moment(rules_of(rate, 0), now * MINUTE)) == "T001"
    waited, behind = now - normal_at, priority_at - normal_at
    assert overtakes == (behind < 0 or (behind * rate < (rate - 1) * waited))


def test_nobody_starves_under_a_flood_of_priority() -> None:
    day = OneDay().open("1")
    for _ in range(5):
        day.issue(priority="elderly")
    patient = day.issue()
    minutes = 0
    while not patient.calls:
        day.wait(1)
        day.issue(priority="elderly")
        day.serve()
        minutes += 1
        # 5 before, 10 points of head start at rate 2, one coming and one going every minute.
        assert minutes <= 2 * (5 + 10 / 2 + 1)


@given(st.integers(0, 600), rates, heads)
def test_every_claim_grows_without_bound(minutes: int, rate: int, head_start: int) -> None:
    group = PriorityGroup(group="x", name=Words("N"), rate=rate, head_start=head_start)
    assert score(group, 0, minutes * MINUTE) == head_start + rate * minutes
    assert score(None, 0, minutes * MINUTE) == minutes


def test_a_counter_calls_only_what_it_serves(day: OneDay) -> None:
    day.open("2")
    day.issue("birth")
    land = day.issue("land")
    assert day.call("2").ticket == land.ticket


def test_an_official_may_serve_other_services_than_the_plan_says(day: OneDay) -> None:
    day.open()
    wanted = ("tax", "birth", "tax")
    (opened,) = day.do(wish(c.OpenCounter, counter="2", official="Lan", services=wanted))
    assert opened.services == ("tax", "birth")
    tax = day.issue("tax")
    assert day.call("2").ticket == tax.ticket


def test_a_counter_cannot_serve_what_the_hall_does_not_offer(day: OneDay) -> None:
    day.open()
    refused = day.refusal(wish(c.OpenCounter, counter="2", official="Lan", services=("visas",)))
    assert refused is not None
    assert refused.details == {"service": "visas"}


def test_two_of_one_millisecond_are_called_as_they_came(day: OneDay) -> None:
    day.open("1")
    tickets = [day.issue().ticket for _ in range(20)]
    assert [day.serve().ticket for _ in range(20)] == tickets


def test_the_halls_own_rules_may_slow_the_normal_group() -> None:
    plan = msgspec.structs.replace(PLAN, rules=rules_of(2, 0))
    day = OneDay(plan).open("1")
    first = day.issue()
    day.wait(4)
    day.issue(priority="elderly")
    day.wait(4)
    assert day.call().ticket == first.ticket
