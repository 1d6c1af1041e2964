"""Webhooks end to end: a real hall, a real listener that checks every signature, refuses and comes back."""

import asyncio
import base64
import hmac
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from sqlite_utils import Database

from hallctl.core.events import AnyEvent
from hallctl.habits import kept
from hallctl.settings.tables.webhooks import Webhook
from hallctl.webhooks import sending
from hallctl.webhooks.log import PATIENT_TRIES, WAITS_S, WebhookLog
from hallctl.webhooks.sending import Means, Webhooks, newest_number
from hallctl.webhooks.telling import TOLD, Told, message_of
from tests.in_a_loop import in_a_loop

Read = TypeVar("Read")
SECRET = "whsec_" + base64.b64encode(b"both sides know it, nobody else").decode()
KINDS = ("TicketCalled", "VisitFinished", "VisitRated")


class Listener:
    """Another system: checks what it is told, and answers as its mood is."""

    def __init__(self) -> None:
        self.status = 200
        self.told: list[dict[str, Any]] = []

    async def take(self, request: web.Request) -> web.Response:
        body, headers = await request.read(), request.headers
        signed = b".".join(
            (headers["webhook-id"].encode(), headers["webhook-timestamp"].encode(), body)
        )
        key = base64.b64decode(SECRET.removeprefix("whsec_"))
        wanted = base64.b64encode(hmac.new(key, signed, sha256).digest()).decode()
        if headers["webhook-signature"] != f"v1,{wanted}":
            return web.Response(status=401)
        if self.status == 200:
            self.told.append(msgspec.json.decode(body))
        return web.Response(status=self.status)


class Shelf:
    """The journal, up to whichever fact the test lets it reach."""

    def __init__(self, ledger: Database) -> None:
        self._ledger = ledger

    async def ask(self, read: Callable[[Database], Read]) -> Read:
        return read(self._ledger)


class Scene:
    """One webhook of a hall with a past."""

    def __init__(self, ledger: Database, url: str, store: Path) -> None:
        self.at = 1_795_140_000_000
        self.hook = Webhook(name="province", url=url, events=KINDS)
        means = Means(Shelf(ledger), lambda _hook: SECRET, lambda: self.at)
        self.posts = WebhookLog(store)
        self.webhooks = Webhooks((self.hook,), means, self.posts)

    async def post(self) -> None:
        await self.webhooks.post_due(self.hook)


@asynccontextmanager
async def at_work(ledger: Database, folder: Path) -> AsyncIterator[tuple[Scene, Listener]]:
    """The webhook, and the other system listening."""
    other, app = Listener(), web.Application()
    app.router.add_post("/hall", other.take)
    async with TestServer(app) as server:
        scene = Scene(ledger, str(server.make_url("/hall")), folder / "webhooks.db")
        try:
            yield scene, other
        finally:
            scene.posts.close()


@in_a_loop
async def test_a_new_webhook_is_told_of_nothing_past(ledger: Database, tmp_path: Path) -> None:
    async with at_work(ledger, tmp_path) as (scene, listener):
        await scene.post()
        assert listener.told == []
        assert scene.posts.newest(9) == []


@in_a_loop
async def test_facts_come_in_the_journal_s_order_once(ledger: Database, tmp_path: Path) -> None:
    async with at_work(ledger, tmp_path) as (scene, listener):
        newest = newest_number(ledger)
        scene.posts.reached("province", newest - 200)
        await scene.post()
        await scene.post()
        numbers = [one["number"] for one in listener.told]
        wanted = [
            number
            for (number,) in ledger.execute(
                "select number from journal where number > ? and type in (?, ?, ?) order by number",
                (newest - 200, *KINDS),
            )
        ]
        assert numbers == wanted
        assert {one["id"] for one in listener.told} == {f"province-{number}" for number in wanted}


@in_a_loop
async def test_one_that_refuses_is_waited_for_and_nothing_overtakes(
    ledger: Database, tmp_path: Path
) -> None:
    async with at_work(ledger, tmp_path) as (scene, listener):
        scene.posts.reached("province", newest_number(ledger) - 60)
        listener.status = 503
        await scene.post()
        first = scene.posts.due("province", scene.at + 10**9, 1)[0]
        assert (first.tries, first.answer) == (1, "http 503")
        listener.status = 200
        await scene.post()
        assert listener.told == [], "its time has not come"
        scene.at += WAITS_S[0] * 1000
        await scene.post()
        assert listener.told[0]["number"] == first.number
        assert scene.posts.owed("province") == 0


