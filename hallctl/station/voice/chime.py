"""Two soft notes before a call, computed: no recording, no licence, no click."""

import math
from array import array
from functools import cache

from hallctl.station.voice.clip import RATE, Clip

_NOTES_HZ = (659.26, 523.25)
"""E5 falling to C5, as a door bell does."""
_SECOND_NOTE_S = 0.42
_LENGTH_S = 1.35
_RISE_S = 0.008
_FALL_S = 0.3
_OVERTONES = ((1.0, 1.0), (2.0, 0.28), (3.0, 0.09))
"""Multiple of the note, share of its loudness: a struck bar, far from a beep."""
_LOUDNESS = 9_000


@cache
def chime() -> Clip:
    """The chime, 1.35 s; the same clip each time."""
    samples = [0.0] * int(_LENGTH_S * RATE)
    for place, hertz in enumerate(_NOTES_HZ):
        start = int(place * _SECOND_NOTE_S * RATE)
        for sample in range(start, len(samples)):
            samples[sample] += _struck(hertz, (sample - start) / RATE)
    clip = Clip(array("h", [round(_LOUDNESS * one) for one in samples]))
    return clip.faded()


def _struck(hertz: float, at_s: float) -> float:
    rise = min(1.0, at_s / _RISE_S)
    swing = sum(
        share * math.exp(-at_s * multiple / _FALL_S) * math.sin(math.tau * hertz * multiple * at_s)
        for multiple, share in _OVERTONES
    )
    return rise * swing
