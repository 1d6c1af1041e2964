"""Set-up in a real browser: forms that are checked, taken, refused in words, undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser as Chromium

from hallctl.settings import read_hall
from tests.site.conftest import staffed
from tests.site.visitor import Visitor, in_every_look, is_sound, visitor
from tests.web.browsers import Browser
from tests.web.hall_at_work import HallAtWork


@pytest.fixture
def own_hall(tmp_path: Path) -> Iterator[HallAtWork]:
    """A hall of its own: its settings are changed."""
    with staffed(tmp_path / "hall") as hall:
        yield hall


@pytest.fixture
def administrator(chromium: Chromium, own_hall: HallAtWork) -> Iterator[Visitor]:
    with visitor(chromium, own_hall, account="administrator") as seen:
        seen.open("/setup")
        yield seen


@in_every_look
def test_set_up_is_readable_by_all(
    chromium: Chromium, hall: HallAtWork, language: str, size: tuple[int, int]
) -> None:
    with visitor(chromium, hall, size, "administrator") as seen:
        seen.open("/setup", language)
        seen.page.locator("summary").first.click()  # one entry open, the others closed
        is_sound(seen)


def test_a_service_is_renamed_and_put_back(own_hall: HallAtWork, administrator: Visitor) -> None:
    page, path = administrator.page, own_hall.directory.path
    was = read_hall(path).plan.services[0].name.vi
    page.locator("summary").first.click()
    entry = page.locator("details").first
    entry.get_by_label("Tên tiếng Việt").fill("Tên mới đặt")
    entry.get_by_role("button", name="Lưu").click()
    page.wait_for_url("**/setup?done=1")
    assert read_hall(path).plan.services[0].name.vi == "Tên mới đặt"
    assert page.locator(".restart").count() == 0, "the hall goes by it already"
    assert "administrator" in administrator.text(".changes li")
    with page.expect_navigation():
        page.get_by_role("button", name="Hoàn tác lần cuối").click()
    assert read_hall(path).plan.services[0].name.vi == was


def test_a_letter_given_twice_is_refused_in_words(
    own_hall: HallAtWork, administrator: Visitor
) -> None:
    page, path = administrator.page, own_hall.directory.path
    before = (path / "hall.toml").read_text()
    second = page.locator("details").nth(1)
    second.locator("summary").click()
    second.get_by_label("Chữ cái").fill("A")
    second.get_by_role("button", name="Lưu").click()
    assert "đã là chữ cái của" in administrator.text(".problems")
    assert (path / "hall.toml").read_text() == before


def test_a_counter_is_added(own_hall: HallAtWork, administrator: Visitor) -> None:
    page, path = administrator.page, own_hall.directory.path
    page.get_by_text("Thêm quầy").click()
    entry = page.locator("details.new").nth(1)
    entry.get_by_label("Quầy").fill("77")
    entry.get_by_role("checkbox").first.check()
    entry.get_by_role("button", name="Thêm").click()
    page.wait_for_url("**/setup?done=1")
    assert read_hall(path).plan.counters[-1].counter == "77"


def test_the_preview_is_a_whole_ticket(administrator: Visitor) -> None:
    picture = administrator.page.locator(".ticket")
    width, height = picture.evaluate("one => [one.naturalWidth, one.naturalHeight]")
    assert width == 576
    assert height > 400


def test_only_whoever_may_sets_up(own_hall: HallAtWork) -> None:
    head = Browser(own_hall.port)
    head.sign_in("head")
    assert head.get("/setup").status == 403
    supervisor = Browser(own_hall.port)
    supervisor.sign_in("supervisor")
    without_key = supervisor.post("/setup", {"act": "remove", "table": "counter", "before": "1"})
    assert without_key.status == 400
    key = supervisor.get("/setup").form_key
    for odd in ({"act": "undo"}, {"act": "remove", "table": "secrets"}, {"table": "hall"}):
        assert supervisor.post("/setup", {"form_key": key, **odd}).status == 400
