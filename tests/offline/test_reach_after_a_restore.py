"""After a restore no number is given that may be out already, however many were leased around it."""

from datetime import date, timedelta

import msgspec
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hallctl.core import commands as c
from hallctl.core.applying import apply
from hallctl.core.applying.epochs import A_MINUTE, GAP, ByPlan, next_epoch
from hallctl.core.events import DayOpened
from hallctl.core.hall import Hall
from hallctl.core.numbering import number_of
from hallctl.core.permissions import Actor, Role
from hallctl.core.plan import OfflineRules, Plan
from tests.core.one_day import KIOSK, MINUTE, MONDAY, PLAN, OneDay, replayed, wish

DAY_MS = 24 * 60 * MINUTE


def leasing(first: int, size: int) -> Plan:
    rules = OfflineRules(lease_size=size, renew_below=size, first_number=first)
    return msgspec.structs.replace(PLAN, offline=rules)


def kiosk(place: int) -> Actor:
    return Actor(f"kiosk-{place}", Role.KIOSK, prints=True)


def leased_to(day: OneDay, station: str = "") -> set[str]:
    """Every number that is leased for the day, to that station or to any."""
    return {
        number_of(one.letter, serial)
        for lease in day.hall.leases.every.values()
        if lease.business_day == MONDAY and lease.station.startswith(station)
        for one in lease.ranges
        for serial in range(one.first, one.last + 1)
    }


def restored(day: OneDay, facts: int, at: int, today: date = MONDAY) -> OneDay:
    """The hall as it was after so many facts, restored at that moment."""
    again = OneDay(day.plan)
    hall = replayed(day.facts[:facts])
    rules = day.plan.offline
    known = ByPlan(first_leased=rules.first_number, leased_at_once=3 * rules.lease_size)
    apply(hall, next_epoch(hall, "restored", at, today, known))
    again.hall = hall
    again.at, again.today = at, today
    return again


def test_a_long_stretch_of_leased_numbers_is_passed_over_before_it_is_counted() -> None:
    day = OneDay(leasing(first=11, size=300)).open("1")
    for place in (1, 2, 3):
        day.do(wish(c.LeaseNumbers), kiosk(place))
    for _ in range(9):
        day.issue()
    backup = len(day.facts)
    out = {day.issue().number for _ in range(A_MINUTE)}
    assert "A911" in out, "past the three leases"
    again = restored(day, backup, day.at + 1)
    assert again.issue().number not in out


def test_a_morning_that_is_lost_is_reckoned_past_what_was_leased_ahead() -> None:
    day = OneDay(leasing(first=11, size=2000)).open("1")
    day.do(wish(c.LeaseNumbers), KIOSK)
    (ahead,) = {one.business_day for one in day.hall.leases.every.values()} - {MONDAY}
    opened = DayOpened(at=day.at + 10, business_day=ahead, target_s=900)
    event = next_epoch(day.hall, "restored", day.at + 60_000, ahead)
    hall: Hall = replayed(day.facts)
    apply(hall, event)
    apply(hall, opened)
    assert event.today_from > 2010 + GAP
    assert hall.numbers_from == event.today_from


def test_an_old_backup_begins_this_morning_no_higher_than_this_morning_may_have_come() -> None:
    day = OneDay(leasing(first=501, size=50)).open("1")
    day.do(wish(c.LeaseNumbers), KIOSK)
    day.do(wish(c.CloseDay))
    today, ten = MONDAY + timedelta(7), day.at + 7 * DAY_MS
    plan = ByPlan(given_since=ten - 240 * MINUTE, first_leased=501, leased_at_once=150)
    again = OneDay(day.plan)
    again.hall, again.at, again.today = replayed(day.facts), ten, today
    event = next_epoch(again.hall, "restored", ten, today, plan)
    apply(again.hall, event)
    again.do(wish(c.OpenDay))
    assert again.issue().number == f"A{event.today_from}"
    assert event.today_from == 501 + GAP + 240 * A_MINUTE + plan.leased_since


def test_leases_that_the_journal_knows_nothing_of_are_not_leased_again() -> None:
    day = OneDay(leasing(first=5001, size=50)).open("1")
    backup = len(day.facts)
    day.do(wish(c.LeaseNumbers), kiosk(1))
    again = restored(day, backup, day.at + 1)
    again.do(wish(c.LeaseNumbers), kiosk(2))
    assert not leased_to(again) & leased_to(day)


def test_a_backup_of_a_restored_hall_may_be_restored_twice() -> None:
    day = OneDay(leasing(first=501, size=50)).open("1")
    day.wait(240)
    begun = next_epoch(day.hall, "restored", day.at, MONDAY)
    apply(day.hall, begun)
    day.facts.append(begun)
    day.sleep()
    day.open("1")
    backup = len(day.facts)
    once, twice = (
        restored(day, backup, day.at + minutes * MINUTE, day.today) for minutes in (5, 35)
    )
    assert not {once.issue().number for _ in range(9)} & {twice.issue().number for _ in range(9)}
    first, second = (again.hall.leases.numbers_from for again in (once, twice))
    assert second - first == 30 * A_MINUTE, "as many as kiosks may have been leased meanwhile"


def test_numbers_that_only_stations_knew_of_are_known_to_the_next_restore() -> None:
    day = OneDay(leasing(first=501, size=50)).open("1")
    tells = wish(c.PassOverNumbers, told_by="board-1", business_day=MONDAY, up_to={"A": 260})
    day.do(tells, Actor("numbers", Role.HALL))
    backup = len(day.facts)
    out = {day.issue().number for _ in range(9)}
    assert restored(day, backup, day.at + 1).issue().number not in out


@example(first=261, size=10, steps=[("wait", 1), ("wait", 1), ("lease", 1)], cut=0.0)
@settings(max_examples=60, deadline=None)
@given(
    first=st.integers(2, 700),
    size=st.sampled_from([10, 60, 250, 900]),
    steps=st.lists(
        st.tuples(st.sampled_from(["give", "lease", "wait"]), st.integers(1, 3)), max_size=60
    ),
    cut=st.floats(0, 1),
)
def test_no_number_of_the_lost_hours_is_given_or_leased_again(
    first: int, size: int, steps: list[tuple[str, int]], cut: float
) -> None:
    day = OneDay(leasing(first, size)).open("1")
    marks = [(len(day.facts), day.at)]
    for step, place in steps:
        match step:
            case "give":
                for _ in range(3):
                    day.issue()
            case "lease":
                day.refusal(wish(c.LeaseNumbers), kiosk(place))
            case _:
                day.wait(1)
        marks.append((len(day.facts), day.at))
    facts, _ = marks[round(cut * (len(marks) - 1))]
    out = {one.number for one in day.hall.tickets.values()}
    again = restored(day, facts, day.at + 1)
    again.do(wish(c.LeaseNumbers), Actor("kiosk-9", Role.KIOSK, prints=True))
    lost, leased = leased_to(day), leased_to(again, "kiosk-9")
    assert not leased & (out | lost)
    fresh = {again.issue().number for _ in range(3)}
    assert not fresh & (out | lost)
