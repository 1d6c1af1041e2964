"""A recording as people make it, into a clip: one channel, the hall's rate, trimmed and levelled."""

import io
import math
import wave
from array import array
from sys import byteorder

from hallctl.station.voice.clip import RATE, Clip, NotAClip

_REACH = 16
"""Samples of the old rate, on either side, that a new one is made of."""
_SHORTEST_S, _LONGEST_S = 0.08, 20.0
_AT_ONCE = 8192
"""Samples made at a time."""


def clip_of_recording(content: bytes) -> Clip:
    """The recording as the hall plays it. Raises NotAClip where there is none, or nothing on it."""
    try:
        with wave.open(io.BytesIO(as_wav(content))) as wav:
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
    import numpy as np  # noqa: PLC0415 - only recordings need it

    step, cut = rate / RATE, min(1.0, RATE / rate)
    reach = math.ceil(_REACH / cut)
    known = np.pad(np.asarray(samples, dtype=np.float64), reach + 1)
    centres = np.arange(int(len(samples) / step)) * step
    made = array("h")
    for begin in range(0, len(centres), _AT_ONCE):
        here = centres[begin : begin + _AT_ONCE, None]
        at = np.ceil(here - reach).astype(np.int64) + np.arange(2 * reach + 1)
        away = here - at
        weights = np.sinc(away * cut) * cut * (0.5 + 0.5 * np.cos(np.pi * away / reach))
        weights[np.abs(away) > reach] = 0.0
        total = (known[np.clip(at + reach + 1, 0, len(known) - 1)] * weights).sum(axis=1)
        made.frombytes(np.clip(np.rint(total), -32_768, 32_767).astype(np.int16).tobytes())
    return made


def as_wav(content: bytes) -> bytes:
    """A recording that came as OGG, FLAC or MP3, as WAV; a WAV as it is. Raises NotAClip."""
    if content.startswith(b"RIFF"):
        return content
    import soundfile  # noqa: PLC0415 - only recordings of other kinds need it

    try:
        with soundfile.SoundFile(io.BytesIO(content)) as sound:
            if sound.frames > _LONGEST_S * sound.samplerate:
                words = f"it lasts {sound.frames / sound.samplerate:.0f} s; a phrase lasts {_LONGEST_S:g} s"
                raise NotAClip(words)
            samples, rate = sound.read(dtype="int16", always_2d=True), sound.samplerate
    except soundfile.SoundFileError as error:
        words = "it is no recording in WAV, OGG, FLAC or MP3"
        raise NotAClip(words) from error
    made = io.BytesIO()
    with wave.open(made, "wb") as wav:
        wav.setnchannels(samples.shape[1])
        wav.setsampwidth(2)
        wav.setframerate(rate)
        wav.writeframes(samples.tobytes())
    return made.getvalue()


def _whole(value: float) -> int:
    return max(-32_768, min(32_767, round(value)))
