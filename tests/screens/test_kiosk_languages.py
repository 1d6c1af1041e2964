"""The kiosk in a language that the hall has added, and in one written from right to left."""

import json

import pytest
from PySide6.QtCore import QSize

from hallctl.known_words import SAMPLES
from kiosk.view_model import KioskViewModel
from tests.fakes.fake_link import FakeLink
from tests.screens.conftest import PORTRAIT, OpenKiosk
from tests.screens.item_tree import named, shown_items
from tests.screens.kiosk_samples import full_services, issued, kiosk_view
from tests.screens.layout_lint import layout_faults
from tests.screens.touching import settle, touch

HMONG = json.loads((SAMPLES / "hmn.json").read_bytes()) | {"code": "hmn"}
HEBREW = {
    "code": "he",
    "name": "עברית",
    "voice": "he",
    "screens": {
        "choose_service": "בחרו שירות",
        "priority": "מספר בעדיפות",
        "people_wait": "{count} ממתינים",
        "thanks_title": "המספר שלכם",
        "take_paper": "קחו את הפתק",
        "done": "סיום",
        "help": "עזרה",
    },
}
THREE = kiosk_view(languages=("vi", "en", "hmn"))


def test_it_is_asked_for_once_and_offered_when_it_is_there(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    link.show(THREE)
    link.show(THREE)
    kiosk = screen.view_model
    assert link.looked_up == [("/api/words/hmn", {})]
    assert [one["code"] for one in kiosk.preferences.languages] == ["vi", "en"]
    link.give(HMONG)
    settle()
    assert [one["name"] for one in kiosk.preferences.languages] == [
        "Tiếng\xa0Việt",
        "English",
        "Hmoob",
    ]


def test_without_an_answer_it_is_asked_for_again(open_sample: OpenKiosk) -> None:
    _, link = open_sample()
    link.show(THREE)
    link.give(None)
    link.show(THREE)
    assert len(link.looked_up) == 2


def test_it_is_chosen_on_a_page_of_its_own_and_the_ticket_is_in_it(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    link.show(THREE)
    link.give(HMONG)
    settle()
    window, kiosk = screen.window, screen.view_model
    touch(window, named(window, "Tiếng Việt"))
    assert kiosk.scene == "languages"
    window.grabWindow()
    touch(window, named(window, "Hmoob"))
    assert kiosk.scene == "home"
    texts = [one.property("text") for one in shown_items(window)]
    assert "Koj tuaj ua dab tsi?" in texts
    assert any("Xem hồ" in str(text) or "Saib" in str(text) for text in texts)
    kiosk.take_number("land")
    assert link.sent[0].language == "hmn"
    kiosk.rest()
    assert kiosk.preferences.language == "vi"


def test_where_no_voice_reads_it_the_kiosk_says_so_in_writing(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    link.show(THREE)
    link.give(HMONG)
    preferences = screen.view_model.preferences
    preferences.choose_language("hmn")
    assert preferences.voice_language() == ""
    assert not screen.view_model.voice.can_speak
    preferences.choose_language("en")
    assert preferences.voice_language() == "en"


def scenes(kiosk: KioskViewModel, link: FakeLink) -> list[str]:
    """The way to a number, and what stands beside it."""
    faults = []
    for go in (kiosk.go_home, kiosk.ask_priority, kiosk.show_help, kiosk.show_languages):
        go()
        settle()
        faults += layout_faults(link.window)
    kiosk.go_home()
    kiosk.begin_guide()
    settle()
    faults += layout_faults(link.window)
    kiosk.go_home()
    kiosk.take_number("service-1")
    link.grant(issued("W1000", "service-1", ahead=99))
    settle()
    return faults + layout_faults(link.window)


@pytest.mark.parametrize("size", [PORTRAIT, QSize(1920, 1080)], ids=["tall", "wide"])
@pytest.mark.parametrize("added", [HMONG, HEBREW], ids=["hmong", "right to left"])
def test_it_breaks_no_screen(open_sample: OpenKiosk, size: QSize, added: dict[str, object]) -> None:
    screen, link = open_sample(size)
    link.window = screen.window
    link.show(kiosk_view(full_services(), languages=("vi", "en", str(added["code"]))))
    link.give(added)
    screen.view_model.preferences.choose_language(added["code"])
    settle()
    assert scenes(screen.view_model, link) == []
