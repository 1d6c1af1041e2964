"""How loud a clip sounds, and clips made equally loud: by the power of what is spoken, not by its peak.

Measured as broadcasters do it, in short overlapping blocks, those that are mere pauses left out.
"""

import math
from array import array
from operator import mul

BLOCK_S = 0.05
GATE = 0.05
"""Blocks of less than a twentieth of the loudest one's power (13 dB) are pauses."""
SPOKEN = 3_300.0
"""The root mean square that speech is brought to: 20 dB below full scale."""


def loudness(samples: "array[int]", rate: int) -> float:
    """The root mean square of what is not a pause, 0 to 32768; 0 for silence."""
    size = max(1, int(BLOCK_S * rate))
    blocks = [
        samples[at : at + size] for at in range(0, max(1, len(samples) - size // 2), size // 2 or 1)
    ]
    powers = [sum(map(mul, one, one)) / len(one) for one in blocks if len(one)]
    loudest = max(powers, default=0.0)
    if not loudest:
        return 0.0
    heard = [one for one in powers if one >= GATE * loudest]
    return math.sqrt(sum(heard) / len(heard))


def equally_loud(samples: "array[int]", rate: int, highest_peak: int) -> "array[int]":
    """As loud as every other clip, but never above ``highest_peak``."""
    heard, peak = loudness(samples, rate), max(map(abs, samples), default=0)
    if not heard:
        return samples
    gain = min(SPOKEN / heard, highest_peak / peak)
    return array("h", [round(one * gain) for one in samples])
