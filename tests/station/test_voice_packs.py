"""Recorded voices: made, given human recordings, checked, and heard in sentences of any kind."""

import array
import math
import shutil
import wave

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl.station.voice.clip import RATE, Clip, NotAClip
from hallctl.station.voice.counting_words import LARGEST, in_words
from hallctl.station.voice.laying import MissingWordError, laid_out, words_of
from hallctl.station.voice.loudness import SPOKEN, equally_loud, loudness
from hallctl.station.voice.making import SCRIPT, faults_of, file_names, make_voice
from hallctl.station.voice.pack import MANIFEST, VoicePackError, open_pack
from hallctl.station.voice.recorded import RecordedVoice
from hallctl.station.voice.recording import clip_of_recording
from hallctl.station.voice.vocabulary import Said, phrases_of, sentences_of
from hallctl.station.voice.voices import VoiceFault
from hallctl.station.voice.wording import Reading, counter_words, ticket_words
from tests.core.one_day import PLAN
from tests.languages.test_added_languages import hall_with
from tests.verbs import say


def tone(seconds=0.3, loud=6_000, hertz=300, rate=RATE):
    swing = (math.sin(math.tau * hertz * at / rate) for at in range(int(seconds * rate)))
    return array.array("h", [round(loud * one) for one in swing])


class ToneVoice:
    """Each sentence is a tone as long as it has words."""

    name = "tones"

    def __init__(self):
        self.said = []

    def speaks(self, language):
        return language in {"vi", "en"}

    def speak(self, words, language):
        self.said.append((words, language))
        return Clip(tone(0.1 * len(words_of(words))))


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "voices" / "nu"


def made(folder, recordings=None):
    folder.mkdir(parents=True, exist_ok=True)
    return make_voice(folder, phrases_of(PLAN), ToneVoice(), recordings, lambda _done, _of: None)


def record(path, rate=44_100, channels=2, *, width=2, seconds=0.4, loud=3_000):
    samples = tone(seconds, loud, rate=rate)
    frames = b"".join(
        (one << 8 * (width - 2)).to_bytes(width, "little", signed=True) * channels
        for one in samples
    )
    with wave.open(str(path), "wb") as wav:
        wav.setnchannels(channels)
        wav.setsampwidth(width)
        wav.setframerate(rate)
        wav.writeframes(frames)
    return path


@pytest.mark.parametrize(
    ("count", "north", "english"),
    [
        (0, "không", "zero"),
        (4, "bốn", "four"),
        (10, "mười", "ten"),
        (14, "mười bốn", "fourteen"),
        (15, "mười lăm", "fifteen"),
        (21, "hai mươi mốt", "twenty one"),
        (24, "hai mươi tư", "twenty four"),
        (55, "năm mươi lăm", "fifty five"),
        (100, "một trăm", "one hundred"),
        (101, "một trăm linh một", "one hundred and one"),
        (105, "một trăm linh năm", "one hundred and five"),
        (115, "một trăm mười lăm", "one hundred and fifteen"),
        (1000, "một nghìn", "one thousand"),
        (1001, "một nghìn không trăm linh một", "one thousand and one"),
        (1024, "một nghìn không trăm hai mươi tư", "one thousand and twenty four"),
        (21_405, "hai mươi mốt nghìn bốn trăm linh năm", None),
    ],
)
def test_numbers_are_said_as_people_say_them(count, north, english):
    assert in_words(count, "vi") == north
    if english:
        assert in_words(count, "en") == english


def test_the_south_says_it_its_own_way():
    assert in_words(1005, "vi", "south") == "một ngàn không trăm lẻ năm"


@pytest.mark.parametrize("count", [-1, LARGEST + 1])
def test_what_has_no_words_is_refused(count):
    with pytest.raises(ValueError, match="is not said here"):
        in_words(count, "vi")


