"""The live hall in a real browser: for the right people only, true, live, and every button works."""

import http.client
import json
from contextlib import closing
from typing import get_args

import lucide
import msgspec
import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import expect

from hallctl.core.commands.slip_commands import SlipKind
from hallctl.core.drawing.hall_drawing import hall_view
from hallctl.core.hall import Hall
from hallctl.core.plan import Words
from hallctl.core.refusals import Refusal
from hallctl.core.views import Alert, AlertKind
from hallctl.journal.reading import JournalReader
from hallctl.reports.saying import Saying
from hallctl.web.floor.floor_words import FloorFace
from hallctl.web.site import WORDS
from tests.hall_clients import wish
from tests.site.visitor import Visitor, in_every_look, is_sound, visitor
from tests.web.browsers import Browser
from tests.web.hall_at_work import HallAtWork, granted


@in_every_look
def test_the_floor_is_readable_by_all(
    chromium: Chromium, hall: HallAtWork, language: str, size: tuple[int, int]
) -> None:
    with visitor(chromium, hall, size, "supervisor") as seen:
        seen.open("/floor", language)
        is_sound(seen)


def test_the_floor_shows_every_counter_as_it_is(hall: HallAtWork, supervisor: Visitor) -> None:
    view = hall.wire().get("/api/views/hall").json
    cards = supervisor.page.locator(".counters li")
    assert cards.count() == len(view["counters"])
    for place, counter in enumerate(view["counters"]):
        words = cards.nth(place).inner_text()
        assert counter["official"] in words
        assert counter["number"] in words


def test_a_counter_is_opened_given_services_and_closed(
    hall: HallAtWork, supervisor: Visitor
) -> None:
    page = supervisor.page
    page.get_by_role("button", name="Mở quầy 12").click()
    page.get_by_role("combobox", name="Họ tên cán bộ").fill("Trịnh Thị Ngọc Hương")
    page.locator("#open-12").get_by_role("button", name="Mở quầy").click()
    card = page.locator(".counters li").nth(11)
    expect(card).to_contain_text("Trịnh Thị Ngọc Hương")
    page.get_by_role("button", name="Lĩnh vực của quầy 12").click()
    dialog = page.locator("#services-12")
    for box in dialog.get_by_role("checkbox").all():
        box.set_checked(box.get_attribute("value") == "land")
    dialog.get_by_role("button", name="Lưu").click()
    expect(card.locator(".letters")).to_have_text("B")
    card.get_by_role("button", name="Đóng quầy").click()
    expect(card).to_have_class("closed")
    kinds = [one["type"] for one in newest(hall, 3)]
    assert kinds == ["CounterOpened", "ServicesChanged", "CounterClosed"]


def test_a_counter_is_opened_by_a_profile_and_goes_back_to_its_usual_one(
    hall: HallAtWork, supervisor: Visitor
) -> None:
    page = supervisor.page
    page.get_by_role("button", name="Mở quầy 12").click()
    dialog = page.locator("#open-12")
    dialog.get_by_role("combobox", name="Họ tên cán bộ").fill("Trịnh Thị Ngọc Hương")
    dialog.get_by_role("combobox", name="Kiểu gọi số").select_option("Trả kết quả trước")
    expect(dialog.get_by_role("checkbox", name="Trả kết quả")).to_be_checked()
    dialog.get_by_role("button", name="Mở quầy").click()
    card = page.locator(".counters li").nth(11)
    expect(card.locator(".profile")).to_contain_text("Trả kết quả trước")
    page.get_by_role("button", name="Kiểu gọi số của quầy 12").click()
    dialog = page.locator("#profile-12")
    expect(dialog.get_by_role("radio", name="Trả kết quả trước")).to_be_checked()
    dialog.get_by_role("radio", name="Như thường lệ").check()
    dialog.get_by_role("button", name="Lưu").click()
    expect(card.locator(".profile")).to_contain_text("Như thường lệ")
    card.get_by_role("button", name="Đóng quầy").click()
    expect(card).to_have_class("closed")
    opened, chosen, _ = newest(hall, 3)
    assert (opened["profile"], opened["services"]) == (
        "results-first",
        ["tax-finance", "results", "consultation"],
    )
    assert (chosen["type"], chosen["profile"]) == ("ProfileChosen", "")


def newest(hall: HallAtWork, count: int) -> list[dict[str, object]]:
    """The journal's newest facts."""
    with closing(JournalReader(hall.directory.journal)) as journal:
        facts = [*journal.events()][-count:]
    return [json.loads(msgspec.json.encode(one)) for one in facts]


