"""The plan changes between two commits: nothing is decided by half of one and half of the other."""

import asyncio
from pathlib import Path
from threading import Event

import msgspec
import pytest

from hallctl.controller import HallStoppedError
from hallctl.core import commands as c
from hallctl.core.plan import Plan
from hallctl.settings.changing.taking_up import take_up
from hallctl.settings.tables.hall import HallSettings, Server
from tests.core.one_day import PLAN
from tests.journal.one_hall import OneHall, in_a_hall

PATIENCE_S = 10.0


def settings_of(plan: Plan) -> HallSettings:
    return HallSettings(directory=Path(), plan=plan, stations=(), server=Server())


def test_a_change_waits_for_the_commit_and_commands_wait_for_the_change(tmp_path: Path) -> None:
    async def story(hall: OneHall) -> None:
        controller = hall.controller
        controller.plan = msgspec.structs.replace(PLAN)
        running, fewer = settings_of(controller.plan), PLAN.services[:1]
        await hall.ask(hall.wish(c.OpenDay))
        may_commit = Event()
        hall.journal.before_append = lambda: may_commit.wait(PATIENCE_S) and None
        before = asyncio.create_task(hall.ask(hall.wish(c.IssueTicket, service="land")))
        await asyncio.sleep(0)
        told: list[int] = []
        controller.tell = lambda _more: told.append(len(controller.plan.services))

        async def change() -> None:
            async with controller.standing_still() as settled:
                assert before.done(), "what was under way is on disk, and answered"
                assert len(settled.tickets) == 1
                after.append(
                    asyncio.create_task(hall.ask(hall.wish(c.IssueTicket, service="land")))
                )
                await asyncio.sleep(0.01)
                assert not after[0].done(), "who asks meanwhile waits"
                assert len(settled.tickets) == 1
                take_up(running, settings_of(msgspec.structs.replace(PLAN, services=fewer)))

        after: list[asyncio.Task[object]] = []
        changing = asyncio.create_task(change())
        await asyncio.sleep(0.01)
        assert not changing.done()
        may_commit.set()
        await asyncio.wait_for(changing, PATIENCE_S)
        assert not (await before).is_refusal
        answer = await after[0]
        assert answer.is_refusal, "and is decided by the new plan"  # type: ignore[attr-defined]
        assert told[-1] == 1, "everybody is told, though no fact was written"

    in_a_hall(tmp_path / "hall.db", story)


def test_a_hall_that_has_stopped_takes_no_change(tmp_path: Path) -> None:
    async def story(hall: OneHall) -> None:
        hall.controller.stop(OSError("disk full"))
        with pytest.raises(HallStoppedError):
            async with hall.controller.standing_still():
                raise AssertionError("it stands for good")

    in_a_hall(tmp_path / "hall.db", story)
