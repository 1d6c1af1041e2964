"""Somebody in front of a browser: what they see, what the page complains of, what it fetches."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.thorough import every
from tests.web import browsers
from tests.web.hall_at_work import HallAtWork

PHONE, WALL = (390, 844), (1920, 1080)
SIZES = (PHONE, WALL)
in_every_look = pytest.mark.parametrize(
    ("language", "size"),
    every(
        (pytest.param("vi", PHONE, id="vi-phone"), pytest.param("en", WALL, id="en-wall")),
        pytest.param("en", PHONE, id="en-phone"),
        pytest.param("vi", WALL, id="vi-wall"),
    ),
)
"""Each language and each size once. A barrier is in the markup, the style sheet or the words, and
one of the two shows it; what depends on both, a text that is cut, is looked for at every size."""
CUT = """() => Array.from(document.querySelectorAll("main *, header *")).filter((one) =>
  one.checkVisibility() && !one.closest(".unseen, .scroll, svg, pre, nav") &&
  Array.from(one.childNodes).some((node) => {
    if (node.nodeType !== 3 || !node.data.trim()) return false;
    const range = document.createRange();
    range.selectNodeContents(node);
    const ink = range.getBoundingClientRect();
    return ink.right > innerWidth + 0.5 || ink.left < -0.5;
  })).map((one) => one.className + ": " + one.textContent)"""
"""Every text that leaves the glass; of each element its own words, not what scrolls inside it."""

JUST_THE_FAULTS = {
    "resultTypes": ["violations"],
    "selectors": False,
    "preload": {"assets": ["media"]},
}
"""Of axe: no path to each of a thousand elements, no style sheet read that no rule asks for."""

PUSHED = """() => document.fonts.ready.then(() => new Promise((still) => requestAnimationFrame(() =>
  requestAnimationFrame(still)))).then(() => Array.from(document.querySelectorAll(".scroll")).filter((one) =>
  innerWidth < 500 && one.scrollWidth > one.clientWidth + 1).map((one) => one.getAttribute("aria-label")))"""
"""Every table that a phone would have to push sideways."""


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
        found = Axe().run(self.page, options=JUST_THE_FAULTS).response
        violations: list[dict[str, Any]] = found["violations"]
        return [{"id": one["id"], "where": [n["html"] for n in one["nodes"]]} for one in violations]

    def cut(self) -> list[str]:
        """Texts that leave the glass."""
        found: list[str] = self.page.evaluate(CUT)
        return found

    def foreign(self) -> list[str]:
        """Addresses fetched from anywhere but the hall."""
        return [one for one in self.fetched if urlsplit(one).netloc != urlsplit(self._url).netloc]

    def at_every_size(self) -> Iterator[int]:
        """The page as it stands, in its own window and then in the others; gives their widths."""
        own = self.page.viewport_size
        assert own is not None
        yield own["width"]
        for width, height in SIZES:
            if width != own["width"]:
                self.page.set_viewport_size({"width": width, "height": height})
                yield width
        self.page.set_viewport_size(own)

    def is_wide(self) -> bool:
        """Whether the page has to be moved sideways."""
        wide: bool = self.page.evaluate("document.documentElement.scrollWidth > innerWidth")
        return wide

    def pushed(self) -> list[str]:
        """Tables that do not fit a phone."""
        found: list[str] = self.page.evaluate(PUSHED)
        return found


@contextmanager
def visitor(
    chromium: Browser, hall: HallAtWork, size: tuple[int, int] = WALL, account: str = ""
) -> Iterator[Visitor]:
    """A new browser with that size of window; with an account it is somebody of the hall."""
    context = chromium.new_context(viewport={"width": size[0], "height": size[1]})
    try:
        if account:
            context.add_cookies(_signed_in(hall, account))
        yield Visitor(hall, context.new_page())
    finally:
        context.close()


def _signed_in(hall: HallAtWork, account: str) -> list[Any]:
    """The cookies that the door gives; what a browser does there is a story of its own."""
    door = browsers.Browser(hall.port)
    assert door.sign_in(account).status == 303
    return [
        {"name": one.name, "value": one.value, "url": door.origin, "httpOnly": True}
        for one in door.cookies
    ]


def is_sound(seen: Visitor) -> None:
    """No barrier, nothing cut at any size, nothing foreign, no complaint."""
    where = seen.page.url
    barriers = seen.barriers()
    assert barriers == [], (where, barriers)
    for size in seen.at_every_size():
        cut = seen.cut()
        assert cut == [], (where, size, cut)
        assert not seen.is_wide(), (where, size)
        assert seen.pushed() == [], (where, size)
    assert seen.foreign() == [], where
    assert seen.complaints == [], where
