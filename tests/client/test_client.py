"""The client against a real controller: typed answers, refusals as errors, one command once, views that follow."""

import json
from collections.abc import Iterator
from uuid import uuid4

import pytest

from hallctl.client import (
    AsyncHall,
    Hall,
    HallError,
    MalformedError,
    NotLetInError,
    RefusedError,
    UnreachableError,
    loop,
)
from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.refusals import Refusal
from hallctl.core.views import BoardView, HallView, KioskView
from tests.in_a_loop import in_a_loop
from tests.verbs import said
from tests.web.hall_at_work import HallAtWork


@pytest.fixture(scope="module")
def at_work(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallAtWork]:
    hall = HallAtWork(tmp_path_factory.mktemp("client") / "hall")
    hall.open("1")
    yield hall
    hall.close()


@pytest.fixture(scope="module")
def token(at_work: HallAtWork) -> str:
    scopes = ("--scope", "tickets", "--scope", "figures")
    return said("tokens", "make", "client", *scopes, "--hall", at_work.directory.path).strip()


def url(at_work: HallAtWork) -> str:
    return f"http://127.0.0.1:{at_work.port}"


def service(at_work: HallAtWork) -> str:
    return at_work.assembly.controller.hall.counters["1"].services[0]


def test_a_command_gives_typed_facts(at_work: HallAtWork, token: str) -> None:
    hall = Hall(url(at_work), token)
    granted = hall.ask(c.IssueTicket, service=service(at_work))
    (issued,) = granted.events
    assert isinstance(issued, events.TicketIssued)
    board = hall.view(BoardView)
    assert board.counts.issued >= 1
    assert board.journal_number >= granted.journal_number


def test_the_same_command_twice_happens_once(at_work: HallAtWork, token: str) -> None:
    hall = Hall(url(at_work), token)
    wish = c.IssueTicket(command_id=uuid4(), service=service(at_work))
    assert hall.send(wish) == hall.send(wish)


def test_a_report_comes_as_a_file(at_work: HallAtWork, token: str) -> None:
    hall = Hall(url(at_work), token)
    document = json.loads(hall.report("visits", by="day"))
    assert document["report"] == "visits"
    with pytest.raises(HallError):
        hall.report("rumours")


def test_no_is_an_error_that_says_why(at_work: HallAtWork, token: str) -> None:
    hall = Hall(url(at_work), token)
    with pytest.raises(RefusedError) as refused:
        hall.ask(c.IssueTicket, service="visas")
    assert refused.value.refusal is Refusal.UNKNOWN_SERVICE
    with pytest.raises(NotLetInError):
        hall.ask(c.CallNext, counter="1")
    with pytest.raises(NotLetInError):
        hall.view(HallView)
    with pytest.raises(NotLetInError):
        Hall(url(at_work), "hall_forged").ask(c.IssueTicket, service="birth")
    with pytest.raises(MalformedError):
        hall.ask(c.IssueTicket, service=7)


def test_nobody_there_is_said_after_some_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hallctl.client.hall.REST_S", 0.001)
    with pytest.raises(UnreachableError):
        Hall("http://127.0.0.1:9", "x").ask(c.OpenDay)


@in_a_loop
async def test_in_an_event_loop_it_is_the_same(at_work: HallAtWork, token: str) -> None:
    async with AsyncHall(url(at_work), token) as hall:
        granted = await hall.ask(c.IssueTicket, service=service(at_work))
        assert isinstance(granted.events[0], events.TicketIssued)
        kiosk = await hall.view(KioskView)
        assert kiosk.services
        assert json.loads(await hall.report("visits"))["report"] == "visits"
        with pytest.raises(RefusedError):
            await hall.ask(c.IssueTicket, service="visas")


@in_a_loop
async def test_views_follow_the_hall(at_work: HallAtWork, token: str) -> None:
    async with AsyncHall(url(at_work), token) as hall:
        views = hall.follow(BoardView)
        before = await anext(views)
        granted = await hall.ask(c.IssueTicket, service=service(at_work))
        async for view in views:
            if view.journal_number >= granted.journal_number:
                assert view.counts.issued == before.counts.issued + 1
                break
        await views.aclose()  # type: ignore[attr-defined]


@in_a_loop
async def test_a_hall_that_lets_nobody_in_ends_the_following(at_work: HallAtWork) -> None:
    assert loop.REST_S < 1
    async with AsyncHall(url(at_work), "hall_forged") as hall:
        with pytest.raises(HallError):
            await anext(hall.follow(BoardView))
