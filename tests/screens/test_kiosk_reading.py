"""The screen read out: a whole visit by five keys, with the screen dark."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kiosk.accessible import heard_on
from kiosk.audio_keys import USUAL_KEYS, Move, read_keys
from tests.screens.kiosk_samples import issued, kiosk_view, print_job
from tests.screens.spoken import (
    CHOOSE,
    HELP,
    NEXT,
    PLUGGED,
    PREVIOUS,
    REPEAT,
    UNPLUGGED,
    SpokenKiosk,
    spoken_kiosk,
)
from tests.screens.touching import settle

SCENES = {
    "home": lambda kiosk: kiosk.go_home(),
    "priority": lambda kiosk: kiosk.ask_priority(),
    "guide": lambda kiosk: kiosk.begin_guide(),
    "help": lambda kiosk: kiosk.show_help(),
    "find": lambda kiosk: kiosk.find(),
    "track": lambda kiosk: kiosk.track(),
    "several": lambda kiosk: kiosk.several.begin(),
}


@pytest.fixture
def dark(qapp: QGuiApplication) -> Iterator[SpokenKiosk]:
    """Nothing in these tests looks at the screen."""
    yield from spoken_kiosk()


def test_a_whole_visit_by_keys_alone(dark: SpokenKiosk) -> None:
    assert dark.press(PLUGGED).startswith("Đọc màn hình đã bật.")
    assert dark.said().endswith("Xin mời chọn lĩnh vực.")
    dark.go_to("Lấy số ưu tiên")
    assert dark.press(CHOOSE) == "Ông/bà thuộc diện nào?"
    dark.go_to("Người cao tuổi")
    assert dark.press(CHOOSE) == "Chọn lĩnh vực cho số ưu tiên."
    said = dark.go_to("Đất đai")
    assert said == "Đất đai, môi trường. 7 người chờ, khoảng 18 phút. Nút bấm."
    dark.press(CHOOSE)
    assert [(wish.service, wish.priority) for wish in dark.link.sent] == [("land", "elderly")]
    dark.link.grant(issued("B002", "land"))
    settle()
    assert "Số của ông/bà: bê, không, không, hai" in dark.said()
    assert "Đang chờ trước: 4 người" in dark.said()
    dark.go_to("Xong")
    assert dark.press(CHOOSE) == "Xin mời chọn lĩnh vực."


def test_the_first_key_switches_it_on_and_presses_nothing(dark: SpokenKiosk) -> None:
    assert dark.press(CHOOSE).startswith("Đọc màn hình đã bật.")
    assert dark.link.sent == []


def test_repeat_says_it_again_and_help_says_where_one_is(dark: SpokenKiosk) -> None:
    dark.press(PLUGGED)
    tile = dark.go_to("Tư pháp")
    assert dark.press(REPEAT) == tile
    there = heard_on(dark.screen.window)
    place = next(n for n, one in enumerate(there, 1) if one.name.startswith("Tư pháp"))
    assert f"Mục {place} trên {len(there)}. Tư pháp" in dark.press(HELP)


def test_next_and_previous_go_round_and_meet_everything_once(dark: SpokenKiosk) -> None:
    dark.press(PLUGGED)
    there = heard_on(dark.screen.window)
    dark.news()
    dark.press(*[NEXT] * len(there))
    said = dark.news()
    assert len(said) == len(set(said)) == len(there)
    dark.press(PREVIOUS)
    assert dark.said() == said[-2]


def test_a_text_cannot_be_chosen_and_that_is_said(dark: SpokenKiosk) -> None:
    dark.press(PLUGGED)
    assert dark.press(CHOOSE).startswith("Mục này không bấm được")


def test_tab_and_arrows_are_spoken_too(dark: SpokenKiosk) -> None:
    dark.press(PLUGGED)
    dark.go_to("Tư pháp")
    assert dark.press(Qt.Key.Key_Tab).startswith("Đất đai")
    assert dark.press(Qt.Key.Key_Down).startswith("Nông nghiệp")
    assert dark.press(Qt.Key.Key_Up).startswith("Đất đai")
    dark.press(Qt.Key.Key_Return)
    assert [wish.service for wish in dark.link.sent] == ["land"]


def test_arrows_move_the_focus_where_nothing_is_read_out(dark: SpokenKiosk) -> None:
    dark.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left)
    dark.press(Qt.Key.Key_Return)
    assert [wish.service for wish in dark.link.sent] == ["justice"]
    assert dark.news() == []


def test_a_refusal_is_heard_at_once(dark: SpokenKiosk) -> None:
    dark.press(PLUGGED)
    dark.go_to("Đất đai")
    dark.press(CHOOSE)
    dark.link.refuse("day_not_open")
    settle()
    assert dark.said().startswith("Trung tâm đang nghỉ")


def test_missing_paper_is_heard_at_once(dark: SpokenKiosk) -> None:
    dark.press(PLUGGED)
    dark.go_to("Tư pháp")
    dark.press(CHOOSE)
    dark.link.grant(issued("A017"))
    dark.link.show(kiosk_view(jobs=(print_job("A017", "paper_out"),)))
    settle()
    assert dark.said().endswith("Máy in chưa in được phiếu")


def test_another_language_is_chosen_and_spoken(dark: SpokenKiosk) -> None:
    dark.press(PLUGGED)
    said = dark.go_to("English")
    assert "Chưa chọn" in said
    dark.press(CHOOSE)
    assert dark.voice.said[-1] == ("English. Button. Chosen.", "en")


def test_picked_services_are_told_apart(dark: SpokenKiosk) -> None:
    dark.press(PLUGGED)
    dark.go_to("Nhiều việc")
    dark.press(CHOOSE)
    dark.go_to("Tư pháp")
    assert "Chưa chọn" in dark.said()
    assert "Đang chọn" in dark.press(CHOOSE)


def test_pulling_the_headphones_out_ends_it(dark: SpokenKiosk) -> None:
    dark.press(PLUGGED, UNPLUGGED)
    assert not dark.speaker.is_playing
    dark.news()
    dark.kiosk.ask_priority()
    settle()
    assert dark.news() == []


def test_whoever_has_left_leaves_silence(dark: SpokenKiosk) -> None:
    dark.press(PLUGGED)
    dark.kiosk.rest()
    settle()
    assert not dark.kiosk.aloud.is_reading
    assert not dark.speaker.is_playing


def test_its_holder_has_time_to_hear_the_number(dark: SpokenKiosk) -> None:
    dark.press(PLUGGED)
    dark.go_to("Tư pháp")
    dark.press(CHOOSE)
    dark.link.grant(issued("A017"))
    assert dark.kiosk.thanks.seconds_left == 45


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("scene", SCENES)
def test_every_control_has_a_name_in_the_readers_language(
    dark: SpokenKiosk, scene: str, language: str
) -> None:
    dark.kiosk.preferences.choose_language(language)
    SCENES[scene](dark.kiosk)
    settle()
    dark.screen.window.grabWindow()
    heard = heard_on(dark.screen.window)
    assert any(one.is_heading for one in heard)
    assert [one for one in heard if one.is_button]
    names = [one.name for one in heard if one.is_button]
    assert len(names) == len(set(names))


def test_a_keypad_may_send_other_keys() -> None:
    keys = read_keys("next=Tab, choose=Return")
    assert keys[Qt.Key.Key_Tab] is Move.NEXT
    assert keys[Qt.Key.Key_F13] is Move.PREVIOUS
    assert Qt.Key.Key_F14 not in keys
    assert read_keys("") == USUAL_KEYS


@pytest.mark.parametrize("written", ["next", "next=Nothing", "left=F13"])
def test_a_key_that_is_none_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="write it as next=F14"):
        read_keys(written)
