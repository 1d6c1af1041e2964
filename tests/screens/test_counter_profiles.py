"""Profiles at the panel: chosen by one touch or one key before opening, and changed while open."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from pytestqt.qtbot import QtBot

from hallctl.core.refusals import Refusal
from hallctl.core.views import ProfileShown
from hallctl.station.link import press
from tests.fakes.sample_views import PROFILES, counter_view, current, undo_offer
from tests.screens.at_a_panel import DESK, HAND, AtAPanel
from tests.screens.touching import settle

pytestmark = pytest.mark.screens

Key = Qt.Key
RESULTS_FIRST = ProfileShown(profile="results-first", name=PROFILES[1].name)


class Official(AtAPanel):
    """Lan, where there are profiles to choose from."""

    def __init__(self, size: QSize = DESK, **changes: Any) -> None:
        super().__init__(size, "Lan", profiles=PROFILES, **changes)


@pytest.fixture
def sit_down(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.setattr(press, "SETTLE_S", 0.0)
    seated: list[Official] = []

    def sit(size: QSize = DESK, **changes: Any) -> Official:
        seated.append(Official(size, **changes))
        return seated[-1]

    yield sit
    for one in seated:
        one.screen.close()
    settle()


def opening(official: Official) -> tuple[str | None, tuple[str, ...]]:
    """The profile and the services that the counter asks to be opened with."""
    (wish,) = official.link.sent
    return wish.profile, wish.services


@pytest.mark.parametrize("size", [DESK, HAND])
def test_a_profile_is_chosen_by_one_touch(sit_down: Any, size: QSize) -> None:
    official = sit_down(size, is_open=False)
    official.touch("Trả kết quả trước")
    official.touch("Mở quầy")
    assert opening(official) == ("results-first", ())


def test_a_profile_is_chosen_by_one_key_and_shows_its_services(sit_down: Any) -> None:
    official = sit_down(is_open=False)
    official.keys("2")
    shown = [one["service"] for one in official.model.opening.services]
    assert shown == list(PROFILES[1].services)
    official.keys(Key.Key_F9)
    assert opening(official) == ("results-first", ())


def test_whoever_presses_once_opens_as_usual(sit_down: Any) -> None:
    official = sit_down(is_open=False)
    assert [one["is_chosen"] for one in official.model.opening.profiles] == [True, False, False]
    official.keys(Key.Key_F9)
    assert opening(official) == (None, ())


def test_a_service_of_the_chosen_profile_may_be_left_out(sit_down: Any) -> None:
    official = sit_down(is_open=False)
    official.keys("2")
    official.model.opening.toggle("justice")
    official.keys(Key.Key_F9)
    assert opening(official) == ("results-first", ("results",))


def test_the_next_opening_begins_with_the_usual_one_again(sit_down: Any) -> None:
    official = sit_down(is_open=False)
    official.keys("2")
    official.link.show(counter_view(profiles=PROFILES, profile=RESULTS_FIRST))
    official.link.show(counter_view(profiles=PROFILES, is_open=False))
    assert official.model.opening.profiles[0]["is_chosen"]


@pytest.mark.parametrize("key", ["0", "4", "x"])
def test_a_key_that_means_no_profile_chooses_none(sit_down: Any, key: str) -> None:
    official = sit_down(is_open=False)
    official.keys(key)
    assert official.model.opening.profiles[0]["is_chosen"]


@pytest.mark.parametrize("with_somebody", [False, True])
def test_an_open_counter_chooses_another_by_keys_alone(sit_down: Any, with_somebody: bool) -> None:
    official = sit_down(current=current() if with_somebody else None)
    official.keys(Key.Key_F1, "2")
    (wish,) = official.link.sent
    assert (type(wish).__name__, wish.profile) == ("ChooseProfile", "results-first")
    official.link.grant()
    assert official.model.notice.tone == "good"


@pytest.mark.parametrize("size", [DESK, HAND])
def test_an_open_counter_goes_back_to_the_usual_one_by_touch(sit_down: Any, size: QSize) -> None:
    official = sit_down(size, profile=RESULTS_FIRST)
    assert official.model.floor.profile_text == "Trả\xa0kết\xa0quả trước"
    official.touch("Kiểu gọi số: Trả kết quả trước")
    usual = official.model.floor.sheet.options[0]
    official.touch(f"{usual['text']}, {usual['detail']}")
    (wish,) = official.link.sent
    assert wish.profile is None


def test_where_there_is_one_way_nothing_is_asked_and_nothing_shown(sit_down: Any) -> None:
    official = sit_down()
    official.link.show(counter_view(profiles=PROFILES[:1]))
    assert official.model.floor.profile_text == ""
    official.keys(Key.Key_F1)
    assert not official.model.floor.sheet.is_open
    official.link.show(counter_view(profiles=PROFILES[:1], is_open=False))
    assert official.model.opening.profiles == []


def test_a_choice_is_undone_by_its_name(sit_down: Any) -> None:
    undo = undo_offer("ProfileChosen", "")
    official = sit_down(profile=RESULTS_FIRST, undo=undo)
    assert official.model.floor.undo_text == "Gọi theo: Trả\xa0kết\xa0quả trước."
    official.touch("Hoàn tác")
    official.link.grant()
    assert official.model.notice.text == "Quầy gọi số như trước."


def test_a_refused_choice_says_why(sit_down: Any) -> None:
    official = sit_down()
    official.keys(Key.Key_F1, "3")
    official.link.refuse(Refusal.PROFILE_NOT_HERE)
    assert official.model.notice.text.startswith("Kiểu gọi số này không dành cho quầy này")
