"""A session that ends in the middle of a form: nothing typed is lost, nothing is sent twice."""

import pytest
from playwright.sync_api import Browser, Page, expect

from hallctl.core.permissions import Role
from tests.site.visitor import Visitor, visitor
from tests.web.browsers import PASSWORD
from tests.web.hall_at_work import HallAtWork

TYPED = "Nguyễn Thị Mới"


def sign_out(seen: Visitor) -> None:
    seen.page.context.clear_cookies(name="hall_session")


def fill(page: Page) -> None:
    page.locator("input[name=person]").fill(TYPED)
    page.locator("input[name=account]").first.fill("nguyen.moi")


def test_what_was_typed_is_kept_and_goes_out_once_signed_in_again(
    chromium: Browser, hall: HallAtWork
) -> None:
    with visitor(chromium, hall, account=Role.ADMINISTRATOR) as seen:
        seen.open("/people")
        fill(seen.page)
        sign_out(seen)
        seen.page.get_by_role("button", name="Thêm", exact=True).click()
        expect(seen.page.locator("#signed-out")).to_contain_text("vẫn còn nguyên")
        expect(seen.page.locator("input[name=person]")).to_have_value(TYPED)
        assert seen.barriers() == []
        with seen.page.context.expect_page() as opened:
            seen.page.locator("#signed-out a").click()
        door = opened.value
        door.locator("input[name=account]").fill(Role.ADMINISTRATOR)
        door.locator("input[name=password]").fill(PASSWORD)
        door.locator("button[type=submit]").click()
        door.wait_for_url("**/account")
        seen.page.get_by_role("button", name="Thêm", exact=True).click()
        expect(seen.page.get_by_role("status").first).to_contain_text("nguyen.moi")
        assert seen.complaints == []


def test_a_form_pressed_twice_goes_out_once(chromium: Browser, hall: HallAtWork) -> None:
    with visitor(chromium, hall, account=Role.ADMINISTRATOR) as seen:
        seen.open("/api-tokens")
        sent: list[str] = []
        seen.page.on(
            "request", lambda one: sent.append(one.method) if one.method == "POST" else None
        )
        seen.page.locator("input[name=name]").fill("Cổng dịch vụ công")
        seen.page.locator("input[name=scopes]").first.check()
        seen.page.evaluate("""() => {
          const button = document.querySelector("button[value=make]");
          button.click(); button.click(); }""")
        expect(seen.page.locator(".token-once")).to_be_visible()
        assert sent == ["POST"]


@pytest.mark.parametrize("path", ["/floor", "/leaders"])
def test_a_page_that_follows_the_hall_says_that_it_may_not_any_more(
    chromium: Browser, hall: HallAtWork, path: str
) -> None:
    with visitor(chromium, hall, account=Role.SUPERVISOR) as seen:
        seen.open(path)
        expect(seen.page.locator("body")).to_have_attribute("data-live", "online")
        sign_out(seen)
        seen.page.evaluate(
            "import('/static/' + document.querySelector('script[src*=fresh]').src.split('/')[4] + '/fresh.js').then((one) => one.refresh())"
        )
        expect(seen.page.locator("#signed-out")).to_be_visible()
        expect(seen.page.locator("body")).to_have_attribute("data-live", "offline")
