"""Calls in a language that the hall has added: its words, its voice, and what is said where it has none."""

import json
import shutil
from pathlib import Path

import msgspec
import pytest

from hallctl.core.call_words import can_call, counter_call, ticket_call
from hallctl.core.languages import Language
from hallctl.core.plan import Plan, Words
from hallctl.known_words import SAMPLES
from hallctl.settings import SettingsError, read_hall
from hallctl.station.voice.espeak import EspeakVoice
from hallctl.station.voice.making import faults_of, make_voice
from hallctl.station.voice.named_voices import NamedVoices
from hallctl.station.voice.pack import VoicePack, open_pack
from hallctl.station.voice.recorded import RecordedVoice
from hallctl.station.voice.vocabulary import phrases_of, reading_of, sentences_of
from hallctl.station.voice.voices import VoiceFault
from hallctl.station.voice.wording import counter_words, ticket_words
from hallctl.verbs.languages import checked
from tests.core.one_day import PLAN
from tests.fakes.fake_sound import FakeVoice
from tests.languages.test_added_languages import hall_with
from tests.web.hall_at_work import HallAtWork

HMONG = Language(code="hmn", **json.loads((SAMPLES / "hmn.json").read_bytes()))


def plan_with(*languages: Language, **announcing: object) -> Plan:
    rules = msgspec.structs.replace(
        PLAN.rules, languages=("vi", "en", *(one.code for one in languages))
    )
    return msgspec.structs.replace(
        PLAN,
        rules=rules,
        languages={one.code: one for one in languages},
        announcing=msgspec.structs.replace(PLAN.announcing, **announcing),
    )


def test_a_number_is_read_digit_by_digit_and_a_counter_as_a_whole() -> None:
    assert ticket_call(HMONG, "A012") == "Tus lej A, xoom, ib, ob"
    assert counter_call(HMONG, "12") == "thov tuaj rau lub rooj kaum ob"
    assert counter_call(HMONG, "38") == "thov tuaj rau lub rooj peb, yim"


def test_whole_numbers_are_said_where_the_hall_counts_and_the_file_knows_them() -> None:
    assert ticket_call(HMONG, "A012", is_counted=True) == "Tus lej A, kaum ob"
    assert ticket_call(HMONG, "A099", is_counted=True) == "Tus lej A, xoom, cuaj, cuaj"


def test_a_letter_may_have_a_name_of_its_own() -> None:
    named = msgspec.structs.replace(HMONG, letters={"B": "nplooj"})
    assert ticket_call(named, "B007") == "Tus lej nplooj, xoom, xoom, xya"


@pytest.mark.parametrize(
    "lacks",
    [
        {"call": {}},
        {"call": {"ticket": "Tus lej", "counter": "{counter}"}},
        {"digits": HMONG.digits[:9]},
        {"digits": ("", *HMONG.digits[1:])},
    ],
)
def test_a_file_without_call_or_digits_makes_no_calls(lacks: dict[str, object]) -> None:
    language = msgspec.structs.replace(HMONG, **lacks)
    assert not can_call(language)
    assert plan_with(language).called_in == ()


@pytest.mark.parametrize(
    ("announcing", "called"),
    [
        ({}, ("hmn",)),
        ({"chosen_language": "no"}, ()),
        ({"chosen_language": "no", "languages": ("vi", "hmn")}, ("hmn",)),
    ],
)
def test_calls_are_made_in_what_the_hall_wishes(
    announcing: dict[str, object], called: tuple[str, ...]
) -> None:
    assert plan_with(HMONG, **announcing).called_in == called


def made(folder: Path, plan: Plan, **voices: str) -> VoicePack:
    folder.mkdir(parents=True)
    make_voice(
        folder, phrases_of(plan), NamedVoices(FakeVoice(), voices), None, lambda *_places: None
    )
    return open_pack(folder)


def test_a_voice_pack_says_every_call_in_a_language_that_has_a_voice(tmp_path: Path) -> None:
    plan = plan_with(HMONG)
    pack = made(tmp_path / "nu", plan, hmn="vi")
    assert {one.language for one in pack.manifest.clip} == {"vi", "en", "hmn"}
    assert list(faults_of(pack, sentences_of(plan))) == []
    voice, reading = RecordedVoice(pack), reading_of(plan)
    for number, counter in (("A012", "3"), ("C905", "2")):
        assert voice.speak(ticket_words(number, "hmn", reading), "hmn").duration_s > 0
        assert voice.speak(counter_words(counter, "hmn", reading), "hmn").duration_s > 0


