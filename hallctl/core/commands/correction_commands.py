"""Wishes to correct what was counted: facts beside the first ones, never instead of them."""

from hallctl.core.commands.command import Command, Name, Reason
from hallctl.core.commands.dossier_commands import DossierCommand


class StrikeDossier(DossierCommand, frozen=True, kw_only=True):
    """It was received by mistake: it is no dossier, and counts nowhere."""

    reason: Reason


class UndoDossierStep(DossierCommand, frozen=True, kw_only=True):
    """The dossier's last step was wrong; ``step`` says which one, so that no other is undone."""

    step: Name
    reason: Reason


class StrikeRating(Command, frozen=True, kw_only=True):
    """A rating was not given by the visitor: it counts no more."""

    visit: Name
    reason: Reason
