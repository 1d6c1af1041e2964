"""Nobody sees a fact before the disk has it, and nobody who wants to look waits for ever."""

import asyncio
import threading
from pathlib import Path

import pytest

from hallctl.controller import HallStoppedError
from hallctl.core import commands as c
from tests.journal.one_hall import OneHall, in_a_hall


def test_whoever_looks_during_a_commit_sees_what_the_disk_holds(path: Path) -> None:
    async def story(hall: OneHall) -> None:
        await hall.ask(hall.wish(c.OpenDay))
        under_way, go_on = threading.Event(), threading.Event()
        durable: list[int] = []

        def append_slowly() -> None:
            under_way.set()
            assert go_on.wait(10)
            durable.append(hall.controller.hall.journal_number)

        hall.journal.before_append = append_slowly
        asked = asyncio.create_task(hall.ask(hall.wish(c.IssueTicket, service="birth")))
        await asyncio.to_thread(under_way.wait, 10)
        assert not hall.controller.is_settled
        looking = asyncio.create_task(hall.controller.settled())
        await asyncio.sleep(0.01)
        assert not looking.done()
        go_on.set()
        await looking
        assert durable == [hall.controller.hall.journal_number] == [2]
        await asked

    in_a_hall(path, story)


def test_whoever_looks_is_not_kept_waiting_by_a_crowd(path: Path) -> None:
    async def story(hall: OneHall) -> None:
        await hall.ask(hall.wish(c.OpenDay))
        is_over = False

        async def press_on() -> None:
            while not is_over:
                await hall.ask(hall.wish(c.IssueTicket, service="birth"))

        crowd = [asyncio.create_task(press_on()) for _ in range(8)]
        seen: list[tuple[int, int]] = []
        async with asyncio.timeout(20):
            for _ in range(20):
                await hall.controller.settled()
                seen.append((hall.controller.hall.journal_number, hall.journal.kept.number))
                await asyncio.sleep(0)
        is_over = True
        await asyncio.gather(*crowd)
        assert all(shown == durable for shown, durable in seen)

    in_a_hall(path, story)


def test_a_hall_whose_disk_failed_is_never_looked_at_again(path: Path) -> None:
    async def story(hall: OneHall) -> None:
        await hall.ask(hall.wish(c.OpenDay))
        hall.journal.is_broken = True
        with pytest.raises(HallStoppedError):
            await hall.ask(hall.wish(c.IssueTicket, service="birth"))
        with pytest.raises(HallStoppedError):
            await hall.controller.settled()
        assert not hall.controller.is_settled

    in_a_hall(path, story)


def test_views_are_drawn_while_the_disk_syncs_and_told_after(path: Path) -> None:
    async def story(hall: OneHall) -> None:
        controller = hall.controller
        happened: list[tuple[str, bool]] = []
        controller.prepare = lambda: happened.append(("drawn", controller.is_settled))
        controller.tell = lambda _more: happened.append(("told", controller.is_settled))
        hall.journal.kept.syncing = hall.journal.syncing
        await hall.ask(hall.wish(c.OpenDay))
        assert happened == [("drawn", False), ("told", True)]
        await hall.ask(hall.wish(c.OpenDay))  # refused: nothing to draw
        assert len(happened) == 2

    in_a_hall(path, story)


def test_views_that_cannot_be_drawn_do_not_stop_the_hall(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def story(hall: OneHall) -> None:
        def break_down() -> None:
            raise ZeroDivisionError

        hall.controller.prepare = break_down
        hall.journal.kept.syncing = hall.journal.syncing
        await hall.ask(hall.wish(c.OpenDay))
        assert hall.controller.hall.is_open

    in_a_hall(path, story)
    assert "a view could not be drawn" in caplog.text