def test_without_a_voice_nothing_is_made_the_script_still_asks_for_it(tmp_path: Path) -> None:
    plan = plan_with(HMONG)
    pack = made(tmp_path / "nu", plan)
    assert {one.language for one in pack.manifest.clip} == {"vi", "en"}
    assert list(faults_of(pack, sentences_of(plan))) == [], (
        "what is silent is no fault of the voice"
    )
    assert "hmn-tus-lej" in (tmp_path / "nu" / "script.csv").read_text("utf-8-sig")
    assert not RecordedVoice(pack).speaks("hmn")


def test_zones_are_said_only_in_languages_that_have_words_for_them() -> None:
    zone = msgspec.structs.replace(PLAN.zones[1], direction=Words("lên tầng 2", "upstairs"))
    plan = msgspec.structs.replace(plan_with(HMONG), zones=(zone,))
    assert "lên tầng 2" not in {one.words for one in phrases_of(plan) if one.language == "hmn"}


def test_no_voice_of_another_language_reads_it() -> None:
    voice = NamedVoices(FakeVoice())
    with pytest.raises(VoiceFault):
        voice.speak("Tus lej", "hmn")
    voice.learn("hmn", "id")
    voice.speak("Tus lej", "hmn")
    assert voice.speaks("hmn")


def test_the_check_says_of_each_language_whether_it_is_called_aloud(tmp_path: Path) -> None:
    plan = read_hall(hall_with(tmp_path / "hall")).plan
    assert "not called aloud: it has no voice" in checked(plan)[1]
    assert "by the hall's own voice" in checked(plan, {"hmn"})[1]
    spoken = msgspec.structs.replace(HMONG, voice="id")
    assert "by the voice id of espeak-ng" in checked(plan_with(spoken))[1]
    assert "lacks call and digits" in checked(plan_with(Language(code="tyz", name="Tày")))[1]
    unnamed = plan_with(HMONG, chosen_language="no")
    assert "settings don't name it" in checked(unnamed)[1]


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ('[announcements]\nlanguages = ["vi", "tyz"]\n', "there is no language 'tyz'"),
        ("[announcements]\nlanguages = []\n", "announcements.languages: is empty"),
        ('[announcements]\nchosen_language = "last"\n', "announcements.chosen_language"),
    ],
)
def test_wrong_wishes_are_named(tmp_path: Path, toml: str, told: str) -> None:
    hall = hall_with(tmp_path / "hall")
    file = hall / "hall.toml"
    lines = file.read_text("utf-8").replace("[announcements]", "[announcements_before]")
    file.write_text(lines + "\n" + toml, "utf-8")
    with pytest.raises(SettingsError) as found:
        read_hall(hall)
    assert any(told in line for line in str(found.value).splitlines())


@pytest.mark.parametrize(
    ("beside", "told"), [('["vi"]', "stands there already"), ('["tyz"]', "no language 'tyz'")]
)
def test_what_can_t_stand_beside_is_named(tmp_path: Path, beside: str, told: str) -> None:
    hall = hall_with(tmp_path / "hall")
    file = hall / "hall.toml"
    text = file.read_text("utf-8").replace("[hall]\n", f"[hall]\nbeside = {beside}\n", 1)
    file.write_text(text, "utf-8")
    with pytest.raises(SettingsError) as found:
        read_hall(hall)
    assert any(told in line for line in str(found.value).splitlines())


def test_boards_are_told_what_they_may_call_in_and_get_the_words(tmp_path: Path) -> None:
    hall = HallAtWork(hall_with(tmp_path / "hall"))
    try:
        wire = hall.wire()
        assert wire.get("/api/views/board").json["sounding"]["added"] == ["hmn"]
        assert wire.get("/api/views/board").json["beside"] == ["en"]
        words = msgspec.json.decode(wire.get("/api/words/hmn").body, type=Language)
        assert can_call(words)
        assert words.board["now_calling"] == "Tab tom hu"
    finally:
        hall.close()


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")
def test_espeak_reads_it_with_the_voice_that_the_file_names() -> None:
    voice = NamedVoices(EspeakVoice(), {"hmn": "id"})
    assert voice.speak(counter_call(HMONG, "3"), "hmn").duration_s > 0.3
