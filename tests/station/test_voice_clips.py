"""Clips: cut, faded, levelled, joined and kept, with nothing that clicks or clips."""

import math
from array import array

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallctl.station.voice.chime import chime
from hallctl.station.voice.clip import (
    LOUDEST,
    RATE,
    Clip,
    NotAClip,
    from_wav,
    joined,
    silence,
)
from hallctl.station.voice.clip_cache import CachedVoice
from hallctl.station.voice.loudness import SPOKEN, loudness
from hallctl.station.voice.voices import VoiceFault

LONGEST_STEP = 3_500
"""A jump between two samples above this is heard as a click at these pitches."""


def tone(seconds=0.2, loudness=8_000, hertz=300):
    swing = (math.sin(math.tau * hertz * at / RATE) for at in range(int(seconds * RATE)))
    return Clip(array("h", [round(loudness * one) for one in swing]))


class CountingVoice:
    """Says every sentence as the same tone and counts how often it was asked."""

    def __init__(self, name="tone"):
        self.name = name
        self.spoken = []
        self.fault = ""

    def speaks(self, _language):
        return True

    def speak(self, words, language):
        if self.fault:
            raise VoiceFault(self.fault)
        self.spoken.append((words, language))
        return tone()


samples = st.lists(st.integers(-32_768, 32_767), max_size=400).map(lambda one: array("h", one))


@settings(deadline=None)
@given(samples)
def test_a_clip_comes_back_from_its_wav(one):
    assert from_wav(Clip(one).to_wav()) == Clip(one)


@settings(deadline=None)
@given(samples, st.integers(1, 60))
def test_half_a_wav_is_no_clip(one, missing):
    whole = Clip(one).to_wav()
    with pytest.raises(NotAClip):
        from_wav(whole[:-missing])


def test_another_rate_is_no_clip():
    wav = bytearray(tone().to_wav())
    wav[24:28] = (44_100).to_bytes(4, "little")
    with pytest.raises(NotAClip, match="44100"):
        from_wav(bytes(wav))


@settings(deadline=None)
@given(samples)
def test_a_faded_clip_begins_and_ends_in_silence_and_keeps_its_length(one):
    faded = Clip(one).faded()
    assert len(faded.samples) == len(one)
    if len(one) > 1:
        assert faded.samples[0] == faded.samples[-1] == 0


def test_a_fade_leaves_the_middle_alone():
    clip = tone()
    faded = clip.faded(0.01)
    edge = int(0.01 * RATE)
    assert faded.samples[edge:-edge] == clip.samples[edge:-edge]


@settings(deadline=None)
@given(samples.filter(any))
def test_a_levelled_clip_is_as_loud_as_all_others_unless_it_would_clip(one):
    level = Clip(one).levelled()
    heard = loudness(level.samples, RATE)
    assert level.peak <= LOUDEST + 1
    assert heard == pytest.approx(SPOKEN, rel=0.05) or level.peak >= LOUDEST - 1


def test_silence_stays_silence():
    assert silence(0.1).levelled() == silence(0.1)
    assert silence(0.1).trimmed() == silence(0)


def test_a_clip_is_trimmed_to_what_sounds():
    clip = joined([silence(0.5), tone(0.2), silence(0.7)])
    assert clip.trimmed(0.02).duration_s == pytest.approx(0.24, abs=0.002)


def test_clips_joined_last_as_long_as_their_parts():
    clip = joined([tone(0.2), silence(0.3), tone(0.1)])
    assert clip.duration_s == pytest.approx(0.6, abs=0.001)


def test_the_chime_is_soft_short_and_without_clicks():
    sound = chime()
    assert 1.0 < sound.duration_s < 1.6
    assert sound.peak < 16_000
    assert sound.samples[0] == sound.samples[-1] == 0
    steps = (abs(b - a) for a, b in zip(sound.samples, sound.samples[1:], strict=False))
    assert max(steps) < LONGEST_STEP


def test_a_sentence_is_spoken_up_once(tmp_path):
    voice = CountingVoice()
    cached = CachedVoice(voice, tmp_path / "clips")
    first = cached.speak("Mời số, a, một.", "vi")
    assert cached.speak("Mời số, a, một.", "vi") == first
    assert CachedVoice(voice, tmp_path / "clips").speak("Mời số, a, một.", "vi") == first
    assert len(voice.spoken) == 1


def test_languages_and_voices_are_kept_apart(tmp_path):
    voice, other = CountingVoice(), CountingVoice("tone, higher")
    for language in ("vi", "en"):
        CachedVoice(voice, tmp_path).speak("A.", language)
    CachedVoice(other, tmp_path).speak("A.", "vi")
    assert len(voice.spoken) == 2
    assert len(other.spoken) == 1


def test_a_damaged_clip_is_spoken_anew(tmp_path):
    voice = CountingVoice()
    cached = CachedVoice(voice, tmp_path)
    cached.speak("A.", "vi")
    (kept,) = tmp_path.glob("*.wav")
    kept.write_bytes(kept.read_bytes()[:100])
    assert cached.speak("A.", "vi") == tone()
    assert from_wav(kept.read_bytes()) == tone()


def test_the_cache_writes_no_half_files(tmp_path):
    CachedVoice(CountingVoice(), tmp_path).speak("A.", "vi")
    assert [one.suffix for one in tmp_path.iterdir()] == [".wav"]


def test_the_cache_forgets_what_was_not_heard_for_longest(tmp_path):
    voice = CountingVoice()
    for words in ("một", "hai", "ba"):
        CachedVoice(voice, tmp_path, kept=2).speak(words, "vi")
    assert len(list(tmp_path.glob("*.wav"))) == 2


def test_a_disk_that_takes_nothing_does_not_silence_the_voice(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    assert CachedVoice(CountingVoice(), blocked / "clips").speak("A.", "vi") == tone()


def test_a_fault_of_the_voice_passes_through(tmp_path):
    voice = CountingVoice()
    voice.fault = "hoarse"
    with pytest.raises(VoiceFault, match="hoarse"):
        CachedVoice(voice, tmp_path).speak("A.", "vi")
