"""The problems of a hall's settings."""

from hallctl.problems import (
    Findings,
    Problem,
    ProblemsError,
    choose_from,
    joined,
    nearest,
    quoted,
)

__all__ = ["Findings", "Problem", "SettingsError", "choose_from", "joined", "nearest", "quoted"]


class SettingsError(ProblemsError):
    """The settings can't be used; carries every problem found and prints one a line."""
