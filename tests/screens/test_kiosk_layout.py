"""The layout lint over the kiosk's scenes, sizes, text sizes, languages and contrasts."""

import pytest

from kiosk.view_model import KioskViewModel
from tests.fakes.fake_link import FakeLink
from tests.screens.conftest import OpenKiosk
from tests.screens.kiosk_cells import CELLS, Cell, Scene, faults_of
from tests.screens.kiosk_samples import (
    calm_services,
    full_services,
    issued,
    kiosk_view,
    print_job,
    shut_services,
)
from tests.screens.layout_lint import layout_faults


def home(kiosk: KioskViewModel, link: FakeLink) -> None:
    """An ordinary morning."""


def full(_kiosk: KioskViewModel, link: FakeLink) -> None:
    link.show(kiosk_view(full_services()))


def two(_kiosk: KioskViewModel, link: FakeLink) -> None:
    link.show(kiosk_view(calm_services(2)))


def six(_kiosk: KioskViewModel, link: FakeLink) -> None:
    link.show(kiosk_view(full_services(6)))


def seven(_kiosk: KioskViewModel, link: FakeLink) -> None:
    link.show(kiosk_view(full_services(7)))


def twenty(_kiosk: KioskViewModel, link: FakeLink) -> None:
    link.show(kiosk_view(full_services(20)))


def paged(_kiosk: KioskViewModel, link: FakeLink) -> None:
    link.show(kiosk_view(calm_services(20)))


def under_way(kiosk: KioskViewModel, _link: FakeLink) -> None:
    kiosk.take_number("land")


def priority(kiosk: KioskViewModel, _link: FakeLink) -> None:
    kiosk.ask_priority()


def with_priority(kiosk: KioskViewModel, _link: FakeLink) -> None:
    kiosk.choose_group("child")


def help_page(kiosk: KioskViewModel, _link: FakeLink) -> None:
    kiosk.show_help()


def thanks(kiosk: KioskViewModel, link: FakeLink) -> None:
    kiosk.take_number("justice")
    link.grant(issued("A1000"))


def longest_thanks(kiosk: KioskViewModel, link: FakeLink) -> None:
    link.show(kiosk_view(full_services()))
    kiosk.choose_group("elderly")
    kiosk.take_number("service-1")
    link.grant(issued("W1000", ahead=99))


def no_paper(kiosk: KioskViewModel, link: FakeLink) -> None:
    thanks(kiosk, link)
    link.show(kiosk_view(jobs=(print_job("A1000", "paper_out"),)))


def printer_trouble(_kiosk: KioskViewModel, link: FakeLink) -> None:
    link.show(kiosk_view(full_services(), jobs=(print_job("A1000", "paper_out"),)))


def offline(_kiosk: KioskViewModel, link: FakeLink) -> None:
    link.become("offline")


def refused(kiosk: KioskViewModel, link: FakeLink) -> None:
    link.show(kiosk_view(full_services()))
    kiosk.take_number("service-1")
    link.refuse("day_not_open")


def shut(_kiosk: KioskViewModel, link: FakeLink) -> None:
    link.show(kiosk_view(shut_services()))


def shut_six(_kiosk: KioskViewModel, link: FakeLink) -> None:
    link.show(kiosk_view(shut_services(6)))


def several(kiosk: KioskViewModel, link: FakeLink) -> None:
    link.show(kiosk_view(full_services()))
    kiosk.several.begin()
    for service in ("service-1", "service-4"):
        kiosk.take_number(service)


def closed(_kiosk: KioskViewModel, link: FakeLink) -> None:
    link.show(kiosk_view(is_open=False))


SCENES: tuple[Scene, ...] = (
    shut,
    shut_six,
    several,
    home,
    full,
    two,
    six,
    seven,
    twenty,
    paged,
    under_way,
    priority,
    with_priority,
    help_page,
    thanks,
    longest_thanks,
    no_paper,
    printer_trouble,
    offline,
    refused,
    closed,
)


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: "-".join(map(str, cell)))
def test_every_scene_is_whole(open_sample: OpenKiosk, cell: Cell) -> None:
    assert faults_of(SCENES, cell, open_sample) == {}


def test_connecting_is_whole(open_sample: OpenKiosk) -> None:
    screen, _ = open_sample()
    screen.view_model._hall.view = None
    screen.view_model.changed.emit()
    assert layout_faults(screen.window) == []


def test_twelve_services_fit_one_page_without_turning(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    link.show(kiosk_view(full_services(12)))
    assert layout_faults(screen.window) == []
    from tests.screens.item_tree import shown_items

    assert sum(1 for item in shown_items(screen.window) if item.property("letter")) >= 12
