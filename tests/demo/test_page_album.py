"""Pictures of pages by a real browser without a window: the page is on them, at the size asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from hallctl.core.permissions import PEOPLE, Role
from hallctl.demo.page_album import PHONE, Page, browser, pages_of, photograph
from hallctl.demo.people import sign_in_everybody
from tests.web.browsers import Browser
from tests.web.hall_at_work import HallAtWork


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[HallAtWork]:
    made = HallAtWork(tmp_path / "hall")
    yield made
    made.close()


@pytest.mark.skipif(not browser(), reason="there is no Chromium")
def test_a_page_is_photographed_as_whoever_looks_sees_it(hall: HallAtWork, tmp_path: Path) -> None:
    url = f"http://127.0.0.1:{hall.port}"
    cookies = sign_in_everybody(hall.directory, hall.assembly.controller.now())
    pages = (Page("floor", "/floor", Role.SUPERVISOR, PHONE), Page("today", "/today"))
    photograph(url, cookies, pages, tmp_path / "pages")
    for page in pages:
        with Image.open(tmp_path / "pages" / f"{page.name}.png") as picture:
            assert picture.size == page.size
            colours = picture.convert("RGB").reduce(4).getcolors(1 << 22)
        assert colours
        assert len(colours) > 40, page.name


def test_every_picture_is_of_a_page_that_its_person_may_see(hall: HallAtWork) -> None:
    cookies = sign_in_everybody(hall.directory, hall.assembly.controller.now())
    assert cookies.keys() == set(PEOPLE)
    browsers = {role: Browser(hall.port) for role in (None, *PEOPLE)}
    pages = pages_of("2026-11-26")
    assert len({page.name for page in pages}) == len(pages)
    for page in pages:
        asked = {"Cookie": f"hall_session={cookies[page.who]}"} if page.who else {}
        assert browsers[page.who].get(page.address, **asked).status == 200, page.name
