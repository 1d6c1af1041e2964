"""The one writer: a command happens once, is durable before it is answered, or is not answered."""

import asyncio
import threading
from itertools import pairwise
from pathlib import Path
from uuid import UUID

import msgspec
import pytest

from hallctl.controller import Answer, HallStoppedError, UndecidedError
from hallctl.core import commands as c
from hallctl.core import deciding
from hallctl.core.permissions import Actor, Role
from tests.core.one_day import dump
from tests.journal.one_hall import HandClock, OneHall, in_a_hall, open_journal

ISSUE = c.IssueTicket(command_id=UUID(int=7001), service="birth")
NOBODY = c.CallNext(command_id=UUID(int=7002), counter="1")


def said(answer: Answer) -> dict[str, object]:
    return msgspec.json.decode(answer.body)


async def begin(hall: OneHall) -> None:
    """Open the day and counter 1."""
    await hall.ask(hall.wish(c.OpenDay))
    await hall.ask(hall.wish(c.OpenCounter, counter="1", official="Lan"))


def test_a_command_sent_twice_happens_once(path: Path) -> None:
    async def story(hall: OneHall) -> None:
        await begin(hall)
        first = await hall.ask(ISSUE)
        number = hall.controller.hall.journal_number
        assert await hall.ask(ISSUE) == first
        assert hall.controller.hall.journal_number == number
        assert said(first)["journal_number"] == number

    in_a_hall(path, story)


def test_a_command_sent_twice_at_once_happens_once(path: Path) -> None:
    async def story(hall: OneHall) -> None:
        await begin(hall)
        answers = await hall.ask_at_once(*[ISSUE] * 5)
        assert len(set(answers)) == 1
        assert len(hall.controller.hall.tickets) == 1

    in_a_hall(path, story)


def test_a_command_sent_again_after_a_restart_happened_already(path: Path) -> None:
    answers: list[Answer] = []

    async def before(hall: OneHall) -> None:
        await begin(hall)
        answers.extend(await hall.ask_at_once(ISSUE, NOBODY))

    async def after(hall: OneHall) -> None:
        before = dump(hall.controller.hall)
        assert await hall.ask_at_once(ISSUE, NOBODY) == answers
        assert dump(hall.controller.hall) == before

    in_a_hall(path, before)
    in_a_hall(path, after)


def test_a_refusal_stands_even_when_it_would_be_granted_now(path: Path) -> None:
    async def story(hall: OneHall) -> None:
        await begin(hall)
        refused = await hall.ask(NOBODY)
        assert said(refused) == {"refused": "nobody_waiting", "details": {"counter": "1"}}
        await hall.ask(ISSUE)
        assert await hall.ask(NOBODY) == refused
        assert hall.controller.hall.current("1") is None

    in_a_hall(path, story)


def test_another_command_under_a_used_id_is_refused_and_forgotten(path: Path) -> None:
    async def story(hall: OneHall) -> None:
        await begin(hall)
        first = await hall.ask(ISSUE)
        other = c.IssueTicket(command_id=ISSUE.command_id, service="land")
        for _ in range(2):
            refused = await hall.ask(other)
            assert refused.is_refusal
            assert said(refused) == {"refused": "id_reused", "details": {}}
        assert await hall.ask(ISSUE) == first
        assert len(hall.controller.hall.tickets) == 1

    in_a_hall(path, story)


def test_commands_that_come_together_are_decided_in_turn_and_kept_together(path: Path) -> None:
    async def story(hall: OneHall) -> None:
        await begin(hall)
        hall.journal.commits.clear()
        issues = [hall.wish(c.IssueTicket, service="birth") for _ in range(63)]
        answers = await hall.ask_at_once(*issues, hall.wish(c.CallNext, counter="1"))
        numbers = [said(one)["events"][0]["number"] for one in answers]
        assert numbers == [f"A{serial:03d}" for serial in range(1, 64)] + ["A001"]
        assert hall.journal.commits == [64]

    in_a_hall(path, story)


def test_commands_that_come_during_a_commit_share_the_next(path: Path) -> None:
    async def story(hall: OneHall) -> None:
        await begin(hall)
        hall.journal.commits.clear()
        under_way, go_on = threading.Event(), threading.Event()

        def wait() -> None:
            under_way.set()
            assert go_on.wait(10)

        hall.journal.before_append = wait
        first = asyncio.create_task(hall.ask(ISSUE))
        await asyncio.to_thread(under_way.wait, 10)
        more = [hall.wish(c.IssueTicket, service="land") for _ in range(9)]
        rest = [asyncio.create_task(hall.ask(one)) for one in more]
        await asyncio.sleep(0)
        assert not first.done()
        go_on.set()
        await asyncio.gather(first, *rest)
        assert hall.journal.commits == [1, 9]

    in_a_hall(path, story)


