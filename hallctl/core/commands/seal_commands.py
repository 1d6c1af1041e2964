"""Wishes about the day's sealed figures."""

from hallctl.core.commands.command import Command


class SealDay(Command, frozen=True, kw_only=True):
    """The last day on which dossiers were worked on is over: close its figures."""
