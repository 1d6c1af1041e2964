"""Whether the checkpoint tells the same hall as the journal from nothing; ``hallctl verify`` asks."""

from pathlib import Path
from typing import NamedTuple

from hallctl.checkpoint.beginning import Facts, resumed
from hallctl.checkpoint.comparing import difference
from hallctl.checkpoint.file import Checkpoint, UselessCheckpointError, read
from hallctl.core.hall import Hall


class Proof(NamedTuple):
    """What there is to say of the checkpoint, and what is wrong (empty when all is well)."""

    said: str = ""
    problem: str = ""


class Found:
    """The checkpoint as it lies there now, to be proved against a journal that is read after it."""

    def __init__(self, file: Path) -> None:
        self._useless = ""
        self._checkpoint: Checkpoint | None = None
        try:
            self._checkpoint = read(file)
        except FileNotFoundError:
            pass
        except UselessCheckpointError as why:
            self._useless = str(why)

    def proved(self, facts: Facts, hall: Hall) -> Proof:
        """``hall`` is what the facts add up to from nothing."""
        try:
            return self._proved(facts, hall)
        except UselessCheckpointError as why:
            return Proof(_left_aside(str(why)))

    def _proved(self, facts: Facts, hall: Hall) -> Proof:
        if self._checkpoint is None:
            return Proof(_left_aside(self._useless) if self._useless else "")
        wrong = difference(hall, resumed(self._checkpoint, facts))
        if wrong:
            return Proof(
                problem=f"the checkpoint tells another {wrong} than the journal;"
                " 'hallctl checkpoint' makes it again"
            )
        return Proof(f"of event {self._checkpoint.journal_number}, the same hall as from the first")


def _left_aside(why: str) -> str:
    return f"left aside: {why}"