@given(one=st.integers(0, LARGEST), other=st.integers(0, LARGEST))
@pytest.mark.parametrize(
    ("language", "accent"), [("vi", "north"), ("vi", "south"), ("en", "north")]
)
def test_no_two_numbers_sound_alike(one, other, language, accent):
    said = in_words(one, language, accent), in_words(other, language, accent)
    assert (said[0] == said[1]) == (one == other)


def test_a_hall_may_have_its_numbers_counted():
    reading = Reading("number", "north")
    assert ticket_words("A024", "vi", reading) == "Mời số a, hai mươi tư."
    assert ticket_words("AB007", "en", reading) == "Number A, B, seven."


def test_a_sentence_is_laid_of_the_longest_phrases():
    phrases = {("mời", "số"), ("a",), ("không",), ("không", "một"), ("một",)}
    laid = laid_out("Mời số A, không, một!", phrases)
    assert laid == [("mời", "số"), ("a",), ("không", "một")]


def test_the_longest_phrase_does_not_lead_into_a_dead_end():
    phrases = {("a", "b"), ("a",), ("b", "c")}
    assert laid_out("a b c", phrases) == [("a",), ("b", "c")]


words = st.lists(st.sampled_from("abcd"), min_size=1, max_size=8)


@given(
    words,
    st.sets(st.tuples(*[st.sampled_from("abcd")]) | st.tuples(*[st.sampled_from("abcd")] * 2)),
)
def test_a_laid_sentence_says_every_word_once_and_in_order(sentence, phrases):
    try:
        laid = laid_out(" ".join(sentence), phrases)
    except MissingWordError:
        return
    assert [word for phrase in laid for word in phrase] == sentence
    assert set(laid) <= phrases


def test_a_word_nobody_recorded_is_named():
    with pytest.raises(MissingWordError, match="hai"):
        laid_out("một hai", {("một",)})


def test_a_made_voice_can_say_everything_the_hall_says(folder):
    made(folder)
    assert list(faults_of(open_pack(folder), sentences_of(PLAN))) == []


def test_one_call_is_said_by_its_clips_and_no_other_voice(folder):
    made(folder)
    other = ToneVoice()
    voice = RecordedVoice(open_pack(folder), other)
    said = voice.speak(ticket_words("A012", "vi"), "vi")
    assert said.duration_s == pytest.approx(0.2 + 4 * 0.1 + 4 * 0.06, abs=0.02)
    voice.speak(counter_words("3", "vi"), "vi")
    assert other.said == []


def test_what_was_not_recorded_is_said_whole_by_the_other_voice(folder, caplog):
    made(folder)
    other = ToneVoice()
    voice = RecordedVoice(open_pack(folder), other)
    voice.speak("Có cháy", "vi")
    voice.speak("Có cháy", "vi")
    assert other.said == [("Có cháy", "vi")] * 2
    assert caplog.text.count("nobody has recorded") == 1


def test_without_another_voice_it_says_that_it_can_t(folder):
    made(folder)
    with pytest.raises(VoiceFault, match="nobody has recorded"):
        RecordedVoice(open_pack(folder)).speak("Có cháy", "vi")


def test_a_person_s_recording_takes_the_place_of_a_made_clip(folder, tmp_path):
    studio = tmp_path / "studio"
    studio.mkdir()
    record(studio / "vi-moi-so.wav")
    record(studio / "hello.wav")
    outcome = made(folder, studio)
    assert (outcome.recorded, outcome.unused) == (1, ["hello"])
    sources = {one.file: one.source for one in open_pack(folder).manifest.clip}
    assert sources["vi/vi-moi-so.wav"] == "recorded"
    assert list(sources.values()).count("recorded") == 1


def test_the_script_names_every_file_once(folder):
    made(folder)
    lines = (folder / SCRIPT).read_text("utf-8-sig").splitlines()[1:]
    names = [one.split(",")[0] for one in lines]
    assert len(names) == len(set(names)) == len(phrases_of(PLAN))


def test_two_phrases_that_differ_by_their_tones_have_two_files():
    names = file_names([Said("vi", "ba"), Said("vi", "bà"), Said("vi", "bã")])
    assert names == ["vi-ba", "vi-ba~2", "vi-ba~3"]


