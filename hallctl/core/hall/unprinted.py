"""Slips that are to be printed: where, and what is in the way."""

import msgspec

from hallctl.core.commands.slip_commands import SlipKind


class Unprinted(msgspec.Struct):
    """A slip that is to be printed: where, and what was in the way."""

    station: str
    fault: str = ""
    is_held: bool = False
    """The printer has it, and prints it once someone helps."""
    failed_at: int = 0
    attempt: int = 1
    asked_of: str = ""
    """The station before, which has yet to say that nothing of it came out; or empty."""
    command_id: str = ""
    """Of the wish that it came of, where its station is to know it by that."""

    @property
    def holder(self) -> str:
        """The station that alone may print it now, or may have."""
        return self.asked_of or self.station


class Slip(Unprinted, kw_only=True):
    """A slip that is no ticket: a dossier's, a procedure's list, a run's manifest."""

    slip: str
    kind: SlipKind
    dossier: str
    language: str
    ordered_at: int
    procedure: str = ""
    run: str = ""
    department: str = ""
    """Of a manifest: which run's, for whom."""
