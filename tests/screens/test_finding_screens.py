"""The kiosk's look-up on the screen: whole in every size and language, and sure under a finger."""

import pytest
from PySide6.QtQuick import QQuickView

from kiosk.view_model import KioskViewModel
from tests.fakes.fake_link import FakeLink
from tests.screens.conftest import OpenKiosk
from tests.screens.item_tree import accessible_name, is_control, is_text, named, shown_items
from tests.screens.kiosk_cells import CELLS, Cell, Scene, faults_of
from tests.screens.procedure_samples import (
    BY_NOTE,
    ELSEWHERE,
    LONGEST_NAME,
    SAME_DAY,
    answer,
    find,
    open_page,
)
from tests.screens.touching import settle, touch


def empty(kiosk: KioskViewModel, _link: FakeLink) -> None:
    kiosk.find()


def typed_long(kiosk: KioskViewModel, _link: FakeLink) -> None:
    kiosk.find()
    kiosk.finding.write("www mmm " * 5)


def found(kiosk: KioskViewModel, link: FakeLink) -> None:
    kiosk.find()
    find(kiosk, link, "giay phep")


def long_names(kiosk: KioskViewModel, link: FakeLink) -> None:
    kiosk.find()
    find(kiosk, link, "dang ky bien dong dat dai")


def nothing(kiosk: KioskViewModel, link: FakeLink) -> None:
    kiosk.find()
    find(kiosk, link, "qwertz")


def lost(kiosk: KioskViewModel, link: FakeLink) -> None:
    kiosk.find()
    kiosk.finding.open("9.9")
    link.looked_up.clear()
    link.give(None)


def offline(kiosk: KioskViewModel, link: FakeLink) -> None:
    found(kiosk, link)
    link.become("offline")


def page(kiosk: KioskViewModel, link: FakeLink) -> None:
    open_page(kiosk, link, SAME_DAY)


def longest_page(kiosk: KioskViewModel, link: FakeLink) -> None:
    open_page(kiosk, link, LONGEST_NAME)


def papers(kiosk: KioskViewModel, link: FakeLink) -> None:
    longest_page(kiosk, link)
    kiosk.finding.list_papers(True)


def page_by_note(kiosk: KioskViewModel, link: FakeLink) -> None:
    open_page(kiosk, link, BY_NOTE)


def page_elsewhere(kiosk: KioskViewModel, link: FakeLink) -> None:
    open_page(kiosk, link, ELSEWHERE)


def departments(kiosk: KioskViewModel, link: FakeLink) -> None:
    kiosk.browse()
    answer(link)


def asking_for_departments(kiosk: KioskViewModel, _link: FakeLink) -> None:
    kiosk.browse()


def fields(kiosk: KioskViewModel, link: FakeLink) -> None:
    departments(kiosk, link)
    kiosk.browsing.choose("")


def procedures(kiosk: KioskViewModel, link: FakeLink) -> None:
    fields(kiosk, link)
    kiosk.browsing.choose("Đất đai")
    answer(link)


SCENES: tuple[Scene, ...] = (
    empty,
    typed_long,
    found,
    long_names,
    nothing,
    lost,
    offline,
    page,
    longest_page,
    papers,
    page_by_note,
    page_elsewhere,
    asking_for_departments,
    departments,
    fields,
    procedures,
)


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: "-".join(map(str, cell)))
def test_every_scene_is_whole(open_sample: OpenKiosk, cell: Cell) -> None:
    assert faults_of(SCENES, cell, open_sample) == {}


def plain(text: str) -> str:
    """With ordinary spaces."""
    return text.replace("\xa0", " ")


def press_keys(window: QQuickView, keys: str) -> None:
    for key in keys:
        touch(window, named(window, "Dấu cách" if key == " " else key.upper()))


