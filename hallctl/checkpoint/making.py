"""``hallctl checkpoint``: the whole journal replayed once more, and the hall of it kept.

It never begins at the checkpoint before: a mistake in one would go on for ever.
"""

import fcntl
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

import msgspec

from hallctl.checkpoint.file import Checkpoint, UselessCheckpointError, write
from hallctl.checkpoint.fingerprint import code_of_today
from hallctl.controller import replayed
from hallctl.core.hall.packed_hall import packed
from hallctl.hall_directory import HallDirectory
from hallctl.journal.reading import JournalReader


class CheckpointBusyError(Exception):
    """Another process is making one of this hall."""


class Made(NamedTuple):
    """A checkpoint on disk."""

    journal_number: int
    size: int
    """Bytes."""


def make_checkpoint(home: HallDirectory) -> Made:
    """Of the newest fact; the controller may be running.

    Raises CheckpointBusyError, UselessCheckpointError, JournalError or OSError: then the one
    before stays.
    """
    code = code_of_today()
    with _alone(home.checkpoint), closing(JournalReader(home.journal)) as facts:
        if not facts.number:
            raise UselessCheckpointError("nothing has happened in this hall yet")
        hall = replayed(facts)
        chain = facts.hash_at(hall.journal_number) or b""
        body = msgspec.Raw(packed(hall))
        kept = Checkpoint(hall.journal_number, chain, hall.epoch, code, body)
        return Made(hall.journal_number, write(home.checkpoint, kept))


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    with file.with_name(f"{file.name}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise CheckpointBusyError(
                f"a checkpoint of {file.parent.parent} is being made"
            ) from error
        yield