def test_a_notice_goes_up_on_every_board_and_down_again(
    hall: HallAtWork, supervisor: Visitor
) -> None:
    page = supervisor.page
    page.get_by_role("button", name="Thông báo lên bảng").click()
    page.locator("#notice").get_by_label("Lời thông báo").fill("Thang máy đang bảo trì")
    page.get_by_role("button", name="Hiện lên bảng").click()
    expect(page.locator(".notice")).to_contain_text("Thang máy đang bảo trì")
    board = hall.wire().get("/api/views/board").json
    assert board["notices"][0] == {"vi": "Thang máy đang bảo trì", "en": ""}
    page.get_by_role("button", name="Gỡ thông báo").click()
    expect(page.locator(".notice")).to_have_count(0)


def test_a_service_is_paused_with_a_message_and_offered_again(
    hall: HallAtWork, supervisor: Visitor
) -> None:
    page = supervisor.page
    page.get_by_role("button", name="Tạm ngừng cấp số: Đất đai").first.click()
    dialog = page.locator("dialog[open]")
    dialog.get_by_role("combobox").first.fill("Máy đang bảo trì")
    dialog.locator("select").select_option(index=2)
    dialog.get_by_role("button", name="Tạm ngừng").click()
    row = page.locator(".queues tbody tr").nth(1)
    expect(row).to_contain_text("Tạm ngừng đến 10:10")
    shut = hall.wire().get("/api/views/kiosk").json["services"][1]["shut"]
    assert (shut["why"], shut["message"]["vi"]) == ("paused", "Máy đang bảo trì")
    row.get_by_role("button", name="Cấp số lại: Đất đai").click()
    expect(row).not_to_contain_text("Tạm ngừng đến")
    assert hall.wire().get("/api/views/kiosk").json["services"][1]["shut"] is None


def test_a_waiting_number_is_cancelled_only_when_meant(
    hall: HallAtWork, supervisor: Visitor
) -> None:
    issued = granted(hall.wire().ask(wish("IssueTicket", service="land")))
    page, number = supervisor.page, str(issued["number"])
    line = page.locator(".tickets li").filter(has_text=number)
    line.get_by_role("button", name="Bỏ số").click()
    page.locator("#question").get_by_role("button", name="Quay lại").click()
    assert issued["ticket"] in waiting(hall)
    line.get_by_role("button", name="Bỏ số").click()
    page.locator("#question").get_by_role("button", name="Đồng ý").click()
    expect(line).to_have_count(0)
    assert issued["ticket"] not in waiting(hall)


def waiting(hall: HallAtWork) -> list[str]:
    return [one["ticket"] for one in hall.wire().get("/api/views/hall").json["waiting"]]


def test_a_counter_is_left_with_one_service_at_least_and_names_are_offered(
    hall: HallAtWork, supervisor: Visitor
) -> None:
    page = supervisor.page
    page.get_by_role("button", name="Lĩnh vực của quầy 2", exact=True).click()
    dialog = page.locator("#services-2")
    boxes = dialog.locator("input[type=checkbox]")
    kept = [box for box in boxes.all() if box.is_checked()]
    for box in kept:
        box.uncheck()
    dialog.locator("button.strong").click()
    assert page.evaluate("document.activeElement.validationMessage") == "Xin chọn một mục."
    kept[0].check()
    dialog.locator("button.strong").click()
    expect(dialog).to_be_hidden()
    offered = page.locator("#officials option").evaluate_all("all => all.map((one) => one.value)")
    plan = hall.assembly.controller.plan
    assert offered == [one.official for one in plan.floor.officials]


def test_a_refusal_is_said_in_words(hall: HallAtWork, supervisor: Visitor) -> None:
    page = supervisor.page
    page.get_by_role("button", name="Mở quầy 11").click()
    granted(hall.wire().ask(wish("OpenCounter", counter="11", official="Lý Văn Thành")))
    page.get_by_role("combobox", name="Họ tên cán bộ").fill("Trịnh Thị Ngọc Hương")
    page.locator("#open-11").get_by_role("button", name="Mở quầy").click()
    expect(page.get_by_role("status").filter(has_text="Quầy 11")).to_have_text(
        "Quầy 11 đã mở rồi, Lý Văn Thành đang ngồi."
    )
    granted(hall.wire().ask(wish("CloseCounter", counter="11")))


def test_a_device_that_leaves_is_named(hall: HallAtWork, supervisor: Visitor) -> None:
    board = hall.listen("view=board", hall.token("board-1"))
    board.view()
    here = lambda: next(  # noqa: E731 - asked twice, said once
        one for one in hall.wire().get("/api/views/hall").json["stations"]
        if one["station"] == "board-1"
    )  # fmt: skip
    assert here()["is_listening"]
    row = supervisor.page.locator(".stations tr").filter(has_text="board-1")
    expect(row).to_contain_text("đang kết nối", timeout=15_000)
    board.close()
    expect(row).to_contain_text("mất kết nối từ 09:40", timeout=15_000)
    assert not here()["is_listening"]


