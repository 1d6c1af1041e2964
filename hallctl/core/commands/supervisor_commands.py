"""Wishes of whoever runs the hall: which services a counter has, a notice on every board."""

from typing import Annotated

import msgspec

from hallctl.core.commands.command import Command, Name

Line = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
"""One line that a board can show."""
SomeServices = Annotated[tuple[Name, ...], msgspec.Meta(min_length=1, max_length=100)]


class ChangeServices(Command, frozen=True, kw_only=True):
    """An open counter serves these services from now on; whom it is serving stays."""

    counter: Name
    services: SomeServices


class PutUpNotice(Command, frozen=True, kw_only=True):
    """Show a line on every board, or those of a zone, before all others, until it is taken down or the
    day is over.
    """

    vi: Line
    en: Line | None = None
    zone: Name | None = None


class TakeDownNotice(Command, frozen=True, kw_only=True):
    """The notice has been read long enough."""

    zone: Name | None = None


class GivePriority(Command, frozen=True, kw_only=True):
    """A number that waits belongs to that group from now on; false takes its priority away."""

    ticket: Name
    priority: Name | bool = True
    """A group of the hall's rules, or true for the hall's first one."""


class MoveCounter(Command, frozen=True, kw_only=True):
    """The official of a free counter goes on at another one that is closed, with the same services."""

    counter: Name
    to: Name


SupervisorCommand = ChangeServices | PutUpNotice | TakeDownNotice | GivePriority | MoveCounter
