"""Nobody loses what they chose unasked: a quiet kiosk asks whether somebody is still there."""

from PySide6.QtCore import QSize

from kiosk.resting import Patience
from kiosk.view_model import KioskViewModel
from tests.fakes.fake_link import FakeLink
from tests.screens.conftest import PORTRAIT, OpenKiosk
from tests.screens.item_tree import named
from tests.screens.kiosk_cells import CELLS, faults_of
from tests.screens.touching import settle, touch


def quiet(kiosk: KioskViewModel) -> None:
    """Nobody has touched the screen for a minute."""
    kiosk.staying.quiet.timeout.emit()
    settle()


def asked(kiosk: KioskViewModel, _link: FakeLink) -> None:
    kiosk.find()
    quiet(kiosk)


def test_the_question_is_whole_in_every_shape_and_language(open_sample: OpenKiosk) -> None:
    for cell in (CELLS[0], CELLS[1], CELLS[3], CELLS[4]):
        assert faults_of((asked,), cell, open_sample) == {}


def test_whoever_is_still_reading_goes_on_where_they_were(open_sample: OpenKiosk) -> None:
    screen, _ = open_sample()
    kiosk = screen.view_model
    kiosk.preferences.choose_language("en")
    kiosk.find()
    kiosk.finding.write("birth")
    quiet(kiosk)
    assert kiosk.told == "Are you still there?"
    touch(screen.window, named(screen.window, "I am still here"))
    assert not kiosk.staying.is_asking
    assert (kiosk.scene, kiosk.finding.text) == ("find", "birth")
    assert kiosk.preferences.language == "en"


def test_without_an_answer_the_next_person_finds_the_first_screen(
    open_sample: OpenKiosk,
) -> None:
    screen, _ = open_sample(patience=Patience(still_s=2))
    kiosk = screen.view_model
    kiosk.choose_group("elderly")
    quiet(kiosk)
    for left in (1, 0):
        kiosk.staying._countdown._on_second()
        assert kiosk.staying.is_asking is bool(left)
    assert (kiosk.scene, kiosk.wants_priority) == ("home", False)


def test_who_is_done_says_so(open_sample: OpenKiosk) -> None:
    screen, _ = open_sample()
    kiosk = screen.view_model
    kiosk.track()
    quiet(kiosk)
    touch(screen.window, named(screen.window, "Tôi xong rồi"))
    assert (kiosk.scene, kiosk.staying.is_asking) == ("home", False)


def test_where_nothing_was_chosen_nothing_is_asked(open_sample: OpenKiosk) -> None:
    screen, _ = open_sample(QSize(1920, 1080))
    kiosk = screen.view_model
    kiosk.stirred()
    quiet(kiosk)
    assert not kiosk.staying.is_asking
    kiosk.preferences.next_text_size()
    quiet(kiosk)
    assert kiosk.staying.is_asking, "larger letters would be lost"


def test_the_question_is_within_reach_of_a_wheelchair(open_sample: OpenKiosk) -> None:
    screen, _ = open_sample(PORTRAIT)
    kiosk = screen.view_model
    kiosk.reach.switch()
    kiosk.track()
    quiet(kiosk)
    button = named(screen.window, "Tôi còn ở đây")
    assert button.mapToScene(button.boundingRect().topLeft()).y() > 1920 * (1 - kiosk.reach.share)
