"""What a speaker is, and the one of this machine; without one the hall goes on in silence."""

import logging
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QLoggingCategory

from hallctl.station.voice.clip import Clip

NO_SOUND = "no_sound"
"""No sound device, or no way to it."""

_log = logging.getLogger(__name__)


class Speaker(Protocol):
    """Plays one clip at a time, without blocking."""

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

    def play(self, clip: Clip, finished: Callable[[], None]) -> None:
        """Over at once."""
        del clip
        finished()

    def stop(self) -> None:
        """Nothing sounds."""


def open_speaker(volume: float = 1.0) -> Speaker:
    """This machine's speaker; a silent one that says ``no_sound`` if Qt's sound cannot load."""
    # Qt tells of every sound system it looks for and misses; what counts is whether one is left.
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    try:
        from hallctl.station.voice.qt_speaker import QtSpeaker  # noqa: PLC0415 - needs libpulse0
    except ImportError as error:
        _log.warning("no sound: %s", error)
        return SilentSpeaker(NO_SOUND)
    return QtSpeaker(volume)
