"""Wishes about a counter's slips: receipts and what else its own printer gives out."""

from typing import Literal

from hallctl.core.command import Command, Name

SlipKind = Literal["receipt", "fee", "procedure"]
"""A receipt, the fees that are due with a code that pays them, or what a procedure takes."""


class PrintSlip(Command, frozen=True, kw_only=True):
    """Print a dossier's slip, or print it once more, at the sender's own printer."""

    dossier: Name
    kind: Literal["receipt", "fee"] = "receipt"
    language: Name | None = None


class PrintProcedure(Command, frozen=True, kw_only=True):
    """Print what a procedure takes, costs and where, at the asking kiosk."""

    procedure: Name
    language: Name | None = None


class ConfirmSlip(Command, frozen=True, kw_only=True):
    """The slip is on paper."""

    slip: Name


class ReportSlip(Command, frozen=True, kw_only=True):
    """The slip could not be printed; the job stays until it is."""

    slip: Name
    fault: Name
