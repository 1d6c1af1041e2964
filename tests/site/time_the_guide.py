"""``python -m tests.site.time_the_guide``: from an empty directory to the first printed ticket, at a person's pace.

A technician who types 200 signs a minute with two fingers, and looks for two seconds before every press,
goes through the guide in a real browser; a real kiosk and its simulated printer stand beside them.
Making a mistake once, with a letter given twice, is part of it.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from playwright.sync_api import Page, expect, sync_playwright

from hallctl.demo.page_album import browser
from tests.site import test_first_run as story
from tests.site.visitor import WALL, Visitor

SIGNS_A_MINUTE, LOOKS_S = 200, 2.0


class Unhurried(story.Technician):
    """Types sign by sign, and looks before pressing."""

    def __init__(self, page: Page, signs_a_minute: int, looks_s: float) -> None:
        super().__init__(page)
        self._pause_ms = 60_000 / signs_a_minute
        self._looks_ms = looks_s * 1000

    def click(self, name: str) -> None:
        self.page.wait_for_timeout(self._looks_ms)
        super().click(name)

    def type(self, label: str, words: str) -> None:
        field = self.page.get_by_label(label, exact=True)
        field.fill("")
        field.press_sequentially(words, delay=self._pause_ms)
        self.typed += 1


@contextmanager
def kiosk_beside(port: int, room: Path) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", "tests.first_run.reading_kiosk"]
    command += ["--hall", f"http://127.0.0.1:{port}", "--windowed", "540x960"]
    command += ["--membership", str(room / "membership")]
    command += ["--print-journal", str(room / "printed.db")]
    command += ["--offline-journal", str(room / "offline.db")]
    environment = os.environ | story.WINDOWLESS
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=story.PATIENCE_S)


def set_up(page: Page, room: Path, technician: Unhurried) -> float:
    """Seconds from the command to the ticket on paper."""
    began = perf_counter()
    machine = story.Machine(room / "hall")
    try:
        with kiosk_beside(machine.port, room) as kiosk:
            seen = Visitor(machine, page)  # type: ignore[arg-type]
            page.set_default_timeout(120_000)  # a long name takes a person a while
            seen.open("/guide")
            technician.type("Mã thiết lập", machine.code)
            technician.click("Bắt đầu")
            story.answer_everything(technician, seen)
            assert kiosk.stdout is not None
            story.let_the_kiosk_in(technician, seen, story.heard(kiosk.stdout, r"code (\d{6})"))
            technician.click("In thử ở kiosk-1")
            expect(page.get_by_text("Phiếu đã ra giấy")).to_be_visible(timeout=15_000)
            return perf_counter() - began
    finally:
        machine.stop()


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.site.time_the_guide")
    parser.add_argument("--signs", type=int, default=SIGNS_A_MINUTE, help="typed a minute")
    parser.add_argument("--looks", type=float, default=LOOKS_S, help="seconds before each press")
    pace = parser.parse_args()
    story.is_sound = lambda _seen: None  # measured here, not judged
    with tempfile.TemporaryDirectory() as room, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser(), args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": WALL[0], "height": WALL[1]})
        technician = Unhurried(page, pace.signs, pace.looks)
        seconds = set_up(page, Path(room), technician)
        chromium.close()
    told = f"{seconds:.0f} s, {technician.clicks} presses, {technician.typed} fields\n"
    sys.stdout.write(told)
    return 0


if __name__ == "__main__":
    sys.exit(main())