def test_a_hall_that_cannot_write_answers_nobody_and_stops(path: Path) -> None:
    async def story(hall: OneHall) -> None:
        await begin(hall)
        told: list[bool] = []
        hall.controller.tell = told.append
        hall.journal.is_broken = True
        asked = [asyncio.create_task(hall.ask(one)) for one in (ISSUE, NOBODY)]
        for one in asked:
            with pytest.raises(HallStoppedError, match="disk is full"):
                await one
        assert hall.controller.stopped.is_set()
        assert told == []
        hall.journal.is_broken = False
        with pytest.raises(HallStoppedError):
            await hall.ask(hall.wish(c.CloseDay))

    async def after(hall: OneHall) -> None:
        assert hall.controller.hall.tickets == {}
        assert not (await hall.ask(ISSUE)).is_refusal

    in_a_hall(path, story)
    in_a_hall(path, after)


def test_a_rule_that_breaks_stops_neither_the_hall_nor_the_others(
    path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_anything: object) -> tuple[()]:
        raise ZeroDivisionError

    async def story(hall: OneHall) -> None:
        await begin(hall)
        monkeypatch.setitem(deciding._DECIDE, c.CallNext, broken)
        asked = [asyncio.create_task(hall.ask(one)) for one in (NOBODY, ISSUE)]
        with pytest.raises(UndecidedError, match="CallNext"):
            await asked[0]
        assert not (await asked[1]).is_refusal
        assert "broke a rule" in caplog.text
        monkeypatch.undo()
        assert not (await hall.ask(NOBODY)).is_refusal  # its id was never used up

    in_a_hall(path, story)


def test_everyone_is_told_after_each_commit_and_whether_more_comes(path: Path) -> None:
    async def story(hall: OneHall) -> None:
        told: list[tuple[bool, int]] = []
        durable = open_journal(path)
        hall.controller.tell = lambda more: told.append((more, max_number(durable)))
        await begin(hall)
        assert told == [(False, 1), (False, 2)]
        durable.close()

    def max_number(journal: object) -> int:
        return sum(1 for _ in journal.read())  # type: ignore[attr-defined]

    in_a_hall(path, story)


def test_a_caller_who_hangs_up_does_not_unmake_the_command(path: Path) -> None:
    async def story(hall: OneHall) -> None:
        await begin(hall)
        gone = asyncio.create_task(hall.ask(ISSUE))
        await asyncio.sleep(0)
        gone.cancel()
        again = await hall.ask(ISSUE)
        assert said(again)["events"][0]["number"] == "A001"
        assert len(hall.controller.hall.tickets) == 1

    in_a_hall(path, story)


def test_a_clock_that_steps_back_never_reorders_facts(path: Path) -> None:
    clock = HandClock()

    async def story(hall: OneHall) -> None:
        await begin(hall)
        clock.wait(10)
        await hall.ask(hall.wish(c.IssueTicket, service="birth"))
        clock.wait(-30)
        await hall.ask(hall.wish(c.IssueTicket, service="birth"))
        times = [fact.event().at for fact in hall.journal.read()]
        assert all(before <= after for before, after in pairwise(times))
        assert times[-1] == times[-2]

    in_a_hall(path, story, clock)


def test_a_clock_that_stepped_back_while_the_hall_was_off_changes_nothing(path: Path) -> None:
    clock = HandClock()

    async def later(hall: OneHall) -> None:
        assert hall.controller.now() == hall.controller.hall.last_at > clock.now()

    in_a_hall(path, begin)
    clock.wait(-60)
    in_a_hall(path, later, clock)


def test_the_business_day_is_stored_and_goes_past_midnight(path: Path) -> None:
    clock = HandClock()

    async def story(hall: OneHall) -> None:
        await begin(hall)
        clock.sleep()
        await hall.ask(ISSUE)
        assert hall.controller.hall.tickets.keys() == {"2026-11-23-A001"}
        await hall.ask(hall.wish(c.OpenDay))
        days = [(fact.event().__class__.__name__, str(fact.business_day)) for fact in facts(hall)]
        assert days[-5:] == [
            ("TicketCarriedOver", "2026-11-23"),
            ("DayClosed", "2026-11-23"),
            ("DaySealed", "2026-11-23"),
            ("DayOpened", "2026-11-24"),
            ("TicketIssued", "2026-11-24"),
        ]

    def facts(hall: OneHall) -> list[object]:
        return list(hall.journal.read())

    in_a_hall(path, story, clock)


def test_a_station_may_not_ask_what_its_role_may_not(path: Path) -> None:
    async def story(hall: OneHall) -> None:
        await begin(hall)
        refused = await hall.ask(ISSUE, Actor("board-1", Role.BOARD))
        assert said(refused) == {"refused": "not_allowed", "details": {"role": "board"}}

    in_a_hall(path, story)


def test_a_restart_gives_the_same_hall(path: Path) -> None:
    halls: list[bytes] = []

    async def work(hall: OneHall) -> None:
        await begin(hall)
        for service in ("birth", "land", "birth", "tax"):
            await hall.ask(hall.wish(c.IssueTicket, service=service, priority=True))
        await hall.ask(hall.wish(c.CallNext, counter="1"))
        halls.append(dump(hall.controller.hall))

    async def look(hall: OneHall) -> None:
        halls.append(dump(hall.controller.hall))

    in_a_hall(path, work)
    in_a_hall(path, look)
    assert halls[0] == halls[1]
