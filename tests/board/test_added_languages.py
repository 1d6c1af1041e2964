"""A board in languages that its hall has added: shown beside the Vietnamese, and called in."""

import json
from typing import Any

import msgspec
import pytest

from hall_board.announcer import Announcer
from hall_board.announcing import Announcements
from hall_board.view_model import BoardViewModel
from hallctl.core.languages import Language
from hallctl.core.plan import Words
from hallctl.core.views import Sounding
from hallctl.known_words import SAMPLES
from hallctl.station.voice.voices import VoiceFault
from tests.board.halls import SmallHall
from tests.fakes.fake_link import FakeLink
from tests.fakes.fake_sound import FakeSpeaker, FakeVoice

pytestmark = pytest.mark.screens

HMONG = Language(code="hmn", **json.loads((SAMPLES / "hmn.json").read_bytes()))
HOUSEHOLD = Words("Hộ tịch", "Civil status", {"hmn": "Ntawv tsev neeg"})


def heard(language: str, waiting: int = 1, **sounding: Any) -> tuple[str, ...]:
    """In which languages the first of so many calls is spoken, its number taken in that language."""
    hall, queue = SmallHall(), Announcements()
    view = lambda: msgspec.structs.replace(hall.view, sounding=Sounding(**sounding))  # noqa: E731
    queue.hear(view())
    for place in range(waiting):
        hall.call(f"A00{place}", language=language)
    queue.hear(view())
    spoken = queue.next()
    assert spoken is not None
    return spoken.languages


@pytest.mark.parametrize(
    ("wish", "alone", "many"),
    [
        ("no", ("vi", "en"), ("vi",)),
        ("after", ("vi", "hmn", "en"), ("vi", "hmn")),
        ("first", ("hmn", "vi", "en"), ("hmn", "vi")),
    ],
)
def test_a_citizen_is_called_in_the_chosen_language_as_the_hall_wishes(
    wish: str, alone: tuple[str, ...], many: tuple[str, ...]
) -> None:
    assert heard("hmn", chosen_language=wish) == alone
    assert heard("hmn", waiting=2, chosen_language=wish) == many


def test_nobody_is_called_twice_in_one_language() -> None:
    assert heard("vi", chosen_language="first") == ("vi", "en")
    assert heard("hmn", languages=("vi", "hmn")) == ("vi", "hmn")


def test_a_board_with_languages_of_its_own_keeps_to_them() -> None:
    hall, queue = SmallHall(), Announcements(("vi",))
    queue.hear(hall.view)
    hall.call("A001", language="hmn")
    queue.hear(hall.view)
    spoken = queue.next()
    assert spoken is not None
    assert spoken.languages == ("vi",)


class Corner:
    """A board of a hall that speaks H'mông too, with its loudspeaker."""

    def __init__(self, qtbot: Any, *, has_voice: bool) -> None:
        self.qtbot, self.hall, self.link = qtbot, SmallHall(), FakeLink()
        self.voice, self.speaker = FakeVoice(), FakeSpeaker()
        if has_voice:
            self.voice.spoken.add("hmn")
        self.announcer = Announcer(self.voice, self.speaker)
        self.model: Any = BoardViewModel(self.link, self.announcer)
        self.show()

    def show(self) -> None:
        view = self.hall.view
        self.link.show(
            msgspec.structs.replace(view, beside=("en", "hmn"), sounding=Sounding(added=("hmn",)))
        )

    def call(self, language: str) -> None:
        self.hall.call("A012", language=language, name=HOUSEHOLD)
        self.show()
        self.qtbot.waitUntil(lambda: len(self.speaker.played) == 1, timeout=3000)


@pytest.fixture
def corner(qtbot: Any) -> Any:
    opened: list[Corner] = []

    def one(**options: bool) -> Corner:
        opened.append(Corner(qtbot, **options))
        opened[-1].link.give(HMONG)
        return opened[-1]

    yield one
    for each in opened:
        each.announcer.close()
        each.model.close()


def test_a_call_is_made_in_h_mong_by_the_words_of_its_file(corner: Any) -> None:
    board = corner(has_voice=True)
    board.call("hmn")
    assert [one for one in board.voice.said if one[1] == "hmn"] == [
        ("Tus lej A, xoom, ib, ob", "hmn"),
        ("thov tuaj rau lub rooj peb", "hmn"),
    ]
    assert [language for _, language in board.voice.said] == ["vi", "vi", "hmn", "hmn", "en", "en"]


def test_without_a_voice_the_board_is_silent_in_that_language_alone(corner: Any) -> None:
    board = corner(has_voice=False)
    board.call("hmn")
    assert [language for _, language in board.voice.said] == ["vi", "vi", "en", "en"]
    assert board.announcer.fault == ""


def test_a_voice_that_breaks_in_an_added_language_says_the_rest(
    corner: Any, caplog: pytest.LogCaptureFixture
) -> None:
    board = corner(has_voice=True)
    speak = board.voice.speak

    def stumble(words: str, language: str) -> Any:
        if language == "hmn":
            raise VoiceFault("no such voice")
        return speak(words, language)

    board.voice.speak = stumble
    board.call("hmn")
    assert [language for _, language in board.voice.said] == ["vi", "vi", "en", "en"]
    assert "not spoken in 'hmn'" in caplog.text
    caplog.clear()


def test_the_languages_beside_take_turns_and_names_follow(corner: Any) -> None:
    board = corner(has_voice=False)
    board.call("vi")
    assert board.model.words["beside"]["now_calling"] == "Now calling"
    assert board.model.gold["name_beside"] == "Civil status"
    board.model._beside.pass_on()
    assert board.model.words["beside"]["now_calling"] == "Tab tom hu"
    assert board.model.gold["name_beside"] == "Ntawv tsev neeg"
    assert board.model.words["vi"]["now_calling"] == "Đang mời"
    board.model._beside.pass_on()
    assert board.model.gold["name_beside"] == "Civil status"


def test_the_newest_call_stands_in_its_citizen_s_language(corner: Any) -> None:
    board = corner(has_voice=False)
    board.call("hmn")
    assert board.model.gold["name_beside"] == "Ntawv tsev neeg"
    assert board.model.words["beside"]["now_calling"] == "Now calling"


def test_what_a_language_lacks_stands_there_in_english(corner: Any) -> None:
    board = corner(has_voice=False)
    board.model._beside.pass_on()
    assert board.model.words["beside"]["on_time"] == "called within 15 minutes"
    assert Words("Đất đai", "Land").beside("hmn") == "Land"
    assert Words("Đất đai").beside("hmn") == ""
    assert Words("Zalo", "Zalo").beside("en") == ""


def test_a_hall_with_nothing_beside_shows_vietnamese_alone(qtbot: Any) -> None:
    hall, link = SmallHall(), FakeLink()
    hall.call("A001")
    model: Any = BoardViewModel(link)
    link.show(msgspec.structs.replace(hall.view, beside=()))
    assert set(model.words["beside"].values()) == {""}
    assert model.gold["name_beside"] == ""
    model.close()
