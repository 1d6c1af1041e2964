"""How long to go on looking."""

import time
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds of work on one picture, after the first look, that is always taken.

    Work, not time on the wall: a busy machine takes longer and sees no less.
    """

    for_missed_s: float = 0.120
    """When nothing has been found."""
    for_more_s: float = 0.060
    """When something has, and there may be more."""


STILL = Patience()
LIVE = Patience(for_missed_s=0.030, for_more_s=0.0)
"""For camera frames: the next one comes soon and may be better."""


@dataclass(slots=True)
class Stopwatch:
    """The work of this thread since the start."""

    _started: float = field(default_factory=time.thread_time)

    def spent_s(self) -> float:
        """Seconds."""
        return time.thread_time() - self._started