@pytest.mark.parametrize(
    ("rate", "channels", "width"), [(8_000, 1, 2), (22_050, 1, 2), (44_100, 2, 2), (48_000, 1, 3)]
)
def test_any_recording_becomes_a_clip_of_the_hall(tmp_path, rate, channels, width):
    path = record(tmp_path / "a.wav", rate, channels, width=width)
    clip = clip_of_recording(path.read_bytes())
    assert clip.duration_s == pytest.approx(0.4, abs=0.05)
    assert loudness(clip.samples, RATE) == pytest.approx(SPOKEN, rel=0.03)
    crossings = sum(
        one < 0 <= other for one, other in zip(clip.samples, clip.samples[1:], strict=False)
    )
    assert crossings / clip.duration_s == pytest.approx(300, rel=0.1)


@pytest.mark.parametrize("seconds", [0.01, 25])
def test_a_recording_that_is_too_short_or_too_long_is_refused(tmp_path, seconds):
    path = record(tmp_path / "a.wav", 8_000, 1, seconds=seconds)
    with pytest.raises(NotAClip, match="lasts"):
        clip_of_recording(path.read_bytes())


def test_silence_is_no_recording(tmp_path):
    path = record(tmp_path / "a.wav", 8_000, 1, loud=10)
    with pytest.raises(NotAClip, match="silence"):
        clip_of_recording(path.read_bytes())


def test_a_bad_recording_is_named(folder, tmp_path):
    (tmp_path / "vi-moi-so.wav").write_bytes(b"RIFF")
    with pytest.raises(VoicePackError, match=r"vi-moi-so\.wav"):
        made(folder, tmp_path)


@given(st.integers(400, 20_000), st.floats(0.1, 0.6), st.floats(0, 0.5))
def test_clips_are_equally_loud_however_they_were_recorded(loud, seconds, pause):
    samples = tone(seconds, loud) + array.array("h", bytes(2 * int(pause * RATE)))
    level = equally_loud(samples, RATE, 24_000)
    assert loudness(level, RATE) == pytest.approx(SPOKEN, rel=0.06)
    assert max(map(abs, level)) <= 24_000


def test_a_damaged_clip_is_named_and_not_played(folder):
    made(folder)
    (folder / "vi" / "vi-moi-so.wav").write_bytes(b"RIFF")
    (fault,) = faults_of(open_pack(folder), [])
    assert "vi-moi-so.wav" in fault


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("version = 2\nname = 'x'\n", "newer than this software"),
        ("version = 1\n", "damaged"),
        ("[[", "damaged"),
        (
            "version = 1\nname='x'\n[[clip]]\nfile='../a.wav'\nlanguage='vi'\nsays='a'\ndigest=''\n",
            "nothing that can be played",
        ),
    ],
)
def test_a_manifest_that_can_t_be_used_says_why(folder, written, says):
    folder.mkdir(parents=True)
    (folder / MANIFEST).write_text(written)
    with pytest.raises(VoicePackError, match=says):
        open_pack(folder)


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")
def test_the_verbs_make_check_list_and_play_a_voice(tmp_path):
    hall = str(hall_with(tmp_path / "hall"))  # H'mông has words and no voice
    made = say("voice", "make", "nu", "--hall", hall)
    assert made.exit_code == 0, made.output
    assert "hmn: no voice of espeak-ng, and nobody has recorded it" in made.output
    for verb in (
        ("check", "nu", "--hall", hall),
        ("list", "nu", "--hall", hall),
        ("list", "--hall", hall),
        ("play", "nu", "A012", "3", "--hall", hall, "--out", str(tmp_path / "call.wav")),
    ):
        outcome = say("voice", *verb)
        assert outcome.exit_code == 0, outcome.output
    assert (tmp_path / "call.wav").stat().st_size > 100_000
    assert say("voice", "check", "none", "--hall", hall).exit_code == 1
    assert say("voice", "make", "../x", "--hall", hall).exit_code == 1
