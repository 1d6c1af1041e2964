"""The pages of dossiers at every size, language and text size: nothing cut, nothing over another."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from tests.fakes.fake_link import FakeLink
from tests.fakes.sample_views import counter_view, current
from tests.screens.desk_samples import (
    APPLICANT,
    CARD,
    CODE,
    due,
    foreseen,
    found,
    lines,
    ordered,
    page,
    received,
    slips,
)
from tests.screens.item_tree import named
from tests.screens.test_counter_layout import DESK, HAND, LARGE_DESK, Camera
from tests.screens.touching import settle, touch

pytestmark = pytest.mark.screens

ENDED = "Người nộp đã nhận kết quả tại nơi khác, và rút yêu cầu theo đơn ngày 20/11/2026"


class DeskCamera(Camera):
    """Looks at a panel with a printer of its own, and plays the hall."""

    def __init__(self, size: QSize) -> None:
        self.slips = FakeLink(slips())
        super().__init__(
            size, FakeLink(counter_view(current=current(), dossiers_due=due())), self.slips
        )
        self.desk: Any = self.panel.desk
        settle()

    def choose_procedure(self, *, long: bool = False, papers: tuple[str, ...] = ()) -> None:
        self.desk.reception.choice.choose("1.000001")
        self.link.give(page(long=long))
        self.link.say(200, foreseen(long=long, papers=papers))
        settle()

    def fill(self) -> None:
        self.desk.scan(CARD)
        self.desk.reception.applicant.write("phone", "0900 000 123")

    def open(self, document: Any) -> None:
        self.desk.open(CODE)
        self.link.say(200, document)
        settle()

    @property
    def is_in_a_hand(self) -> bool:
        return bool(self.screen.window.width() < self.screen.window.height())

    def press_tab(self, tab: str) -> None:
        words = self.panel.preferences.say(tab).replace("\xa0", " ")
        touch(self.screen.window, named(self.screen.window, words))

    def in_every_part(self, name: str, *tabs: str) -> None:
        """What a hand sees by turns."""
        if self.is_in_a_hand:
            for tab in tabs:
                self.press_tab(tab)
                self.look(f"{name}-{tab}")
        else:
            self.look(name)


@contextmanager
def camera_on(size: QSize, language: str, steps: int) -> Iterator[DeskCamera]:
    camera = DeskCamera(size)
    camera.panel.preferences.choose_language(language)
    camera.larger_letters(steps)
    yield camera
    camera.screen.close()
    settle()


PARTS = ("procedure_tab", "applicant_tab", "ways_tab", "papers_tab", "terms_tab")
SIDES = ("face_tab", "acts_tab", "person_tab", "forms_tab")


def reception(camera: DeskCamera) -> None:
    camera.desk.go("reception")
    camera.look("reception-asking")
    camera.link.give(lines(long=True))
    camera.look("reception-found")
    camera.choose_procedure(long=True, papers=tuple(f"Giấy tờ số {n} theo mẫu" for n in range(12)))
    camera.in_every_part("reception-chosen", *PARTS)
    camera.fill()
    camera.desk.reception.terms.choose_channel("post")
    camera.desk.reception.terms.write("complete", "nine")
    camera.desk.reception.applicant.write("email", "nobody")
    camera.desk.reception.applicant.write("phone", "x")
    camera.desk.reception.applicant.write("birth_date", "31/02/1990")
    camera.in_every_part("reception-wrong", *PARTS)
    camera.desk.reception.applicant.scan("001190000123|x|y|z|a|b")
    camera.in_every_part("reception-card-wrong", *PARTS)


def unknown_term(camera: DeskCamera) -> None:
    camera.desk.go("reception")
    camera.link.give(lines(count=1))
    camera.desk.reception.choice.choose("1.000001")
    camera.link.give(page())
    camera.link.say(409, {"refused": "unknown_term", "details": {}})
    camera.in_every_part("reception-no-term", *PARTS)


def received_one(camera: DeskCamera) -> None:
    camera.desk.go("reception")
    camera.link.give(lines())
    camera.choose_procedure()
    camera.fill()
    camera.desk.reception.receive()
    camera.look("reception-sending")
    camera.link.lose()
    camera.look("reception-lost")
    camera.desk.reception.receive()
    camera.link.grant(received(), ordered())
    camera.slips.show(slips("paper_out"))
    camera.look("received-waiting")
    camera.link.say(200, {"changed": True})
    camera.slips.show(slips())
    camera.desk.reception.forms.do("save", "01")
    camera.link.say(404, {"refused": "not_found", "details": {}})
    camera.look("received")


def dossier(camera: DeskCamera) -> None:
    camera.desk.go("dossier")
    camera.look("dossier-empty")
    camera.desk.open("H15.50-261332-0001")
    camera.link.say(404, {"refused": "dossier_code_damaged", "details": {"part": "day"}})
    camera.look("dossier-damaged")
    camera.open(found(long=True, forms=("01", "02", "03", "04", "05", "06"), is_late=True))
    camera.in_every_part("dossier-long", *SIDES)
    camera.desk.opened.whose.show()
    camera.link.say(200, {"applicant": APPLICANT})
    camera.in_every_part("dossier-person", *SIDES)
    camera.desk.opened.whose.edit()
    camera.in_every_part("dossier-editing", *SIDES)
    camera.open(found("refused", (), end_reason=ENDED, forms=("01", "03", "06")))
    camera.desk.opened.whose.show()
    camera.link.say(404, {"refused": "not_found", "details": {"what": "applicant"}})
    camera.in_every_part("dossier-refused", *SIDES)


def acts(camera: DeskCamera) -> None:
    camera.open(found(long=True))
    for step in ("forward", "request_supplement", "reappoint", "withdraw"):
        camera.desk.opened.acts.choose(step)
        camera.desk.opened.acts.write_date("25:99")
        camera.in_every_part(f"act-{step}", "acts_tab")
        camera.desk.opened.acts.cancel()


def due_page(camera: DeskCamera) -> None:
    camera.desk.go("due")
    camera.look("due")
    camera.link.show(counter_view(dossiers_due=due(long=True)))
    camera.in_every_part("due-long", "due_list_tab", "ready_list_tab")
    camera.link.show(counter_view())
    camera.look("due-none")


SCENES: list[Callable[[DeskCamera], None]] = [
    reception,
    unknown_term,
    received_one,
    dossier,
    acts,
    due_page,
]


LOOKS = [
    *((size, language, 2) for size in (DESK, HAND) for language in ("vi", "en")),
    (LARGE_DESK, "vi", 0),
]
"""Size, language and steps of larger text; what is whole in the largest is whole in the normal."""


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look[0].width()}-{look[1]}-{look[2]}")
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__)
def test_every_page_of_the_desk_is_whole(
    qtbot: QtBot, scene: Callable[[DeskCamera], None], look: tuple[QSize, str, int]
) -> None:
    size, language, steps = look
    with camera_on(size, language, steps) as camera:
        scene(camera)
    assert camera.faults == {}


def test_in_high_contrast_every_word_can_be_read(qtbot: QtBot) -> None:
    for scene in (reception, received_one, dossier, due_page):
        with camera_on(DESK, "vi", 0) as camera:
            camera.panel.preferences.switch_contrast()
            scene(camera)
        assert camera.faults == {}
