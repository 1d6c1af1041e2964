"""The wheelchair's layout: everything to press in the part of the screen that a hand reaches."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

from hallctl.station.screen import Screen
from kiosk import open_kiosk
from kiosk.comfort import Comfort
from kiosk.reach import LEAST_SHARE, Mounting, read_mounting
from kiosk.view_model import KioskViewModel
from tests.fakes.fake_link import FakeLink
from tests.screens.conftest import PORTRAIT, OpenKiosk
from tests.screens.item_tree import is_control, named, scene_rect, shown_items
from tests.screens.kiosk_samples import full_services, issued, kiosk_view, print_job
from tests.screens.layout_lint import layout_faults
from tests.screens.touching import settle, touch


def thanks(kiosk: KioskViewModel, link: FakeLink) -> None:
    kiosk.take_number("service-1")
    link.grant(issued("W1000", "service-1", ahead=99))
    link.show(kiosk_view(full_services(), jobs=(print_job("W1000", "paper_out"),)))


SCENES: dict[str, Callable[[KioskViewModel, FakeLink], None]] = {
    "home": lambda kiosk, _link: kiosk.go_home(),
    "priority": lambda kiosk, _link: kiosk.ask_priority(),
    "guide": lambda kiosk, _link: kiosk.begin_guide(),
    "help": lambda kiosk, _link: kiosk.show_help(),
    "find": lambda kiosk, _link: kiosk.find(),
    "track": lambda kiosk, _link: kiosk.track(),
    "thanks": thanks,
}


def lowered(screen: Screen) -> None:
    touch(screen.window, named(screen.window, "Hạ thấp các nút"))
    screen.window.grabWindow()


def too_high(screen: Screen, share: float) -> list[str]:
    least = screen.window.height() * (1 - share) - 1
    controls = [one for one in shown_items(screen.window) if is_control(one)]
    assert controls
    return [one.property("text") for one in controls if scene_rect(one).top() < least]


@pytest.mark.parametrize("size", [PORTRAIT, QSize(1920, 1080)], ids=["tall", "wide"])
@pytest.mark.parametrize("step", [0, 2])
def test_everything_to_press_is_in_reach_and_whole(
    open_sample: OpenKiosk, size: QSize, step: int
) -> None:
    screen, link = open_sample(size)
    link.show(kiosk_view(full_services()))
    lowered(screen)
    kiosk = screen.view_model
    for _ in range(step):
        kiosk.preferences.next_text_size()
    faults = {}
    for name, scene in SCENES.items():
        scene(kiosk, link)
        settle()
        faults[name] = layout_faults(screen.window) + too_high(screen, kiosk.reach.share)
    assert {name: found for name, found in faults.items() if found} == {}


@pytest.mark.parametrize("size", [PORTRAIT, QSize(1920, 1080)], ids=["tall", "wide"])
def test_above_it_the_halls_name_stands_on_one_line(open_sample: OpenKiosk, size: QSize) -> None:
    screen, _ = open_sample(size)
    lowered(screen)
    hall = screen.view_model.hall
    (name,) = (one for one in shown_items(screen.window) if one.property("text") == hall)
    assert name.property("lineCount") == 1


def test_a_number_is_taken_down_there(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    lowered(screen)
    touch(screen.window, named(screen.window, "Đất đai"))
    assert [wish.service for wish in link.sent] == ["land"]


def test_the_same_button_puts_it_back_and_so_does_leaving(open_sample: OpenKiosk) -> None:
    screen, _ = open_sample()
    lowered(screen)
    assert screen.view_model.reach.is_on
    touch(screen.window, named(screen.window, "Đưa các nút về như thường"))
    assert not screen.view_model.reach.is_on
    lowered(screen)
    screen.view_model.staying.leave()
    assert not screen.view_model.reach.is_on


def test_a_screen_that_hangs_low_enough_offers_nothing(qapp: QGuiApplication) -> None:
    screen = open_kiosk(
        FakeLink(kiosk_view()), PORTRAIT, comfort=Comfort(mounting=Mounting(450, 1150))
    )
    settle()
    with pytest.raises(LookupError):
        named(screen.window, "Hạ thấp các nút")
    screen.view_model.reach.switch()
    assert screen.view_model.reach.share == 1
    screen.close()


@given(st.integers(0, 2500), st.integers(0, 2500), st.integers(900, 1400))
def test_what_is_in_reach_is_below_the_hand(bottom: int, top: int, reach: int) -> None:
    try:
        mounting = read_mounting(f"{bottom}-{top}", reach)
    except ValueError:
        assert top <= bottom or (reach - bottom) / (top - bottom) < LEAST_SHARE
        return
    highest = bottom + mounting.share * (top - bottom)
    assert highest <= reach + 1e-6 or mounting.share == LEAST_SHARE
    assert mounting.share == 1 or highest == pytest.approx(reach)


@pytest.mark.parametrize(
    ("written", "why"),
    [("700", "lower and upper edge"), ("1400-700", "not above"), ("1100-1900", "too high")],
)
def test_a_mounting_that_cannot_be_is_refused(written: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        read_mounting(written)
