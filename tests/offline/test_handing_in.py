"""What becomes of numbers that come in late, twice, out of bounds, or to a hall that forgot them."""

from datetime import timedelta

import msgspec
import pytest

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.life import TicketState
from hallctl.core.permissions import Actor, Role
from hallctl.core.plan import OfflineRules
from hallctl.core.refusals import Refusal
from tests.core.one_day import ANY_ID, KIOSK, MINUTE, MONDAY, PLAN, OneDay, replayed, wish

WEDNESDAY = MONDAY + timedelta(days=2)
"""The next working day: Tuesday is a holiday."""


@pytest.fixture
def day() -> OneDay:
    return OneDay().open("1", "3")


def lease(day: OneDay, kiosk: Actor = KIOSK) -> list[events.NumbersLeased]:
    return [
        one for one in day.do(wish(c.LeaseNumbers), kiosk) if isinstance(one, events.NumbersLeased)
    ]


def hand_in(
    day: OneDay, serial: int = 501, minutes_ago: float = 0, **fields: object
) -> events.Event:
    """The kiosk hands in a number of its first lease."""
    first = next(iter(day.hall.leases.every.values()), None)
    given: dict[str, object] = {
        "lease": first.lease if first else "forgotten",
        "business_day": MONDAY,
        "service": "birth",
        "serial": serial,
        "issued_at": day.at - round(minutes_ago * MINUTE),
    }
    (event,) = day.do(wish(c.HandInTicket, **given | fields), KIOSK)
    return event


def test_a_kiosk_leases_for_today_and_for_the_next_working_day(day: OneDay) -> None:
    today, ahead = lease(day)
    assert (today.business_day, ahead.business_day) == (MONDAY, WEDNESDAY)
    assert [(one.first, one.last) for one in today.ranges] == [(501, 550)] * 3
    assert today.until - today.opens_at == 540 * MINUTE, "until the last shift ends"
    assert ahead.opens_at == day.at + (2 * 1440 - 60) * MINUTE, "half an hour before the first"


def test_two_kiosks_never_lease_the_same_number(day: OneDay) -> None:
    mine, theirs = lease(day)[0], lease(day, Actor("kiosk-2", Role.KIOSK))[0]
    assert [one.first for one in theirs.ranges] == [one.last + 1 for one in mine.ranges]


def test_a_kiosk_with_enough_leases_no_more(day: OneDay) -> None:
    lease(day)
    refused = day.refusal(wish(c.LeaseNumbers), KIOSK)
    assert refused is not None
    assert refused.refusal is Refusal.LEASED_ENOUGH


def test_it_leases_anew_what_has_run_low(day: OneDay) -> None:
    lease(day)
    for serial in range(501, 527):
        hand_in(day, serial)
    (more,) = lease(day)
    assert [(one.service, one.first) for one in more.ranges] == [("birth", 551)]
    assert len({one.lease for one in day.facts if isinstance(one, events.NumbersLeased)}) == 3


def test_a_hall_that_wishes_none_leases_none() -> None:
    plan = msgspec.structs.replace(PLAN, offline=OfflineRules(lease_size=0, renew_below=0))
    refused = OneDay(plan).open().refusal(wish(c.LeaseNumbers), KIOSK)
    assert refused is not None
    assert refused.refusal is Refusal.LEASED_ENOUGH


def test_ordinary_numbers_go_round_what_is_leased() -> None:
    rules = OfflineRules(lease_size=2, renew_below=1, first_number=2)
    day = OneDay(msgspec.structs.replace(PLAN, offline=rules)).open("1")
    lease(day)
    assert [day.issue().number for _ in range(3)] == ["A001", "A004", "A005"]


def test_a_ticket_waits_since_it_was_given(day: OneDay) -> None:
    lease(day)
    day.wait(20)
    early, late = day.issue(), hand_in(day, minutes_ago=15)
    assert isinstance(late, events.TicketIssued)
    assert (late.number, late.ahead, late.station) == ("A501", 0, "kiosk-1")
    assert day.call().number == "A501"
    assert day.call("3").number == early.number
    assert day.artist.board(day.at).counts.longest_wait_s == 15 * 60


@pytest.mark.parametrize(("minutes_ago", "claimed_ago"), [(600, 20), (-30, 0)])
def test_a_wrong_clock_claims_no_more_than_the_lease_allows(
    day: OneDay, minutes_ago: float, claimed_ago: float
) -> None:
    lease(day)
    day.wait(20)
    issued = hand_in(day, minutes_ago=minutes_ago)
    assert isinstance(issued, events.TicketIssued)
    assert day.at - issued.given_at == claimed_ago * MINUTE


