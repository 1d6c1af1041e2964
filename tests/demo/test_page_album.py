"""Pictures of pages by a real browser without a window: the page is on them, at the size asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from hallctl.core.permissions import PEOPLE, Role
from hallctl.demo.page_album import PHONE, Page, browser, pages_of, photograph
from hallctl.demo.people import sign_in_everybody
from tests.appointments.take_pictures import TAKEN as OF_BOOKING
from tests.hall_clients import wish
from tests.site.take_guide_pictures import TAKEN as OF_THE_GUIDE
from tests.site.take_pictures import OF_SCREENS, PAPER
from tests.web.browsers import Browser
from tests.web.hall_at_work import HallAtWork, granted

DOCS = Path(__file__).parents[2] / "docs" / "pictures"


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


def waiting_ticket(hall: HallAtWork) -> str:
    """The link of a number that has just been taken."""
    admin = hall.open()
    service = hall.assembly.controller.plan.services[0].service
    granted(admin.ask(wish("IssueTicket", service=service)))
    (ticket,) = hall.assembly.controller.hall.tickets
    return hall.assembly.house.links.link(ticket)


def test_every_picture_of_the_documents_is_taken_by_a_recipe() -> None:
    by_recipe = {PAPER, *OF_SCREENS, *OF_BOOKING, *OF_THE_GUIDE}
    by_recipe |= {page.name for page in pages_of("2026-11-26", "")}
    assert {file.stem for file in DOCS.glob("*.png")} <= by_recipe


def test_every_picture_is_of_a_page_that_its_person_may_see(hall: HallAtWork) -> None:
    cookies = sign_in_everybody(hall.directory, hall.assembly.controller.now())
    assert cookies.keys() == set(PEOPLE)
    browsers = {role: Browser(hall.port) for role in (None, *PEOPLE)}
    pages = pages_of("2026-11-26", waiting_ticket(hall))
    assert len({page.name for page in pages}) == len(pages)
    for page in pages:
        asked = {"Cookie": f"hall_session={cookies[page.who]}"} if page.who else {}
        assert browsers[page.who].get(page.address, **asked).status == 200, page.name
