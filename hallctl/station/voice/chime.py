"""Two soft notes before a call, and an alarm; computed: no recording, no licence, no click."""

import math
from array import array
from functools import cache

from hallctl.station.voice.clip import RATE, Clip

_NOTES_HZ = (659.26, 523.25)
"""E5 falling to C5, as a door bell does."""
_ALARM_HZ = (523.25, 659.26, 880.0)
_ALARM_NOTE_S = 0.26
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
    return _struck_notes(_NOTES_HZ, _SECOND_NOTE_S, _LENGTH_S)


@cache
def alarm() -> Clip:
    """Three rising notes, three times, 2.6 s: nobody takes it for a call."""
    return _struck_notes(_ALARM_HZ * 3, _ALARM_NOTE_S, 9 * _ALARM_NOTE_S + _FALL_S)


def _struck_notes(notes: tuple[float, ...], every_s: float, length_s: float) -> Clip:
    samples = [0.0] * int(length_s * RATE)
    for place, hertz in enumerate(notes):
        start = int(place * every_s * RATE)
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
