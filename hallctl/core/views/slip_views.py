"""What a counter's station has to print besides tickets."""

import msgspec

from hallctl.core.commands.slip_commands import SlipKind
from hallctl.core.paper import Document
from hallctl.core.views.view import View


class SlipJob(msgspec.Struct, frozen=True, kw_only=True):
    """A slip that is not on paper yet, for the station that prints it."""

    slip: str
    kind: SlipKind
    dossier: str
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


class SlipsView(View, frozen=True, kw_only=True, tag="slips"):
    """The slips of the station that asks in its own name; nobody else is shown any."""

    station: str
    printer: str
    """Where it prints: ``tcp://host:port``, ``serial:/dev/…``, ``simulate``; empty: nowhere."""
    jobs: tuple[SlipJob, ...]
    """Oldest first."""
