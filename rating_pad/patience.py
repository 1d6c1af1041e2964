"""How long the pad waits for people."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """Spans in seconds.

    ``idle_s``: for an answer, before the pad rests again. ``thanks_s``: how long it thanks.
    ``settle_s``: after a question appears, how long a finger does nothing, so that the second
    tap on the first question is no answer to the second.
    """

    idle_s: float = 45.0
    thanks_s: float = 6.0
    settle_s: float = 0.35
