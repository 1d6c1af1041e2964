"""The one writer: commands in, decided in turn, durable together, then told to everyone.

Commands that arrive while a commit is under way wait for it and share the next one. So whenever
answers and views leave, the hall in memory is exactly what the disk holds.
"""

import asyncio
import gc
import logging
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import date
from hashlib import blake2b
from typing import NamedTuple, Protocol

import msgspec

from hallctl.core.applying import apply, apply_all
from hallctl.core.circumstances import Circumstances
from hallctl.core.commands import Command
from hallctl.core.deciding import decide
from hallctl.core.events import DayOpened, Event
from hallctl.core.hall import Hall
from hallctl.core.permissions import Actor, Role
from hallctl.core.plan import Plan
from hallctl.core.refusals import Refusal, Refused
from hallctl.journal.entry import (
    VERIFY_SAYS,
    Answered,
    Entry,
    Fact,
    Journal,
    JournalError,
    answer_of,
)
from hallctl.journal.writer_thread import WriterThread

log = logging.getLogger(__name__)

Tell = Callable[[bool], None]
"""Called after every commit; True when more commands are already waiting."""
Prepare = Callable[[], None]
"""Called while the disk syncs what :data:`Tell` will tell: draw now, show nobody yet."""


class Clock(Protocol):
    """The hall's clock."""

    def now(self) -> int:
        """Milliseconds since 1970 (UTC)."""

    def today(self) -> date:
        """The hall's local date."""


class Reply(msgspec.Struct, frozen=True):
    """What an answer says: the facts that came of the wish, or the refusal's code and details."""

    events: list[dict[str, object]] = []
    refused: str = ""
    details: dict[str, object] = {}


class Answer(NamedTuple):
    """What a command is answered, as JSON; the same on every retry."""

    body: bytes
    is_refusal: bool

    def read(self) -> Reply:
        """For whoever asked within the controller."""
        return msgspec.json.decode(self.body, type=Reply)


NOBODY = Actor("", Role.HALL)
"""Before it is known who asks."""


class HallStoppedError(Exception):
    """The journal could not be written: nothing was answered, and the controller must restart."""


class UndecidedError(Exception):
    """A rule broke on this command, by a fault of ours; nothing has happened, and the hall goes on."""


class _Waiting(NamedTuple):
    command: Command
    actor: Actor
    answered: asyncio.Future[Answer]


class Controller:
    """Decides, appends, applies, tells. Lives on one event loop."""

    def __init__(
        self, plan: Plan, journal: Journal, clock: Clock, hall: Hall | None = None
    ) -> None:
        """``hall`` is what the journal's facts add up to, where that is known already."""
        self.hall = hall or replayed(journal)
        self.plan = plan
        self.stopped = asyncio.Event()
        self.failure: Exception | None = None
        self.tell: Tell = lambda _more: None
        self.prepare: Prepare = lambda: None
        self._journal = journal
        self._clock = clock
        self._waiting: list[_Waiting] = []
        self._turns: asyncio.Task[None] | None = None
        self._boundary = asyncio.Lock()
        """Held from deciding to the end of the commit, and by whoever wants nothing decided."""
        self._looking = 0
        self._settled = asyncio.Event()
        self._settled.set()
        self._writer = WriterThread(journal)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._decided_at = 0
        self.admitted_printers: frozenset[str] = frozenset()
        """Stations that came in by code and print tickets."""
        journal.syncing = self._on_syncing

    def now(self) -> int:
        """The hall's time; never earlier than its newest fact."""
        return max(self._clock.now(), self.hall.last_at)

    async def submit(self, command: Command, actor: Actor) -> Answer:
        """The answer, once the disk has it.

        Raises :class:`HallStoppedError` when it cannot, :class:`UndecidedError` when a rule broke.
        """
        if self.failure:
            raise HallStoppedError(str(self.failure))
        loop = asyncio.get_running_loop()
        waiting = _Waiting(command, actor, loop.create_future())
        self._waiting.append(waiting)
        if self._turns is None or self._turns.done():
            self._turns = loop.create_task(self._take_turns())
        return await waiting.answered

    @property
    def is_settled(self) -> bool:
        """Whether the hall in memory is exactly what the disk holds."""
        return self._settled.is_set() and not self.failure

    async def settled(self) -> None:
        """Wait until the hall is settled; then look before waiting for anything else.

        Raises :class:`HallStoppedError` when it will not be again.
        """
        self._looking += 1
        try:
            while not self._settled.is_set():
                await self._settled.wait()
        finally:
            self._looking -= 1
        if self.failure:
            raise HallStoppedError(str(self.failure))

    @asynccontextmanager
    async def standing_still(self) -> AsyncIterator[Hall]:
        """The hall as the disk holds it, and nothing is decided while inside; who asks waits.

        What is changed here, such as the plan, is told to everyone afterwards. Raises
        :class:`HallStoppedError`.
        """
        async with self._boundary:
            if self.failure:
                raise HallStoppedError(str(self.failure))
            yield self.hall
        self._tell_everyone()

    def stop(self, why: Exception) -> None:
        """Answer nobody any more; what is being committed may still end."""
        if not self.failure:
            self._stop(why, self._waiting)

    async def close(self) -> None:
        """Let the commit under way end, then let go of the journal."""
        if self._turns is not None:
            await self._turns
        self._writer.close()
        self._journal.close()

    async def _take_turns(self) -> None:
        while self._waiting:
            async with self._boundary:
                batch, self._waiting = self._waiting, []
                shown = self.hall.journal_number
                try:
                    await self._take_turn(batch)
                except Exception as error:  # noqa: BLE001 - memory may be ahead of the disk: stop, whatever it was
                    self._stop(error, batch + self._waiting)
                    return
            if self.hall.journal_number != shown:  # refusals change nothing anybody sees
                self._tell_everyone()
            if self._looking:
                await asyncio.sleep(0)  # whoever waits to look looks now

    async def _take_turn(self, batch: Sequence[_Waiting]) -> None:
        expected = self._decided_at = self.hall.journal_number
        self._loop = asyncio.get_running_loop()
        self._settled.clear()
        by = Circumstances(
            self.plan, NOBODY, self.now(), self._clock.today(), self.admitted_printers
        )
        turn = _Turn(self.hall, self._journal, by)
        answers = turn.take_all(batch)
        if turn.entries:
            await self._writer.append(expected, turn.entries)
        self._settled.set()
        for one, answer in zip(batch, answers, strict=True):
            if one.answered.done():
                continue
            if isinstance(answer, UndecidedError):
                one.answered.set_exception(answer)
            else:
                one.answered.set_result(answer)

    def _on_syncing(self) -> None:
        with suppress(RuntimeError):  # the loop has closed: nobody looks any more
            if self._loop is not None:
                self._loop.call_soon_threadsafe(self._prepare)

    def _prepare(self) -> None:
        # With more commands waiting, these facts may be told together with theirs.
        if self._waiting or self.hall.journal_number == self._decided_at:
            return
        try:
            self.prepare()
        except Exception:
            log.exception("a view could not be drawn")

    def _tell_everyone(self) -> None:
        try:
            self.tell(bool(self._waiting))
        except Exception:
            log.exception("a view could not be drawn")

    def _stop(self, error: Exception, unanswered: Sequence[_Waiting]) -> None:
        self.failure = error
        for one in unanswered:
            if not one.answered.done():
                one.answered.set_exception(HallStoppedError(str(error)))
        self._waiting = []
        self._settled.set()
        self.stopped.set()


