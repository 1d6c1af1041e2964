"""What a speaker is; and the silent one, with which a hall goes on."""

from collections.abc import Callable
from typing import Protocol

from hallctl.station.voice.clip import Clip

NO_SOUND = "no_sound"
"""No sound device, or no way to it."""


class Speaker(Protocol):
    """Plays one clip at a time, without blocking."""

    volume: float
    """0 to 1 of what the machine was set to; for the next clip."""

    @property
    def fault(self) -> str:
        """Why nothing is heard, as a code; empty while all is well."""

    def play(self, clip: Clip, finished: Callable[[], None]) -> None:
        """Begin; ``finished`` is called once when it has sounded, or cannot sound."""

    def stop(self) -> None:
        """Be silent at once; a ``finished`` still owed is not called any more."""


class SilentSpeaker:
    """Heard by nobody: for machines without sound, and halls that want none."""

    def __init__(self, fault: str = "") -> None:
        self.fault = fault
        self.volume = 1.0

    def play(self, clip: Clip, finished: Callable[[], None]) -> None:
        """Over at once."""
        del clip
        finished()

    def stop(self) -> None:
        """Nothing sounds."""
