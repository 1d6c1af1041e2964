"""When a service gives numbers: hours, last ticket, quotas, pauses, and the end of the day."""

from datetime import time
from typing import Any

import msgspec
import pytest

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.calendar import Shift
from hallctl.core.life import TicketState
from hallctl.core.plan import Plan, Words
from hallctl.core.plan.floor_rules import FloorRules
from hallctl.core.refusals import Refusal
from hallctl.core.views.floor_views import Shut
from hallctl.running.timetable import due_wishes
from tests.core.one_day import EIGHT_O_CLOCK, MINUTE, PLAN, OneDay, wish

HOURS = (Shift(time(7, 30), time(11, 30)), Shift(time(13, 30), time(17)))


def plan_of(hours: tuple[Shift, ...] = (), at_closing: str = "open", **service: Any) -> Plan:
    birth, *others = PLAN.services
    return msgspec.structs.replace(
        PLAN,
        services=(msgspec.structs.replace(birth, **service), *others),
        shifts=HOURS,
        service_hours={"birth": hours} if hours else {},
        floor=FloorRules(at_closing=at_closing),
    )


def day_of(plan: Plan) -> OneDay:
    return OneDay(plan).open("1", "3")


def at_clock(day: OneDay, clock: str) -> None:
    hours, minutes = map(int, clock.split(":"))
    day.at = EIGHT_O_CLOCK + ((hours - 8) * 60 + minutes) * MINUTE


def shut(day: OneDay, service: str = "birth") -> Shut | None:
    """What the kiosk says, which must be what the hall does."""
    choices = day.artist.kiosk(day.at, "kiosk-1").services
    said = next(one.shut for one in choices if one.service == service)
    refused = day.refusal(wish(c.IssueTicket, service=service))
    assert (refused is None) == (said is None)
    if refused is not None and said is not None:
        assert refused.refusal is Refusal.SERVICE_SHUT
        assert (refused.details["why"], refused.details["again_at"]) == (
            said.why,
            said.again_at or 0,
        )
    return said


def clock_of(day: OneDay, at: int | None) -> str:
    """``24 07:30``: day of the month and time, in Hà Nội."""
    minutes = ((at or 0) - EIGHT_O_CLOCK) // MINUTE + 8 * 60
    return f"{23 + minutes // 1440} {minutes % 1440 // 60:02}:{minutes % 60:02}"


@pytest.mark.parametrize(
    ("clock", "why", "again"),
    [
        ("08:59", "hours", "23 09:00"),
        ("09:00", None, ""),
        ("10:49", None, ""),
        ("10:50", "last_ticket", "23 14:00"),
        ("11:00", "hours", "23 14:00"),
        ("14:00", None, ""),
        ("15:30", "hours", "25 09:00"),
    ],
)
def test_a_service_has_hours_of_its_own_and_a_last_ticket(
    clock: str, why: str | None, again: str
) -> None:
    """The 24th is a holiday of this hall."""
    own = (Shift(time(9), time(11)), Shift(time(14), time(15)))
    day = day_of(plan_of(own, last_ticket_minutes=10))
    at_clock(day, clock)
    said = shut(day)
    assert (said.why if said else None) == why
    assert said is None or clock_of(day, said.again_at) == again


@pytest.mark.parametrize(
    ("clock", "is_shut"),
    [("07:10", False), ("11:14", False), ("11:15", True), ("11:30", False), ("16:45", True)],
)
def test_the_halls_own_shifts_have_a_last_ticket_too(clock: str, is_shut: bool) -> None:
    day = day_of(plan_of(last_ticket_minutes=15))
    at_clock(day, clock)
    assert (shut(day) is not None) is is_shut


def test_a_quota_a_day_lets_so_many_numbers_go(day: OneDay) -> None:
    day = day_of(plan_of(quota_a_day=2))
    assert shut(day) is None
    assert shut(day) is None
    said = shut(day)
    assert said is not None
    assert (said.why, clock_of(day, said.again_at)) == ("quota_day", "25 07:30")


def test_a_quota_an_hour_begins_anew_with_the_clock_hour(day: OneDay) -> None:
    day = day_of(plan_of(quota_an_hour=1))
    assert shut(day) is None
    said = shut(day)
    assert said is not None
    assert (said.why, clock_of(day, said.again_at)) == ("quota_hour", "23 09:00")
    at_clock(day, "09:00")
    assert shut(day) is None


