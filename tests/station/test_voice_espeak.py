"""espeak-ng as the hall hears it: length, loudness, soft edges; and its absence."""

import shutil
import stat
import tempfile

import pytest

from hallctl.station.voice.clip import LOUDEST, RATE
from hallctl.station.voice.espeak import EspeakVoice
from hallctl.station.voice.loudness import SPOKEN, loudness
from hallctl.station.voice.voices import VoiceFault
from hallctl.station.voice.wording import LANGUAGES, counter_words, ticket_words

needs_espeak = pytest.mark.skipif(
    shutil.which("espeak-ng") is None, reason="espeak-ng is not installed"
)


def program(folder, script):
    path = folder / "voice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@needs_espeak
@pytest.mark.parametrize("language", LANGUAGES)
def test_both_halves_of_a_call_are_heard_in_good_time(language):
    voice = EspeakVoice()
    ticket = voice.speak(ticket_words("A012", language), language)
    counter = voice.speak(counter_words("12", language), language)
    assert 1.5 < ticket.duration_s < 4.5
    assert 0.8 < counter.duration_s < 3.0


@needs_espeak
def test_a_clip_is_levelled_and_ends_softly():
    clip = EspeakVoice().speak(ticket_words("U999", "vi"), "vi")
    assert loudness(clip.samples, RATE) == pytest.approx(SPOKEN, rel=0.05)
    assert clip.samples[0] == clip.samples[-1] == 0
    edge = max(abs(one) for one in (*clip.samples[:20], *clip.samples[-20:]))
    assert edge < LOUDEST // 50


@needs_espeak
def test_every_digit_more_is_heard():
    voice = EspeakVoice()
    lengths = [voice.speak(ticket_words(n, "vi"), "vi").duration_s for n in ("A1", "A11", "A111")]
    assert lengths[0] + 0.2 < lengths[1] < lengths[2] - 0.2


def test_a_machine_without_the_program_says_so():
    with pytest.raises(VoiceFault, match="not installed"):
        EspeakVoice(program="no-such-voice")


def test_a_program_that_fails_is_a_fault_of_the_voice(tmp_path):
    with pytest.raises(VoiceFault, match="failed"):
        EspeakVoice(program=program(tmp_path, "exit 3")).speak("A.", "vi")


def test_a_machine_without_room_for_a_clip_is_a_fault_of_the_voice(tmp_path, monkeypatch):
    voice = EspeakVoice(program=program(tmp_path, "exit 0"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(VoiceFault, match="gone"):
        voice.speak("A.", "vi")


def test_a_program_that_writes_nothing_is_a_fault_of_the_voice(tmp_path):
    with pytest.raises(VoiceFault, match=r"clip\.wav"):
        EspeakVoice(program=program(tmp_path, "exit 0")).speak("A.", "vi")
