"""Tells a scanner that types from a person who does: its letters come at once, with Enter at the end."""

from collections.abc import Callable
from time import monotonic

FASTEST_HAND_S = 0.06
"""Nobody types two letters closer together; scanners need a few milliseconds."""
SHORTEST = 6
LONGEST = 1000


class TypedScans:
    """Fed with every key that no field took; says which of them belong to a scan."""

    def __init__(
        self, scanned: Callable[[str], None], now: Callable[[], float] = monotonic
    ) -> None:
        self._scanned = scanned
        self._now = now
        self._letters = ""
        self._last = 0.0

    def letter(self, letter: str) -> bool:
        """A key that writes; whether it belongs to a scan that has begun."""
        now = self._now()
        goes_on = bool(self._letters) and now - self._last <= FASTEST_HAND_S
        self._letters = (self._letters + letter if goes_on else letter)[:LONGEST]
        self._last = now
        return goes_on

    def enter(self) -> bool:
        """The Enter key; whether it ended a scan, which has been told of then."""
        letters, self._letters = self._letters, ""
        if len(letters) < SHORTEST or self._now() - self._last > FASTEST_HAND_S:
            return False
        self._scanned(letters)
        return True
