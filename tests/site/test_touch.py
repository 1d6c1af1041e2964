"""Whatever is touched on a phone is large enough for a thumb: 44 px high, on every page of the office."""

import pytest
from playwright.sync_api import Browser as Chromium

from hallctl.web.sections.section_forms import SECTIONS
from tests.site.visitor import PHONE, visitor
from tests.web.hall_at_work import HallAtWork

SMALL = """() => Array.from(document.querySelectorAll(
    "a[href], button, summary, select, textarea, input:not([type=hidden])")).filter((one) => {
  if (!one.checkVisibility() || one.closest(".unseen, .skip, svg, audio")) return false;
  const touched = one.matches("[type=checkbox], [type=radio]") ? one.closest("label") || one : one;
  const box = touched.getBoundingClientRect();
  if (!box.width || box.height >= 44) return false;
  const words = one.matches("a") && Array.from(one.parentElement.childNodes)
    .some((node) => node !== one && node.textContent.trim() && getComputedStyle(one).display === "inline");
  return !words && !one.closest("td, th");  // within a sentence, or a figure of a table
}).map((one) => `${one.tagName} ${one.className} ${one.name || ""} ${one.innerText.slice(0, 30)}`)"""
PAGES = {
    "supervisor": (
        "floor", "expected", "leaders", "reports/visits", "reports/indicators", "given-figures",
        "sent-reports", "replay", "rules", "webhooks", "keep-stations", "account",
    ),
    "inspector": ("inbox", "ratings", "record", "reports/visits/behind?by=hall&figure=issued"),
    "administrator": (
        "people", "api-tokens", "setup", "setup/catalogue", "setup/playlist", "setup/voices",
        "setup/papers/ticket", "first-ticket", *(f"setup/{section}" for section in SECTIONS),
    ),
}  # fmt: skip


@pytest.mark.parametrize("account", PAGES)
def test_nothing_to_touch_is_smaller_than_a_thumb(
    chromium: Chromium, hall: HallAtWork, account: str
) -> None:
    small: dict[str, list[str]] = {}
    with visitor(chromium, hall, PHONE, account) as seen:
        for page in PAGES[account]:
            seen.open(f"/{page}")
            seen.page.evaluate(
                "document.querySelectorAll('details').forEach(one => one.open = true)"
            )
            small[page] = seen.page.evaluate(SMALL)
    assert {page: found for page, found in small.items() if found} == {}
