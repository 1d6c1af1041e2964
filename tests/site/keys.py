"""Somebody without a mouse: goes on by Tab, and must see where they are."""

from typing import Any

from playwright.sync_api import Page

MOST = 400
"""More stops than any page has: who needs more is trapped."""
WATCH = """() => {
  window.stops = [];
  const reach = (one) => ({
    tag: one.tagName, type: one.type || "", skips: one.classList.contains("skip"),
    name: (one.getAttribute("aria-label") || (one.labels && one.labels[0] && one.labels[0].innerText)
      || one.innerText || one.value || "").replace(/\\s+/g, " ").trim(),
  });
  document.addEventListener("focusin", (event) => {
    const one = event.target, style = getComputedStyle(one), box = one.getBoundingClientRect();
    const last = window.stops.at(-1);
    window.stops.push({
      ...reach(one), one,
      ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
      follows: !last || Boolean(last.one.compareDocumentPosition(one) & (4 | 16)),
      dialog: one.closest("dialog") ? one.closest("dialog").id : "",
    });
  });
}"""
HERE = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect();
  const stop = window.stops && window.stops.at(-1);
  const told = stop && stop.one === one ? { ...stop, one: null } : { tag: one.tagName, name: "" };
  return { ...told, seen: box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth };
}"""


class Keys:
    """The keyboard of one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.evaluate(WATCH)

    def here(self) -> dict[str, Any]:
        """What has the focus: its words, whether a ring shows it, whether it is on the glass."""
        found: dict[str, Any] = self.page.evaluate(HERE)
        return found

    def tab(self, key: str = "Tab") -> dict[str, Any]:
        """One stop on; it is seen, with a ring around it."""
        self.page.keyboard.press(key)
        stop = self.here()
        if stop["tag"] not in {"BODY", "HTML"}:
            assert stop["seen"], stop
            assert stop["ring"], stop
        return stop

    def to(self, name: str, key: str = "Tab") -> dict[str, Any]:
        """On to what is called that, or begins so; or back to it."""
        for _ in range(MOST):
            stop = self.tab(key)
            if " ".join(stop["name"].split()).startswith(" ".join(name.split())):
                return stop
        raise AssertionError(f"{name!r} is never reached")

    def press(self, *keys: str) -> None:
        """Press them one after another."""
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, words: str) -> None:
        """Write them where the focus is."""
        self.page.keyboard.insert_text(words)

    def walk(self) -> list[dict[str, Any]]:
        """Through the whole page, from its first stop until it begins again."""
        stops = [self.tab()]
        while len(stops) < MOST:
            stop = self.tab()
            if stop.get("skips") or stop["tag"] in {"BODY", "HTML"}:
                return stops
            stops.append(stop)
        raise AssertionError(f"the keyboard is trapped at {stops[-1]}")
