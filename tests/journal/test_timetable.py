"""What the hall does by the clock: the day opens on time, no-shows go back or end."""

import asyncio
from datetime import datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest

from hallctl.core import commands as c
from hallctl.core.life import TicketState
from hallctl.core.plan import Plan, Shift
from hallctl.core.plan.floor_rules import FloorRules
from hallctl.running import timetable
from hallctl.running.timetable import due_wishes, is_due, keep_no_shows, keep_timetable
from tests.core.one_day import PLAN
from tests.journal.one_hall import HandClock, OneHall, in_a_hall

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
BY_ITSELF = msgspec.structs.replace(
    PLAN,
    rules=msgspec.structs.replace(PLAN.rules, opens_by_itself=True),
    shifts=(Shift(time(7, 30), time(11, 30)), Shift(time(13, 30), time(17, 0))),
)
BY_HAND = msgspec.structs.replace(BY_ITSELF, rules=PLAN.rules)
WITHOUT_HOURS = msgspec.structs.replace(BY_ITSELF, shifts=())


@pytest.mark.parametrize(
    ("plan", "day", "clock", "due"),
    [
        (BY_ITSELF, 23, "06:59", False),
        (BY_ITSELF, 23, "07:00", True),
        (BY_ITSELF, 23, "12:00", True),
        (BY_ITSELF, 23, "16:59", True),
        (BY_ITSELF, 23, "17:00", False),
        (BY_ITSELF, 22, "09:00", False),
        (BY_HAND, 23, "09:00", False),
        (WITHOUT_HOURS, 23, "09:00", False),
    ],
)
def test_the_day_is_due_in_working_hours(
    path: Path, plan: Plan, day: int, clock: str, due: bool
) -> None:
    local = datetime.combine(
        datetime(2026, 11, day, tzinfo=HANOI), time.fromisoformat(clock), HANOI
    )

    async def story(hall: OneHall) -> None:
        assert is_due(hall.controller, plan, local) is due

    in_a_hall(path, story)


def test_a_day_somebody_closed_stays_closed(path: Path) -> None:
    local = datetime(2026, 11, 23, 9, 0, tzinfo=HANOI)

    async def story(hall: OneHall) -> None:
        await hall.ask(hall.wish(c.OpenDay))
        assert not is_due(hall.controller, BY_ITSELF, local)
        await hall.ask(hall.wish(c.CloseDay))
        assert not is_due(hall.controller, BY_ITSELF, local)

    in_a_hall(path, story)


def test_the_day_opens_by_itself_once_and_again_the_next_working_day(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timetable, "LOOK_EVERY_S", 0.001)

    async def story(hall: OneHall) -> None:
        told = asyncio.Event()
        hall.controller.tell = lambda _more: told.set()
        keeping = asyncio.create_task(keep_timetable(hall.controller, BY_ITSELF))
        await told.wait()
        assert hall.controller.hall.is_open
        await asyncio.sleep(0.02)
        assert hall.controller.hall.journal_number == 1
        told.clear()
        hall.clock.sleep()  # the 24th is a holiday
        await asyncio.sleep(0.02)
        assert hall.controller.hall.journal_number == 1
        hall.clock.sleep()
        await told.wait()
        assert str(hall.controller.hall.business_day) == "2026-11-25"
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)

    in_a_hall(path, story)


async def _one_is_missed(hall: OneHall) -> str:
    await hall.ask(hall.wish(c.OpenDay))
    await hall.ask(hall.wish(c.OpenCounter, counter="1", official="Lan"))
    await hall.ask(hall.wish(c.IssueTicket, service="birth"))
    await hall.ask(hall.wish(c.CallNext, counter="1"))
    await hall.ask(hall.wish(c.MarkNoShow, counter="1"))
    return "2026-11-23-A001"


def _state(hall: OneHall) -> TicketState:
    return hall.controller.hall.tickets["2026-11-23-A001"].state


def test_a_no_show_goes_back_by_itself_once_and_ends_the_second_time(path: Path) -> None:
    async def story(hall: OneHall) -> None:
        await _one_is_missed(hall)
        hall.clock.wait(0.9)
        await keep_no_shows(hall.controller, PLAN)
        assert _state(hall) is TicketState.MISSED
        hall.clock.wait(0.1)
        await keep_no_shows(hall.controller, PLAN)
        assert _state(hall) is TicketState.WAITING
        await hall.ask(hall.wish(c.CallNext, counter="1"))
        await hall.ask(hall.wish(c.MarkNoShow, counter="1"))
        hall.clock.wait(1)
        await keep_no_shows(hall.controller, PLAN)
        assert _state(hall) is TicketState.ENDED

    in_a_hall(path, story)


def test_what_is_due_happens_after_a_restart_and_exactly_once(path: Path) -> None:
    clock = HandClock()

    async def before(hall: OneHall) -> None:
        await _one_is_missed(hall)

    async def after(hall: OneHall) -> None:
        clock.wait(30)
        asked_twice = [
            *due_wishes(hall.controller.hall, PLAN, clock.now()),
            *due_wishes(hall.controller.hall, PLAN, clock.now() + 7),
        ]
        first, second = await hall.ask_at_once(*asked_twice)
        assert first == second
        assert not first.is_refusal
        facts = [type(one.event()).__name__ for one in hall.journal.read()]
        assert facts.count("TicketRequeued") == 1

    in_a_hall(path, before, clock)
    in_a_hall(path, after, clock)


def test_a_hall_that_wishes_so_leaves_its_no_shows_alone(path: Path) -> None:
    async def story(hall: OneHall) -> None:
        await _one_is_missed(hall)
        patient = msgspec.structs.replace(PLAN, floor=FloorRules())
        hall.clock.wait(300)
        assert due_wishes(hall.controller.hall, patient, hall.clock.now()) == []

    in_a_hall(path, story)
