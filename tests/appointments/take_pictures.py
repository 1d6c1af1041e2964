"""``python -m tests.appointments.take_pictures docs/pictures`` takes the picture of booking anew."""

import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from hallctl.demo.page_album import browser as program
from tests.appointments.pages import booking_hall
from tests.site.visitor import visitor

TAKEN = ("page-booking", "page-expected")
PHONE = (390, 1040)
EDGE, GROUND = 24, "#DCE4EE"
NAMES = ("Nguyễn Thị Lan", "Trần Văn Ba", "Lê Thị Tư", "Phạm Văn Năm")


def take(folder: Path) -> None:
    """A citizen's phone, step by step; and the supervisor's day."""
    with tempfile.TemporaryDirectory() as room, sync_playwright() as playwright:
        hall, hand = booking_hall(Path(room) / "hall")
        browser = playwright.chromium.launch(executable_path=program(), args=["--no-sandbox"])
        try:
            with visitor(browser, hall, PHONE) as seen:
                seen.open("/appointments")
                steps = list(_steps(seen.page, Path(room)))
            _side_by_side(steps).save(folder / "page-booking.png", optimize=True)
            with visitor(browser, hall, (1600, 1000), "supervisor") as seen:
                seen.open("/expected?day=2026-11-23")
                for place, name in enumerate(NAMES):
                    seen.page.select_option("#slot", index=2 * place)
                    seen.page.fill("#name", name)
                    seen.page.fill("#phone", f"0912 345 67{place}")
                    seen.page.locator("button[value=book]").click()
                hand.wait(2)
                seen.page.locator("summary").first.click()
                seen.page.locator("button[value=check_in]").first.click()
                shot = Path(room) / "expected.png"
                seen.page.screenshot(path=shot)
            with Image.open(shot) as picture:
                small = picture.convert("RGB").resize((1200, 750), Image.Resampling.LANCZOS)
            small.quantize(128).save(folder / "page-expected.png", optimize=True)
        finally:
            browser.close()
            hall.close()


def _steps(page: Page, room: Path) -> list[Path]:
    shots = [room / f"{place}.png" for place in range(4)]
    page.screenshot(path=shots[0])
    page.locator("a.pick").first.click()
    page.locator("a.day", has_text="25/11/2026").click()
    page.screenshot(path=shots[1])
    page.locator("a.time", has_text="08:30").click()
    page.fill("#name", NAMES[0])
    page.fill("#phone", "0912 345 678")
    page.evaluate("scrollTo(0, 0)")
    page.screenshot(path=shots[2])
    page.locator("form .button.strong").click()
    page.wait_for_load_state("networkidle")
    page.screenshot(path=shots[3])
    return shots


def _side_by_side(shots: list[Path]) -> Image.Image:
    wide, high = PHONE
    whole = Image.new("RGB", ((wide + EDGE) * len(shots) + EDGE, high + 2 * EDGE), GROUND)
    for place, shot in enumerate(shots):
        with Image.open(shot) as picture:
            whole.paste(picture.convert("RGB"), (EDGE + place * (wide + EDGE), EDGE))
    return whole.quantize(128)


if __name__ == "__main__":
    take(Path(sys.argv[1]))
