"""The sign in the shapes signs have: a band, a square, a wide screen."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from counter_display import open_sign
from tests.fakes.fake_link import FakeLink
from tests.fakes.sample_views import LONG_SERVICES, closed_sign, current, sign_view
from tests.screens.item_tree import is_text, painted_rect, shown_items
from tests.screens.layout_lint import layout_faults
from tests.screens.touching import keep_picture, settle

pytestmark = pytest.mark.screens

SIZES = {
    "band": QSize(1920, 540),
    "low-band": QSize(1024, 300),
    "wide": QSize(1920, 1080),
    "small": QSize(1366, 768),
    "square": QSize(1080, 1080),
    "tall": QSize(1080, 1920),
}
STATES = {
    "connecting": None,
    "coming": sign_view(current=current(minutes=0)),
    "serving": sign_view(current=current()),
    "long": sign_view(current=current("W1008", 0), counter="108"),
    "free": sign_view(),
    "free-long": sign_view(services=LONG_SERVICES, counter="108"),
    "closed": closed_sign(),
    "hall-closed": sign_view(is_open=False, business_day=None),
}


@pytest.mark.parametrize("size", SIZES)
def test_the_sign_is_whole_in_every_state_online_and_offline(qtbot: QtBot, size: str) -> None:
    link = FakeLink(None)
    screen = open_sign(link, SIZES[size])
    faults = {}
    for state, view in STATES.items():
        if view is not None:
            link.show(view)
        for link_state in ("online", "offline"):
            link.become(link_state)
            qtbot.waitUntil(lambda: number_is_bright(screen.window))
            faults[f"{state} {link_state}"] = layout_faults(screen.window)
            keep_picture(screen.window, f"sign-{size}-{state}-{link_state}")
    screen.close()
    settle()
    assert not {name: found for name, found in faults.items() if found}


@pytest.mark.parametrize("size", ["band", "low-band"])
def test_a_free_band_keeps_its_margins_above_and_below(qtbot: QtBot, size: str) -> None:
    screen = open_sign(FakeLink(STATES["free-long"]), SIZES[size])
    settle()
    screen.window.grabWindow()
    words = [painted_rect(one) for one in shown_items(screen.window) if is_text(one)]
    least = screen.window.height() / 14
    above = min(rect.top() for rect in words)
    below = screen.window.height() - max(rect.bottom() for rect in words)
    screen.close()
    settle()
    assert min(above, below) > least


def number_is_bright(window: object) -> bool:
    """No blinking is under way."""
    settle()
    return all(one.opacity() == 1 for one in shown_items(window) if is_text(one))


def number_of(window: object) -> QQuickItem:
    return next(
        one for one in shown_items(window) if is_text(one) and one.property("text") == "A018"
    )


def test_a_new_call_blinks_softly_and_comes_to_rest_bright(qtbot: QtBot) -> None:
    link = FakeLink(sign_view(current=current("A017")))
    screen = open_sign(link, SIZES["band"])
    settle()
    link.show(sign_view(current=current("A018", 0)))
    settle()
    number = number_of(screen.window)
    qtbot.waitUntil(lambda: number.opacity() < 0.9)
    qtbot.waitUntil(lambda: number.opacity() == 1, timeout=20_000)
    screen.close()
    settle()


def test_a_still_sign_does_not_blink(qtbot: QtBot) -> None:
    link = FakeLink(sign_view(current=current("A017")))
    screen = open_sign(link, SIZES["band"], is_still=True)
    settle()
    link.show(sign_view(current=current("A018", 0)))
    settle()
    number = number_of(screen.window)
    dimmed: list[float] = []
    number.opacityChanged.connect(lambda: dimmed.append(number.opacity()))
    qtbot.wait(150)
    assert all(opacity == 1 for opacity in dimmed)
    screen.close()
    settle()