def asked(hall: HallAtWork, method: str, path: str, **headers: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", hall.port)
    connection.request(method, path, '{"type":"CloseDay"}' if method == "POST" else None, headers)
    answer = connection.getresponse()
    body = answer.read().decode()
    place = answer.headers.get("Location", "")
    connection.close()
    return answer.status, place or body


def test_the_end_of_numbers_is_asked_about_first(hall: HallAtWork, supervisor: Visitor) -> None:
    page = supervisor.page
    page.get_by_role("button", name="Ngừng cấp số", exact=True).click()
    expect(page.locator("#question-words")).to_contain_text("Ngừng cấp số hôm nay?")
    page.locator("#question").get_by_role("button", name="Quay lại", exact=True).click()
    assert hall.wire().get("/api/views/hall").json["issuing_ended"] is False


def test_nobody_sees_the_floor_without_signing_in(hall: HallAtWork) -> None:
    assert asked(hall, "GET", "/floor") == (303, "/login?next=/floor")
    assert asked(hall, "GET", "/api/views/hall")[0] == 401
    assert asked(hall, "POST", "/floor/acts")[0] == 401


def test_a_kiosk_sees_no_floor(hall: HallAtWork) -> None:
    kiosk = f"Bearer {hall.token('kiosk-1')}"
    assert asked(hall, "GET", "/floor", Authorization=kiosk)[0] == 403
    assert asked(hall, "GET", "/api/views/hall", Authorization=kiosk)[0] == 403


def test_another_site_can_press_no_button(hall: HallAtWork) -> None:
    browser = Browser(hall.port)
    assert browser.sign_in("supervisor").status == 303
    day = b'{"type":"OpenDay"}'
    assert browser.post_json("/floor/acts", day, Origin="http://elsewhere.example").status == 401
    own = browser.post_json("/floor/acts", day)
    assert own.status == 200
    assert json.loads(own.text) == {"granted": False, "words": "Ngày làm việc đã mở rồi."}


def test_a_head_of_department_presses_nothing_here(hall: HallAtWork) -> None:
    browser = Browser(hall.port)
    assert browser.sign_in("head").status == 303
    assert browser.get("/floor").status == 403
    told = json.loads(browser.post_json("/floor/acts", b'{"type":"CloseDay"}').text)
    assert told == {"granted": False, "words": "Tài khoản này không được làm việc đó."}


def test_what_supervisors_may_be_refused_has_words_in_both_languages() -> None:
    for language, words in WORDS.items():
        said = {name.removeprefix("refused_") for name in words if name.startswith("refused_")}
        assert said - {one.value for one in Refusal} == {"other"}, language
    assert WORDS["vi"].keys() == WORDS["en"].keys()


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("kind", get_args(SlipKind))
def test_every_kind_of_slip_that_may_wait_for_paper_has_a_name(kind: str, language: str) -> None:
    assert WORDS[language][f"slip_kind_{kind}"]


def test_a_number_is_put_forward_and_back(hall: HallAtWork, supervisor: Visitor) -> None:
    ticket = granted(hall.wire().ask(wish("IssueTicket", service="land")))
    line = supervisor.page.locator(".tickets li").filter(has_text=str(ticket["number"])).first
    line.get_by_role("button", name="Cho ưu tiên").click()
    expect(line).to_contain_text("ưu tiên")
    line.get_by_role("button", name="Bỏ ưu tiên").click()
    expect(line.get_by_role("button", name="Cho ưu tiên")).to_be_visible()
    granted(hall.wire().ask(wish("CancelTicket", ticket=ticket["ticket"])))


def test_an_official_moves_to_another_counter(hall: HallAtWork, supervisor: Visitor) -> None:
    granted(hall.wire().ask(wish("OpenCounter", counter="9", official="Đỗ Văn Chuyển")))
    page = supervisor.page
    page.get_by_role("button", name="Chuyển quầy 9 sang quầy khác").click()
    page.locator("#move-9 select").select_option("10")
    page.locator("#move-9").get_by_role("button", name="Chuyển quầy").click()
    expect(page.locator(".counters li").nth(9)).to_contain_text("Đỗ Văn Chuyển")
    expect(page.locator(".counters li").nth(8)).to_contain_text("đóng")
    granted(hall.wire().ask(wish("CloseCounter", counter="10")))


@pytest.mark.parametrize("kind", [one for one in get_args(AlertKind) if one != "rule"])
def test_every_kind_of_alert_has_words_and_an_icon(hall: HallAtWork, kind: AlertKind) -> None:
    view = hall_view(Hall(), hall.assembly.house.plan, 0)
    alert = Alert(kind=kind, words=Words("hall.toml: có lỗi", "hall.toml: a mistake"))
    view = msgspec.structs.replace(view, alerts=(alert,))
    for language in ("vi", "en"):
        say = Saying(language, view.timezone)
        (said,) = FloorFace(view, hall.assembly.house.plan, say).alerts
        assert said.what
        assert said.do
        assert lucide._load_icon(said.icon) is not None