@in_a_loop
async def test_one_that_refuses_again_and_again_is_told_to_whoever_runs_the_hall(
    ledger: Database, tmp_path: Path
) -> None:
    async with at_work(ledger, tmp_path) as (scene, listener):
        scene.posts.reached("province", newest_number(ledger) - 60)
        listener.status = 503
        for tries, wait in enumerate(WAITS_S[:3], start=1):
            await scene.post()
            assert bool(scene.webhooks.unsent.many) is (tries >= PATIENT_TRIES)
            scene.at += wait * 1000
        owed = scene.posts.owed("province")
        assert scene.webhooks.unsent == ("webhooks_unsent", owed, 1_795_140_000_000)
        scene.webhooks.post_to((msgspec.structs.replace(scene.hook, is_paused=True),))
        assert not scene.webhooks.unsent.many, "whoever has paused it knows"
        scene.webhooks.post_to((scene.hook,))
        listener.status = 200
        await scene.post()
        assert not scene.webhooks.unsent.many


@in_a_loop
async def test_after_three_days_it_is_given_up_and_can_be_replayed(
    ledger: Database, tmp_path: Path
) -> None:
    async with at_work(ledger, tmp_path) as (scene, listener):
        newest = newest_number(ledger)
        scene.posts.reached("province", newest - 40)
        listener.status = 410
        for wait in (*WAITS_S, 0):
            await scene.post()
            scene.at += wait * 1000
        failed = [one for one in scene.posts.newest(99) if one.state == "failed"]
        assert len(failed) == 1
        listener.status = 200
        count = await scene.webhooks.replay("province", newest - 40, newest)
        await scene.post()
        assert len(listener.told) == count
        assert failed[0].number in {one["number"] for one in listener.told}


@in_a_loop
async def test_a_test_post_is_signed_too(ledger: Database, tmp_path: Path) -> None:
    async with at_work(ledger, tmp_path) as (scene, listener):
        answered = await scene.webhooks.test("province")
        assert answered.is_taken
        assert listener.told[0]["type"] == "test"
        listener.status = 404
        assert (await scene.webhooks.test("province")).answer == "http 404"


def test_no_fact_tells_who_somebody_is() -> None:
    private = {"official", "by", "reason", "note", "question", "needs", "papers", "group", "digest"}
    assert not private & TOLD
    for kind in AnyEvent.__args__:
        for field in kind.__struct_fields__:
            body = msgspec.json.encode({"type": kind.__name__, field: "Nguyễn Văn An"}).decode()
            data = msgspec.json.decode(message_of(Told(1, 0, kind.__name__, body), "x"))["data"]
            assert set(data) <= TOLD


async def until(is_so: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not is_so():  # noqa: ASYNC110 - another system is told when it is told
            await asyncio.sleep(0.01)


@in_a_loop
async def test_one_that_answers_slowly_holds_up_no_other(
    ledger: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "LOOK_EVERY_S", 0.01)
    quick, is_asked, may_answer = Listener(), asyncio.Event(), asyncio.Event()

    async def slow(_request: web.Request) -> web.Response:
        is_asked.set()
        await may_answer.wait()
        return web.Response()

    app = web.Application()
    app.router.add_post("/hall", quick.take)
    app.router.add_post("/slow", slow)
    async with TestServer(app) as server:
        scene = Scene(ledger, str(server.make_url("/hall")), tmp_path / "webhooks.db")
        late = Webhook(name="late", url=str(server.make_url("/slow")), events=KINDS)
        scene.webhooks.post_to((late, scene.hook))
        since = newest_number(ledger) - 60
        for name in ("late", "province"):
            scene.posts.reached(name, since)
        async with kept(scene.webhooks.keep_posting()):
            await asyncio.wait_for(is_asked.wait(), 10)
            for _look in range(2):
                await until(lambda: quick.told and not scene.posts.owed("province"))
                first = quick.told[0]["number"]
                quick.told.clear()
                scene.posts.replay("province", [(first, KINDS[0])], scene.at)
            may_answer.set()
        scene.posts.close()
