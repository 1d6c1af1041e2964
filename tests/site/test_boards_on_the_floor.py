"""The live hall's buttons for boards: an emergency, quiet, a notice of a zone, a word to a counter."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import expect

from hallctl.web.site import WORDS
from tests.hall_clients import wish
from tests.site.conftest import take_on_staff
from tests.site.visitor import Visitor, in_every_look, is_sound, visitor
from tests.web.hall_at_work import HallAtWork, granted
from tests.web.test_boards import zoned_hall

FIRE = "Hluav taws kub"


def speak_hmong(hall: Path) -> None:
    """A language of the hall's own, with one ready sentence."""
    (hall / "words").mkdir(exist_ok=True)
    file = {"name": "Hmoob", "emergency": {"fire": FIRE}}
    (hall / "words" / "hmn.json").write_text(json.dumps(file), "utf-8")
    toml = hall / "hall.toml"
    lines = [one for one in toml.read_text("utf-8").splitlines() if not one.startswith("languages")]
    spoken = '[hall]\nlanguages = ["vi", "en", "hmn"]\n'
    toml.write_text("\n".join(lines).replace("[hall]\n", spoken, 1) + "\n", "utf-8")


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallAtWork]:
    """Two zones, a playlist with a broken file, a language more, and an open day."""
    path = zoned_hall(tmp_path_factory.mktemp("zones") / "hall")
    speak_hmong(path)
    hall = HallAtWork(path)
    take_on_staff(hall)
    hall.open("1", "3")
    yield hall
    hall.close()


def emergency(hall: HallAtWork) -> object:
    return hall.wire().get("/api/views/board").json["emergency"]


def test_a_ready_sentence_is_on_every_screen_after_two_presses_and_gone_after_two(
    hall: HallAtWork, supervisor: Visitor
) -> None:
    page = supervisor.page
    page.get_by_role("button", name="Thông báo khẩn").click()
    dialog = page.locator("#emergency")
    dialog.get_by_role("button", name="Cháy").click()
    dialog.get_by_role("button", name="Hiện và đọc ngay").click()
    expect(page.get_by_role("alert")).to_contain_text("Có cháy")
    own = {language: WORDS[language]["emergency_fire"] for language in ("vi", "en")}
    assert emergency(hall)["words"] == own | {"others": {"hmn": FIRE}}
    page.get_by_role("button", name="Hết khẩn cấp").click()
    page.locator("#question").get_by_role("button", name="Đồng ý").click()
    expect(page.get_by_role("alert")).to_have_count(0)
    assert emergency(hall) is None


def test_a_zone_is_made_quiet_and_goes_by_its_hours_again(
    hall: HallAtWork, supervisor: Visitor
) -> None:
    line = supervisor.page.locator(".sound-lines li").nth(1)
    expect(line).to_contain_text("Khu A")
    line.get_by_role("button", name="Chỉ chuông").click()
    expect(line).to_contain_text("đặt tay")
    board = hall.wire("board-1").get("/api/views/board").json
    assert board["sounding"]["mode"] == "chime"
    line.get_by_role("button", name="Theo giờ").click()
    expect(line).to_contain_text("theo giờ")


def test_a_counter_is_told_something_and_seen_to_have_read_it(
    hall: HallAtWork, supervisor: Visitor
) -> None:
    page = supervisor.page
    page.get_by_role("button", name="Lời nhắn cho quầy 1").click()
    page.locator("#tell-1").get_by_role("textbox").fill("Xin gọi tổ máy chủ")
    page.locator("#tell-1").get_by_role("button", name="Gửi đến quầy").click()
    card = page.locator(".counters li").first
    expect(card).to_contain_text("chưa đọc lời nhắn")
    granted(hall.wire("counter-1").ask(wish("ReadMessage", counter="1")))
    expect(card).not_to_contain_text("chưa đọc lời nhắn")


def test_a_notice_goes_up_in_one_zone(hall: HallAtWork, supervisor: Visitor) -> None:
    page = supervisor.page
    page.get_by_role("button", name="Thông báo lên bảng").click()
    dialog = page.locator("#notice")
    dialog.get_by_label("Lời thông báo").fill("Khu B tạm nghỉ 10 phút")
    dialog.get_by_role("combobox").select_option("B")
    dialog.get_by_role("button", name="Hiện lên bảng").click()
    up = page.locator(".notice", has_text="Khu B tạm nghỉ")
    expect(up).to_be_visible()
    shown = hall.wire("board-2").get("/api/views/board").json["notices"]
    assert shown[0]["vi"] == "Khu B tạm nghỉ 10 phút"
    up.get_by_role("button").click()
    expect(up).to_have_count(0)


def test_a_broken_file_of_the_playlist_is_named(supervisor: Visitor) -> None:
    expect(supervisor.page.locator(".sounds")).to_contain_text(
        "c.png: không phải PNG, JPEG, WebP, GIF, APNG, MP4 hay WebM"
    )


@in_every_look
def test_all_of_it_is_readable_while_an_emergency_is_up(
    chromium: Chromium, hall: HallAtWork, language: str, size: tuple[int, int]
) -> None:
    admin = hall.wire()
    granted(admin.ask(wish("ShowEmergency", vi="Có cháy", en="Fire")))
    with visitor(chromium, hall, size, "supervisor") as seen:
        seen.open("/floor", language)
        is_sound(seen)
    granted(admin.ask(wish("ClearEmergency")))
