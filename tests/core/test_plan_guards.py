"""A plan may change under the hall, but takes nothing from under anybody."""

from datetime import timedelta

import msgspec
import pytest

from hallctl.core import commands as c
from hallctl.core.guards.appointment_slots import slots_of
from hallctl.core.guards.plan_guards import InTheWay, in_the_way
from hallctl.core.plan import Plan
from hallctl.core.plan.floor_rules import Official
from tests.core.one_day import KIOSK, MONDAY, PLAN, OneDay, wish


def without(plan: Plan, service: str = "", counter: str = "") -> Plan:
    return msgspec.structs.replace(
        plan,
        services=tuple(one for one in plan.services if one.service != service),
        counters=tuple(one for one in plan.counters if one.counter != counter),
    )


def found(day: OneDay, after: Plan) -> list[InTheWay]:
    return list(in_the_way(day.hall, day.plan, after))


@pytest.fixture
def begun(day: OneDay) -> OneDay:
    day.do(wish(c.OpenDay))
    return day


def test_nothing_is_in_the_way_of_a_plan_with_more_in_it_or_other_words(begun: OneDay) -> None:
    begun.do(wish(c.IssueTicket, service="tax"))
    fewer = without(without(PLAN, service="birth"), counter="1")
    assert list(in_the_way(begun.hall, fewer, PLAN)) == []
    renamed = msgspec.structs.replace(PLAN, hall=PLAN.authority, zones=(), notices=())
    assert found(begun, renamed) == []


def test_a_service_stays_as_long_as_somebody_holds_a_number_for_it(begun: OneDay) -> None:
    begun.do(wish(c.IssueTicket, service="tax"))
    begun.do(wish(c.IssueTicket, service="land", also=("tax",)))
    gone = without(PLAN, service="tax")
    awaited = InTheWay("service", "tax", "awaited", 2)
    assert found(begun, gone) == [awaited]
    begun.do(wish(c.OpenCounter, counter="3", official="Lan"))
    begun.do(wish(c.CallNext, counter="3"))
    assert found(begun, gone) == [awaited], "whoever is served still needs it"
    begun.do(wish(c.MarkNoShow, counter="3"))
    assert found(begun, gone) == [awaited], "whoever was missed may come back"
    assert found(begun, without(PLAN, service="birth")) == []


def test_a_service_stays_as_long_as_it_is_booked(begun: OneDay) -> None:
    land = next(one for one in PLAN.services if one.service == "land")
    slot = next(iter(slots_of(PLAN, land, MONDAY + timedelta(days=2))))
    begun.do(
        wish(c.BookAppointment, service="land", starts_at=slot.starts_at, code="123456", marks=())
    )
    assert found(begun, without(PLAN, service="land")) == [InTheWay("service", "land", "booked", 1)]


def test_a_counter_stays_as_long_as_somebody_sits_there(begun: OneDay) -> None:
    begun.do(wish(c.OpenCounter, counter="2", official="Hoa"))
    gone = without(PLAN, counter="2")
    assert found(begun, gone) == [InTheWay("counter", "2", "open", who="Hoa")]
    begun.do(wish(c.CloseCounter, counter="2"))
    assert found(begun, gone) == []


def test_an_official_s_name_stays_while_they_serve_under_it(begun: OneDay) -> None:
    named = msgspec.structs.replace(
        PLAN, floor=msgspec.structs.replace(PLAN.floor, officials=(Official(official="Hoa"),))
    )
    begun.do(wish(c.OpenCounter, counter="2", official="Hoa"))
    serving = InTheWay("official", "Hoa", "serving", who="2")
    assert list(in_the_way(begun.hall, named, PLAN)) == [serving]
    begun.do(wish(c.CloseCounter, counter="2"))
    assert list(in_the_way(begun.hall, named, PLAN)) == []


def test_a_department_stays_as_long_as_it_has_dossiers(begun: OneDay) -> None:
    begun.do(
        wish(c.ReceiveDossier, procedure="1.000001", complete_at=begun.at, presented_at=begun.at)
    )
    gone = msgspec.structs.replace(PLAN, departments=PLAN.departments[1:])
    assert found(begun, gone) == [InTheWay("department", "justice", "entrusted", 1)]


def test_a_printer_stays_until_its_slips_are_on_paper(begun: OneDay) -> None:
    ticket = begun.issue(actor=KIOSK).ticket
    gone = msgspec.structs.replace(PLAN, slip_stations=("kiosk-2",))
    assert found(begun, gone) == [InTheWay("station", "kiosk-1", "printing", 1)]
    begun.do(wish(c.ConfirmPrinted, ticket=ticket), KIOSK)
    assert found(begun, gone) == []
