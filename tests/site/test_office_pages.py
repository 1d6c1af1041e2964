"""The leaders' page and the replay in a real browser."""

import re

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import expect

from tests.site.visitor import in_every_look, is_sound, visitor
from tests.web.browsers import Browser
from tests.web.hall_at_work import HallAtWork


@in_every_look
def test_they_are_readable_by_all(
    chromium: Chromium, hall: HallAtWork, language: str, size: tuple[int, int]
) -> None:
    with visitor(chromium, hall, size, "inspector") as seen:
        for path in ("/leaders", "/replay?day=2026-11-26&at=9:40"):
            seen.open(path, language)
            is_sound(seen)


def test_what_happened_at_twenty_to_ten(chromium: Chromium, hall: HallAtWork) -> None:
    with visitor(chromium, hall, account="inspector") as seen:
        seen.open("/replay?day=2026-11-26&at=9:40")
        assert seen.text(".clock") == "09:40"
        assert seen.page.get_by_role("button", name="Đóng quầy").count() == 0
        before = int(seen.text(".figures-row .figure:nth-child(4) strong"))
        seen.page.evaluate("window.isTheSamePage = true")
        seen.page.get_by_label("Lúc", exact=True).press("End")
        expect(seen.page.locator(".clock")).not_to_have_text("09:40")
        after = int(seen.text(".figures-row .figure:nth-child(4) strong"))
        assert after > before
        seen.page.get_by_label("Lúc", exact=True).press("Home")
        expect(seen.page.locator(".figures-row .figure:nth-child(4) strong")).to_have_text("0")
        assert seen.page.evaluate("window.isTheSamePage")
        assert seen.complaints == []


def test_every_figure_of_the_leaders_page_leads_to_what_it_counted(
    chromium: Chromium, hall: HallAtWork
) -> None:
    with visitor(chromium, hall, account="head") as seen:
        seen.open("/leaders")
        assert seen.page.locator(".month .figure").count() == 6
        figures = "main .month strong a, .attention li li a, .two table a, .compared td a"
        read = "links => links.map((one) => [one.getAttribute('href'), one.innerText])"
        links = seen.page.eval_on_selector_all(figures, read)
        assert seen.complaints == []
    assert len(links) > 12
    browser = Browser(hall.port)
    browser.sign_in("head")
    for address, told in links:
        led_to = browser.get(f"/{address.lstrip('./')}")
        assert led_to.status == 200, address
        is_whole = "by=department" in address and told.startswith("100,00")
        assert is_whole or re.search(r"<tbody>\s*<tr", led_to.text), told


def test_nobody_else_sees_them(hall: HallAtWork) -> None:
    browser = Browser(hall.port)
    browser.sign_in("official")
    assert browser.get("/leaders").status == 403
    assert browser.get("/replay").status == 403


@pytest.mark.parametrize("size", [(1366, 768), (1600, 1000)], ids=["small", "large"])
def test_the_supervisor_s_ways_stand_on_one_line_of_a_desk_s_screen(
    chromium: Chromium, hall: HallAtWork, size: tuple[int, int]
) -> None:
    with visitor(chromium, hall, size, "supervisor") as seen:
        for language in ("vi", "en"):
            seen.open("/replay", language)
            tops = seen.page.eval_on_selector_all(
                ".ways a", "all => all.map(one => Math.round(one.getBoundingClientRect().top))"
            )
            assert len(set(tops)) == 1, (language, tops)
