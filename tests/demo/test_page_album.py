"""Pictures of pages by a real browser without a window: the page is on them, at the size asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from hallctl.demo.page_album import PHONE, Page, browser, pages_of, photograph
from tests.web.hall_at_work import HallAtWork


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[HallAtWork]:
    made = HallAtWork(tmp_path / "hall")
    yield made
    made.close()


@pytest.mark.skipif(not browser(), reason="there is no Chromium")
def test_a_page_is_photographed_as_whoever_looks_sees_it(hall: HallAtWork, tmp_path: Path) -> None:
    url = f"http://127.0.0.1:{hall.port}"
    pages = (Page("floor", "/floor?lang=vi", PHONE), Page("today", "/today", is_signed_in=False))
    photograph(url, hall.token(), pages, tmp_path / "pages")
    for page in pages:
        with Image.open(tmp_path / "pages" / f"{page.name}.png") as picture:
            assert picture.size == page.size
            colours = picture.convert("RGB").reduce(4).getcolors(1 << 22)
        assert colours
        assert len(colours) > 40, page.name


def test_every_picture_has_a_name_of_its_own() -> None:
    names = [page.name for page in pages_of("2026-11-26")]
    assert len(set(names)) == len(names)
