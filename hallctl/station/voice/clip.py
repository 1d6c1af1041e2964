"""A stretch of sound in memory: mono, 16 bits; cut, faded, levelled and joined without clicks."""

import io
import math
import wave
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from hallctl.station.voice.loudness import equally_loud

RATE = 22_050
"""Samples a second of every clip: what espeak-ng speaks at."""
LOUDEST = 24_000
"""The highest peak a levelled clip has: 2.7 dB below full scale."""
FADE_S = 0.008
_QUIET = 250


class NotAClip(ValueError):  # noqa: N818 - says what the bytes are not
    """The bytes are no mono 16-bit WAV at ``RATE``."""


@dataclass(frozen=True, slots=True)
class Clip:
    """``samples`` are signed 16-bit values at ``RATE``."""

    samples: "array[int]"

    @property
    def duration_s(self) -> float:
        """How long it sounds."""
        return len(self.samples) / RATE

    @property
    def peak(self) -> int:
        """The largest swing from silence, 0 to 32768."""
        return max(map(abs, self.samples), default=0)

    def trimmed(self, edge_s: float = 0.02) -> "Clip":
        """Without the silence before and after, but for ``edge_s`` of it."""
        loud = [place for place, one in enumerate(self.samples) if abs(one) > _QUIET]
        if not loud:
            return Clip(array("h"))
        edge = int(edge_s * RATE)
        return Clip(self.samples[max(0, loud[0] - edge) : loud[-1] + edge])

    def levelled(self) -> "Clip":
        """As loud as every other clip; the peak at ``LOUDEST`` at most."""
        return Clip(equally_loud(self.samples, RATE, LOUDEST))

    def faded(self, fade_s: float = FADE_S) -> "Clip":
        """Rising from and falling to silence along half a cosine: no click at either end."""
        samples = self.samples[:]
        length = min(int(fade_s * RATE), len(samples) // 2)
        for place in range(length):
            share = (1 - math.cos(math.pi * place / length)) / 2
            samples[place] = int(samples[place] * share)
            samples[-1 - place] = int(samples[-1 - place] * share)
        return Clip(samples)

    def to_wav(self) -> bytes:
        """A whole WAV file."""
        file = io.BytesIO()
        with wave.open(file, "wb") as wav:
            wav.setnchannels(1)
            wav.setsampwidth(2)
            wav.setframerate(RATE)
            wav.writeframes(self.samples.tobytes())
        return file.getvalue()


def from_wav(content: bytes) -> Clip:
    """The clip in a WAV file; raises NotAClip where there is none, or half of one."""
    try:
        with wave.open(io.BytesIO(content)) as wav:
            form = (wav.getnchannels(), wav.getsampwidth(), wav.getframerate())
            told, frames = wav.getnframes(), wav.readframes(wav.getnframes())
    except (wave.Error, EOFError) as error:
        raise NotAClip(str(error)) from error
    if form != (1, 2, RATE):
        words = f"channels, bytes a sample, rate are {form}, not (1, 2, {RATE})"
        raise NotAClip(words)
    # A voice that writes to a pipe or dies half-way leaves fewer frames than its header tells.
    if len(frames) != told * 2:
        words = f"{len(frames)} bytes of the {told * 2} told"
        raise NotAClip(words)
    return Clip(array("h", frames))


def silence(seconds: float) -> Clip:
    """Nothing, for that long."""
    return Clip(array("h", bytes(2 * int(seconds * RATE))))


def joined(clips: Iterable[Clip]) -> Clip:
    """One after the other; fade them first."""
    return Clip(array("h", chain.from_iterable(one.samples for one in clips)))
