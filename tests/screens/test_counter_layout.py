"""The panel at every size, language, text size and state: nothing cut, nothing over another."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from counter_display import open_panel
from hallctl.core.views import ProfileShown
from tests.fakes.fake_link import FakeLink
from tests.fakes.sample_views import (
    LAND,
    LONG_SERVICES,
    MINUTE,
    NINE_O_CLOCK,
    PROFILES,
    RESULTS,
    counter_view,
    crowded_counter_view,
    current,
    on_break,
    parked,
    undo_offer,
    waiting,
)
from tests.screens.item_tree import named
from tests.screens.layout_lint import layout_faults
from tests.screens.touching import keep_picture, settle, touch

pytestmark = pytest.mark.screens

DESK, LARGE_DESK, HAND = QSize(1366, 768), QSize(1920, 1080), QSize(480, 800)
LOOKS = [(DESK, "vi", 0), (DESK, "en", 2), (HAND, "vi", 2), (HAND, "en", 0), (LARGE_DESK, "vi", 2)]
"""Size, language and steps of larger text: every pair of them once, not every mixture.

A large desk has room to spare: one language is enough."""
MANY_PROFILES = (
    PROFILES[0],
    *(msgspec.structs.replace(PROFILES[1 + n % 2], profile=f"p{n}") for n in range(6)),
)
STATES = {
    "hall-closed": counter_view(business_day=None, is_open=False),
    "closed": counter_view(is_open=False),
    "closed-long": counter_view(is_open=False, services=LONG_SERVICES, counter="108"),
    "sign-in": counter_view(is_open=False, sign_in=True),
    "free": counter_view(),
    "serving": counter_view(current=current(calls=2)),
    "last": counter_view(current=current(), waiting=(), waiting_total=0, missed=()),
    "appointed": counter_view(
        current=msgspec.structs.replace(current(), appointment_at=NINE_O_CLOCK - 5 * MINUTE),
        waiting=(
            msgspec.structs.replace(waiting("A018", 1), appointment_at=NINE_O_CLOCK),
            waiting("B041", 16, "land"),
        ),
    ),
    "crowded": crowded_counter_view(),
    "break": counter_view(on_break=on_break()),
    "parked": counter_view(parked=(parked("A009", 12), parked("B030", 3, "Nộp phí"))),
    "undo": counter_view(current=current(), undo=undo_offer()),
    "profiles-closed": counter_view(is_open=False, profiles=PROFILES),
    "profiles-crowd": counter_view(is_open=False, profiles=MANY_PROFILES, services=LONG_SERVICES),
    "profiles": counter_view(
        profiles=PROFILES, profile=ProfileShown(profile="mixed", name=PROFILES[2].name)
    ),
    "noted": counter_view(
        current=msgspec.structs.replace(
            current(), then=(LAND, RESULTS), notes=("đã nộp bản sao, còn thiếu bản vẽ",)
        )
    ),
}
SHEETS = {"park": (0,), "transfer": (1,), "place": (1, "1"), "more": (2,), "note": (2, "2")}
"""What is pressed at a busy counter: a button of the second row, and an answer's key."""
FREE_SHEETS = {"number": (0,), "breaks": (1,), "reserves": (2,)}
TARGET = 60
"""Panels are worked with a mouse, keys, or a practised finger."""


class Camera:
    """Looks at one open panel, and keeps the faults by the name of what it showed."""

    def __init__(self, size: QSize, *links: FakeLink) -> None:
        """Without links, a panel that has not heard of its hall yet."""
        self.link = links[0] if links else FakeLink(None, "connecting")
        self.screen = open_panel(self.link, size, slips=links[1] if links else None)
        self.panel: Any = self.screen.view_model
        self.faults: dict[str, list[str]] = {}
        self._size = f"{size.width()}x{size.height()}"

    def look(self, name: str) -> None:
        """Lint what is shown; keep a picture where HALL_PICTURES says, for people to look at."""
        settle()
        preferences = self.panel.preferences
        name = f"panel-{self._size}-{name}-{preferences.language}-{preferences.text_scale}"
        if found := layout_faults(self.screen.window, TARGET):
            self.faults[name] = found
        keep_picture(self.screen.window, name)

    def larger_letters(self, steps: int = 2) -> None:
        for _ in range(steps):
            self.panel.preferences.next_text_size()


@contextmanager
def camera_on(size: QSize, language: str = "vi", steps: int = 0) -> Iterator[Camera]:
    camera = Camera(size)
    camera.panel.preferences.choose_language(language)
    camera.larger_letters(steps)
    yield camera
    camera.screen.close()
    settle()


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look[0].width()}-{look[1]}-{look[2]}")
def test_the_panel_is_whole_in_every_state_and_text_size(
    qtbot: QtBot, look: tuple[QSize, str, int]
) -> None:
    with camera_on(*look) as camera:
        camera.look("connecting")
        camera.link.become("online")
        for name, view in STATES.items():
            camera.link.show(view)
            camera.look(name)
    assert camera.faults == {}


@pytest.mark.parametrize("size", [DESK, HAND])
def test_offline_a_notice_and_contrast_still_fit_in_the_largest_letters(
    qtbot: QtBot, size: QSize
) -> None:
    with camera_on(size, steps=2) as camera:
        camera.link.become("online")
        camera.panel.preferences.switch_contrast()
        for name in ("free", "crowded", "closed"):
            camera.link.show(STATES[name])
            camera.panel.notice.say(
                camera.panel.preferences.say("refused_counter_busy", number="W1008"), "warn"
            )
            camera.look(f"{name}-notice")
            camera.link.become("offline")
            camera.look(f"{name}-notice-offline")
            camera.link.become("online")
    assert camera.faults == {}


@pytest.mark.parametrize(("size", "language"), [look[:2] for look in LOOKS])
def test_every_sheet_is_whole(qtbot: QtBot, size: QSize, language: str) -> None:
    with camera_on(size, language) as camera:
        camera.link.become("online")
        for state, sheets in (("crowded", SHEETS), ("free", FREE_SHEETS)):
            camera.link.show(STATES[state])
            for name, presses in sheets.items():
                _open_sheet(camera, *presses)
                camera.look(f"sheet-{name}")
                camera.panel.floor.sheet.close()
    assert camera.faults == {}


@pytest.mark.parametrize("size", [DESK, HAND])
def test_the_sheet_of_many_profiles_is_whole_in_the_largest_letters(
    qtbot: QtBot, size: QSize
) -> None:
    with camera_on(size, steps=2) as camera:
        camera.link.become("online")
        camera.link.show(counter_view(profiles=MANY_PROFILES))
        camera.panel.floor.choose_profile()
        camera.look("sheet-profiles")
    assert camera.faults == {}


def _open_sheet(camera: Camera, place: int, key: str = "") -> None:
    camera.panel.floor.act(place)
    if key:
        assert camera.panel.floor.sheet.press(key)
    assert camera.panel.floor.sheet.is_open


def test_every_list_of_the_hand_held_panel_fits(qtbot: QtBot) -> None:
    with camera_on(HAND, steps=2) as camera:
        camera.link.become("online")
        camera.link.show(STATES["crowded"])
        settle()
        for tab in ("Vắng mặt", "Tạm giữ", "Hôm nay", "Đang chờ"):
            touch(camera.screen.window, named(camera.screen.window, tab))
            camera.look(f"tab-{tab}")
    assert camera.faults == {}
