"""A controller on a real journal file, with a clock that only moves when told."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import msgspec

from hallctl.controller import Answer, Controller
from hallctl.core.commands import Command
from hallctl.core.events import Event
from hallctl.core.permissions import Actor
from hallctl.core.plan.notice_rules import NoticeKind, NoticeRules
from hallctl.journal.entry import Answered, Entry, Fact, JournalError
from hallctl.journal.sqlite_journal import SqliteJournal
from hallctl.ledger.projecting import project
from hallctl.ledger.rebuilding import open_ledger
from tests.core.one_day import EIGHT_O_CLOCK, MINUTE, MONDAY, PLAN, usual


class HandClock:
    """A clock moved by hand, forwards or back."""

    def __init__(self) -> None:
        self.at = EIGHT_O_CLOCK
        self.date = MONDAY

    def now(self) -> int:
        return self.at

    def today(self) -> date:
        return self.date

    def wait(self, minutes: float) -> None:
        self.at += round(minutes * MINUTE)

    def sleep(self, days: int = 1) -> None:
        """The same minute, days later."""
        self.date += timedelta(days)
        self.at += days * 1440 * MINUTE


def open_journal(path: Path) -> SqliteJournal:
    journal = SqliteJournal(path, project)
    open_ledger(journal.database, journal.read())
    return journal


class FragileJournal:
    """A journal that counts its commits and breaks when told to."""

    def __init__(self, kept: SqliteJournal) -> None:
        self.kept = kept
        self.commits: list[int] = []
        self.is_broken = False
        self.before_append: Callable[[], None] = lambda: None

    def append(self, expected: int, entries: Sequence[Entry]) -> int:
        self.before_append()
        if self.is_broken:
            raise JournalError("hall.db: database or disk is full")
        self.commits.append(len(entries))
        return self.kept.append(expected, entries)

    def read(self, after: int = 0) -> Iterator[Fact]:
        return self.kept.read(after)

    def events(self, after: int = 0) -> Iterator[Event]:
        return self.kept.events(after)

    def known(self, command_ids: Sequence[str]) -> set[str]:
        return self.kept.known(command_ids)

    def answered(self, command_id: str) -> Answered | None:
        return self.kept.answered(command_id)

    def close(self) -> None:
        self.kept.close()


class OneHall:
    """A controller and what a test wants of it; made inside a running loop."""

    def __init__(self, path: Path, clock: HandClock) -> None:
        self.clock = clock
        self.journal = FragileJournal(open_journal(path))
        self.controller = Controller(PLAN, self.journal, clock)
        self._asked = 0

    async def ask(self, command: Command, actor: Actor | None = None) -> Answer:
        return await self.controller.submit(command, actor or usual(command))

    def tell_of(self, *when: NoticeKind) -> None:
        """From now on applicants are told of these."""
        plan = msgspec.structs.replace(PLAN, telling=NoticeRules(when=when))
        self.controller.plan = plan

    async def ask_at_once(self, *commands: Command) -> list[Answer]:
        """All of them in one batch."""
        return await asyncio.gather(*(self.ask(one) for one in commands))

    def wish(self, kind: type[Command], **fields: object) -> Command:
        """A command with an id of its own, the same in every run."""
        self._asked += 1
        return kind(command_id=UUID(int=self._asked), **fields)


def in_a_hall(
    path: Path, story: Callable[[OneHall], Awaitable[None]], clock: HandClock | None = None
) -> None:
    """Run the story on a controller whose journal is that file, new or old."""

    async def run() -> None:
        hall = OneHall(path, clock or HandClock())
        try:
            await story(hall)
        finally:
            await hall.controller.close()

    asyncio.run(run())
