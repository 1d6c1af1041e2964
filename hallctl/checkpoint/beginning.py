"""How a start comes to its hall: from the checkpoint and the facts after it, or from all facts."""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

import msgspec

from hallctl.checkpoint.file import Checkpoint, UselessCheckpointError, read
from hallctl.checkpoint.fingerprint import code_of_today
from hallctl.controller import replayed
from hallctl.core.events import Event
from hallctl.core.hall import Hall
from hallctl.core.hall.packed_hall import unpacked
from hallctl.journal.entry import JournalError

log = logging.getLogger(__name__)


class Facts(Protocol):
    """A journal, as far as a start reads it."""

    @property
    def number(self) -> int:
        """Number of the newest fact."""

    def hash_at(self, number: int) -> bytes | None:
        """That fact's link of the chain, or None."""

    def events(self, after: int = 0) -> Iterator[Event]:
        """Every event after that number, in order."""


class Beginning(NamedTuple):
    """The hall that a journal adds up to, and up to which fact a checkpoint told it; 0 for none."""

    hall: Hall
    told_up_to: int


def begun(facts: Facts, file: Path) -> Beginning:
    """The hall now. Raises :class:`JournalError`."""
    try:
        checkpoint = read(file)
        return Beginning(resumed(checkpoint, facts), checkpoint.journal_number)
    except FileNotFoundError:
        pass
    except UselessCheckpointError as why:
        log.warning("the checkpoint is left aside, and the whole journal replayed: %s", why)
    return Beginning(replayed(facts), 0)


def resumed(checkpoint: Checkpoint, facts: Facts) -> Hall:
    """The hall now, from there on. Raises :class:`UselessCheckpointError` at the first broken bond."""
    _refuse_strange(checkpoint, facts)
    try:
        hall = unpacked(checkpoint.hall)
        if (hall.journal_number, hall.epoch) != (checkpoint.journal_number, checkpoint.epoch):
            raise UselessCheckpointError("it holds another hall than it says")
        hall = replayed(facts, hall)
    except (msgspec.MsgspecError, JournalError) as error:
        raise UselessCheckpointError(f"nothing can go on from it ({error})") from error
    if hall.epoch != checkpoint.epoch:
        raise UselessCheckpointError("the hall was restored or taken over since")
    return hall


def _refuse_strange(checkpoint: Checkpoint, facts: Facts) -> None:
    number = checkpoint.journal_number
    if checkpoint.code != code_of_today():
        raise UselessCheckpointError("it was made by another release")
    if number > facts.number:
        raise UselessCheckpointError(
            f"it is of event {number}, and the journal ends at {facts.number}"
        )
    if checkpoint.chain != facts.hash_at(number):
        raise UselessCheckpointError("it is of another journal")
