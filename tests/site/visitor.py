"""Somebody in front of a browser: what they see, what the page complains of, what it fetches."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.web.browsers import PASSWORD
from tests.web.hall_at_work import HallAtWork

PHONE, WALL = (390, 844), (1920, 1080)
SIZES = (PHONE, WALL)
CUT = """() => Array.from(document.querySelectorAll("main *, header *")).filter((one) =>
  one.checkVisibility() && !one.closest(".unseen, .scroll, svg, pre, nav.ways") &&
  Array.from(one.childNodes).some((node) => node.nodeType === 3 && node.data.trim())).filter((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    const ink = range.getBoundingClientRect();
    return ink.right > innerWidth + 0.5 || ink.left < -0.5;
  }).map((one) => one.className + ": " + one.textContent)"""
"""Every text that leaves the glass."""


class Visitor:
    """One tab on the hall's pages."""

    def __init__(self, hall: HallAtWork, page: Page) -> None:
        self.page = page
        page.set_default_timeout(30_000)
        self.complaints: list[str] = []
        self.fetched: list[str] = []
        self._url = f"http://127.0.0.1:{hall.port}"
        page.on("console", lambda said: self.complaints.append(said.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.fetched.append(request.url))

    def open(self, path: str, language: str = "vi") -> None:
        """Go there and wait until it stands still."""
        mark = "&" if "?" in path else "?"
        answer = self.page.goto(f"{self._url}{path}{mark}lang={language}")
        assert answer is not None
        assert answer.status == 200, (path, answer.status)
        self.page.evaluate("document.fonts.ready.then(() => true)")

    def text(self, selector: str) -> str:
        """The words of the first that answers the selector."""
        return " ".join(self.page.locator(selector).first.inner_text().split())

    def barriers(self) -> list[dict[str, Any]]:
        """What axe finds wrong for people with disabilities."""
        violations: list[dict[str, Any]] = Axe().run(self.page).response["violations"]
        return [{"id": one["id"], "where": [n["html"] for n in one["nodes"]]} for one in violations]

    def cut(self) -> list[str]:
        """Texts that leave the glass."""
        found: list[str] = self.page.evaluate(CUT)
        return found

    def foreign(self) -> list[str]:
        """Addresses fetched from anywhere but the hall."""
        return [one for one in self.fetched if urlsplit(one).netloc != urlsplit(self._url).netloc]

    def is_wide(self) -> bool:
        """Whether the page has to be moved sideways."""
        wide: bool = self.page.evaluate("document.documentElement.scrollWidth > innerWidth")
        return wide

    def sign_in(self, account: str) -> None:
        """Through the door, as everybody does."""
        self.page.goto(f"{self._url}/login")
        self.page.locator("input[name=account]").fill(account)
        self.page.locator("input[name=password]").fill(PASSWORD)
        self.page.locator("button[type=submit]").click()
        self.page.wait_for_url(lambda url: "/login" not in url)


@contextmanager
def visitor(
    chromium: Browser, hall: HallAtWork, size: tuple[int, int] = WALL, account: str = ""
) -> Iterator[Visitor]:
    """A new browser with that size of window; with an account it is somebody of the hall."""
    context = chromium.new_context(viewport={"width": size[0], "height": size[1]})
    try:
        seen = Visitor(hall, context.new_page())
        if account:
            seen.sign_in(account)
        yield seen
    finally:
        context.close()


def is_sound(seen: Visitor) -> None:
    """No barrier, nothing cut, nothing foreign, no complaint."""
    assert seen.barriers() == []
    assert seen.cut() == []
    assert not seen.is_wide()
    assert seen.foreign() == []
    assert seen.complaints == []