def test_a_paused_service_says_why_and_when_again(day: OneDay) -> None:
    until = day.at + 30 * MINUTE
    day.do(
        wish(
            c.PauseService,
            service="birth",
            message="Mất mạng",
            message_en="No network",
            until=until,
        )
    )
    said = shut(day)
    assert said == Shut(why="paused", message=Words("Mất mạng", "No network"), again_at=until)
    assert shut(day, "land") is None
    day.wait(30)
    assert shut(day) is None


def test_a_pause_without_an_end_lasts_until_somebody_says_so(day: OneDay) -> None:
    day.do(wish(c.PauseService, service="birth", message="Mất mạng"))
    day.do(wish(c.CloseDay))
    day.sleep()
    day.do(wish(c.OpenDay))
    assert shut(day) is not None
    day.do(wish(c.OfferService, service="birth"))
    assert shut(day) is None
    again = day.refusal(wish(c.OfferService, service="birth"))
    assert again is not None
    assert again.refusal is Refusal.SERVICE_NOT_PAUSED


def test_a_pause_that_is_over_already_is_refused(day: OneDay) -> None:
    late = wish(c.PauseService, service="birth", message="Mất mạng", until=day.at)
    refused = day.refusal(late)
    assert refused is not None
    assert refused.refusal is Refusal.PAUSE_IN_THE_PAST


def test_whoever_holds_a_number_of_a_paused_service_is_served(day: OneDay) -> None:
    patient = day.issue()
    day.do(wish(c.PauseService, service="birth", message="Mất mạng"))
    assert day.serve() is patient


def test_a_visit_of_several_services_needs_all_of_them_offered(day: OneDay) -> None:
    day.do(wish(c.PauseService, service="tax", message="Mất mạng"))
    refused = day.refusal(wish(c.IssueTicket, service="birth", also=("tax",)))
    assert refused is not None
    assert refused.details["service"] == "tax"


@pytest.mark.parametrize(
    ("at_closing", "then"),
    [
        ("serve", TicketState.WAITING),
        ("lapse", TicketState.LAPSED),
        ("tomorrow", TicketState.LAPSED),
    ],
)
def test_at_closing_time_those_who_wait_fare_as_the_hall_wishes(
    at_closing: str, then: TicketState
) -> None:
    day = day_of(plan_of(at_closing=at_closing))
    served, waiting = day.issue(), day.issue()
    day.call()
    at_clock(day, "16:59")
    assert due_wishes(day.hall, day.plan, day.at) == []
    at_clock(day, "17:00")
    (due,) = due_wishes(day.hall, day.plan, day.at)
    day.do(due)
    assert due_wishes(day.hall, day.plan, day.at) == []
    said = shut(day)
    assert said is not None
    assert (said.why, clock_of(day, said.again_at)) == ("closing", "25 07:30")
    assert (served.state, waiting.state) == (TicketState.CALLED, then)


def test_a_hall_that_wishes_so_gives_numbers_as_long_as_its_day_is_open() -> None:
    day = day_of(plan_of())
    at_clock(day, "18:00")
    assert due_wishes(day.hall, day.plan, day.at) == []
    assert shut(day) is None


def test_a_number_that_waited_in_vain_is_the_first_of_the_next_day() -> None:
    day = day_of(plan_of(at_closing="tomorrow"))
    day.serve() if day.issue() else None
    old = day.issue("birth", "elderly")
    day.do(wish(c.EndIssuing))
    day.do(wish(c.CloseDay))
    day.sleep()
    _, carried = day.do(wish(c.OpenDay))
    assert isinstance(carried, events.TicketIssued)
    assert (carried.number, carried.group, carried.ahead) == (old.number, "elderly", 0)
    assert carried.ticket != old.ticket
    numbers = [day.issue().number for _ in range(3)]
    assert numbers == ["A001", "A003", "A004"]
    day.do(wish(c.OpenCounter, counter="1", official="Lan"))
    assert day.call().number == old.number


def test_a_day_that_is_opened_again_carries_nobody_over_twice() -> None:
    day = day_of(plan_of(at_closing="tomorrow"))
    day.issue()
    day.do(wish(c.EndIssuing))
    day.do(wish(c.CloseDay))
    again = [type(one) for one in day.do(wish(c.OpenDay))]
    assert again[:2] == [events.DayOpened, events.IssuingEnded]
    assert set(again[2:]) == {events.CounterOpened}
    assert len(day.hall.carried) == 1
