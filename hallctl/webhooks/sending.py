"""Follows the journal for each webhook and posts what it asked for, in order, until it is taken."""

import asyncio
import logging
from collections.abc import Callable
from typing import NamedTuple, Protocol, TypeVar

from sqlite_utils import Database

from hallctl.core.drawing.unsent import Unsent
from hallctl.settings.tables.webhooks import Webhook
from hallctl.webhooks.log import Post, WebhookLog
from hallctl.webhooks.posting import Answered, post
from hallctl.webhooks.telling import Told, test_message

log = logging.getLogger(__name__)

LOOK_EVERY_S = 1.0
AT_ONCE = 100
LOOKED_THROUGH = 2000
Read = TypeVar("Read")


class Ledger(Protocol):
    """The journal for reading."""

    async def ask(self, read: Callable[[Database], Read], /) -> Read:
        """What is found there."""


class Means(NamedTuple):
    """What webhooks are served with: the journal, their secrets, the clock."""

    ledger: Ledger
    secret_of: Callable[[str], str]
    now: Callable[[], int]


class Webhooks:
    """Every webhook of the hall, each a lane of its own: one that is gone holds up no other."""

    def __init__(self, hooks: tuple[Webhook, ...], means: Means, posts: WebhookLog) -> None:
        self.hooks: dict[str, Webhook] = {}
        self.post_to(hooks)
        self.posts = posts
        self._means = means
        self._stuck: dict[str, tuple[int, int]] = {}

    @property
    def unsent(self) -> Unsent:
        """What nobody takes, of all webhooks that are not paused, as it was when they were tried last."""
        found = [
            self._stuck.get(one.name, (0, 0)) for one in self.hooks.values() if not one.is_paused
        ]
        since = min((since for count, since in found if count), default=0)
        return Unsent("webhooks_unsent", sum(count for count, _ in found), since)

    def post_to(self, hooks: tuple[Webhook, ...]) -> None:
        """Serve these from now on; what is owed to one that has gone waits for its return."""
        self.hooks = {one.name: one for one in hooks}

    async def keep_posting(self) -> None:
        """Look and post again and again, each lane at its own pace; never returns."""
        lanes: dict[str, asyncio.Task[None]] = {}
        try:
            while True:
                for one in self.hooks.values():
                    is_free = one.name not in lanes or lanes[one.name].done()
                    if is_free and not one.is_paused:
                        lanes[one.name] = asyncio.create_task(self._lane(one))
                await asyncio.sleep(LOOK_EVERY_S)
        finally:
            for lane in lanes.values():
                lane.cancel()
            await asyncio.gather(*lanes.values(), return_exceptions=True)

    async def post_due(self, hook: Webhook) -> None:
        """Look further through the journal, then post what is due, in order, until one is not taken."""
        await self._look_further(hook)
        await self._post_in_order(hook)
        self._stuck[hook.name] = await asyncio.to_thread(self.posts.stuck, hook.name)

    async def _post_in_order(self, hook: Webhook) -> None:
        due = await asyncio.to_thread(self.posts.due, hook.name, self._means.now(), AT_ONCE)
        if not due:
            return
        facts = await self._means.ledger.ask(lambda ledger: facts_of(ledger, due))
        for one in due:
            answered = await self._post(hook, facts[one.number])
            await asyncio.to_thread(self._settle, one, answered)
            if not answered.is_taken:
                return

    async def replay(self, name: str, first: int, last: int) -> int:
        """Owe the facts of those numbers once more; how many there are."""
        hook = self.hooks[name]
        facts = await self._wanted(hook, first, last)
        return await asyncio.to_thread(self.posts.replay, name, facts, self._means.now())

    async def test(self, name: str) -> Answered:
        """Post a fact that never was."""
        return await self._post(self.hooks[name], test_message(name, self._means.now()))

    async def _lane(self, hook: Webhook) -> None:
        try:
            await self.post_due(hook)
        except Exception:
            log.exception("webhook %s", hook.name)

    async def _look_further(self, hook: Webhook) -> None:
        newest = await self._means.ledger.ask(newest_number)
        reached = await asyncio.to_thread(self.posts.reached, hook.name, newest)
        while reached < newest:
            until = min(newest, reached + LOOKED_THROUGH)
            facts = await self._wanted(hook, reached + 1, until)
            await asyncio.to_thread(self.posts.owe, hook.name, facts, until, self._means.now())
            reached = until

    async def _wanted(self, hook: Webhook, first: int, last: int) -> list[tuple[int, str]]:
        return await self._means.ledger.ask(lambda ledger: wanted(ledger, hook, first, last))

    async def _post(self, hook: Webhook, fact: Told) -> Answered:
        secret = await asyncio.to_thread(self._means.secret_of, hook.name)
        return await post(hook, secret, fact, self._means.now())

    def _settle(self, one: Post, answered: Answered) -> None:
        at = self._means.now()
        self.posts.settled(one, answered.answer, at, is_sent=answered.is_taken)


def wanted(ledger: Database, hook: Webhook, first: int, last: int) -> list[tuple[int, str]]:
    """Number and kind of the facts in that stretch that the webhook asked for."""
    marks = ", ".join("?" * len(hook.events))
    rows = ledger.execute(
        f"select number, type from journal where number between ? and ? and type in ({marks})",  # noqa: S608 - placeholders
        (first, last, *hook.events),
    )
    return [(number, kind) for number, kind in rows]


def facts_of(ledger: Database, posts: list[Post]) -> dict[int, Told]:
    """The facts themselves, by number."""
    marks = ", ".join("?" * len(posts))
    rows = ledger.execute(
        f"select number, at, type, body from journal where number in ({marks})",  # noqa: S608 - placeholders
        [one.number for one in posts],
    )
    return {row[0]: Told(*row) for row in rows}


def newest_number(ledger: Database) -> int:
    """The journal's newest fact."""
    (number,) = ledger.execute("select coalesce(max(number), 0) from journal").fetchone()
    return int(number)
