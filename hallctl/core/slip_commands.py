"""Wishes about a counter's slips: receipts and what else its own printer gives out."""

from typing import Literal

from hallctl.core.command import Command, Name

SlipKind = Literal["receipt", "fee"]
"""What a slip is: the receipt, or the fees that are due with a code that pays them."""


class PrintSlip(Command, frozen=True, kw_only=True):
    """Print a dossier's slip, or print it once more, at the sender's own printer."""

    dossier: Name
    kind: SlipKind = "receipt"
    language: Name | None = None


class ConfirmSlip(Command, frozen=True, kw_only=True):
    """The slip is on paper."""

    slip: Name


class ReportSlip(Command, frozen=True, kw_only=True):
    """The slip could not be printed; the job stays until it is."""

    slip: Name
    fault: Name
