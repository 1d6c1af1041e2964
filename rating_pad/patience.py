"""How long the pad waits for someone who may have left."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds until the pad moves on by itself; a touch counts anew, but not in ``grace_s``."""

    question_s: float = 120
    """A question nobody has touched stays for so long."""
    answer_s: float = 45
    """A half-given answer waits for its other half, a changed language for its reader."""
    grace_s: float = 30
    """A half-given answer whose visit the hall no longer offers."""
    thanks_s: float = 6
    sorry_s: float = 10
    nothing_s: float = 10
    """That there is nothing to rate, to somebody who touched the resting pad."""
    double_tap_s: float = 0.5
    """A new screen takes no touch for so long: the second tap was meant for the one before."""
