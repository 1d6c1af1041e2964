"""Which times can be booked: by the counters planned, and by the hall's calendar."""

import itertools
from datetime import date, time, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl.core.calendar import Shift
from hallctl.core.guards.appointment_slots import local_day, part_of, places_a_slot, slots_of
from hallctl.core.plan import Counter, Plan
from hallctl.core.plan.floor_rules import FloorRules, Profile
from tests.appointments.booked_day import clock, plan_with
from tests.core.one_day import MINUTE, MONDAY, PLAN

MORNING = (Shift(time(7, 30), time(11, 30)),)
HOLIDAY = MONDAY + timedelta(1)


def starts(plan: Plan, service: str = "land", day: date = MONDAY) -> list[str]:
    known = plan.service(service)
    assert known
    return [
        f"{(one.starts_at - clock('00:00')) // MINUTE // 60 % 24:02}"
        f":{(one.starts_at - clock('00:00')) // MINUTE % 60:02}"
        for one in slots_of(plan, known, day)
    ]


def with_service(plan: Plan, service: str, **more: Any) -> Plan:
    services = tuple(
        msgspec.structs.replace(one, **more) if one.service == service else one
        for one in plan.services
    )
    return msgspec.structs.replace(plan, services=services)


def test_slots_fill_the_shift_one_after_the_other() -> None:
    morning, afternoon = starts(PLAN)[:8], starts(PLAN)[8:]
    assert morning == ["07:30", "08:00", "08:30", "09:00", "09:30", "10:00", "10:30", "11:00"]
    assert afternoon == ["13:30", "14:00", "14:30", "15:00", "15:30", "16:00", "16:30"]


def test_a_day_off_has_no_slots_and_a_day_worked_instead_has_those_of_its_week() -> None:
    assert starts(PLAN, day=HOLIDAY) == []
    saturday = MONDAY + timedelta(5)
    calendar = msgspec.structs.replace(
        PLAN.dossiers.calendar, days_worked={saturday: "làm bù"}, week={1: MORNING}
    )
    dossiers = msgspec.structs.replace(PLAN.dossiers, calendar=calendar)
    assert len(starts(msgspec.structs.replace(PLAN, dossiers=dossiers), day=saturday)) == 8
    assert starts(PLAN, day=saturday) == []


def test_a_service_s_own_hours_and_its_last_ticket_bound_its_slots() -> None:
    own = msgspec.structs.replace(PLAN, service_hours={"land": (Shift(time(9), time(11)),)})
    assert starts(own) == ["09:00", "09:30", "10:00", "10:30"]
    assert starts(with_service(own, "land", last_ticket_minutes=60)) == ["09:00", "09:30"]
    assert starts(own, day=HOLIDAY) == []


def test_a_hall_without_a_timetable_gives_none() -> None:
    assert starts(msgspec.structs.replace(PLAN, shifts=())) == []


def test_only_what_is_offered_can_be_booked() -> None:
    assert starts(plan_with(offered=False)) == []
    assert starts(plan_with(services=("birth",))) == []
    assert starts(plan_with(services=("birth",)), "birth") != []


def test_a_counter_gives_each_of_its_services_an_equal_part() -> None:
    one, two, three = PLAN.counters
    assert [part_of(PLAN, counter, "land") for counter in (one, two, three)] == [0.5, 1, 1 / 3]
    assert part_of(PLAN, two, "birth") == 0
    # 0.5 + 1 + ⅓ counters, half of 30 minutes each, at twelve minutes a visit
    land = PLAN.service("land")
    assert land
    assert places_a_slot(PLAN, land) == pytest.approx((0.5 + 1 + 1 / 3) * 15 / 12, abs=1e-5)


def test_a_mixture_divides_its_counter_by_weight() -> None:
    profile = Profile(profile="m", services=("birth", "land"), order="mixture", weights=(3, 1))
    plan = msgspec.structs.replace(PLAN, floor=FloorRules(profiles=(profile,)))
    counter = Counter(counter="1", services=("birth", "land"), profile="m")
    assert (part_of(plan, counter, "birth"), part_of(plan, counter, "land")) == (0.75, 0.25)


@given(
    share=st.floats(0.01, 1),
    slot_minutes=st.integers(5, 240),
    typical=st.floats(1, 60),
    service=st.sampled_from(["birth", "land", "tax"]),
)
def test_a_day_s_places_are_what_the_planned_counters_serve(
    share: float, slot_minutes: int, typical: float, service: str
) -> None:
    plan = with_service(
        plan_with(share=share, slot_minutes=slot_minutes), service, typical_minutes=typical
    )
    known = plan.service(service)
    assert known
    slots, each = slots_of(plan, known, MONDAY), places_a_slot(plan, known)
    whole = (240 // slot_minutes + 210 // slot_minutes) * each
    assert whole - 1 <= sum(one.places for one in slots) <= whole + 1
    assert all(each - 1 <= one.places <= each + 1 for one in slots)
    assert all(one.ends_at - one.starts_at == slot_minutes * MINUTE for one in slots)
    assert all(local_day(plan, one.starts_at) == MONDAY for one in slots)
    assert all(a.ends_at <= b.starts_at for a, b in itertools.pairwise(slots))
