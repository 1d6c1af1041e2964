"""The rating pad, lying and upright, in every state, language and text size."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from rating_pad import open_pad
from rating_pad.patience import Patience
from tests.fakes.fake_link import FakeLink
from tests.fakes.sample_views import REASONS, pad_view
from tests.screens.layout_lint import layout_faults
from tests.screens.touching import keep_picture, settle

pytestmark = pytest.mark.screens

SIZES = [QSize(1280, 800), QSize(800, 1280), QSize(1024, 600)]


def states(pad: Any, link: FakeLink) -> Iterator[str]:
    """Leads a pad through all it can show, with the longest numbers a hall has."""
    yield "connecting"
    link.become("online")
    link.show(pad_view(None, counter="108"))
    yield "rest"
    pad.touch_rest()
    yield "nothing-to-rate"
    link.show(pad_view(None, counter="108", is_open=False))
    yield "counter-closed"
    link.show(pad_view("visit-W1001", counter="108"))
    yield "result"
    pad.choose_result(4)
    yield "attitude"
    pad.choose_attitude(5)
    yield "sending"
    link.grant()
    yield "thanks"
    link.show(pad_view("visit-W1004", counter="108", reasons=REASONS))
    pad.choose_result(2)
    pad.choose_attitude(4)
    link.grant()
    yield "reasons"
    pad.turn_reason("waiting")
    pad.turn_reason("several-trips")
    yield "reasons-named"
    link.show(pad_view("visit-W1002", counter="108"))
    pad.choose_result(2)
    pad.choose_attitude(1)
    link.refuse("rating_over")
    yield "sorry"
    link.show(pad_view("visit-W1003", counter="108"))
    pad._on_waited()
    yield "invitation"
    pad.show_help()
    yield "help"
    pad.show_help()
    link.become("offline")
    yield "offline"


@pytest.mark.parametrize(
    ("language", "steps", "contrast"), [("vi", 0, 0), ("vi", 2, 1), ("en", 2, 0)]
)
@pytest.mark.parametrize("size", SIZES)
def test_the_pad_is_whole_in_every_state(
    qtbot: QtBot, size: QSize, language: str, steps: int, contrast: int
) -> None:
    link = FakeLink(None, "connecting")
    screen = open_pad(link, size, Patience(double_tap_s=0.0))
    theme = screen.window.engine().singletonInstance("Kit", "Theme")
    theme.setProperty("reduceMotion", True)
    pad: Any = screen.view_model
    faults = {}
    for state in states(pad, link):
        pad.preferences.reset()
        pad.preferences.choose_language(language)
        for _ in range(steps):
            pad.preferences.next_text_size()
        if contrast:
            pad.preferences.switch_contrast()
        settle()
        faults[state] = layout_faults(screen.window)
        keep_picture(screen.window, f"pad-{size.width()}-{state}-{language}-{steps}")
    screen.close()
    settle()
    assert not {state: found for state, found in faults.items() if found}
