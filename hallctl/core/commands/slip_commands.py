"""Wishes about a counter's slips: receipts and what else its own printer gives out."""

from typing import Literal

from hallctl.core.commands.command import Command, Name

SlipKind = Literal["receipt", "fee", "procedure", "manifest", "trial"]
"""A receipt, the fees that are due with a code that pays them, what a procedure takes, what a run
carries to and from one department, or a trial ticket.
"""


class PrintSlip(Command, frozen=True, kw_only=True):
    """Print a dossier's slip, or print it once more, at the sender's own printer."""

    dossier: Name
    kind: Literal["receipt", "fee"] = "receipt"
    language: Name | None = None


class PrintProcedure(Command, frozen=True, kw_only=True):
    """Print what a procedure takes, costs and where, at the asking kiosk."""

    procedure: Name
    language: Name | None = None


class PrintManifest(Command, frozen=True, kw_only=True):
    """Print a run's manifest for one department at the sender's own printer."""

    run: Name
    department: Name
    language: Name | None = None


class PrintTrial(Command, frozen=True, kw_only=True):
    """Print a ticket that is nobody's number, to see that a kiosk prints."""

    station: Name
    language: Name | None = None


class ConfirmSlip(Command, frozen=True, kw_only=True):
    """The slip is on paper."""

    slip: Name


class ReportSlip(Command, frozen=True, kw_only=True):
    """The slip could not be printed; the job stays until it is.

    ``is_held`` says that the printer has it and will print it once someone helps.
    """

    slip: Name
    fault: Name
    is_held: bool = False


class RedirectSlip(Command, frozen=True, kw_only=True):
    """Print a waiting slip at another station.

    ``confirmed_lost``: a person has looked, and the slip does not come out where it was.
    """

    slip: Name
    station: Name
    confirmed_lost: bool = False


class ReleaseSlip(Command, frozen=True, kw_only=True):
    """The station that was asked to let go of the slip has printed nothing of it."""

    slip: Name
