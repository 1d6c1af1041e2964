"""Reports in a real browser: readable by all, opened figure by figure, taken away whole."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser as Chromium

from tests.site.visitor import SIZES, Visitor, is_sound, visitor
from tests.web.browsers import Browser
from tests.web.hall_at_work import HallAtWork

PAGES = (
    "/reports/visits?compare=previous",
    "/reports/busy-hours",
    "/reports/dossiers/behind?by=department&key=construction",
    "/visits/2026-11-26-A001",
)


@pytest.fixture
def head(chromium: Chromium, hall: HallAtWork) -> Iterator[Visitor]:
    """Somebody who leads a department."""
    with visitor(chromium, hall, account="head") as seen:
        yield seen


@pytest.mark.parametrize("size", SIZES, ids=("phone", "wall"))
@pytest.mark.parametrize("language", ["vi", "en"])
def test_reports_are_readable_by_all(
    chromium: Chromium, hall: HallAtWork, language: str, size: tuple[int, int]
) -> None:
    with visitor(chromium, hall, size, "head") as seen:
        for path in PAGES:
            seen.open(path, language)
            is_sound(seen)


@pytest.mark.parametrize(("language", "size"), [("vi", SIZES[0]), ("en", SIZES[1])])
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
    assert "Đường đi của lượt" in head.text("h1")
    assert page.locator(".trail h2").first.inner_text() == "Lấy số"
    assert "ưu tiên" not in head.text(".trail"), "nobody needs to know why"
    assert head.complaints == []


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
