"""A recording as people make it, any WAV, into a clip: one channel, the hall's rate, trimmed and levelled."""

import io
import math
import wave
from array import array
from sys import byteorder

from hallctl.station.voice.clip import RATE, Clip, NotAClip

_REACH = 16
"""Samples of the old rate, on either side, that a new one is made of."""
_SHORTEST_S, _LONGEST_S = 0.08, 20.0


def clip_of_recording(content: bytes) -> Clip:
    """The recording as the hall plays it. Raises NotAClip where there is none, or nothing on it."""
    try:
        with wave.open(io.BytesIO(content)) as wav:
            channels, width, rate = wav.getnchannels(), wav.getsampwidth(), wav.getframerate()
            told, frames = wav.getnframes(), wav.readframes(wav.getnframes())
    except (wave.Error, EOFError) as error:
        raise NotAClip(str(error)) from error
    if len(frames) != told * channels * width or width not in {1, 2, 3, 4}:
        words = "the file is cut off, or of a kind that is not known"
        raise NotAClip(words)
    if not _SHORTEST_S <= told / rate <= _LONGEST_S:
        words = f"it lasts {told / rate:.2f} s; a phrase lasts {_SHORTEST_S} to {_LONGEST_S:g} s"
        raise NotAClip(words)
    mono = _mixed(_samples(frames, width), channels)
    clip = Clip(_resampled(mono, rate)).trimmed()
    if not clip.samples:
        words = "there is nothing but silence on it"
        raise NotAClip(words)
    return clip.levelled().faded()


def _samples(frames: bytes, width: int) -> list[int]:
    """Every sample as 16 bits."""
    match width:
        case 1:
            return [(one - 128) << 8 for one in frames]
        case 2:
            samples = array("h", frames)
            if byteorder == "big":
                samples.byteswap()
            return list(samples)
    ends = (frames[at - 2 : at] for at in range(width, len(frames) + 1, width))
    return [int.from_bytes(one, "little", signed=True) for one in ends]


def _mixed(samples: list[int], channels: int) -> list[float]:
    if channels == 1:
        return [float(one) for one in samples]
    columns = (samples[place::channels] for place in range(channels))
    return [sum(one) / channels for one in zip(*columns, strict=True)]


def _resampled(samples: list[float], rate: int) -> "array[int]":
    """At the hall's rate, by a windowed sinc that keeps out what would fold back."""
    if rate == RATE:
        return array("h", [_whole(one) for one in samples])
    step, cut = rate / RATE, min(1.0, RATE / rate)
    reach = math.ceil(_REACH / cut)
    made = array("h")
    for place in range(int(len(samples) / step)):
        centre = place * step
        first, last = max(0, math.ceil(centre - reach)), min(len(samples) - 1, int(centre + reach))
        total = 0.0
        for at in range(first, last + 1):
            away = centre - at
            total += (
                samples[at]
                * _sinc(away * cut)
                * cut
                * (0.5 + 0.5 * math.cos(math.pi * away / reach))
            )
        made.append(_whole(total))
    return made


def _sinc(at: float) -> float:
    return 1.0 if not at else math.sin(math.pi * at) / (math.pi * at)


def _whole(value: float) -> int:
    return max(-32_768, min(32_767, round(value)))
