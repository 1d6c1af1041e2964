"""Real touches and keys on the kiosk's QML."""

import resource

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from tests.screens.conftest import OpenKiosk
from tests.screens.item_tree import accessible_name, is_control, named, shown_items
from tests.screens.kiosk_samples import calm_services, issued, kiosk_view, shut_services
from tests.screens.touching import lift, press, settle, slide_off, touch


def test_a_touch_on_a_service_takes_one_number(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    touch(screen.window, named(screen.window, "Đất đai"))
    assert [wish.service for wish in link.sent] == ["land"]


def test_a_double_tap_takes_one_number(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    tile = named(screen.window, "Đất đai")
    touch(screen.window, tile)
    touch(screen.window, tile)
    assert len(link.sent) == 1


def test_sliding_off_takes_none(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    slide_off(screen.window, named(screen.window, "Đất đai"))
    assert link.sent == []


def test_a_view_that_arrives_under_the_finger_does_not_lose_the_touch(
    open_sample: OpenKiosk,
) -> None:
    screen, link = open_sample()
    tile = named(screen.window, "Đất đai")
    press(screen.window, tile)
    link.show(kiosk_view())
    settle()
    lift(screen.window, tile)
    assert len(link.sent) == 1


def test_a_touch_says_that_it_is_under_way_and_that_others_must_wait(
    open_sample: OpenKiosk,
) -> None:
    screen, link = open_sample()
    touch(screen.window, named(screen.window, "Đất đai"))
    texts = [item.property("text") for item in shown_items(screen.window)]
    assert "Đang lấy\xa0số…" in texts
    assert not named(screen.window, "Tư pháp").isEnabled()
    link.grant(issued("B002", "land"))
    settle()
    assert "B002" in [item.property("text") for item in shown_items(screen.window)]


def test_done_brings_the_services_back(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    touch(screen.window, named(screen.window, "Đất đai"))
    link.grant(issued("B002", "land"))
    settle()
    touch(screen.window, named(screen.window, "Xong"))
    assert named(screen.window, "Tư pháp").isEnabled()


def test_one_number_for_several_things(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    touch(screen.window, named(screen.window, "Nhiều việc"))
    for service in ("Đất đai", "Trả kết quả", "Tư pháp", "Trả kết quả"):
        touch(screen.window, named(screen.window, service))
    assert link.sent == []
    touch(screen.window, named(screen.window, "Lấy một số cho 2 việc"))
    assert [(wish.service, wish.also) for wish in link.sent] == [("land", ("justice",))]
    link.grant(issued("A002", "justice"))
    settle()
    texts = [item.property("text") for item in shown_items(screen.window)]
    assert "A002" in texts
    assert "Tư\xa0pháp, hộ\xa0tịch" in texts
    touch(screen.window, named(screen.window, "Xong"))
    touch(screen.window, named(screen.window, "Đất đai"))
    assert [wish.also for wish in link.sent] == [("justice",), ()]


def test_whoever_changes_their_mind_takes_one_number_with_one_touch(
    open_sample: OpenKiosk,
) -> None:
    screen, link = open_sample()
    touch(screen.window, named(screen.window, "Nhiều việc"))
    touch(screen.window, named(screen.window, "Tư pháp"))
    touch(screen.window, named(screen.window, "Chỉ một việc"))
    touch(screen.window, named(screen.window, "Đất đai"))
    assert [(wish.service, wish.also) for wish in link.sent] == [("land", ())]


def test_a_service_that_gives_no_numbers_says_why_and_takes_no_touch(
    open_sample: OpenKiosk,
) -> None:
    screen, link = open_sample()
    link.show(kiosk_view(shut_services()))
    settle()
    texts = [item.property("text") for item in shown_items(screen.window)]
    assert any("Ngoài giờ" in text and "10:00" in text for text in texts if text)
    assert not named(screen.window, "Nông nghiệp").isEnabled()
    screen.view_model.take_number("service-1")
    assert link.sent == []


def test_the_way_to_a_priority_number(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    touch(screen.window, named(screen.window, "Lấy số ưu tiên"))
    touch(screen.window, named(screen.window, "Người cao tuổi"))
    touch(screen.window, named(screen.window, "Tư pháp"))
    assert [(wish.service, wish.priority) for wish in link.sent] == [("justice", "elderly")]


def test_no_reason_need_be_given(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    touch(screen.window, named(screen.window, "Lấy số ưu tiên"))
    touch(screen.window, named(screen.window, "Tôi không muốn nêu"))
    touch(screen.window, named(screen.window, "Tư pháp"))
    assert link.sent[0].priority is True


def test_one_can_step_back_from_priority(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    touch(screen.window, named(screen.window, "Lấy số ưu tiên"))
    touch(screen.window, named(screen.window, "Người cao tuổi"))
    touch(screen.window, named(screen.window, "Bỏ ưu tiên"))
    touch(screen.window, named(screen.window, "Tư pháp"))
    assert link.sent[0].priority is None


def test_the_bottom_bar_changes_language_size_and_contrast(open_sample: OpenKiosk) -> None:
    screen, _ = open_sample()
    for name in ("English", "Text size", "Turn on high contrast"):
        touch(screen.window, named(screen.window, name))
    preferences = screen.view_model.preferences
    assert (preferences.language, preferences.text_scale) == ("en", 1.15)
    assert preferences.high_contrast


def test_more_services_than_fit_are_reached_by_turning_pages(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    link.show(kiosk_view(calm_services(14)))
    settle()
    touch(screen.window, named(screen.window, "Trang sau"))
    tiles = [item for item in shown_items(screen.window) if item.property("letter")]
    touch(screen.window, tiles[-1])
    assert [wish.service for wish in link.sent] == ["land-1"]
    assert not named(screen.window, "Trang sau").isEnabled()


def test_any_touch_keeps_the_kiosk_awake(open_sample: OpenKiosk) -> None:
    screen, _ = open_sample()
    assert not screen.view_model.staying.quiet.isActive()
    touch(screen.window, named(screen.window, "English"))
    assert screen.view_model.staying.quiet.isActive()


def test_tab_goes_through_every_control_from_top_to_bottom(open_sample: OpenKiosk) -> None:
    screen, _ = open_sample()
    controls = [item for item in shown_items(screen.window) if is_control(item)]
    reached = []
    for _ in controls:
        QTest.keyClick(screen.window, Qt.Key.Key_Tab)
        reached.append(screen.window.activeFocusItem())
    assert set(reached) == set(controls)
    tiles = [item for item in reached if item.property("letter")]
    assert [item.property("letter") for item in tiles] == list("ABCDEGHKLMTV")
    assert accessible_name(reached[0]).replace("\xa0", " ") == "Nhiều việc"
    assert reached[1] is tiles[0]


def test_the_keyboard_alone_takes_a_number(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    QTest.keyClick(screen.window, Qt.Key.Key_Tab)
    QTest.keyClick(screen.window, Qt.Key.Key_Tab)
    QTest.keyClick(screen.window, Qt.Key.Key_Return)
    assert [wish.service for wish in link.sent] == ["justice"]


def test_a_screen_reader_hears_a_tile_whole_and_can_press_it(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    tile = named(screen.window, "Đất đai")
    assert "7 người chờ" in accessible_name(tile)
    QAccessible.queryAccessibleInterface(tile).actionInterface().doAction("Press")
    assert len(link.sent) == 1


def test_a_long_day_leaves_no_memory_behind(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()

    def visits(count: int) -> int:
        for n in range(count):
            screen.view_model.take_number("justice")
            link.grant(issued(f"A{n % 900 + 1:03d}"))
            link.show(kiosk_view())
            screen.window.grabWindow()
            screen.view_model.rest()
            settle(1)
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

    warm = visits(20)
    assert visits(60) - warm < 6
