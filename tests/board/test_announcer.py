"""The announcer: one sentence after the other, beside the screen, whatever breaks."""

import msgspec
import pytest

from hall_board.announcer import NO_VOICE, Announcer
from hall_board.announcing import Announcement
from hall_board.sentence import sentence
from hallctl.core.languages import Language
from hallctl.core.plan import Words
from hallctl.core.views import EmergencyNote, Sounding
from hallctl.station.voice.chime import alarm, chime
from hallctl.station.voice.speaker import NO_SOUND, SilentSpeaker
from hallctl.station.voice.voices import VoiceFault
from tests.board.halls import SmallHall
from tests.fakes.fake_sound import FakeSpeaker, FakeVoice

pytestmark = pytest.mark.screens


class Booth:
    """A hall, and an announcer whose voice and speaker the test holds in its hand."""

    def __init__(self, qtbot, voice, speaker):
        self.qtbot, self.hall, self.speaker = qtbot, SmallHall(), speaker
        self.announcer = Announcer(voice, speaker, now=lambda: self.hall.clock_s)
        self.look()

    def look(self, **changes):
        self.announcer.hear(msgspec.structs.replace(self.hall.view, **changes))

    def call(self, *numbers):
        for number in numbers:
            self.hall.call(number)
        self.look()

    def until_playing(self, count):
        self.qtbot.waitUntil(lambda: len(self.speaker.played) == count, timeout=20_000)


@pytest.fixture
def voice():
    return FakeVoice()


@pytest.fixture
def booth(qtbot, voice):
    booth = Booth(qtbot, voice, FakeSpeaker())
    yield booth
    booth.announcer.close()


def test_a_call_is_spoken_in_two_halves_and_two_languages(booth, voice):
    booth.call("A012")
    booth.until_playing(1)
    assert voice.said == [
        ("Mời số a, không, một, hai.", "vi"),
        ("Đến quầy số ba.", "vi"),
        ("Number A, zero, one, two.", "en"),
        ("Please come to counter three.", "en"),
    ]


def test_a_sentence_begins_with_the_chime_and_lasts_as_long_as_its_parts(voice):
    sound = sentence(voice, Announcement(1, "A012", "3", ("vi",)))
    assert sound.samples[: len(chime().samples)] == chime().samples
    assert sound.duration_s == pytest.approx(chime().duration_s + 2.0 + 0.6, abs=0.01)


def test_the_next_call_waits_until_the_last_was_heard(booth):
    booth.call("A001", "A002")
    booth.until_playing(1)
    booth.call("A003")
    assert len(booth.speaker.played) == 1
    booth.speaker.finish()
    booth.until_playing(2)
    booth.speaker.finish()
    booth.until_playing(3)
    booth.speaker.finish()
    assert booth.announcer.speaking == 0
    assert not booth.speaker.is_playing


def test_it_says_which_call_is_being_spoken(booth):
    booth.call("A001", "A002")
    assert booth.announcer.speaking == 1
    booth.until_playing(1)
    with booth.qtbot.waitSignal(booth.announcer.changed, timeout=20_000):
        booth.speaker.finish()
    assert booth.announcer.speaking == 2


def test_a_hall_without_a_voice_still_hears_the_chime(qtbot):
    booth = Booth(qtbot, None, FakeSpeaker())
    assert booth.announcer.fault == NO_VOICE
    booth.call("A001")
    booth.until_playing(1)
    assert booth.speaker.played == [chime()]
    booth.announcer.close()


def test_a_voice_that_fails_is_replaced_by_the_chime_until_it_recovers(booth, voice, caplog):
    voice.fault = "hoarse"
    booth.call("A001")
    booth.until_playing(1)
    assert booth.speaker.played == [chime()]
    assert booth.announcer.fault == NO_VOICE
    assert "hoarse" in caplog.text
    voice.fault = ""
    booth.speaker.finish()
    booth.call("A002")
    booth.until_playing(2)
    assert booth.announcer.fault == ""


class ConfusedVoice(FakeVoice):
    """Breaks on the first sentence, as only a fault of ours does."""

    def speak(self, words, language):
        if not self.said:
            self.said.append((words, language))
            raise KeyError(words)
        return super().speak(words, language)


def test_a_fault_in_putting_a_call_into_words_costs_no_more_than_its_words(qtbot, caplog):
    booth = Booth(qtbot, ConfusedVoice(), FakeSpeaker())
    booth.call("A001")
    booth.until_playing(1)
    assert booth.speaker.played == [chime()]
    assert "KeyError" in caplog.text
    booth.speaker.finish()
    booth.call("A002")
    booth.until_playing(2)
    assert booth.announcer.fault == ""
    booth.announcer.close()


def test_a_machine_without_sound_says_so_and_goes_on(qtbot, voice):
    booth = Booth(qtbot, voice, SilentSpeaker(NO_SOUND))
    assert booth.announcer.fault == NO_SOUND
    booth.call("A001", "A002", "A003")
    qtbot.waitUntil(lambda: len(voice.said) == 8 and not booth.announcer.speaking, timeout=20_000)
    booth.announcer.close()