def test_a_number_comes_in_once(day: OneDay) -> None:
    lease(day)
    hand_in(day)
    refused = day.refusal(
        wish(
            c.HandInTicket,
            lease=next(iter(day.hall.leases.every)),
            business_day=MONDAY,
            service="birth",
            serial=501,
            issued_at=day.at,
        ),
        KIOSK,
    )
    assert refused is not None
    assert refused.refusal is Refusal.ALREADY_HANDED_IN


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"serial": 551}, Refusal.NOT_LEASED),
        ({"service": "land", "serial": 7}, Refusal.NOT_LEASED),
        ({"business_day": MONDAY - timedelta(days=1)}, Refusal.NOT_LEASED),
        ({"business_day": MONDAY + timedelta(days=1)}, Refusal.DAY_NOT_OPEN),
        ({"lease": "forgotten", "service": "visas"}, Refusal.UNKNOWN_SERVICE),
    ],
)
def test_what_nobody_leased_is_not_taken(
    day: OneDay, fields: dict[str, object], refusal: Refusal
) -> None:
    given: dict[str, object] = {
        "lease": lease(day)[0].lease,
        "business_day": MONDAY,
        "service": "birth",
        "serial": 501,
        "issued_at": day.at,
    }
    refused = day.refusal(wish(c.HandInTicket, **given | fields), KIOSK)
    assert refused is not None
    assert refused.refusal is refusal


def test_another_kiosk_hands_in_nothing_of_a_lease(day: OneDay) -> None:
    given = {"lease": lease(day)[0].lease, "business_day": MONDAY, "serial": 501}
    command = wish(c.HandInTicket, service="birth", issued_at=day.at, **given)
    refused = day.refusal(command, Actor("kiosk-2", Role.KIOSK))
    assert refused is not None
    assert refused.refusal is Refusal.NOT_ALLOWED


def test_what_comes_in_when_its_day_is_over_has_lapsed(day: OneDay) -> None:
    lease(day)
    day.do(wish(c.CloseDay))
    late = hand_in(day, minutes_ago=5)
    assert isinstance(late, events.TicketHandedInLate)
    assert day.hall.tickets[late.ticket].state is TicketState.LAPSED
    assert day.artist.board(day.at).counts.lapsed == 1


def test_what_comes_in_on_a_later_day_counts_on_its_own(day: OneDay) -> None:
    lease(day)
    day.sleep()
    day.open()
    late = hand_in(day, minutes_ago=1440)
    assert isinstance(late, events.TicketHandedInLate)
    assert late.business_day == MONDAY
    assert not day.hall.tickets


def test_a_priority_group_that_the_plan_has_dropped_does_no_harm(day: OneDay) -> None:
    lease(day)
    issued = hand_in(day, priority="royal", language="fr")
    assert isinstance(issued, events.TicketIssued)
    assert (issued.group, issued.language) == ("normal", "vi")


def test_a_hall_that_forgot_the_lease_takes_the_number_all_the_same(day: OneDay) -> None:
    issued = hand_in(day)
    assert isinstance(issued, events.TicketIssued)
    assert issued.number == "A501"
    first = lease(day)[0]
    assert first.ranges[0].first == 502, "nobody leases it again"


def test_a_number_that_was_given_anew_meanwhile_gets_another_and_keeps_its_place(
    day: OneDay,
) -> None:
    day.issue()
    day.wait(10)
    day.issue()
    issued = hand_in(day, serial=1, minutes_ago=5)
    assert isinstance(issued, events.TicketIssued)
    assert (issued.number, issued.leased, issued.station) == ("A003", 1, "kiosk-1")
    assert [day.call(one).number for one in ("1", "3")] == ["A001", "A003"]


def test_a_visit_of_several_services_keeps_them(day: OneDay) -> None:
    lease(day)
    issued = hand_in(day, also=("land", "royal", "birth"))
    assert isinstance(issued, events.TicketIssued)
    assert issued.then == ("land",)


def test_leases_and_what_came_in_survive_a_replay(day: OneDay) -> None:
    lease(day)
    hand_in(day)
    day.do(wish(c.CloseDay))
    hand_in(day, serial=502)
    assert msgspec.json.encode(replayed(day.facts).leases) == msgspec.json.encode(day.hall.leases)


def test_a_number_as_high_as_old_backups_lease_them_can_be_handed_in() -> None:
    told = {
        "type": "HandInTicket",
        "id": ANY_ID,
        "lease": "2026-11-23-kiosk-1-19ad0c2f.0",
        "business_day": MONDAY,
        "service": "birth",
        "serial": 223_068,
        "issued_at": 1,
    }
    assert isinstance(msgspec.convert(msgspec.to_builtins(told), c.AnyCommand), c.HandInTicket)
