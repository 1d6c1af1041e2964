"""What the journal takes and gives: one entry is one command and what became of it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, Protocol

import msgspec

from hallctl.core.events import AnyEvent, Event

EVENT: msgspec.json.Decoder[Event] = msgspec.json.Decoder(AnyEvent)


class Fact(NamedTuple):
    """One event as it is kept: its number, its business day, and its JSON."""

    number: int
    business_day: date
    body: str

    def event(self) -> Event:
        """The event itself."""
        return EVENT.decode(self.body)


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A decided command: its facts, or the refusal it was answered with."""

    command_id: str
    digest: bytes
    """Eight bytes that tell two commands apart which claim the same id."""
    actor: str
    facts: tuple[Fact, ...] = ()
    refusal: str = ""
    """The refusal's JSON, or empty."""


class Answered(NamedTuple):
    """What an earlier command with that id was answered."""

    digest: bytes
    answer: bytes
    is_refusal: bool


VERIFY_SAYS = "'hallctl verify' says where"
"""What to do about a journal that cannot be read."""


class JournalError(Exception):
    """The journal cannot be trusted or cannot be written; the message says which and why."""


class Journal(Protocol):
    """What the controller needs of any engine that keeps the facts."""

    syncing: Callable[[], None]
    """Called by :meth:`append`, in its thread, when only the disk is waited for."""

    def append(self, expected: int, entries: Sequence[Entry]) -> int:
        """Make the entries durable after number ``expected``; gives the newest number.

        Raises :class:`JournalError` when someone else has appended, or when it cannot write.
        """

    def read(self, after: int = 0) -> Iterator[Fact]:
        """Every fact after that number, in order."""

    def events(self, after: int = 0) -> Iterator[Event]:
        """Every event after that number, in order: what a start replays."""

    def known(self, command_ids: Sequence[str]) -> set[str]:
        """Those of the ids that belong to commands answered before."""

    def answered(self, command_id: str) -> Answered | None:
        """The answer an earlier command with that id got, or None."""

    def close(self) -> None:
        """Let go of the files."""


def answer_of(facts: Sequence[Fact]) -> bytes:
    """The JSON that answers a granted command: the same at first and on every retry."""
    bodies = ",".join(fact.body for fact in facts)
    return f'{{"events":[{bodies}],"journal_number":{facts[-1].number}}}'.encode()
