"""``python -m tests.site.take_pictures docs/pictures`` takes the pages' pictures anew, of a simulated month."""

import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from hallctl.core.permissions import Role
from tests.simulated import ORDER, StoppedClock, live
from tests.site.conftest import take_on_staff
from tests.site.visitor import visitor
from tests.web.hall_at_work import HallAtWork

PAGES = {
    "page-today": "/today",
    "page-floor": "/floor",
    "page-report": "/reports/visits?by=day&span=month",
    "page-leaders": "/leaders",
    "page-replay": "/replay?day=2026-11-26&at=9:40",
    "setup-ticket": "/setup/papers/ticket",
}
SHOWN, KEPT = (1600, 1000), (1200, 750)
MONTH = ORDER._replace(days=40, people=240)


def take(folder: Path) -> None:
    """One picture a page, small enough to read in a document."""
    with tempfile.TemporaryDirectory() as room, sync_playwright() as playwright:
        hall = HallAtWork(live(Path(room) / "hall", MONTH), StoppedClock())
        take_on_staff(hall)
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        try:
            with visitor(browser, hall, SHOWN, Role.SUPERVISOR) as seen:
                for name, path in PAGES.items():
                    seen.open(path)
                    seen.page.wait_for_load_state("networkidle")
                    file = folder / f"{name}.png"
                    seen.page.screenshot(path=file)
                    _keep(file)
        finally:
            browser.close()
            hall.close()


def _keep(file: Path) -> None:
    with Image.open(file) as picture:
        small = picture.convert("RGB").resize(KEPT, Image.Resampling.LANCZOS)
    small.quantize(128).save(file, optimize=True)


if __name__ == "__main__":
    take(Path(sys.argv[1]))
