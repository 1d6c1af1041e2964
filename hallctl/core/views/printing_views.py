"""What is shown of slips that are to be printed."""

import msgspec

from hallctl.core.paper import Document


class GrantedWish(msgspec.Struct, frozen=True, kw_only=True):
    """What the answer to a wish said, for the station that may not have heard it."""

    command_id: str
    service: str
    ahead: int
    appointment_at: int = 0


class PrintJob(msgspec.Struct, frozen=True, kw_only=True):
    """A ticket that is not on paper yet, for the station that shows it."""

    ticket: str
    number: str
    station: str
    fault: str
    """Why the last try failed, or empty."""
    document: Document
    attempt: int = 1
    """Which place it is to be printed at, counted from 1: a new one is a new slip."""
    is_held: bool = False
    """The station's printer has it, as far as the hall has heard."""
    is_asked_back: bool = False
    """It is wanted elsewhere: let it go if nothing of it has come out."""
    granted: GrantedWish | None = None
    """The wish that it came of; None where a kiosk that was alone gave the number itself."""


class WaitingSlip(msgspec.Struct, frozen=True, kw_only=True):
    """A ticket or another slip that is not on paper, for whoever can help."""

    ticket: str
    """Empty for what is no ticket."""
    number: str
    """The ticket's; of another slip the dossier's code, the procedure's, or the run's name."""
    station: str
    fault: str
    is_held: bool
    """The printer has it and prints it once someone helps."""
    asked_of: str
    """The station before, which has yet to let go of it; or empty."""
    issued_at: int
    failed_at: int | None
    slip: str = ""
    """Of what is no ticket: its name."""
    kind: str = ""
    """Of what is no ticket: ``receipt``, ``fee``, ``procedure`` or ``manifest``."""
