"""Wherever a kiosk can't give a number, it shows what it can do instead, and nothing untrue."""

from hallctl.station.screen import Screen
from kiosk.view_model import KioskViewModel
from tests.fakes.fake_link import FakeLink
from tests.screens.conftest import PORTRAIT, OpenKiosk
from tests.screens.item_tree import accessible_name, is_control, named, shown_items
from tests.screens.kiosk_cells import CELLS, faults_of
from tests.screens.kiosk_samples import kiosk_view
from tests.screens.layout_lint import layout_faults
from tests.screens.procedure_samples import SAME_DAY, find, open_page
from tests.screens.touching import settle, touch


def closed_and_looked_up(kiosk: KioskViewModel, link: FakeLink) -> None:
    link.show(kiosk_view(is_open=False))
    open_page(kiosk, link, SAME_DAY)


def nothing_found(kiosk: KioskViewModel, link: FakeLink) -> None:
    kiosk.find()
    find(kiosk, link, "qwertz")


def names(screen: Screen) -> list[str]:
    controls = [one for one in shown_items(screen.window) if is_control(one)]
    return [accessible_name(one).replace("\xa0", " ") for one in controls]


def test_the_new_ways_are_whole_in_every_shape(open_sample: OpenKiosk) -> None:
    for cell in CELLS[:4]:
        assert faults_of((closed_and_looked_up, nothing_found), cell, open_sample) == {}


def test_a_closed_hall_still_answers_what_to_bring_and_where_a_dossier_is(
    open_sample: OpenKiosk,
) -> None:
    screen, link = open_sample()
    kiosk = screen.view_model
    link.show(kiosk_view(is_open=False))
    settle()
    touch(screen.window, named(screen.window, "Tìm thủ tục"))
    open_page(kiosk, link, SAME_DAY)
    assert kiosk.scene == "procedure"
    assert not named(screen.window, "Lấy số").isEnabled(), "no numbers are given"
    kiosk.go_home()
    assert kiosk.scene == "closed"
    touch(screen.window, named(screen.window, "Xem hồ sơ"))
    assert kiosk.scene == "track"


def test_a_closed_hall_that_is_out_of_reach_offers_nothing(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    link.show(kiosk_view(is_open=False))
    link.become("offline")
    settle()
    assert not [one for one in names(screen) if one.startswith(("Tìm", "Xem"))]


def test_where_nothing_was_found_the_usual_needs_are_one_touch_away(
    open_sample: OpenKiosk,
) -> None:
    screen, link = open_sample()
    nothing_found(screen.view_model, link)
    touch(screen.window, named(screen.window, "Khai sinh"))
    assert screen.view_model.finding.text.replace("\xa0", " ") == "khai sinh"


def test_alone_a_tile_says_nothing_of_a_wait_that_nobody_knows(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    link.gives_alone = frozenset({"land"})
    link.become("offline")
    assert {row["tone"] for row in screen.view_model.tiles.rows()} == {"soft"}


def test_in_a_wheelchair_s_reach_the_letters_take_the_whole_width(open_sample: OpenKiosk) -> None:
    screen, _ = open_sample(PORTRAIT)
    kiosk = screen.view_model
    kiosk.reach.switch()
    for show in (kiosk.find, kiosk.track):
        show()
        settle()
        keys = [named(screen.window, letter) for letter in ("Q", "P")]
        first, last = (one.mapToScene(one.boundingRect().center()).x() for one in keys)
        assert max(first, 1080 - last) < 140
        assert layout_faults(screen.window) == []
