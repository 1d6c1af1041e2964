"""A number typed on a call keypad, one key after the other, until ``call`` takes it."""

import re

FORGOTTEN_S = 8.0
"""Keys longer ago belong to something that was never finished."""
MOST_KEYS = 6
_KEY = re.compile(r"digit-([0-9])|letter-([a-z])")
CLEAR = "clear"


class TypedNumber:
    """One keypad's keys; ``now`` is in seconds that only go forward."""

    def __init__(self) -> None:
        self._typed = ""
        self._at = 0.0

    def press(self, button: str, now: float) -> bool:
        """Whether that was a key of a number."""
        key = _KEY.fullmatch(button)
        if key is None and button != CLEAR:
            return False
        kept = "" if key is None or now - self._at > FORGOTTEN_S else self._typed
        self._typed = (kept + (key[1] or key[2] if key else ""))[-MOST_KEYS:]
        self._at = now
        return True

    def take(self, now: float) -> str:
        """What was typed, which is forgotten by that; empty where nothing was, or too long ago."""
        typed, self._typed = self._typed, ""
        return typed if now - self._at <= FORGOTTEN_S else ""
