"""Wishes about results that are carried home."""

from typing import Annotated

import msgspec

from hallctl.core.commands.command import Command, Name, Reason
from hallctl.core.commands.dossier_commands import DossierCommand


class AskDelivery(DossierCommand, frozen=True, kw_only=True):
    """The citizen wants the result brought home; the address lies with the applicant."""


class CallOffDelivery(DossierCommand, frozen=True, kw_only=True):
    """The citizen will collect it after all."""

    reason: Reason


class HandToCarrier(Command, frozen=True, kw_only=True):
    """A batch of results leaves with a carrier."""

    carrier: Name
    dossiers: Annotated[tuple[Name, ...], msgspec.Meta(min_length=1, max_length=200)]
    counter: Name | None = None


class ConfirmDelivered(DossierCommand, frozen=True, kw_only=True):
    """The citizen has it: the dossier is returned."""


class NoteCameBack(DossierCommand, frozen=True, kw_only=True):
    """The carrier brought it back."""

    reason: Reason
