"""Wishes about fees: charge, correct, take, cancel."""

from typing import Annotated, Literal

import msgspec

from hallctl.core.commands.command import Name, Reason
from hallctl.core.commands.dossier_commands import DossierCommand

Dong = Annotated[int, msgspec.Meta(ge=1, le=10_000_000_000)]
FeeNumber = Annotated[int, msgspec.Meta(ge=1, le=999)]
Method = Literal["cash", "transfer", "online"]


class ChargeFee(DossierCommand, frozen=True, kw_only=True):
    """A fee is due: the catalogue's, or one that the official names with its amount."""

    name: Name | None = None
    amount: Dong | None = None


class CorrectFee(DossierCommand, frozen=True, kw_only=True):
    """A fee should be another. What was paid too much or too little is settled by ``method``."""

    fee: FeeNumber
    amount: Dong
    reason: Reason
    method: Method | None = None


class PayFees(DossierCommand, frozen=True, kw_only=True):
    """The money is there: for these fees, or for all that are due."""

    method: Method
    fees: Annotated[tuple[FeeNumber, ...], msgspec.Meta(max_length=50)] = ()


class CancelFee(DossierCommand, frozen=True, kw_only=True):
    """A fee is not due after all; what was paid is paid back by ``method``."""

    fee: FeeNumber
    reason: Reason
    method: Method | None = None
