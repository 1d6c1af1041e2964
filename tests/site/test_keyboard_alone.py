"""The important pages with the keyboard alone, in a real browser: seen, in order, out of every dialog again."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import expect

from hallctl.settings import read_hall
from tests.hall_clients import wish
from tests.site.keys import Keys
from tests.site.visitor import Visitor, visitor
from tests.web.browsers import PASSWORD, Browser
from tests.web.hall_at_work import HallAtWork, granted

COUNTER, BACK = "Mở quầy 12", "Shift+Tab"


@pytest.fixture
def stranger(chromium: Chromium, hall: HallAtWork) -> Iterator[Visitor]:
    """Somebody who has not signed in."""
    with visitor(chromium, hall) as seen:
        yield seen
        assert seen.complaints == []


@pytest.fixture
def supervisor(chromium: Chromium, hall: HallAtWork) -> Iterator[Visitor]:
    with visitor(chromium, hall, account="supervisor") as seen:
        yield seen
        assert seen.complaints == []


@pytest.mark.parametrize("path", ["/", "/appointments", "/complaint"])
def test_pages_for_all_are_walked_in_their_order(stranger: Visitor, path: str) -> None:
    stranger.open(path)
    is_in_order(Keys(stranger.page))


@pytest.mark.parametrize("path", ["/floor", "/reports/visits", "/setup", "/setup/rules", "/rules"])
def test_pages_of_the_office_are_walked_in_their_order(supervisor: Visitor, path: str) -> None:
    supervisor.open(path)
    is_in_order(Keys(supervisor.page))


def is_in_order(keys: Keys) -> None:
    """The way past the header comes first; from then on every stop stands behind the one before."""
    first, *others = keys.walk()
    assert first["skips"]
    assert len(others) > 5
    assert all(stop["follows"] for stop in others), [one for one in others if not one["follows"]]


def test_the_way_past_the_header_leads_to_the_content(supervisor: Visitor) -> None:
    supervisor.open("/reports/visits")
    keys = Keys(supervisor.page)
    assert keys.tab()["skips"]
    keys.press("Enter")
    assert keys.tab()["name"] == supervisor.text("main a"), "the header's ways are behind"


def test_signing_in_takes_words_and_keys(stranger: Visitor) -> None:
    page = stranger.page
    stranger.open("/login?next=/floor")
    keys = Keys(page)
    assert page.evaluate("document.activeElement.name") == "account", "the first thing to write"
    keys.type("supervisor")
    assert keys.tab()["type"] == "password"
    keys.type(PASSWORD)
    keys.press("Enter")
    page.wait_for_url("**/floor**")


def test_a_counter_is_opened_by_its_dialog_and_the_focus_comes_back(
    hall: HallAtWork, supervisor: Visitor
) -> None:
    page = supervisor.page
    supervisor.open("/floor")
    keys = Keys(page)
    keys.to(COUNTER)
    keys.press("Enter")
    expect(page.locator("dialog[open]")).to_be_visible()
    assert {keys.tab().get("dialog", "") for _ in range(30)} <= {"open-12", ""}, "kept inside"
    issued = granted(hall.wire().ask(wish("IssueTicket", service="land")))
    expect(page.locator(".tickets")).to_contain_text(str(issued["number"]))  # drawn anew beneath
    keys.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    assert keys.here()["name"] == COUNTER
    keys.press("Enter")
    page.locator("#open-12 input[name=official]").focus()
    keys.type("Trịnh Thị Ngọc Hương")
    keys.press("Enter")
    card = page.locator(".counters li").nth(11)
    expect(card).to_contain_text("Trịnh Thị Ngọc Hương")
    assert is_within(supervisor, ".counters li:nth-child(12)"), "what can be done there now"
    keys.to("Đóng quầy")
    keys.press("Enter")
    expect(card).to_have_class("closed")
    assert is_within(supervisor, ".counters li:nth-child(12)")


def is_within(seen: Visitor, place: str) -> bool:
    """Whether the keyboard stands there."""
    found: bool = seen.page.evaluate(
        "place => Boolean(document.activeElement.closest(place))", place
    )
    return found


def test_a_question_is_answered_by_keys_and_given_back(
    hall: HallAtWork, supervisor: Visitor
) -> None:
    granted(hall.wire().ask(wish("IssueTicket", service="land")))
    page = supervisor.page
    supervisor.open("/floor")
    keys = Keys(page)
    keys.to("Bỏ số")
    keys.press("Enter")
    expect(page.locator("#question")).to_be_visible()
    keys.press("Escape")
    assert keys.here()["name"] == "Bỏ số"


def test_the_keyboard_stays_where_it_is_when_the_floor_is_drawn_anew(
    hall: HallAtWork, supervisor: Visitor
) -> None:
    page = supervisor.page
    supervisor.open("/floor")
    keys = Keys(page)
    label = page.locator("[data-part=title] button[data-act]").first.inner_text()
    keys.to(label)
    page.evaluate("window.was = document.activeElement")
    page.evaluate("document.querySelector('[data-part=title]').append('something old')")
    granted(hall.wire().ask(wish("IssueTicket", service="land")))
    expect(page.locator("[data-part=title]")).not_to_contain_text("something old")
    assert not page.evaluate("window.was.isConnected"), "it was drawn anew"
    assert keys.here()["name"] == label


def test_a_report_s_period_is_chosen_and_its_table_taken_away(supervisor: Visitor) -> None:
    page = supervisor.page
    supervisor.open("/reports/visits")
    keys = Keys(page)
    quick = page.locator(".quick a").nth(1)
    keys.to(quick.inner_text())
    wanted = quick.get_attribute("href")
    with page.expect_navigation():
        keys.press("Enter")
    assert wanted is not None
    assert page.url.endswith(wanted.rpartition("?")[2])
    Keys(page).to("CSV")
    with page.expect_download() as taken:
        keys.press("Enter")
    assert taken.value.suggested_filename.endswith(".csv")


def test_a_setting_is_changed_and_undone(hall: HallAtWork, supervisor: Visitor) -> None:
    page, path = supervisor.page, hall.directory.path
    supervisor.open("/setup/rules")
    keys = Keys(page)
    keys.to(page.locator("label:has(input[name=target_minutes])").inner_text())
    keys.press("Control+a")
    keys.type("21")
    with page.expect_navigation(url="**/setup/rules?done=1"):
        keys.press("Enter")
    assert read_hall(path).plan.rules.target_minutes == 21
    supervisor.open("/setup")
    keys = Keys(page)
    keys.to("Hoàn tác", BACK)
    with page.expect_navigation():
        keys.press("Enter")
    assert read_hall(path).plan.rules.target_minutes == 15


def test_a_complaint_is_answered(chromium: Chromium, hall: HallAtWork) -> None:
    form = {"id": str(uuid4()), "about": "conduct", "words": "Chờ lâu mà không ai nói gì."}
    assert Browser(hall.port).post("/complaint", form).status == 303
    with visitor(chromium, hall, account="inspector") as seen:
        page = seen.page
        seen.open("/inbox")
        newest = max(page.locator("main .lines a, main td a, main th a").all_inner_texts())
        Keys(page).to(newest)
        with page.expect_navigation():
            page.keyboard.press("Enter")
        Keys(page).to("Chuyển giải quyết")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        keys = Keys(page)
        keys.to(page.locator("main label.choice").first.inner_text())
        keys.press("Space")
        keys.tab()
        keys.type("Đã nhắc cán bộ và xin lỗi người dân.")
        keys.to("Trả lời")
        with page.expect_navigation():
            keys.press("Enter")
        assert page.locator("main", has_text="Đã nhắc cán bộ").count() == 1


def test_an_appointment_is_booked(stranger: Visitor) -> None:
    page = stranger.page
    stranger.open("/appointments")
    for picks in (".picks a", ".days a", ".times a"):
        first = page.locator(picks).first.inner_text()
        Keys(page).to(" ".join(first.split()))
        with page.expect_navigation():
            page.keyboard.press("Enter")
    keys = Keys(page)
    keys.to("Họ")
    keys.type("Bà Sáu")
    keys.tab()
    keys.type("0912345678")
    keys.to("Đặt")
    with page.expect_navigation(url="**/a/**"):
        keys.press("Enter")
