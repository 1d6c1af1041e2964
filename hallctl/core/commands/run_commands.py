"""Wishes about courier runs: dossiers carried to departments and back."""

from typing import Annotated, Literal

import msgspec

from hallctl.core.commands.command import Command, Name
from hallctl.core.commands.dossier_commands import DossierCommand

Trip = Annotated[int, msgspec.Meta(ge=1, le=99)]
Direction = Literal["out", "back"]
"""From the hall to a department, or from there to the hall."""


class OpenRun(Command, frozen=True, kw_only=True):
    """A courier gets ready: the next trip of the timetable, or the one that is named."""

    trip: Trip | None = None
    counter: Name | None = None


class ScanOut(DossierCommand, frozen=True, kw_only=True):
    """Put a dossier on a run's manifest: out to its department, or back from there to the hall.

    Without ``run`` it is the run opened last; ``department`` is another one than the dossier's.
    """

    run: Name | None = None
    direction: Direction = "out"
    department: Name | None = None


class ScanIn(DossierCommand, frozen=True, kw_only=True):
    """A dossier has arrived: at the hall, or at the ``department`` named.

    ``with_result`` says that its result came back with it, so that it is finished.
    """

    run: Name | None = None
    department: Name | None = None
    with_result: bool = False


class CloseRun(Command, frozen=True, kw_only=True):
    """The run is over; what has not arrived is missing from now on."""

    run: Name
    counter: Name | None = None
