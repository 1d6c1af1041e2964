"""``python -m tests.site.take_guide_pictures docs/pictures [LANGUAGE [WIDTH]]``: the first set-up, page by page."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from hallctl.demo.page_album import browser as program
from tests.site.test_first_run import WINDOWLESS, Machine, heard
from tests.web.browsers import PASSWORD

WAIT_MS = 25_000
STEPS = ("hall", "hours", "services", "people", "account")
TAKEN = tuple(f"guide-{one}" for one in ("code", *STEPS, "kiosk", "ticket"))


def take(into: Path, language: str = "en", width: int = 1180) -> None:
    """Go through the guide, and keep a picture of each of its pages."""
    with (
        tempfile.TemporaryDirectory() as folder,
        machine_in(Path(folder)) as machine,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=program(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.goto(f"http://127.0.0.1:{machine.port}/guide?lang={language}")
        shoot(page, into / "guide-code.png")
        page.locator("#code").fill(machine.code)
        for step in STEPS:
            press(page)
            page.wait_for_url(f"**/guide/{step}")
            shoot(page, into / f"guide-{step}.png")
        for name, words in (("person", "Nguyễn Thị Lan"), ("account", "lan")):
            page.locator(f"#{name}").fill(words)
        page.locator("#password").fill(PASSWORD)
        page.locator("#again").fill(PASSWORD)
        press(page)
        page.wait_for_url("**/first-ticket", timeout=WAIT_MS)
        let_in_and_print(page, machine, Path(folder), into)
        browser.close()


def let_in_and_print(page: Page, machine: Machine, folder: Path, into: Path) -> None:
    """A real kiosk comes in, and prints."""
    command = [sys.executable, "-m", "tests.first_run.reading_kiosk", "--windowed", "540x960"]
    command += ["--hall", f"http://127.0.0.1:{machine.port}"]
    for option in ("membership", "print-journal", "offline-journal"):
        command += [f"--{option}", str(folder / option)]
    kiosk = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=os.environ | WINDOWLESS
    )
    assert kiosk.stdout is not None
    page.locator("#code").fill(heard(kiosk.stdout, r"code (\d{6})"))
    page.locator("[name=printer]").first.check()
    page.wait_for_selector("[data-part=asking] p")
    shoot(page, into / "guide-kiosk.png")
    press(page)
    page.wait_for_selector("#ticket")
    page.locator("#ticket button").first.click()
    page.wait_for_selector("[data-part=ready] .card", timeout=WAIT_MS)
    shoot(page, into / "guide-ticket.png")
    kiosk.terminate()
    kiosk.wait()


@contextmanager
def machine_in(folder: Path) -> Iterator[Machine]:
    """A machine without a hall, gone afterwards."""
    machine = Machine(folder / "hall")
    try:
        yield machine
    finally:
        machine.stop()


def press(page: Page) -> None:
    """On to the next page."""
    page.locator("form.guide button[type=submit]").click()


def shoot(page: Page, file: Path) -> None:
    """The whole page."""
    page.evaluate("document.fonts.ready.then(() => true)")
    page.screenshot(path=file, full_page=True)
    with Image.open(file) as picture:
        kept = picture.convert("RGB")
    kept.quantize(128).save(file, optimize=True)


if __name__ == "__main__":
    more = sys.argv[2:]
    take(Path(sys.argv[1]), *more[:1], *(int(one) for one in more[1:]))
