"""The public's pages in a real browser: true, live, readable, whole from a phone to a wall."""

import csv
import http.client
import io
import json
from hashlib import sha256
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, expect

from tests.hall_clients import wish
from tests.simulated import TODAY
from tests.site.visitor import PHONE, in_every_look, is_sound, visitor
from tests.web.hall_at_work import HallAtWork, granted
from tests.web.pages_read import as_read

PAGES = (
    "/",
    "/today",
    "/procedures",
    "/procedures?q=khai+sinh",
    "/procedures/2.000635",
    "/stations",
)


def fetched(hall: HallAtWork, path: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", hall.port)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, body


@in_every_look
def test_every_page_is_readable_by_all(
    chromium: Browser, hall: HallAtWork, language: str, size: tuple[int, int]
) -> None:
    with visitor(chromium, hall, size) as seen:
        for path in PAGES:
            seen.open(path, language)
            is_sound(seen)
            assert seen.page.locator("html").get_attribute("lang") == language


def test_the_start_says_what_hall_it_is_and_leads_on(chromium: Browser, hall: HallAtWork) -> None:
    with visitor(chromium, hall) as seen:
        seen.open("/")
        assert seen.text("h1") == "Trung tâm Phục vụ hành chính công tỉnh"
        assert seen.text(".now .state") == "Đang mở cửa"
        seen.page.get_by_role("link", name="Tra cứu thủ tục").click()
        seen.page.get_by_role("searchbox").fill("trich luc giay khai sinh")
        seen.page.get_by_role("button", name="Tìm").click()
        seen.page.locator(".lines a").first.click()
        assert "Giấy khai sinh" in seen.text("h1")
        assert seen.complaints == []


def test_today_s_figures_are_the_board_s_and_reconcile(chromium: Browser, hall: HallAtWork) -> None:
    board = hall.wire().get("/api/views/board").json
    counts = board["counts"]
    with visitor(chromium, hall) as seen:
        seen.open("/today")
        shown = [int(seen.text(f".legend .{part} strong")) for part in PARTS]
        assert shown == [counts[part] for part in PARTS]
        assert sum(shown) == counts["issued"] == int(seen.text(".figure strong"))
        widths = seen.page.eval_on_selector_all(
            ".stack svg", "bars => bars.map(one => one.getBoundingClientRect().width)"
        )
        whole = seen.page.eval_on_selector(".stack", "one => one.getBoundingClientRect().width")
        assert sum(widths) == pytest.approx(whole, abs=2)


PARTS = ("waiting", "at_counters", "finished", "missed", "cancelled", "lapsed")


def test_the_page_follows_the_hall_by_itself(chromium: Browser, hall: HallAtWork) -> None:
    with visitor(chromium, hall, PHONE) as seen:
        seen.open("/today")
        before = int(seen.text(".figure strong"))
        seen.page.evaluate("window.isTheSamePage = true")
        granted(hall.wire().ask(wish("IssueTicket", service="land")))
        expect(seen.page.locator(".figure strong").first).to_have_text(
            str(before + 1), timeout=15_000
        )
        assert seen.page.evaluate("window.isTheSamePage")
        assert seen.complaints == []


def test_the_language_chosen_once_stays(chromium: Browser, hall: HallAtWork) -> None:
    with visitor(chromium, hall) as seen:
        seen.open("/")
        seen.page.get_by_role("link", name="English").click()
        seen.page.get_by_role("link", name="Look up a procedure").click()
        assert seen.page.locator("html").get_attribute("lang") == "en"


def test_a_procedure_nobody_knows_is_answered_kindly(hall: HallAtWork) -> None:
    status, body = fetched(hall, "/procedures/9.999999")
    assert status == 404
    assert "9.999999" in body
    assert "Không có thủ tục mang mã" in as_read(body)


def test_markup_in_a_search_is_only_text(hall: HallAtWork) -> None:
    status, body = fetched(hall, "/procedures?q=%3Cscript%3Ealert(1)%3C/script%3E")
    assert status == 200
    assert "<script>alert" not in body


def test_open_data_says_the_same_as_csv_and_as_json(hall: HallAtWork) -> None:
    _, sheet = fetched(hall, "/open-data/counts.csv?to=2026-11-26")
    _, document = fetched(hall, "/open-data/counts.json?to=2026-11-26")
    rows = list(csv.DictReader(io.StringIO(sheet)))
    days = json.loads(document)["days"]
    assert len(days) == 7
    assert rows == [{name: "" if v is None else str(v) for name, v in day.items()} for day in days]
    for day in days:
        ended = day["finished"] + day["missed"] + day["cancelled"] + day["lapsed"]
        assert day["issued"] == ended, "every closed day reconciles"


def test_today_stands_in_open_data_as_it_is(hall: HallAtWork) -> None:
    _, document = fetched(hall, f"/open-data/counts.json?from={TODAY}")
    (today,) = json.loads(document)["days"]
    assert today["day"] == TODAY.isoformat()


def test_whoever_wants_to_can_check_the_sealed_days(hall: HallAtWork) -> None:
    _, document = fetched(hall, "/open-data/seals.json?to=2026-11-26")
    seals = json.loads(document)["seals"]
    assert {one["day"] for one in seals if one["part"] == "visits"} >= {"2026-11-26", "2026-11-25"}
    for newer, older in pairwise(seals):
        assert newer["snapshot"]["previous"] == older["hash"]
        canonical = json.dumps(
            older["snapshot"], sort_keys=True, separators=(",", ":"), ensure_ascii=False
        )
        assert sha256(canonical.encode()).hexdigest() == older["hash"]


def test_a_day_that_is_none_is_refused_with_words(hall: HallAtWork) -> None:
    status, body = fetched(hall, "/open-data/counts.json?from=yesterday")
    assert status == 422
    assert "2026-11-23" in body


def test_on_a_phone_the_hall_s_name_and_its_figures_stay_together(
    chromium: Browser, hall: HallAtWork
) -> None:
    with visitor(chromium, hall, PHONE) as seen:
        seen.open("/")
        lines = "one => one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight)"
        assert round(seen.page.eval_on_selector(".hero h1", lines)) == 2
        tops = seen.page.eval_on_selector_all(
            ".now dd", "all => all.map(one => Math.round(one.getBoundingClientRect().top))"
        )
        assert len(tops) == 3
        assert len(set(tops)) == 1


def test_the_lamp_of_a_closed_hall_is_out(chromium: Browser, hall: HallAtWork) -> None:
    with visitor(chromium, hall) as seen:
        seen.open("/")
        lamp = "one => getComputedStyle(one).backgroundColor"
        assert seen.page.eval_on_selector(".now .lamp", lamp) == "rgb(26, 122, 76)"
        seen.page.eval_on_selector(".now .state", "one => one.classList.remove('open')")
        assert seen.page.eval_on_selector(".now .lamp", lamp) == "rgba(0, 0, 0, 0)"
