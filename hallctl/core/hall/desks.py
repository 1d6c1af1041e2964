"""Counters that are open, what was pressed there, and what each has done today."""

import msgspec

from hallctl.core.hall.ticket import Ticket


class Press(msgspec.Struct, frozen=True, gc=False, tag=True):
    """What a counter pressed, with its ticket as it was before and right after."""

    fact: str
    at: int
    before: Ticket
    after: Ticket
    last_finished: str
    """Whose visit the counter had finished before."""


class ProfilePress(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A counter chose another profile: by which it called before, and calls since."""

    fact: str
    at: int
    before: tuple[str, tuple[str, ...]]
    """The profile, and the services."""
    after: tuple[str, tuple[str, ...]]


class OpenCounter(msgspec.Struct):
    """A counter where an official serves."""

    counter: str
    official: str
    services: tuple[str, ...]
    profile: str = ""
    """By which it calls; empty: its usual one."""
    ticket: str = ""
    """The one ticket it asks for or serves, or empty."""
    break_reason: str = ""
    break_from: int = 0
    presses: list[Press | ProfilePress] = msgspec.field(default_factory=list)
    """The newest few that may be undone, oldest first."""


class Desk(msgspec.Struct):
    """What a counter has done today, whoever sat there; or an official, wherever it was."""

    called: int = 0
    finished: int = 0
    missed: int = 0
    served_for: int = 0
    last_finished: str = ""
    parked: int = 0
    transferred: int = 0
    breaks: int = 0
    break_for: int = 0
    services_called: list[str] = msgspec.field(default_factory=list)
    """What it called lately, oldest first; a mixture is kept by it."""
    free_since: int = 0
    """When its last citizen left it, or it opened."""