def test_the_way_from_the_first_letter_to_the_number(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    touch(screen.window, named(screen.window, "Tìm thủ tục"))
    press_keys(screen.window, "tach thua")
    assert screen.view_model.finding.text == "tach thua"
    find(screen.view_model, link, "tach thua")
    touch(screen.window, named(screen.window, "Tách thửa hoặc hợp thửa đất"))
    answer(link)
    touch(screen.window, named(screen.window, "Lấy số W"))
    assert [wish.service for wish in link.sent] == ["land"]


def test_a_letter_is_taken_back_and_the_line_emptied(open_sample: OpenKiosk) -> None:
    screen, _ = open_sample()
    screen.view_model.find()
    settle()
    press_keys(screen.window, "q1.")
    touch(screen.window, named(screen.window, "Xóa một chữ"))
    assert screen.view_model.finding.text == "q1"
    touch(screen.window, named(screen.window, "Xóa hết"))
    assert screen.view_model.finding.text == ""


def test_what_most_people_need_is_one_touch_away(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    screen.view_model.find()
    settle()
    touch(screen.window, named(screen.window, "Căn cước"))
    screen.view_model.finding._pause.timeout.emit()
    assert link.looked_up[-1][1]["q"].replace("\xa0", " ") == "căn cước"


def test_there_is_always_a_way_back(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    open_page(screen.view_model, link, BY_NOTE)
    touch(screen.window, named(screen.window, "Quay lại"))
    assert screen.view_model.scene == "find"
    touch(screen.window, named(screen.window, "Quay lại"))
    assert screen.view_model.scene == "home"


def test_leafing_leads_from_the_department_to_the_procedure_and_back(
    open_sample: OpenKiosk,
) -> None:
    screen, link = open_sample()
    kiosk = screen.view_model
    kiosk.find()
    settle()
    touch(screen.window, named(screen.window, "Xem theo cơ quan"))
    answer(link)
    touch(screen.window, named(screen.window, "Sở Tư pháp"))
    field = kiosk.browsing.rows[0]["key"]
    touch(screen.window, named(screen.window, field))
    answer(link)
    first = plain(kiosk.browsing.rows[0]["name"])
    touch(screen.window, named(screen.window, first))
    answer(link)
    assert kiosk.scene == "procedure"
    for title in (field, "Sở Tư pháp", "Cơ quan nào giải quyết?"):
        touch(screen.window, named(screen.window, "Quay lại"))
        assert plain(kiosk.browsing.title) == title
    touch(screen.window, named(screen.window, "Quay lại"))
    assert kiosk.scene == "find"


def test_a_long_list_is_turned_page_by_page(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    procedures(screen.view_model, link)
    settle()
    first = plain(screen.view_model.browsing.rows[0]["name"])
    assert named(screen.window, first).isVisible()
    touch(screen.window, named(screen.window, "Trang sau"))
    shown = [accessible_name(item) for item in shown_items(screen.window) if is_control(item)]
    assert not any(plain(name).startswith(first) for name in shown)


def test_what_is_handled_elsewhere_offers_no_number(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    open_page(screen.view_model, link, ELSEWHERE)
    names = [accessible_name(item) for item in shown_items(screen.window) if is_control(item)]
    assert not any(name.startswith("Lấy") for name in names)


def test_every_key_has_its_name_and_keys_touch_each_other(open_sample: OpenKiosk) -> None:
    screen, _ = open_sample()
    screen.view_model.find()
    settle()
    row = [named(screen.window, key) for key in "QWERTYUIOP"]
    edges = [round(key.mapToScene(key.boundingRect().topLeft()).x()) for key in row]
    widths = [round(key.width()) for key in row]
    gaps = [b - a - w for a, b, w in zip(edges, edges[1:], widths, strict=False)]
    assert all(abs(gap) <= 1 for gap in gaps)


def test_what_has_to_be_handed_in_is_one_touch_away_and_turned_page_by_page(
    open_sample: OpenKiosk,
) -> None:
    screen, link = open_sample()
    kiosk = screen.view_model
    assert isinstance(kiosk, KioskViewModel)
    open_page(kiosk, link, SAME_DAY)
    settle()
    touch(screen.window, named(screen.window, "Giấy tờ cần có, 7 giấy tờ: bấm để xem"))
    assert kiosk.finding.lists_papers
    screen.window.grabWindow()  # the list comes to rest when a frame is drawn
    touch(screen.window, named(screen.window, kiosk.preferences.say("next_page")))
    settle()
    shown = [str(one.property("text")) for one in shown_items(screen.window) if is_text(one)]
    assert any("mẫu số 7" in plain(one) for one in shown), shown
    touch(screen.window, named(screen.window, "Đóng"))
    assert not kiosk.finding.lists_papers
