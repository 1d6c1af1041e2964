"""What the technician decided about courier runs: when they leave, and when all must be in."""

from datetime import time

import msgspec


class RunRules(msgspec.Struct, frozen=True, kw_only=True):
    """The day's timetable; without one, runs are opened by hand whenever they are needed."""

    departures: tuple[time, ...] = ()
    """Local times, in order: the first is trip 1."""
    due_minutes: float = 90.0
    """How long after it leaves everything on a run must be scanned in."""