def test_a_device_that_comes_back_clears_the_fault(booth):
    booth.speaker.fault = NO_SOUND
    with booth.qtbot.waitSignal(booth.announcer.changed):
        booth.look()
    assert booth.announcer.fault == NO_SOUND
    booth.speaker.fault = ""
    with booth.qtbot.waitSignal(booth.announcer.changed):
        booth.look()
    assert booth.announcer.fault == ""


def test_a_closed_announcer_is_silent(booth):
    booth.call("A001")
    booth.announcer.close()
    before = list(booth.speaker.played)  # the first may have been quick
    booth.call("A002")
    booth.qtbot.wait(20)
    assert not booth.speaker.is_playing
    assert booth.speaker.played == before


FIRE = EmergencyNote(emergency=1, words=Words("Có cháy", "Fire"), since_at=0)


def test_it_is_as_loud_as_the_hall_says_at_that_hour(booth):
    booth.hall.call("A001")
    booth.look(sounding=Sounding(volume=40))
    booth.until_playing(1)
    assert booth.speaker.volume == 0.4


def test_in_a_quiet_hour_the_chime_is_all_that_is_heard(booth, voice):
    booth.hall.call("A001")
    booth.look(sounding=Sounding(mode="chime"))
    booth.until_playing(1)
    assert voice.said == []
    assert booth.speaker.played[0].samples[: len(chime().samples)] == chime().samples


def test_an_emergency_is_repeated_after_a_silence_until_it_is_over(booth, voice):
    booth.look(emergency=FIRE)
    booth.until_playing(1)
    booth.hall.clock_s = 5
    booth.speaker.finish()
    booth.look(emergency=FIRE)
    booth.qtbot.wait(20)
    assert len(booth.speaker.played) == 1, "there is a silence between two times"
    booth.hall.clock_s = 26
    booth.look(emergency=FIRE)
    booth.announcer._on_repeat()
    booth.until_playing(2)
    assert [words for words, _ in voice.said] == ["Có cháy", "Fire"] * 2
    booth.look()
    assert not booth.speaker.is_playing, "it falls silent in the middle of a word"


def test_calls_wait_for_the_end_of_an_emergency_and_are_said_then(booth, voice):
    booth.look(emergency=FIRE)
    booth.until_playing(1)
    booth.hall.call("A001")
    booth.look(emergency=FIRE)
    booth.speaker.finish()
    booth.qtbot.wait(20)
    assert len(booth.speaker.played) == 1
    booth.look()
    booth.until_playing(2)
    assert voice.said[2] == ("Mời số a, không, không, một.", "vi")


def test_a_hall_without_a_voice_hears_the_alarm(qtbot):
    booth = Booth(qtbot, None, FakeSpeaker())
    booth.look(emergency=FIRE, sounding=Sounding(mode="visual", volume=10))
    booth.until_playing(1)
    assert booth.speaker.played == [alarm()]
    assert booth.speaker.volume == 1.0
    booth.announcer.close()


def test_a_board_that_is_no_speaker_says_nothing_at_all(booth):
    booth.hall.call("A001")
    booth.look(emergency=FIRE, sounding=Sounding(speaks=False))
    booth.qtbot.wait(20)
    assert booth.speaker.played == []


def test_another_voice_speaks_from_the_next_call_on(booth, voice):
    other = FakeVoice()
    booth.announcer.use(other)
    booth.call("A001")
    booth.until_playing(1)
    assert (len(voice.said), len(other.said)) == (0, 4)


FIRE_IN_THREE = EmergencyNote(
    emergency=2, words=Words("Có cháy", "Fire", {"hmn": "Hluav taws kub"}), since_at=0
)
HMONG = Language(code="hmn", name="Hmoob", voice="hmn")


def test_an_emergency_is_spoken_in_an_added_language_that_there_is_a_voice_for(booth, voice):
    voice.spoken.add("hmn")
    booth.announcer.learn(HMONG)
    booth.look(emergency=FIRE_IN_THREE)
    booth.until_playing(1)
    assert voice.said == [("Có cháy", "vi"), ("Fire", "en"), ("Hluav taws kub", "hmn")]


def test_an_emergency_is_spoken_without_a_language_that_has_no_voice(booth, voice):
    booth.announcer.learn(HMONG)
    booth.look(emergency=FIRE_IN_THREE)
    booth.until_playing(1)
    assert voice.said == [("Có cháy", "vi"), ("Fire", "en")]


class HoarseInOne(FakeVoice):
    """Can't speak the added language after all."""

    def __init__(self):
        super().__init__()
        self.spoken.add("hmn")

    def speak(self, words, language):
        if language == "hmn":
            raise VoiceFault("no such voice")
        return super().speak(words, language)


def test_a_voice_that_fails_in_an_added_language_leaves_the_alarm_in_the_others(qtbot, caplog):
    voice = HoarseInOne()
    booth = Booth(qtbot, voice, FakeSpeaker())
    booth.announcer.learn(HMONG)
    booth.look(emergency=FIRE_IN_THREE)
    booth.until_playing(1)
    assert voice.said == [("Có cháy", "vi"), ("Fire", "en")]
    assert booth.announcer.fault == ""
    assert "no such voice" in caplog.text
    booth.announcer.close()