class _Turn:
    """Commands decided one after the other, for one commit."""

    def __init__(self, hall: Hall, journal: Journal, by: Circumstances) -> None:
        self.entries: list[Entry] = []
        self._hall = hall
        self._journal = journal
        self._by = by
        self._answered: dict[str, Answered] = {}

    def take_all(self, batch: Sequence[_Waiting]) -> list[Answer | UndecidedError]:
        """Decide new commands; repeat the answers of those that were decided before."""
        ids = [str(one.command.command_id) for one in batch]
        for command_id in self._journal.known(ids):
            if answered := self._journal.answered(command_id):
                self._answered[command_id] = answered
        return [
            self._take(one.command, command_id, one.actor)
            for command_id, one in zip(ids, batch, strict=True)
        ]

    def _take(self, command: Command, command_id: str, actor: Actor) -> Answer | UndecidedError:
        digest = digest_of(command)
        before = self._answered.get(command_id)
        if before is None:
            try:
                before = self._decide(command, command_id, digest, actor)
            except UndecidedError as error:
                log.exception("%s of %s broke a rule", type(command).__name__, actor.name)
                return error
            self._answered[command_id] = before
        if before.digest != digest:
            return Answer(refusal_json(Refused(Refusal.ID_REUSED)), is_refusal=True)
        return Answer(before.answer, before.is_refusal)

    def _decide(self, command: Command, command_id: str, digest: bytes, actor: Actor) -> Answered:
        by = msgspec.structs.replace(self._by, actor=actor)
        try:
            events = decide(self._hall, command, by)
        except Refused as refused:
            body = refusal_json(refused)
            self.entries.append(
                Entry(command_id=command_id, digest=digest, actor=actor.name, refusal=body.decode())
            )
            return Answered(digest, body, is_refusal=True)
        except Exception as error:  # deciding changes nothing, so only this command suffers
            raise UndecidedError(f"{type(command).__name__}: {error!r}") from error
        facts = tuple(applied(self._hall, event, by.today) for event in events)
        self.entries.append(
            Entry(command_id=command_id, digest=digest, actor=actor.name, facts=facts)
        )
        return Answered(digest, answer_of(facts), is_refusal=False)


def digest_of(command: Command) -> bytes:
    """Eight bytes that tell two commands apart which claim the same id."""
    return blake2b(msgspec.json.encode(command), digest_size=8).digest()


def applied(hall: Hall, event: Event, today: date) -> Fact:
    """Change the hall by an event; gives the fact as the journal keeps it."""
    apply(hall, event)
    business_day = event.business_day if isinstance(event, DayOpened) else None
    day = business_day or hall.business_day or today
    return Fact(hall.journal_number, day, msgspec.json.encode(event).decode())


class Replayable(Protocol):
    """Facts that add up to a hall."""

    def events(self, after: int = 0) -> Iterator[Event]:
        """Every event after that number, in order."""


def replayed(journal: Replayable, begun: Hall | None = None) -> Hall:
    """The hall that the journal's facts add up to, from where it has ``begun`` on.

    Raises :class:`JournalError`.
    """
    hall = begun or Hall()
    collects = gc.isenabled()
    gc.disable()  # nothing in a hall points back at it, and days of tickets are much to look through
    try:
        apply_all(hall, journal.events(hall.journal_number))
    except (msgspec.MsgspecError, LookupError, ValueError) as error:
        raise JournalError(f"the journal is damaged; {VERIFY_SAYS}") from error
    finally:
        if collects:
            gc.enable()
    return hall


def refusal_json(refused: Refused) -> bytes:
    """The JSON body of a refusal."""
    return msgspec.json.encode({"refused": refused.refusal, "details": refused.details})
