"""A text is said beside the screen: the newest only, at its volume, and silence where there is no voice."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hallctl.station.voice.clip import Clip
from hallctl.station.voice.saying import NO_VOICE, Sayer, open_sayer
from hallctl.station.voice.speaker import NO_SOUND, SilentSpeaker
from kiosk.spoken_text import sentences, spoken_text
from tests.fakes.fake_sound import AtOnce, FakeSpeaker, FakeVoice

pytestmark = [pytest.mark.screens, pytest.mark.usefixtures("qapp")]


class SlowVoice(FakeVoice):
    """Has its first text only when it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.go_on = threading.Event()

    def speak(self, words: str, language: str) -> Clip:
        if words == "slow":
            self.go_on.wait(10)
        return super().speak(words, language)


@pytest.fixture
def slow() -> Iterator[tuple[Sayer, SlowVoice, FakeSpeaker]]:
    voice, speaker = SlowVoice(), FakeSpeaker()
    sayer = Sayer(voice, speaker)
    yield sayer, voice, speaker
    voice.go_on.set()
    sayer.close()


def test_what_is_no_longer_wanted_is_never_heard(
    slow: tuple[Sayer, SlowVoice, FakeSpeaker], qtbot: QtBot
) -> None:
    sayer, voice, speaker = slow
    sayer.say("slow", "vi")
    sayer.say("second", "vi")
    voice.go_on.set()
    qtbot.waitUntil(lambda: len(voice.said) == 2 and bool(speaker.played))
    assert len(speaker.played) == 1
    sayer.say("slow", "vi")
    sayer.hush()
    qtbot.waitUntil(lambda: len(voice.said) == 3)
    qtbot.wait(20)
    assert len(speaker.played) == 1


def test_the_end_of_a_text_is_told_and_its_interruption_is_not(qtbot: QtBot) -> None:
    speaker = FakeSpeaker()
    sayer = Sayer(FakeVoice(), speaker, AtOnce())
    ended: list[bool] = []
    sayer.ended.connect(lambda: ended.append(True))
    sayer.say("one", "vi")
    speaker.finish()
    sayer.say("two", "vi")
    sayer.hush()
    assert ended == [True]
    sayer.close()


def test_a_voice_that_comes_back_is_no_fault_any_more() -> None:
    voice = FakeVoice()
    sayer = Sayer(voice, FakeSpeaker(), AtOnce())
    assert sayer.fault == ""
    assert Sayer(None, FakeSpeaker()).fault == NO_VOICE
    assert Sayer(voice, SilentSpeaker(NO_SOUND)).fault == NO_SOUND
    sayer.close()


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")
def test_this_machines_voice_says_a_number_in_both_languages(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    speaker = FakeSpeaker()
    monkeypatch.setattr("hallctl.station.voice.saying.open_speaker", lambda: speaker)
    sayer = open_sayer(tmp_path / "clips")
    for language in ("vi", "en"):
        sayer.say(spoken_text("Số của ông/bà: A017.", language), language, 0.5)
        qtbot.waitUntil(lambda: speaker.is_playing)
        assert 1 < speaker.played[-1].duration_s < 12
        assert speaker.played[-1].peak <= 12_500
    assert len(list((tmp_path / "clips").glob("*.wav"))) == 2
    sayer.close()


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("Số A017", "Số a, không, một, bảy"),
        ("B1000.", "bê, một, không, không, không."),
        ("Lấy\xa0số · Xong", "Lấy số, Xong"),
        ("H15.50-261116-0975", "H15.50-261116-0975"),
    ],
)
def test_numbers_are_spelled_and_the_rest_is_said_as_it_is_shown(shown: str, said: str) -> None:
    assert spoken_text(shown, "vi") == said


def test_parts_become_sentences() -> None:
    assert sentences("Ông/bà đến làm gì?", "", "Đất đai", "7 người chờ.") == (
        "Ông/bà đến làm gì? Đất đai. 7 người chờ."
    )
