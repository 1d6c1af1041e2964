"""The hall's time as a kiosk knows it, also when the hall can't be asked.

While the kiosk runs, its own wall clock does not matter: time since boot is added to what the
hall said last. A kiosk that starts alone has only its wall clock, and what stood between the two
when it last heard from the hall; a clock that shows a time before that is wrong.
"""

import time
from collections.abc import Callable

import msgspec

BACK_MS = 5 * 60_000
"""Clocks that differ by less are right enough."""
CLOCK = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)


class Heard(msgspec.Struct, frozen=True):
    """What the hall's clock and the kiosk's own said at one moment."""

    hall: int
    own: int


def since_boot_ms() -> int:
    """Milliseconds that no change of the clock touches, sleep included."""
    return time.clock_gettime_ns(CLOCK) // 1_000_000


def wall_ms() -> int:
    """Milliseconds since 1970 (UTC), as this machine's clock has it."""
    return time.time_ns() // 1_000_000


class HallTime:
    """Tells the hall's time. ``boot`` and ``wall`` give milliseconds."""

    def __init__(
        self, boot: Callable[[], int] = since_boot_ms, wall: Callable[[], int] = wall_ms
    ) -> None:
        self._boot = boot
        self._wall = wall
        self._told: tuple[int, int] | None = None
        self._kept: Heard | None = None

    def remember(self, kept: Heard) -> None:
        """What was kept from before this start."""
        self._kept = kept

    def hear(self, shown_at: int) -> Heard:
        """The hall has told its time; gives what is worth keeping."""
        self._told = (shown_at, self._boot())
        self._kept = Heard(shown_at, self._wall())
        return self._kept

    def now(self) -> int | None:
        """Milliseconds since 1970 (UTC), or None while it can't be known."""
        if self._told is not None:
            shown_at, at_boot = self._told
            return shown_at + self._boot() - at_boot
        if self._kept is None:
            return None
        since = self._wall() - self._kept.own
        return self._kept.hall + since if since >= -BACK_MS else None
