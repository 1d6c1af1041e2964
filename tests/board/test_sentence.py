"""A whole announcement as the hall hears it: in good time, without a click, never too loud."""

import shutil

import pytest

from hall_board.announcing import Announcement
from hall_board.sentence import sentence
from hallctl.station.voice.chime import chime
from hallctl.station.voice.clip import LOUDEST, RATE, from_wav
from hallctl.station.voice.clip_cache import CachedVoice
from hallctl.station.voice.espeak import EspeakVoice

pytestmark = pytest.mark.skipif(
    shutil.which("espeak-ng") is None, reason="espeak-ng is not installed"
)
IN_BOTH = Announcement(1, "A012", "3", ("vi", "en"))


@pytest.fixture(scope="module")
def voice(tmp_path_factory):
    return CachedVoice(EspeakVoice(), tmp_path_factory.mktemp("clips"))


@pytest.fixture(scope="module")
def sound(voice):
    return sentence(voice, IN_BOTH)


def test_both_languages_take_ten_seconds_or_so(sound):
    assert 8.5 < sound.duration_s < 12


def test_vietnamese_alone_takes_half_of_it(voice, sound):
    alone = sentence(voice, Announcement(1, "A012", "3", ("vi",)))
    assert alone.duration_s < 0.62 * sound.duration_s


def test_nothing_is_clipped(sound):
    assert sound.peak <= LOUDEST + 1


def test_it_begins_and_ends_in_silence(sound):
    assert sound.samples[0] == 0
    assert not any(sound.samples[-RATE // 4 :])


def test_the_chime_comes_first(sound):
    assert sound.samples[: len(chime().samples)] == chime().samples


def test_it_is_a_whole_wav(sound):
    assert from_wav(sound.to_wav()) == sound


def test_a_busy_counter_is_voiced_up_only_once(tmp_path):
    spoken = EspeakVoice()
    cached = CachedVoice(spoken, tmp_path)
    for number in ("A001", "A002", "A003"):
        sentence(cached, Announcement(1, number, "3", ("vi",)))
    assert len(list(tmp_path.glob("*.wav"))) == 4
