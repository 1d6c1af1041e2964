"""Laws of the appointed line in the accumulating-priority rule."""

from hypothesis import given
from hypothesis import strategies as st

from hallctl.core.hall.queueing import (
    MS_A_MINUTE,
    Moment,
    Place,
    Queues,
    first_tickets,
    next_ticket,
)
from hallctl.core.plan import APPOINTED, NORMAL, PriorityGroup, Rules, Words

NOON = 12 * 60 * MS_A_MINUTE
minutes = st.integers(0, 240)


def rules(head_start: float, rate: float) -> Rules:
    appointed = PriorityGroup(group=APPOINTED, name=Words(""), head_start=head_start, rate=rate)
    return Rules(appointed=appointed)


def queue_of(arrived: list[int], appointed: list[int]) -> Queues:
    """People by the minutes since they came, or since their appointed time (below 0: to come)."""
    queues = Queues()
    for order, ago in enumerate(arrived):
        queues.add("s", NORMAL, Place(NOON - ago * MS_A_MINUTE, order, f"walk-{order}"))
    for order, ago in enumerate(appointed):
        place = Place(NOON - ago * MS_A_MINUTE, 1000 + order, f"booked-{order}")
        queues.add("s", APPOINTED, place)
    return queues


@given(waited=minutes, to_go=st.integers(-60, 60), head=st.integers(0, 90), rate=st.integers(1, 10))
def test_an_appointment_is_next_exactly_when_its_claim_has_passed_the_wait(
    waited: int, to_go: int, head: int, rate: int
) -> None:
    queues = queue_of([waited], [-to_go])
    first = next_ticket(queues, ["s"], Moment(rules(head, rate), NOON))
    booked, walked = head - rate * to_go, waited
    if booked != walked:
        assert first == ("booked-0" if booked > walked else "walk-0")


@given(appointed=st.lists(st.integers(-60, 120), min_size=1, max_size=12, unique=True))
def test_among_appointments_the_earlier_time_is_called_first(appointed: list[int]) -> None:
    queues = queue_of([], appointed)
    called = first_tickets(queues, ["s"], Moment(rules(60, 6), NOON), len(appointed))
    by_time = sorted(range(len(appointed)), key=lambda one: -appointed[one])
    assert called == [f"booked-{one}" for one in by_time]


@given(
    arrived=st.lists(minutes, max_size=20), appointed=st.lists(st.integers(-60, 60), max_size=20)
)
def test_everybody_is_called_once(arrived: list[int], appointed: list[int]) -> None:
    queues = queue_of(arrived, appointed)
    everybody = len(arrived) + len(appointed)
    called = first_tickets(queues, ["s"], Moment(rules(60, 6), NOON), everybody + 1)
    assert len(called) == len(set(called)) == everybody == queues.length("s")


@given(wait=st.integers(61, 600), coming=st.lists(st.integers(0, 500), max_size=20))
def test_nobody_starves_before_appointments_yet_to_come(wait: int, coming: list[int]) -> None:
    """Whoever has waited beyond the head start is passed only by those whose time is over."""
    queues = queue_of([wait], [-one for one in coming])
    assert next_ticket(queues, ["s"], Moment(rules(60, 6), NOON)) == "walk-0"
