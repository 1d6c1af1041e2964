"""Reports in a real browser: readable by all, opened figure by figure, taken away whole."""

import csv
import io
import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser as Chromium

from hallctl.reports.behind import listing
from tests.site.visitor import Visitor, in_every_look, is_sound, visitor
from tests.web.browsers import Browser
from tests.web.hall_at_work import HallAtWork

PAGES = (
    "/reports/visits?compare=previous",
    "/reports/busy-hours",
    "/reports/dossiers/behind?by=department&key=construction",
    "/reports/visits/behind?by=hall&figure=issued&row=81",
    "/reports/indicators?by=department&compare=previous",
    "/reports/indicators?by=indicator&department=construction",
    "/visits/2026-11-26-A001",
)


@pytest.fixture
def head(chromium: Chromium, hall: HallAtWork) -> Iterator[Visitor]:
    """Somebody who leads a department."""
    with visitor(chromium, hall, account="head") as seen:
        yield seen


@in_every_look
def test_reports_are_readable_by_all(
    chromium: Chromium,
    hall: HallAtWork,
    language: str,
    size: tuple[int, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Rows are made alike, and axe weighs each against all others: ten say what two hundred do."""
    monkeypatch.setattr(listing, "SHOWN", 10)
    with visitor(chromium, hall, size, "head") as seen:
        for path in PAGES:
            seen.open(path, language)
            is_sound(seen)


@in_every_look
def test_reports_of_the_office_s_own_books_are_readable_by_all(
    chromium: Chromium, hall: HallAtWork, language: str, size: tuple[int, int]
) -> None:
    with visitor(chromium, hall, size, "inspector") as seen:
        for name in ("complaints", "fees", "deliveries", "appointments", "indicators"):
            seen.open(f"/reports/{name}", language)
            is_sound(seen)


def test_a_figure_is_opened_down_to_the_journal(head: Visitor) -> None:
    page = head.page
    head.open("/reports/visits?by=service")
    picture = page.locator(".chart")
    assert picture.evaluate("one => one.decode().then(() => one.naturalWidth)") > 0
    page.locator(".figures-table tbody a").first.click()
    page.locator("tbody a").first.click()
    assert head.text("h1").startswith("Lượt ")
    assert page.locator(".trail h2").first.inner_text().split() == ["Lấy", "số"]
    assert "ưu tiên" not in head.text(".trail"), "nobody needs to know why"
    assert head.complaints == []


def test_a_long_list_is_turned_page_by_page(head: Visitor) -> None:
    page = head.page
    head.open("/reports/visits/behind?by=hall&figure=issued")
    total = rows_told(head)[2]
    seen = numbers(head)
    while page.get_by_role("link", name="Sau").count():
        page.get_by_role("link", name="Sau").first.click()
        assert rows_told(head)[0] == len(seen) + 1
        seen += numbers(head)
    assert len(seen) == len(set(seen)) == total
    page.get_by_role("link", name="Trước").first.click()
    assert rows_told(head)[2] == total
    page.get_by_label("Đến dòng").fill("201")
    page.get_by_role("button", name="Đi").first.click()
    assert numbers(head)[0] == seen[200]
    page.get_by_label("Đến ngày").fill("2026-11-25")
    page.get_by_role("button", name="Đi").last.click()
    assert numbers(head)[0].startswith("visits/2026-11-25")
    page.get_by_role("link", name="Về báo cáo").click()
    assert head.text("h1") == "Lượt giao dịch"
    assert head.complaints == []


def rows_told(seen: Visitor) -> tuple[int, int, int]:
    """From which row to which the page shows, and of how many."""
    told = seen.text(".pager").replace("–", " ").replace(".", "").split()
    first, last, total = [int(word) for word in told if word.isdecimal()]
    return first, last, total


def numbers(seen: Visitor) -> list[str]:
    """The visits on the page, by their addresses."""
    read = "links => links.map((one) => one.getAttribute('href'))"
    addresses: list[str] = seen.page.eval_on_selector_all("tbody th a", read)
    return [one.lstrip("./") for one in addresses]


def test_the_whole_list_is_taken_away(hall: HallAtWork) -> None:
    browser = Browser(hall.port)
    browser.sign_in("head")
    asked = "by=hall&figure=issued&from=2026-11-01&to=2026-11-30&lang=vi"
    answer = browser.get(f"/reports/visits/behind.csv?{asked}")
    lines = list(csv.reader(answer.text.removeprefix("\ufeff").splitlines()))
    assert answer.headers["content-type"].startswith("text/csv")
    assert len(lines) > 500
    assert lines[1][-1].startswith("2026-11-27-")
    book = openpyxl.load_workbook(
        io.BytesIO(browser.get(f"/reports/visits/behind.xlsx?{asked}").body)
    ).worksheets[0]
    assert book.max_row == len(lines)
    taken, waited = book.cell(2, 5), book.cell(2, 6)
    assert isinstance(taken.value, datetime)
    assert f"{taken.value:%Y-%m-%d %H:%M:%S}" == lines[1][4]
    assert waited.number_format == "[mm]:ss"


def writing() -> list[int]:
    """The processes that write for this hall."""
    mine = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    children = [int(one) for file in mine for one in file.read_text().split()]
    return [
        one for one in children if b"clerk_at_work" in Path(f"/proc/{one}/cmdline").read_bytes()
    ]


def test_a_file_whose_writer_is_killed_is_told_on_a_page_and_the_next_try_gives_it(
    hall: HallAtWork,
) -> None:
    browser = Browser(hall.port)
    browser.sign_in("head")
    path = "/reports/visits/behind.xlsx?by=hall&figure=issued&from=2026-11-01&to=2026-11-30&lang=vi"
    assert browser.get(path).body.startswith(b"PK")
    for one in writing():
        os.kill(one, signal.SIGSTOP)
    with ThreadPoolExecutor(1) as somebody:
        asked = somebody.submit(browser.get, path, Accept="text/html")
        while not hall.assembly.house.bookkeeper._turn.locked():
            time.sleep(0.01)
        for one in writing():
            os.kill(one, signal.SIGKILL)
        answer = asked.result()
    assert answer.status == 500
    assert "Xin thử lại" in answer.text
    assert browser.get(path).body.startswith(b"PK")


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("dossiers", "by=department"),
        ("indicators", "by=department&key=construction&figure=5.4"),
        ("indicators", "by=indicator&key=1&figure=counted"),
        ("complaints", "by=about"),
        ("fees", "by=department"),
        ("deliveries", "by=carrier"),
        ("appointments", "by=service"),
    ],
)
def test_every_kind_of_record_is_listed_and_taken_away(
    hall: HallAtWork, name: str, asked: str
) -> None:
    browser = Browser(hall.port)
    browser.sign_in("head")
    days = "from=2026-10-01&to=2026-11-30"
    for language in ("vi", "en"):
        page = browser.get(f"/reports/{name}/behind?{asked}&{days}&lang={language}")
        assert page.status == 200
        lines = browser.get(f"/reports/{name}/behind.csv?{asked}&{days}").text.splitlines()
        assert lines[0].count(",") > 1
        assert len(lines) == page.text.count('<th scope="row">') + 1 or len(lines) > 200
        book = browser.get(f"/reports/{name}/behind.xlsx?{asked}&{days}").body
        assert book.startswith(b"PK")


def test_a_place_that_makes_no_sense_is_the_first_page(hall: HallAtWork) -> None:
    browser = Browser(hall.port)
    browser.sign_in("head")
    for odd in (
        "row=-3",
        "row=99999999999999999999",
        "day=never",
        "after=x.y",
        "before=.",
        "row=1",
    ):
        page = browser.get(f"/reports/visits/behind?by=hall&figure=issued&{odd}")
        assert page.status == 200
        assert "1–200" in page.text


def test_a_report_is_asked_for_by_a_form(head: Visitor) -> None:
    head.open("/reports/visits")
    head.page.get_by_label("Chia theo").select_option("day")
    head.page.get_by_label("So với").select_option("year")
    head.page.get_by_role("button", name="Xem").click()
    assert "so với" in head.text(".card-head h2")
    assert head.page.locator(".figures-table tbody tr").count() == 8


def test_every_form_of_a_report_comes_as_what_it_is(hall: HallAtWork) -> None:
    browser = Browser(hall.port)
    browser.sign_in("head")
    for form, media in (
        ("csv", "text/csv"),
        ("json", "application/json"),
        ("svg", "image/svg+xml"),
        ("narrow.svg", "image/svg+xml"),
        ("broad.svg", "image/svg+xml"),
        ("wide.svg", "image/svg+xml"),
    ):
        answer = browser.get(f"/reports/visits.{form}?by=day")
        assert answer.status == 200
        assert answer.headers["content-type"].startswith(media)
    for odd in ("/reports/visits.exe", "/reports/rumours", "/reports/visits?by=zodiac"):
        assert browser.get(odd).status == 404


def test_reports_are_not_for_everybody(hall: HallAtWork) -> None:
    browser = Browser(hall.port)
    assert browser.get("/reports/visits").status == 303
    browser.sign_in("official")
    assert browser.get("/reports/visits").status == 403
    assert browser.get("/reports/visits.csv").status == 403


@pytest.mark.parametrize("width", [390, 1100, 1366, 1440, 2560])
def test_a_chart_is_as_wide_as_its_card_and_close_to_its_title(head: Visitor, width: int) -> None:
    head.page.set_viewport_size({"width": width, "height": 900})
    head.open("/reports/visits?by=service")
    head.page.wait_for_function("document.querySelector('.chart').complete")
    boxes = {one: head.page.locator(one).first.bounding_box() for one in (".card-head", ".chart")}
    title, chart = boxes[".card-head"], boxes[".chart"]
    assert title is not None
    assert chart is not None
    assert abs(chart["width"] - title["width"]) < 1
    assert 0 < chart["y"] - title["y"] - title["height"] < 20
